import { describe, expect, it } from 'vitest';
import { runStep, type Step, sumTallies } from './step.ts';

describe('a step', () => {
  it('that is no test counts as one', async () => {
    expect(await tallyOf('process.exit(0)')).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(await tallyOf('process.exit(3)')).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('of tests counts by its closing line', async () => {
    const code = 'console.log("7 passed, 2 failed, 1 skipped"); process.exit(1)';
    expect(await tallyOf(code, { isTests: true })).toEqual({ passed: 7, failed: 2, skipped: 1 });
  });

  it('of tests that end badly has failed, whatever it counted', async () => {
    const code = 'console.log("7 passed, 0 failed"); process.exit(1)';
    expect(await tallyOf(code, { isTests: true })).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });

  it('of tests that end without a closing line has failed', async () => {
    expect(await tallyOf('process.exit(0)', { isTests: true })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('of tests that ran none has failed', async () => {
    const code = 'console.log("0 passed, 0 failed")';
    expect(await tallyOf(code, { isTests: true })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('sees its own variables, and not those taken away', async () => {
    process.env['STEP_TEST_GONE'] = 'still here';
    const code =
      'process.exit(process.env.STEP_TEST_SET === "yes" && !("STEP_TEST_GONE" in process.env) ? 0 : 1)';
    const env = { STEP_TEST_SET: 'yes', STEP_TEST_GONE: undefined };
    expect(await tallyOf(code, { env })).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });
});

it('tallies add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumTallies([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  expect(sumTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

async function tallyOf(code: string, step: Partial<Step> = {}) {
  const { tally } = await runStep({ name: 'a step', run: ['node', '-e', code], ...step });
  return tally;
}
