import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '#shared/domain/ids';
import type { CustomerActor } from '../../backend/runtime/actor.ts';
import { json } from '../../backend/storage/json.ts';
import { type Floor, handOver, on, openFloor, speak, waitingCustomer } from './floor.ts';

/** A webhook of the shop; without an address it only listens. */
async function addWebhook(floor: Floor, outboundUrl: string | null): Promise<ChannelId> {
  const id = randomUUID() as ChannelId;
  const name = json({ zh: '合作方', en: 'Partner' });
  const row = { id, kind: 'webhook' as const, name, secret: 's', outbound_url: outboundUrl };
  await floor.db.insertInto('channels').values(row).execute();
  return id;
}

/** The same customer, known on one more channel. */
async function alsoOn(floor: Floor, customer: CustomerActor, channelId: ChannelId): Promise<CustomerActor> {
  const identityId = randomUUID();
  await floor.db
    .insertInto('identities')
    .values({
      id: identityId,
      customer_id: customer.customerId,
      type: 'channel',
      channel_id: channelId,
      value: identityId,
      is_verified: true,
      first_seen_at: floor.time.now,
    })
    .execute();
  return { ...customer, identityId, channelId, sessionId: randomUUID() };
}

/** An agent who serves a customer of the web page. */
async function serve() {
  const floor = await openFloor();
  const { customer, conversationId } = await waitingCustomer(floor);
  const agent = await floor.addAgent();
  await floor.handoff.claim(on(agent, conversationId));
  const send = async (text: string, channelId?: ChannelId | null) =>
    await floor.conversations.sendMessage({
      ...on(agent, conversationId, text),
      text,
      seenSeq: null,
      ...(channelId === undefined ? {} : { channelId }),
    });
  return { floor, customer, conversationId, send };
}

describe('the channel of a reply', () => {
  it('I3 is the one that the customer used last, unless the agent names another on which they are known', async () => {
    const { floor, customer, send } = await serve();
    const { web, webhook } = floor.channels;
    expect((await send('您好')).entry).toMatchObject({
      channelId: web,
      body: { delivery: { state: 'sent' } },
    });
    await alsoOn(floor, customer, webhook);
    const { entry, conversation } = await send('发到小程序', webhook);
    expect(entry).toMatchObject({ channelId: webhook, body: { delivery: { state: 'queued' } } });
    expect(floor.jobs.at(-1)).toMatchObject({ name: 'channel-send', payload: { entryId: entry.id } });
    // A choice is for one message: where the customer spoke last stays as it was.
    expect(conversation.channelId).toBe(web);
    expect((await send('还是这里', null)).entry.channelId).toBe(web);
  });

  it('I3 is refused by its field where the customer is not known, or nothing can go out; nothing is kept', async () => {
    const { floor, customer, send, conversationId } = await serve();
    const silent = await addWebhook(floor, null);
    await alsoOn(floor, customer, silent);
    const before = (await floor.store.conversations.find(conversationId))?.seq;
    for (const channelId of [floor.channels.webhook, silent, randomUUID() as ChannelId]) {
      await expect(send('您好', channelId)).rejects.toMatchObject({
        error: { code: 'invalid-input', field: 'channelId' },
      });
    }
    expect((await floor.store.conversations.find(conversationId))?.seq).toBe(before);
  });

  it('I3 has its own limits: too long for the one chosen is refused before it is kept', async () => {
    const { floor, customer, send } = await serve();
    await alsoOn(floor, customer, floor.channels.webhook);
    const long = '长'.repeat(2001);
    await expect(send(long, floor.channels.webhook)).rejects.toMatchObject({
      error: { code: 'too-large', field: 'text', details: { textMax: 2000 } },
    });
    expect((await send(long)).entry.channelId).toBe(floor.channels.web);
  });

  it('D6 does not wait for what is stuck on another channel, and its receipts count wherever the customer speaks now', async () => {
    const { floor, customer, conversationId, send } = await serve();
    const partner = await addWebhook(floor, 'http://127.0.0.1:9');
    const { webhook } = floor.channels;
    await alsoOn(floor, customer, webhook);
    await alsoOn(floor, customer, partner);
    const [stuck, behind, elsewhere] = [
      (await send('一', webhook)).entry,
      (await send('二', webhook)).entry,
      (await send('三', partner)).entry,
    ];
    expect(await handOver(floor, behind)).toBe(false);
    expect(await handOver(floor, elsewhere)).toBe(true);
    expect(await handOver(floor, stuck)).toBe(true);
    expect(floor.jobs.at(-1)).toMatchObject({ name: 'channel-send', payload: { entryId: behind.id } });
    await speak(floor, customer, '收到了');
    const receipt = { entryId: stuck.id, state: 'read' as const };
    await floor.conversations.setMessageReceipt({ ...receipt, channelId: webhook });
    expect((await floor.store.conversations.find(conversationId))?.readSeq).toBe(stuck.customerSeq);
    await expect(
      floor.conversations.setMessageReceipt({ ...receipt, channelId: partner }),
    ).rejects.toMatchObject({ error: { code: 'not-found' } });
  });
});
