import { describe, expect, it } from 'vitest';
import { json } from '../../backend/storage/json.ts';
import { logOf, on, openFloor, speak, waitingCustomer } from './floor.ts';

describe('reading conversations', () => {
  it('D4 pages in both directions and gives everything after a seq, for staff and for the customer', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent('lead');
    const customer = await floor.addCustomer();
    let conversationId = (await speak(floor, customer, '0')).conversation.id;
    for (let index = 1; index < 12; index += 1)
      conversationId = (await speak(floor, customer, `${index}`)).conversation.id;
    const { page } = await floor.conversations.open(agent, { conversationId, limit: 5 });
    expect(page.entries.map(({ seq }) => seq)).toEqual([8, 9, 10, 11, 12]);
    expect(page.hasMore).toBe(true);
    const older = await floor.conversations.listEntries(agent, { conversationId, before: 8, limit: 7 });
    expect(older).toMatchObject({ hasMore: false });
    expect(older.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const newer = await floor.conversations.listEntries(agent, { conversationId, after: 3, limit: 4 });
    expect(newer).toMatchObject({ hasMore: true });
    expect(newer.entries.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
    await floor.conversations.addNote({ ...on(agent, conversationId), text: '只有我们看到' });
    const seen = await floor.conversations.listForCustomer(customer.customerId, { after: 10, limit: 50 });
    expect(seen.entries.map(({ seq }) => seq)).toEqual([11, 12]);
    expect(seen.conversation).toMatchObject({ id: conversationId, seq: 12, status: 'bot' });
    const stranger = await floor.addCustomer();
    await expect(
      floor.conversations.listForCustomer(stranger.customerId, { conversationId, limit: 5 }),
    ).rejects.toMatchObject({ error: { code: 'not-found' } });
    expect(await floor.conversations.listForCustomer(stranger.customerId, { limit: 5 })).toEqual({
      conversation: null,
      entries: [],
      hasMore: false,
    });
  });

  it('I1 shows the older conversations of the customer over all channels, newest first', async () => {
    const floor = await openFloor();
    await floor.addCauses();
    const agent = await floor.addAgent('lead');
    const customer = await floor.addCustomer();
    const ids: string[] = [];
    for (const channelId of [floor.channels.web, floor.channels.webhook, floor.channels.web]) {
      const { conversation } = await speak(floor, { ...customer, channelId }, `第 ${ids.length} 次`);
      ids.push(conversation.id);
      floor.pass(1000);
      if (ids.length === 3) break;
      await floor.handoff.close({
        ...on(agent, conversation.id),
        disposition: { outcome: 'solved', causeCode: 'quality', comment: '' },
      });
    }
    const current = ids[2] as never;
    const input = { customerId: customer.customerId, olderThan: current, limit: 1 };
    const first = await floor.conversations.readTimeline(agent, input);
    expect(first).toMatchObject({ hasMore: true, conversations: [{ conversation: { id: ids[1] } }] });
    expect(first.conversations[0]?.entries[0]).toMatchObject({ channelId: floor.channels.webhook });
    const rest = await floor.conversations.readTimeline(agent, {
      ...input,
      olderThan: ids[1] as never,
      limit: 5,
    });
    expect(rest).toMatchObject({ hasMore: false, conversations: [{ conversation: { id: ids[0] } }] });
    expect(await floor.conversations.listPast(agent, customer.customerId, 10)).toMatchObject([
      { id: ids[2], outcome: null },
      { id: ids[1], outcome: 'solved', channelIds: [floor.channels.webhook], firstLine: '第 1 次' },
      { id: ids[0] },
    ]);
  });

  it('finds by name, order number, phone and words said, in both languages, and only what may be read', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const { customer, conversationId } = await waitingCustomer(floor, '我的冲锋衣 50% 漏水了，Gore_Tex 的');
    const owned = await waitingCustomer(floor, '冲锋衣袖口开线');
    await floor.handoff.claim(on(await floor.addAgent(), owned.conversationId));
    await floor.db
      .updateTable('customers')
      .set({ name: '林晓雯' })
      .where('id', '=', customer.customerId)
      .execute();
    const identity = {
      customer_id: customer.customerId,
      channel_id: null,
      is_verified: false,
      first_seen_at: floor.time.now,
    };
    await floor.db
      .insertInto('identities')
      .values({ ...identity, id: crypto.randomUUID(), type: 'phone', value: '13800138000' })
      .execute();
    await floor.db
      .insertInto('orders')
      .values({
        id: crypto.randomUUID() as never,
        number: 'SY20261103',
        customer_id: customer.customerId,
        status: 'paid',
        placed_at: floor.time.now,
        promised_at: null,
        total_fen: 100,
        carrier: null,
        tracking_number: null,
        tracking: json([]),
      })
      .execute();
    const find = async (query: string) =>
      (await floor.conversations.search(agent, { query, limit: 20 })).hits.map(
        ({ conversation }) => conversation.id,
      );
    for (const query of ['晓雯', '20261103', '0138000', '漏水', 'gore_tex', '50%', '衣']) {
      expect(await find(query)).toEqual([conversationId]);
    }
    for (const query of ['不存在', '5_%', '袖口']) expect(await find(query)).toEqual([]);
    const { hits } = await floor.conversations.search(agent, { query: '漏水', limit: 1 });
    expect(hits[0]?.snippet).toContain('漏水');
  });

  it('I3 answers on the channel that the customer used last', async () => {
    const floor = await openFloor();
    const agent = await floor.addAgent();
    const { customer, conversationId } = await waitingCustomer(floor);
    await floor.handoff.claim(on(agent, conversationId));
    await speak(floor, { ...customer, channelId: floor.channels.webhook }, '我换了小程序');
    const { entry } = await floor.conversations.sendMessage({
      ...on(agent, conversationId),
      text: '好的',
      seenSeq: null,
    });
    await expect(
      floor.conversations.sendMessage({
        ...on(agent, conversationId),
        text: '长'.repeat(2001),
        seenSeq: null,
      }),
    ).rejects.toMatchObject({ error: { code: 'too-large', field: 'text', details: { textMax: 2000 } } });
    expect(entry).toMatchObject({
      channelId: floor.channels.webhook,
      body: { delivery: { state: 'queued' } },
    });
    await speak(floor, customer, '又回来了');
    const back = await floor.conversations.sendMessage({
      ...on(agent, conversationId, 2),
      text: '好的',
      seenSeq: null,
    });
    expect(back.entry).toMatchObject({
      channelId: floor.channels.web,
      body: { delivery: { state: 'sent' } },
    });
    expect((await logOf(floor, conversationId)).at(-1)?.id).toBe(back.entry.id);
  });
});
