import { expect, it } from 'vitest';
import { histories } from './campaigns/histories.ts';

/** The campaign `histories` of docs/faults.md in the size of a test: what a large run proves, a small one must at least try. */

const quiet = () => undefined;

it('R5 R2 H2 H9 H13 D19 random histories go as the model says, and catching up equals a fresh read', {
  timeout: 480_000,
}, async () => {
  const { figures, violations } = await histories.run(
    { ...histories.defaults, count: 25, workers: 1 },
    quiet,
  );
  expect(violations).toEqual([]);
  expect(figures['histories']).toBeGreaterThanOrEqual(25);
  expect(figures['edits and recalls']).toBeGreaterThan(0);
});
