import type { Reporter, Suite } from '@playwright/test/reporter';
import { closingLine, type Tally } from '../../build/scripts/closing-line.ts';

/** Prints the closing line after everything else that Playwright prints. A test that passed only when repeated has failed. */
export default class PlaywrightReporter implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(): void {
    this.#errors += 1;
  }

  onEnd(): void {
    const tally: Tally = { passed: 0, failed: this.#errors, skipped: 0 };
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') tally.passed += 1;
      else if (outcome === 'skipped') tally.skipped += 1;
      else tally.failed += 1;
    }
    process.once('exit', () => process.stdout.write(`${closingLine(tally)}\n`));
  }

  printsToStdio(): boolean {
    return false;
  }
}
