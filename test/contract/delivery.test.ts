import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Delivery, Entry } from '#shared/domain/entry';
import type { ChannelId, ConversationId, EntryId } from '#shared/domain/ids';
import type { DeliveryTerms } from '../../backend/modules/delivery/index.ts';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** Case F10 and rule D14: a real partner that is down, hangs, cuts and refuses, and the messages that wait for it. */

/** Production's terms a hundred times faster: half an hour becomes a few seconds. */
const terms: DeliveryTerms = {
  answerMs: 400,
  leaseMs: 1500,
  firstPauseMs: 40,
  longestPauseMs: 300,
  patienceMs: 6000,
};

type Channel = { url: string; id: ChannelId; secret: string };
let backend: TestBackend;
let partner: WebhookPartner;
let other: WebhookPartner;
let channel: Channel;
let lin: AgentClient;
let wang: AgentClient;

beforeAll(async () => {
  const secrets: string[] = [];
  partner = await startWebhookPartner(() => secrets[0] ?? '');
  other = await startWebhookPartner(() => secrets[1] ?? '', { knowsKeys: false });
  backend = await startBackend({
    deliveryTerms: terms,
    async prepare({ channels }) {
      const made = await channels.addWebhook({
        name: { zh: '小程序', en: 'Mini program' },
        outboundUrl: partner.address,
      });
      const second = await channels.addWebhook({
        name: { zh: '合作平台', en: 'Partner app' },
        outboundUrl: other.address,
      });
      secrets.push(made.secret, second.secret);
      channel = { url: '', ...made };
    },
  });
  channel.url = backend.url;
  lin = await backend.agent('lin');
  wang = await backend.agent('wang');
});
afterEach(() => {
  partner.answerAlways(null);
  backend.services.adapters.webhook.takesKey = true;
});
afterAll(async () => {
  await backend.stop();
  await partner.close();
  await other.close();
});

let visitors = 0;

/** Somebody on the partner's channel who is served by Lin; what the house said on the way there has arrived. */
async function served(): Promise<ConversationId> {
  visitors += 1;
  const name = `阿明 ${visitors}`;
  const event = {
    type: 'message',
    eventId: crypto.randomUUID(),
    from: { id: `u-${visitors}`, name },
    text: '转人工',
  };
  const { messageId } = await partner.send(channel, event);
  await backend.idle();
  const { conversation_id: conversationId } = await backend.database.db
    .selectFrom('entries')
    .select('conversation_id')
    .where('id', '=', messageId as EntryId)
    .executeTakeFirstOrThrow();
  await lin.ask('conversation:claim', { clientId: clientId(), conversationId });
  await backend.idle();
  return conversationId;
}

async function say(conversationId: ConversationId, text: string): Promise<EntryId> {
  const { entry } = await lin.ask('message:send', {
    clientId: clientId(),
    conversationId,
    text,
    seenSeq: null,
  });
  return entry.id;
}

async function logOf(conversationId: ConversationId): Promise<Entry[]> {
  const { page } = await wang.ask('conversation:open', { conversationId, limit: 200 });
  return page.entries;
}

async function deliveryOf(conversationId: ConversationId, id: EntryId): Promise<Delivery | null> {
  const entry = (await logOf(conversationId)).find((one) => one.id === id);
  return entry?.body.type === 'message' ? entry.body.delivery : null;
}

async function until(
  conversationId: ConversationId,
  id: EntryId,
  state: Delivery['state'],
): Promise<Delivery> {
  return await vi.waitFor(
    async () => {
      const delivery = await deliveryOf(conversationId, id);
      expect(delivery?.state).toBe(state);
      return delivery ?? expect.fail('no delivery');
    },
    { timeout: 20_000, interval: 50 },
  );
}

function attemptsOf(id: EntryId) {
  return backend.database.db
    .selectFrom('delivery_attempts')
    .select(['number', 'key', 'outcome', 'ended_at'])
    .where('entry_id', '=', id)
    .orderBy('number')
    .execute();
}

const timesTaken = (id: EntryId) => partner.received.filter((event) => event.id === id).length;
const command = (conversationId: ConversationId, entryId: EntryId) => ({
  clientId: clientId(),
  conversationId,
  entryId,
});

