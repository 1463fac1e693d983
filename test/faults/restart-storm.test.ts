import { expect, it } from 'vitest';
import { restartStorm } from './campaigns/restart-storm.ts';

/** The size for every day; `npm run faults -- restart-storm --clients 5000` is the large one. */
const small = { ...restartStorm.defaults, clients: 80, agents: 2, perSecond: 80 };

it('F6 D4 D8 clients that lose the server all come back when it does, and have missed nothing', async () => {
  const { figures, violations } = await restartStorm.run(small, () => undefined);
  expect(violations).toEqual([]);
  expect(figures['clients']).toBe(small.clients);
  expect(figures['agents wrote meanwhile']).toBeGreaterThan(0);
}, 600_000);
