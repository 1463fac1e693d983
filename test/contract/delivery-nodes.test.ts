import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';
import { startCluster, type TestCluster } from '../support/cluster.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** Rule D14 on several nodes: a partner that counts, because it knows no keys and so would take a message as often as it comes. */

let cluster: TestCluster;
let partner: WebhookPartner;
let channel: { url: string; id: ChannelId; secret: string };

beforeAll(async () => {
  let secret = '';
  partner = await startWebhookPartner(() => secret, { knowsKeys: false });
  cluster = await startCluster({
    nodes: 2,
    deliveryTerms: {
      answerMs: 2000,
      leaseMs: 10_000,
      firstPauseMs: 20,
      longestPauseMs: 200,
      patienceMs: 60_000,
    },
    async prepare({ channels }) {
      if ((await channels.list()).some(({ name }) => name.en === 'Counting')) return;
      const name = { zh: '计数', en: 'Counting' };
      const made = await channels.addWebhook({ name, outboundUrl: partner.address });
      secret = made.secret;
      channel = { url: '', ...made };
    },
  });
  channel.url = node(0).url;
});
afterAll(async () => {
  await cluster.stop();
  await partner.close();
});

function node(index: number): TestBackend {
  return cluster.nodes[index] ?? expect.fail(`no node ${index}`);
}

async function served(agent: AgentClient, name: string): Promise<ConversationId> {
  const event = { type: 'message', eventId: crypto.randomUUID(), from: { id: name, name }, text: '转人工' };
  const { messageId } = await partner.send(channel, event);
  const { conversation_id: conversationId } = await node(0)
    .database.db.selectFrom('entries')
    .select('conversation_id')
    .where('id', '=', messageId as EntryId)
    .executeTakeFirstOrThrow();
  await node(0).idle();
  await agent.ask('conversation:claim', { clientId: clientId(), conversationId });
  return conversationId;
}

describe('D13 D14 two nodes', () => {
  it('never send one message twice, however often its job is there and the partner is busy', async () => {
    const agents = [await cluster.agent(0, 'lin'), await cluster.agent(1, 'chen')];
    const said: { conversationId: ConversationId; id: EntryId }[] = [];
    const conversations: { agent: AgentClient; id: ConversationId }[] = [];
    for (const [index, agent] of [...agents, ...agents].entries())
      conversations.push({ agent, id: await served(agent, `多节点 ${index}`) });
    await node(0).idle();
    for (let round = 0; round < 10; round += 1) {
      if (round % 3 === 0) partner.answerNext(503, 200, 429, 200, 503);
      for (const { agent, id: conversationId } of conversations) {
        const input = { clientId: clientId(), conversationId, text: `第 ${round} 句`, seenSeq: null };
        const { entry } = await agent.ask('message:send', input);
        said.push({ conversationId, id: entry.id });
        // Jobs that should not be there: after a crash, or by a fault of ours.
        const payload = JSON.stringify({ entryId: entry.id, conversationId });
        await sql`insert into pgboss.job (name, data)
          select 'channel-send', ${payload}::jsonb from generate_series(1, 4)`.execute(node(0).database.db);
      }
    }
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from entries
          where delivery ->> 'state' = 'queued'`.execute(node(0).database.db);
        expect(rows[0]?.n).toBe(0);
      },
      { timeout: 60_000, interval: 200 },
    );
    const taken = partner.received.map(({ id }) => id);
    expect(new Set(taken).size).toBe(taken.length);
    for (const { id: conversationId } of conversations) {
      const own = said.filter((one) => one.conversationId === conversationId).map(({ id }) => id);
      expect(taken.filter((id) => own.includes(id as EntryId))).toEqual(own);
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from delivery_attempts
      where ended_at is null`.execute(node(0).database.db);
    expect(rows[0]?.n).toBe(0);
    for (const agent of agents) agent.close();
  });
});
