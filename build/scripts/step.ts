import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { closingLine, readClosingLine, type Tally } from './closing-line.ts';

/** The root of the repository. */
export const house = join(import.meta.dirname, '../..');

/** A tool of the house, run on the Node that runs this script: the file behind its command, so that no shell is needed. */
const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  node: undefined,
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/** One thing to run. `isTests`: its closing line is counted; otherwise it counts as one that passes or fails. */
export type Step = {
  name: string;
  run: readonly [tool: keyof typeof tools, ...string[]];
  isTests?: boolean;
  /** Set for this step alone; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
};

/** How a step ended, with all that it printed. */
export type StepResult = { step: Step; tally: Tally; output: string; seconds: number };

/**
 * Runs a step. Its output is kept, and with `isLive` also shown as it comes.
 * Tests that ran none, ended without a closing line, or badly though every test passed, count as one failed.
 */
export async function runStep(step: Step, { isLive = false } = {}): Promise<StepResult> {
  const startedAtMs = Date.now();
  const [tool, ...parameters] = step.run;
  const script = tools[tool];
  const child = spawn(
    process.execPath,
    script === undefined ? parameters : [join(house, script), ...parameters],
    {
      cwd: house,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: [join(house, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
        ...step.env,
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      },
    },
  );
  const running = { stop: () => child.kill('SIGTERM') };
  stoppable.add(running);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (isLive) process.stdout.write(text);
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  stoppable.delete(running);
  return { step, output, seconds: (Date.now() - startedAtMs) / 1000, tally: tallyOf(step, code, output) };
}

/** Stops the steps that are running; each is asked to end, and waited for by whoever ran it. */
export function stopSteps(): void {
  for (const { stop } of stoppable) stop();
}

const stoppable = new Set<{ stop: () => void }>();

/** Adds up. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** One line on how a step ended; and all that it printed, when it failed. */
export function reportStep({ step, tally, output, seconds }: StepResult, { isLive = false } = {}): void {
  const counts = step.isTests ? `  ${closingLine(tally)}` : '';
  console.log(`${tally.failed === 0 ? '✓' : '✗'} ${step.name}  ${seconds.toFixed(1)} s${counts}`);
  if (tally.failed > 0 && !isLive) console.log(output.trimEnd().replace(/^/gm, '    '));
}

function tallyOf({ isTests = false }: Step, code: number, output: string): Tally {
  if (!isTests)
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  const tally = readClosingLine(output) ?? { passed: 0, failed: 0, skipped: 0 };
  const isWrong = code !== 0 || tally.passed + tally.skipped === 0;
  return isWrong && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
