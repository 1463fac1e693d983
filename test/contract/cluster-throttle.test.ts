import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PASSWORD } from '../support/backend.ts';
import { clientId, openSession, Refused, signIn } from '../support/clients.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';

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

describe('D16 counted over all nodes', () => {
  it('A5 guesses at a password, spread over the nodes, are slowed as on one', async () => {
    const codes: string[] = [];
    for (let tries = 0; tries < 7; tries += 1) codes.push(await codeOf(signIn(urlOf(tries), 'lin', 'guess')));
    expect(codes.slice(0, 6)).toEqual(Array(6).fill('unauthenticated'));
    expect(codes[6]).toBe('rate-limited');
    expect(await codeOf(signIn(urlOf(0), 'lin', PASSWORD))).toBe('rate-limited');
  });

  it('the allowance of a session is one, on however many nodes it asks', async () => {
    const token = await openSession(urlOf(0));
    const tabs = await Promise.all([0, 1].map((node) => cluster.customer(node, token)));
    // Each node alone would let 60 pass in three seconds.
    const asked = async () => {
      const answers: { ok: boolean }[] = [];
      for (let round = 0; round < 60; round += 1) {
        for (const tab of tabs)
          answers.push(await tab.socket.timeout(15_000).emitWithAck('session:read', {}));
      }
      return answers.filter(({ ok }) => ok).length;
    };
    expect(await asked()).toBeLessThan(100);
    for (const tab of tabs) tab.close();
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
    await vi.waitFor(() => cluster.linked(), { timeout: 20_000 });
  });
});
