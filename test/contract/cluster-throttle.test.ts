import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCounters } from '../../backend/runtime/rate-limit.ts';
import { PASSWORD } from '../support/backend.ts';
import { clientId, Refused, signIn } from '../support/clients.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';
import { SOON } from '../support/soon.ts';

/** What slows people down is counted over all nodes: who is refused here finds no open door there. */

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
  await cluster.linked();
});
afterAll(() => cluster.stop());

function urlOf(node: number): string {
  return cluster.nodes[node % 2]?.url ?? '';
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'ok',
    (error: unknown) => (error instanceof Refused ? error.error.code : String(error)),
  );
}

/** Guesses at a password on that node: how long one must wait before the next, 0 where it was tried. */
async function guess(node: number): Promise<number> {
  try {
    await signIn(urlOf(node), 'lin', 'guess');
  } catch (error) {
    if (error instanceof Refused) return error.error.retryAfterMs ?? 0;
    throw error;
  }
  return expect.fail('The guess was right');
}

describe('D16 counted over all nodes', { timeout: 180_000 }, () => {
  it('T11 guesses at a password, spread over the nodes, are slowed as on one', async () => {
    const waits: number[] = [];
    // The more were made, the longer the next must wait; in the end for longer than what is tried below takes.
    while ((waits.at(-1) ?? 0) < 3000) {
      waits.push(await guess(waits.length));
      await pause(waits.at(-1) === 0 ? 0 : 100);
    }
    expect(waits.findIndex((ms) => ms > 0)).toBeGreaterThanOrEqual(6);
    expect(waits.filter((ms) => ms === 0).length).toBeLessThan(12);
    expect(await codeOf(signIn(urlOf(0), 'lin', PASSWORD))).toBe('rate-limited');
  });

  it('an allowance is one, on however many nodes it is asked for', async () => {
    const clients = await Promise.all(
      [0, 1, 2].map(() => createClient({ url: cluster.redis.url, disableOfflineQueue: true }).connect()),
    );
    const nodes = clients.map((client) =>
      createCounters({ client, prefix: 'test' }).rate({ name: 'asking', points: 60, seconds: 600 }),
    );
    let passed = 0;
    for (let isShut = false; !isShut; ) {
      const waits = await Promise.all(nodes.map((node) => node.take('session')));
      passed += waits.filter((wait) => wait === 0).length;
      isShut = waits.every((wait) => wait > 0);
      // Redis answers in order: when it has answered this, every node knows what it counted.
      await Promise.all(clients.map((client) => client.ping()));
    }
    // Each node alone would have let 60 pass; together they are a few steps late at most.
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThan(150);
    expect(await nodes[0]?.take('another session')).toBe(0);
    for (const client of clients) client.destroy();
  });

  it('F9 without Redis each node counts for itself, and nobody is kept out', async () => {
    await cluster.redis.kill();
    const codes: string[] = [];
    for (let tries = 0; tries < 8; tries += 1) codes.push(await codeOf(signIn(urlOf(0), 'chen', 'guess')));
    expect(codes).toContain('rate-limited');
    expect(await codeOf(signIn(urlOf(1), 'wang', PASSWORD))).toBe('ok');
    const customer = await cluster.customer(0);
    await customer.ask('message:send', { clientId: clientId(), text: '你好' });
    customer.close();
    await cluster.redis.start();
    await vi.waitFor(() => cluster.linked(), SOON);
  });
});
