import { expect, it } from 'vitest';
import { killServer } from './campaigns/kill-server.ts';
import { targets } from './campaigns/kills/killed-server.ts';

/** The size for every day; `npm run faults -- kill-server --kills 200` is the large one. */
const small = { kills: 7, clients: 6, seed: 3 };

it('D18 D2 F1 F9 nothing acknowledged is lost, doubled or moved by kills of the server, of its database, of both', async () => {
  const { figures, violations } = await killServer.run(small, () => undefined);
  expect(violations).toEqual([]);
  expect(figures['kills']).toBe(small.kills);
  for (const target of targets) expect(figures[`${target} kills`], target).toBeGreaterThan(0);
  expect(figures['data checksums']).toBe('on');
}, 600_000);