describe('F10 a partner that fails for a while', () => {
  it('D14 has every attempt on record before it is made, under one key', async () => {
    const conversationId = await served();
    partner.answerNext(503, 'cut', 500);
    const id = await say(conversationId, '再试试');
    await until(conversationId, id, 'sent');
    const attempts = await attemptsOf(id);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['again', 'unknown', 'unknown', 'sent']);
    expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(new Set(attempts.map(({ key }) => key))).toEqual(new Set([id]));
    expect(partner.attempts.filter((one) => one.id === id).map(({ key }) => key)).toEqual([id, id, id, id]);
    expect(timesTaken(id)).toBe(1);
  });

  it.each(['hang', 'garbage', 'cut'] as const)(
    'D14 is not given a message twice though it answers with %s',
    async (how) => {
      const conversationId = await served();
      partner.answerNext(how, how);
      const id = await say(conversationId, `一次就好 ${how}`);
      await until(conversationId, id, 'sent');
      expect(timesTaken(id)).toBe(1);
      expect((await attemptsOf(id)).length).toBeGreaterThanOrEqual(3);
    },
  );

  it('D14 is left alone for as long as it asks, by all that waits for it', async () => {
    const [first, second] = [await served(), await served()];
    partner.answerNext({ status: 429, headers: { 'retry-after': '2' } });
    const one = await say(first, '太快了吗');
    await vi.waitFor(() => expect(partner.attempts.some(({ id }) => id === one)).toBe(true));
    const refusedAt = partner.attempts.findLast(({ id }) => id === one)?.at ?? 0;
    await vi.waitFor(async () => expect((await attemptsOf(one))[0]?.ended_at).not.toBeNull());
    const two = await say(second, '我也等一等');
    await until(first, one, 'sent');
    await until(second, two, 'sent');
    const later = partner.attempts.filter(({ at, id }) => at > refusedAt && (id === one || id === two));
    expect(later.length).toBe(2);
    for (const { at } of later) expect(at - refusedAt).toBeGreaterThan(1900);
  });

  it('D13 D14 is down for a third of all patience: everything arrives, once, in order', async () => {
    const conversations = [await served(), await served(), await served()];
    await partner.goDown();
    const said: { conversationId: ConversationId; id: EntryId }[] = [];
    for (const index of [1, 2, 3, 4]) {
      for (const conversationId of conversations)
        said.push({ conversationId, id: await say(conversationId, `第 ${index} 句`) });
    }
    await vi.waitFor(
      async () => {
        const { channels } = await wang.ask('undelivered:list', {});
        expect(channels).toMatchObject([{ channelId: channel.id, waiting: 12, outage: expect.anything() }]);
        expect(channels[0]?.outage?.reason.code).toBe('delivery.unreachable');
      },
      { timeout: 5000, interval: 50 },
    );
    await new Promise((resolve) => setTimeout(resolve, terms.patienceMs / 3));
    await partner.comeBack();
    for (const { conversationId, id } of said) await until(conversationId, id, 'sent');
    for (const conversationId of conversations) {
      const ids = said.filter((one) => one.conversationId === conversationId).map(({ id }) => id);
      expect(partner.received.map(({ id }) => id).filter((id) => ids.includes(id as EntryId))).toEqual(ids);
    }
    expect((await wang.ask('undelivered:list', {})).channels).toEqual([]);
  });
});

