import { describe, expect, it } from 'vitest';
import { claims } from './campaigns/claims.ts';
import { histories } from './campaigns/histories.ts';
import { messages } from './campaigns/messages.ts';
import { storage } from './campaigns/storage.ts';

/** The campaigns of docs/faults.md in the size of a test. What a large run proves, a small one must at least try. */

const quiet = () => undefined;
/** Given time: a busy machine is not a failure. */
const timeout = 180_000;

describe('campaigns', { timeout }, () => {
  it('R1 D1 D2 D3 D4 H4 no message is lost, doubled or misordered on a bad network with dying nodes', async () => {
    const small = { messages: 2500, clients: 40, stretch: 10, faultEveryMs: 150, killEveryMs: 3000 };
    const { figures, violations } = await messages.run({ ...messages.defaults, ...small }, quiet);
    expect(violations).toEqual([]);
    expect(figures['acknowledged']).toBeGreaterThanOrEqual(small.messages);
    expect(figures['connections']).toBeGreaterThan(small.clients);
  });

  it('R4 H3 H5 every race for a conversation leaves one owner, and its losers know who', async () => {
    const small = {
      races: 250,
      claimers: '2-12',
      agents: 14,
      conversations: 12,
      atOnce: 6,
      killEveryMs: 5000,
    };
    const { figures, violations } = await claims.run({ ...claims.defaults, ...small }, quiet);
    expect(violations).toEqual([]);
    expect(figures['races']).toBe(small.races);
    expect(figures['wonByOne']).toBeGreaterThan(small.races / 2);
  });

  it('R5 R2 H2 H9 H13 random histories go as the model says, and catching up equals a fresh read', async () => {
    const { figures, violations } = await histories.run({ ...histories.defaults, count: 40 }, quiet);
    expect(violations).toEqual([]);
    expect(figures['histories']).toBe(40);
  });

  it('F9 F4 D2 nothing acknowledged is lost by a killed database, a Redis that forgets, a full disk', async () => {
    const small = { messages: 1500, clients: 30, stretch: 20, everyMs: 1500 };
    const { figures, violations } = await storage.run({ ...storage.defaults, ...small }, quiet);
    expect(violations).toEqual([]);
    expect(figures['database killed: kills']).toBeGreaterThan(0);
  });
});
