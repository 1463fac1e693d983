import { expect, it } from 'vitest';
import { storage } from './campaigns/storage.ts';

/** The campaign `storage` of docs/faults.md in the size of a test: what a large run proves, a small one must at least try. */

const quiet = () => undefined;

it('F9 F4 D2 nothing acknowledged is lost by a killed database, a Redis that forgets, a full disk', {
  timeout: 480_000,
}, async () => {
  const small = { messages: 300, clients: 12, stretch: 10, workers: 1, everyMs: 2500 };
  const { figures, violations } = await storage.run({ ...storage.defaults, ...small }, quiet);
  expect(violations).toEqual([]);
  expect(figures['database killed: kills']).toBeGreaterThan(0);
});
