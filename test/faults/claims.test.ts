import { expect, it } from 'vitest';
import { claims } from './campaigns/claims.ts';

/** The campaign `claims` of docs/faults.md in the size of a test: what a large run proves, a small one must at least try. */

const quiet = () => undefined;

it('R4 H3 H5 every race for a conversation leaves one owner, and its losers know who', {
  timeout: 480_000,
}, async () => {
  const small = {
    races: 60,
    claimers: '2-8',
    agents: 10,
    conversations: 6,
    atOnce: 6,
    faultEveryMs: 4000,
    killEveryMs: 15_000,
  };
  const { figures, violations } = await claims.run({ ...claims.defaults, ...small }, quiet);
  expect(violations).toEqual([]);
  expect(figures['races']).toBe(small.races);
  expect(figures['wonByOne']).toBeGreaterThan(small.races / 2);
});