describe('what does not arrive', () => {
  it('D6 D14 waits for a person after all patience, and a lead sends all of the channel again, in order', async () => {
    const [first, second] = [await served(), await served()];
    await partner.goDown();
    const ids: [ConversationId, EntryId][] = [];
    for (const text of ['一', '二', '三']) {
      ids.push([first, await say(first, text)]);
      ids.push([second, await say(second, text)]);
    }
    for (const [conversationId, id] of ids) {
      const delivery = await until(conversationId, id, 'failed');
      expect(delivery).toEqual({ state: 'failed', reason: { code: 'delivery.unreachable', params: {} } });
    }
    await vi.waitFor(() => expect(wang.heard('undelivered:changed').at(-1)?.total).toBe(6), 5000);
    const page = await wang.ask('undelivered:list', {
      channelId: channel.id,
      reason: 'delivery.unreachable',
    });
    expect(page).toMatchObject({
      total: 6,
      hasMore: false,
      reasons: [{ code: 'delivery.unreachable', count: 6 }],
    });
    expect(page.messages.map(({ entryId }) => entryId).toSorted()).toEqual(
      ids.map(([, id]) => id).toSorted(),
    );
    expect(page.messages[0]).toMatchObject({ preview: '三', author: { kind: 'agent' }, state: 'agent' });
    expect((await wang.ask('undelivered:list', { reason: 'delivery.refused' })).messages).toEqual([]);

    await partner.comeBack();
    const all = { clientId: clientId(), channelId: channel.id };
    const answers = await Promise.all([all, all, all].map((input) => wang.ask('undelivered:retry', input)));
    expect(answers).toEqual([{ count: 6 }, { count: 6 }, { count: 6 }]);
    for (const [conversationId, id] of ids) await until(conversationId, id, 'sent');
    for (const [conversationId] of ids.slice(0, 2)) {
      const own = ids.filter(([one]) => one === conversationId).map(([, id]) => id);
      expect(partner.received.map(({ id }) => id).filter((id) => own.includes(id as EntryId))).toEqual(own);
      const asked = (await logOf(conversationId)).filter(
        ({ body }) => body.type === 'delivery' && body.delivery.state === 'queued',
      );
      expect(asked.map(({ author }) => author.kind === 'agent' && author.name.en)).toEqual(
        own.map(() => 'Wang Lan'),
      );
    }
    await vi.waitFor(() => expect(wang.heard('undelivered:changed').at(-1)?.total).toBe(0), 5000);
  });

  it('D14 is refused for good at once, with the partner’s own words, and holds nobody up', async () => {
    const conversationId = await served();
    partner.answerNext({ status: 422, body: '{"reason":"The customer has blocked the shop"}' });
    const refused = await say(conversationId, '收得到吗');
    const behind = await say(conversationId, '下一句');
    expect(await until(conversationId, refused, 'failed')).toEqual({
      state: 'failed',
      reason: { code: 'delivery.refused-because', params: { reason: 'The customer has blocked the shop' } },
    });
    await until(conversationId, behind, 'sent');
    expect(await attemptsOf(refused)).toMatchObject([{ outcome: 'failed' }]);
    const discard = { ...command(conversationId, refused), comment: '客人已经拉黑' };
    const { entry } = await lin.ask('message:discard', discard);
    expect(entry).toMatchObject({
      author: { kind: 'agent', name: { zh: '林小雨' } },
      body: { type: 'delivery', entryId: refused, delivery: { state: 'discarded', comment: '客人已经拉黑' } },
    });
    expect(await lin.ask('message:discard', discard)).toMatchObject({ entry });
    expect((await wang.ask('undelivered:list', {})).total).toBe(0);
    const again = await lin.refusal('message:retry', command(conversationId, refused));
    expect(again).toMatchObject({ code: 'conflict', details: { reason: 'not-failed' } });
  });

  it('D14 a retry that comes many times is one', async () => {
    const conversationId = await served();
    partner.answerNext(403);
    const id = await say(conversationId, '再来一次');
    await until(conversationId, id, 'failed');
    const retry = command(conversationId, id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => lin.ask('message:retry', retry)));
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    await until(conversationId, id, 'sent');
    expect(await attemptsOf(id)).toMatchObject([{ outcome: 'failed' }, { outcome: 'sent' }]);
  });

  it('D14 is the business of whoever has or had the conversation, and of leads; nobody else’s', async () => {
    const conversationId = await served();
    partner.answerNext(404);
    const id = await say(conversationId, '给谁看');
    await until(conversationId, id, 'failed');
    const chen = await backend.agent('chen');
    const forAll = { clientId: clientId(), channelId: channel.id };
    expect((await chen.refusal('message:retry', command(conversationId, id))).code).toBe('not-found');
    expect((await chen.ask('undelivered:list', {})).messages).toEqual([]);
    expect((await lin.ask('undelivered:list', {})).messages).toMatchObject([{ entryId: id }]);
    expect(lin.heard('undelivered:changed').length).toBeGreaterThan(0);
    expect((await chen.refusal('undelivered:retry', forAll)).code).toBe('not-found');
    const disposition = { outcome: 'solved' as const, causeCode: null, comment: '' };
    await lin.ask('conversation:close', { clientId: clientId(), conversationId, disposition });
    expect(await chen.refusal('message:retry', command(conversationId, id))).toMatchObject({
      code: 'conflict',
      details: { reason: 'not-owner' },
    });
    expect(await wang.refusal('message:mark-arrived', command(conversationId, id))).toMatchObject({
      code: 'conflict',
      details: { reason: 'not-unknown' },
    });
    await lin.ask('message:retry', command(conversationId, id));
    await until(conversationId, id, 'sent');
    chen.close();
  });
});

describe('a channel that takes no key', () => {
  it('D14 is not given again what it may have taken: a person says that it arrived, or sends it again', async () => {
    backend.services.adapters.webhook.takesKey = false;
    const conversationId = await served();
    partner.answerNext('cut', 'hang');
    const arrived = await say(conversationId, '到了没有');
    const lost = await say(conversationId, '还是没到');
    const behind = await say(conversationId, '后面的照发');
    expect(await until(conversationId, arrived, 'unknown')).toMatchObject({
      reason: { code: 'delivery.line-cut' },
    });
    expect(await until(conversationId, lost, 'unknown')).toMatchObject({
      reason: { code: 'delivery.no-answer' },
    });
    await until(conversationId, behind, 'sent');
    expect(partner.attempts.filter(({ id }) => id === arrived || id === lost)).toHaveLength(2);
    const { channels, total } = await wang.ask('undelivered:list', {});
    expect({ total, channels }).toMatchObject({
      total: 2,
      channels: [{ undelivered: 2, unknown: 2, waiting: 0 }],
    });
    expect(await wang.ask('undelivered:retry', { clientId: clientId(), channelId: channel.id })).toEqual({
      count: 0,
    });
    const { entry } = await lin.ask('message:mark-arrived', command(conversationId, arrived));
    expect(entry).toMatchObject({
      author: { kind: 'agent' },
      body: { type: 'delivery', delivery: { state: 'sent' } },
    });
    await lin.ask('message:retry', command(conversationId, lost));
    await until(conversationId, lost, 'sent');
    expect(partner.attempts.filter(({ id }) => id === arrived)).toHaveLength(1);
    expect((await wang.ask('undelivered:list', {})).total).toBe(0);
  });

  it('D14 is given again what surely never arrived', async () => {
    backend.services.adapters.webhook.takesKey = false;
    const conversationId = await served();
    partner.answerNext(503, 429);
    const id = await say(conversationId, '没收就再发');
    await until(conversationId, id, 'sent');
    expect(timesTaken(id)).toBe(1);
  });
});
