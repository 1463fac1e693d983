import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClientId, ConversationId } from '#shared/domain/ids';
import type { AgentActor } from '../../../backend/runtime/actor.ts';
import { openDemoShop, type Shop } from '../../support/shop.ts';

let shop: Shop;
let agent: AgentActor;

beforeAll(async () => {
  shop = await openDemoShop();
  const [first] = await shop.agents.listStatus();
  if (!first) throw new Error('The demo shop has no staff');
  agent = { kind: 'agent', agentId: first.id, role: 'lead', sessionId: randomUUID() };
});
afterAll(() => shop.close());

async function visitor() {
  const channelId = await shop.channels.ownChannel('web');
  const { id: identityId } = await shop.customers.resolveIdentity({
    type: 'web',
    channelId,
    value: randomUUID(),
    isVerified: false,
  });
  return {
    async say(text: string): Promise<{ id: ConversationId; seq: number }> {
      const { entry } = await shop.conversations.receiveMessage({ identityId, channelId, text });
      return { id: entry.conversationId, seq: entry.seq };
    },
  };
}

async function saidByBot(id: ConversationId): Promise<string[]> {
  const log = await shop.store.entries.list(id, { after: 0, limit: 500 });
  return log.flatMap(({ author, body }) =>
    author.kind === 'bot' && body.type === 'message' && body.content.type === 'text'
      ? [body.content.text]
      : [],
  );
}

async function stateOf(id: ConversationId) {
  return (await shop.store.conversations.find(id))?.state;
}

function command(conversationId: ConversationId) {
  const clientId = randomUUID() as ClientId;
  const fingerprint = createHash('sha256').update(clientId).digest();
  return {
    actor: agent,
    conversationId,
    key: { authorKey: `agent:${agent.agentId}`, clientId, fingerprint },
  };
}

describe('a turn of the bot', () => {
  it('answers once, however often its job runs', async () => {
    const customer = await visitor();
    const { id, seq } = await customer.say('运费多少');
    await Promise.all([shop.bot.turn(id, seq), shop.bot.turn(id, seq)]);
    await shop.bot.turn(id, seq);
    expect(await saidByBot(id)).toHaveLength(1);
    shop.jobs.length = 0;
  });

  it('leaves the word to the newer turn when the customer has said more', async () => {
    const customer = await visitor();
    const first = await customer.say('你好');
    const second = await customer.say('运费多少');
    await shop.bot.turn(first.id, first.seq);
    expect(await saidByBot(first.id)).toEqual([]);
    await shop.bot.turn(second.id, second.seq);
    expect(await saidByBot(first.id)).toHaveLength(1);
    shop.jobs.length = 0;
  });

  it('H4: says nothing once a person has the word', async () => {
    const customer = await visitor();
    const { id, seq } = await customer.say('运费多少');
    await shop.handoff.claim(command(id));
    await shop.bot.turn(id, seq);
    expect(await saidByBot(id)).toEqual([]);
    shop.jobs.length = 0;
  });

  it('H6: does not hand the same thing off again at once after a person has handed back, but hears the customer’s own wish', async () => {
    const customer = await visitor();
    const { id } = await customer.say('我被帐篷杆划伤了，流了血');
    await shop.runBot();
    expect(await stateOf(id)).toBe('waiting');
    await shop.handoff.claim(command(id));
    await shop.handoff.returnToBot({ ...command(id), outcome: 'promised', promises: '已登记，明天回电' });
    expect(await stateOf(id)).toBe('bot');
    await customer.say('划伤的事到底怎么说');
    await shop.runBot();
    expect(await stateOf(id)).toBe('bot');
    expect((await saidByBot(id)).at(-1)).toMatch(/人工/);
    await customer.say('转人工');
    await shop.runBot();
    expect(await stateOf(id)).toBe('waiting');
  });

  it('H1: the record says why, what was tried, what is open, and how to begin', async () => {
    const row = await shop.db
      .selectFrom('orders')
      .select(['customer_id', 'number'])
      .where('status', '=', 'paid')
      .where('promised_at', '<', shop.clock.now())
      .executeTakeFirstOrThrow();
    const channelId = await shop.channels.ownChannel('web');
    const identity = await shop.customers.resolveIdentity({
      type: 'web',
      channelId,
      value: randomUUID(),
      isVerified: false,
    });
    await shop.db
      .updateTable('identities')
      .set({ customer_id: row.customer_id })
      .where('id', '=', identity.id)
      .execute();
    const speak = (text: string) =>
      shop.conversations.receiveMessage({ identityId: identity.id, channelId, text });
    const { entry } = await speak('我的订单怎么还没发货');
    await shop.runBot();
    await speak('转人工');
    await shop.runBot();
    const log = await shop.store.entries.list(entry.conversationId, { after: 0, limit: 100 });
    const record = log.flatMap(({ body }) => (body.type === 'handoff-requested' ? [body.record] : [])).at(-1);
    expect(record).toMatchObject({
      trigger: 'asked-for-person',
      confidence: 1,
      openQuestion: '我的订单怎么还没发货',
    });
    expect(record?.tried).toContainEqual({ code: 'tried.order-shown', params: { number: row.number } });
    expect(record?.suggestedReply).toContain(row.number);
  });
});
