import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientId, Refused } from '../support/clients.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';

/** What one database alone makes true of several nodes. */

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
  await cluster.linked();
});
afterAll(() => cluster.stop());

/** Asks again when the server has no time, under the same id, as every client does. */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Refused) || error.error.code !== 'overloaded') throw error;
      await pause(error.error.retryAfterMs ?? 100);
    }
  }
}

describe('commands on several nodes', () => {
  it('D1 the same client id on another node has no second effect and gets the same answer', async () => {
    const here = await cluster.customer(0);
    const there = await cluster.customer(1, here.token);
    const command = { clientId: clientId(), text: '只说一次' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        persistently(() => (index % 2 ? here : there).ask('message:send', command)),
      ),
    );
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    const { entries } = await there.ask('entry:list', { after: 0 });
    expect(entries.filter(({ author }) => author.kind === 'customer')).toHaveLength(1);
    here.close();
    there.close();
  });

  it('H3 of simultaneous claims on two nodes exactly one wins, and the losers learn who', async () => {
    const [lin, chen] = await Promise.all([cluster.agent(0, 'lin'), cluster.agent(1, 'chen')]);
    for (let round = 0; round < 10; round += 1) {
      const customer = await cluster.customer(round % 2);
      await customer.ask('message:send', { clientId: clientId(), text: '你好' });
      const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
      const claims = await Promise.allSettled(
        [lin, chen].map((agent) =>
          agent.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id }),
        ),
      );
      const won = claims
        .filter((claim) => claim.status === 'fulfilled')
        .map(({ value }) => value.conversation);
      expect(won).toHaveLength(1);
      const lost = claims.find((claim) => claim.status === 'rejected');
      expect(lost?.reason.error).toMatchObject({ code: 'already-taken', details: { owner: won[0]?.owner } });
      customer.close();
    }
    lin.close();
    chen.close();
  });
});
