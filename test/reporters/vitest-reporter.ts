import type { Reporter, TestModule } from 'vitest/node';
import { closingLine, type Tally } from '../../build/scripts/closing-line.ts';

/** Prints the closing line after everything else that vitest prints. */
export default class VitestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) tally[outcome(test.result().state)] += 1;
      // Could not be imported, or a hook around its tests threw.
      if (!module.ok() && tests.every((test) => test.result().state !== 'failed')) tally.failed += 1;
    }
    process.once('exit', () => process.stdout.write(`${closingLine(tally)}\n`));
  }
}

function outcome(state: string): keyof Tally {
  if (state === 'passed' || state === 'failed') return state;
  return 'skipped';
}
