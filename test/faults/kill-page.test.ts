import { expect, it } from 'vitest';
import { killPage } from './campaigns/kill-page.ts';

/** The size for every day; `npm run faults -- kill-page --kills 200` is the large one. */
const small = { kills: 6, conversations: 2, seed: 5 };

it('R7 D5 what an agent wrote outlives kills of the console: sent once, in its order, or shown as unsent', async () => {
  const { figures, violations } = await killPage.run(small, () => undefined);
  expect(violations).toEqual([]);
  expect(figures['kills']).toBe(small.kills);
  expect(figures['readable before the kill']).toBeGreaterThan(0);
}, 600_000);
