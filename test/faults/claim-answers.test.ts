import { Client } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { AgentId, ConversationId } from '#shared/domain/ids';
import { type AgentClient, clientId } from '../support/clients.ts';
import { startCluster } from '../support/cluster.ts';
import { readStored } from './campaigns/stored.ts';
import { checkHistory } from './checker/check.ts';
import { numberOf, type Told } from './checker/history.ts';

/** What a loser is told while somebody else's decision is being committed (rule H3), and how the checker of docs/faults.md judges it. */

/** Keeps every entry from being written until it is let go: what has been decided waits for its commit. */
async function holdCommits(databaseUrl: string) {
  const session = new Client({ connectionString: databaseUrl });
  await session.connect();
  await session.query('begin; lock table entries in share mode');
  return {
    async untilSomebodyWaits(): Promise<void> {
      await vi.waitFor(async () => {
        const { rowCount } = await session.query(
          "select 1 from pg_locks where relation = 'entries'::regclass and not granted",
        );
        expect(rowCount).toBe(1);
      }, 20_000);
    },
    async letGo(): Promise<void> {
      await session.query('commit');
      await session.end();
    },
  };
}

/** What a loser is told, and when. */
async function claimInVain(agent: AgentClient, conversationId: ConversationId) {
  const from = Date.now();
  const { details } = await agent.refusal('conversation:claim', { clientId: clientId(), conversationId });
  return { owner: (details?.['owner'] as { id: string } | undefined)?.id ?? '', from, until: Date.now() };
}

it('H3 a loser is told who has it until the commit of the change, and whoever gets it from then on', async () => {
  const cluster = await startCluster();
  onTestFinished(cluster.stop);
  const { agents: ids } = cluster.seeded;
  const [lin, wang, chen] = await Promise.all([
    cluster.agent(0, 'lin'),
    cluster.agent(0, 'wang'),
    cluster.agent(1, 'chen'),
  ]);
  const customer = await cluster.customer(0);
  await customer.ask('message:send', { clientId: clientId(), text: '在吗' });
  const { conversation } = await customer.ask('handoff:request', { clientId: clientId() });
  const conversationId: ConversationId = conversation.id;
  await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
  const [{ database, idle }] = cluster.nodes as [(typeof cluster.nodes)[0]];
  await idle();

  const commits = await holdCommits(cluster.databaseUrl);
  const taking = wang.ask('conversation:take-over', {
    clientId: clientId(),
    conversationId,
    fromAgentId: ids['lin'] as AgentId,
  });
  await commits.untilSomebodyWaits();
  // The clock has gone on since the decision.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const during = await claimInVain(chen, conversationId);
  await commits.letGo();
  const { conversation: taken } = await taking;
  const toldAt = Date.now();
  const after = await claimInVain(chen, conversationId);
  expect([during.owner, after.owner]).toEqual([ids['lin'], ids['wang']]);

  const agents = new Map(Object.values(ids).map((id, index) => [id as string, index + 1]));
  const stored = await readAll(readStored(database, agents));
  const takenAt = stored[0]?.entries.find(
    ({ body }) => body.type === 'assigned' && body.how === 'take-over',
  )?.at;
  expect(takenAt).toBeLessThan(during.from);
  const told = (answer: typeof during): Told => {
    const { from, until } = answer;
    const owner = agents.get(answer.owner) ?? 0;
    return { type: 'claimed', client: 99, conversation: numberOf(conversationId), owner, from, until };
  };
  const learned = (at: number): Told => {
    return { type: 'learned', client: 98, conversation: numberOf(conversationId), seq: taken.seq, at };
  };
  const judge = (lines: Told[]) =>
    checkHistory({ customers: new Set(), stored, found: [], told: lines, views: [] });
  expect(judge([told(during), learned(toldAt), told(after)])).toMatchObject({
    broken: {},
    counts: { claims: 2, claimsDuringCommit: 1 },
  });
  const tooLate = told({ ...after, owner: during.owner, from: toldAt + 1, until: toldAt + 2 });
  expect(judge([learned(toldAt), tooLate]).broken).toEqual({ 'claim-told-true': 1 });
});

async function readAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
