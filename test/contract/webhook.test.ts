import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import type { ChannelId, ConversationId } from '#shared/domain/ids';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** The webhook channel both ways (rule T6, cases W1 and W3), and one customer over two channels (rules I1, I3). */

let backend: TestBackend;
let partner: WebhookPartner;
let lin: AgentClient;
let channel: { url: string; id: ChannelId; secret: string };

beforeAll(async () => {
  let secret = '';
  partner = await startWebhookPartner(() => secret);
  backend = await startBackend({
    async prepare({ channels }) {
      const made = await channels.addWebhook({
        name: { zh: '小程序', en: 'Mini program' },
        outboundUrl: partner.address,
      });
      secret = made.secret;
      channel = { url: '', ...made };
    },
  });
  channel.url = backend.url;
  lin = await backend.agent('lin');
});
afterAll(async () => {
  await backend.stop();
  await partner.close();
});

function message(from: string, text: string, more: object = {}) {
  return {
    type: 'message',
    eventId: crypto.randomUUID(),
    from: { id: from, name: `阿明 ${from}` },
    text,
    ...more,
  };
}

async function entriesOf(conversationId: ConversationId): Promise<Entry[]> {
  const { page } = await lin.ask('conversation:open', { conversationId, limit: 200 });
  return page.entries;
}

/** Lets somebody ask for a person and be taken over by Lin. */
async function takenOver(from: string): Promise<ConversationId> {
  await partner.send(channel, message(from, '转人工'));
  const conversation = await vi.waitFor(() => {
    const rows = lin.heard('workspace:changed').flatMap((event) => event.conversations);
    const row = rows.findLast(
      ({ customer, state }) => customer.name === `阿明 ${from}` && state === 'waiting',
    );
    return row ?? expect.fail('nobody waits');
  }, SOON);
  await lin.ask('conversation:claim', { clientId: clientId(), conversationId: conversation.id });
  return conversation.id;
}

async function deliveryOf(conversationId: ConversationId, entryId: string): Promise<unknown> {
  const entry = (await entriesOf(conversationId)).find(({ id }) => id === entryId);
  return entry?.body.type === 'message' ? entry.body.delivery : undefined;
}

describe('W3 the same event many times', () => {
  it('T6 has one effect and one answer, at once and later', async () => {
    const event = message('w3', '我的包裹到哪里了');
    const answers = await Promise.all(Array.from({ length: 10 }, () => partner.send(channel, event)));
    answers.push(await partner.send(channel, event));
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
    const rows = await backend.database.db
      .selectFrom('entries')
      .select('id')
      .where('id', '=', (answers[0]?.messageId ?? '') as Entry['id'])
      .execute();
    expect(rows).toHaveLength(1);
    const said = await backend.database.db.selectFrom('entries').select('body').execute();
    const same = said.filter(
      ({ body }) =>
        body.type === 'message' && body.content.type === 'text' && body.content.text === event.text,
    );
    expect(same).toHaveLength(1);
  });

  it('the bot answers out over the same channel, once', async () => {
    await vi.waitFor(
      () => expect(partner.received.filter(({ to }) => to.id === 'w3')).not.toHaveLength(0),
      SOON,
    );
    await backend.idle();
    const answers = partner.received.filter(
      (event) => event.type === 'message' && event.to.id === 'w3' && event.author.kind === 'bot',
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  });
});

describe('D6 delivery on a webhook', () => {
  it('goes from queued to sent, delivered and read, and never back', async () => {
    const conversationId = await takenOver('d6');
    const input = { clientId: clientId(), conversationId, text: '您好，马上帮您查', seenSeq: null };
    const { entry } = await lin.ask('message:send', input);
    expect(entry.body).toMatchObject({ type: 'message', delivery: { state: 'queued' } });
    await vi.waitFor(
      async () => expect(await deliveryOf(conversationId, entry.id)).toEqual({ state: 'sent' }),
      SOON,
    );
    const sent = partner.received.find(({ id }) => id === entry.id);
    expect(sent).toMatchObject({
      to: { id: 'd6' },
      author: { kind: 'agent', name: '林小雨' },
      text: '您好，马上帮您查',
    });

    const receipt = (state: 'delivered' | 'read') => ({
      type: 'receipt',
      eventId: crypto.randomUUID(),
      from: { id: 'd6' },
      messageId: entry.id,
      state,
    });
    await partner.send(channel, receipt('read'));
    expect(await deliveryOf(conversationId, entry.id)).toEqual({ state: 'read' });
    await partner.send(channel, receipt('delivered'));
    expect(await deliveryOf(conversationId, entry.id)).toEqual({ state: 'read' });
    const stranger = { ...receipt('read'), from: { id: 'somebody-else' } };
    await expect(partner.send(channel, stranger)).rejects.toThrow('not-found');
  });

  it('a partner that is busy gets the message again, under the same id', async () => {
    const conversationId = await takenOver('busy');
    partner.answerNext(503, 429);
    const before = partner.posts();
    const input = { clientId: clientId(), conversationId, text: 'again please', seenSeq: null };
    const { entry } = await lin.ask('message:send', input);
    await vi.waitFor(() => expect(partner.received.map(({ id }) => id)).toContain(entry.id), {
      timeout: 25_000,
      interval: 200,
    });
    expect(partner.posts() - before).toBeGreaterThanOrEqual(3);
    expect(partner.received.filter(({ id }) => id === entry.id)).toHaveLength(1);
    await vi.waitFor(
      async () => expect(await deliveryOf(conversationId, entry.id)).toEqual({ state: 'sent' }),
      SOON,
    );
  });

  it('a refusal for good leaves the message failed with a reason, and a retry sends it', async () => {
    const conversationId = await takenOver('refused');
    await vi.waitFor(async () => {
      const rows = await backend.database.db
        .selectFrom('entries')
        .select('delivery')
        .where('conversation_id', '=', conversationId)
        .execute();
      expect(rows.filter(({ delivery }) => delivery?.state === 'queued')).toEqual([]);
    }, SOON);
    partner.answerNext(410);
    const input = { clientId: clientId(), conversationId, text: 'refuse me', seenSeq: null };
    const { entry } = await lin.ask('message:send', input);
    const failed = { state: 'failed', reason: { code: 'delivery.address-gone', params: {} } };
    await vi.waitFor(async () => expect(await deliveryOf(conversationId, entry.id)).toEqual(failed), SOON);
    await lin.ask('message:retry', { clientId: clientId(), conversationId, entryId: entry.id });
    await vi.waitFor(
      async () => expect(await deliveryOf(conversationId, entry.id)).toEqual({ state: 'sent' }),
      SOON,
    );
  });
});

describe('I1 one customer over two channels', () => {
  it('is joined by the shop’s word, hears the answer where they spoke last, and keeps one timeline', async () => {
    const identityToken = await backend.identityToken('shop-77', '王小明');
    const web = await backend.customer();
    await web.ask('identity:link', { clientId: clientId(), identityToken });
    await web.ask('message:send', { clientId: clientId(), text: '在网页上问一句' });
    await backend.idle();
    const { messageId } = await partner.send(
      channel,
      message('wx-77', '在小程序里接着问', { identityToken }),
    );
    const entry = await backend.database.db
      .selectFrom('entries as e')
      .innerJoin('conversations as c', 'c.id', 'e.conversation_id')
      .select(['c.customer_id as customerId', 'c.id as conversationId', 'c.channel_id as channelId'])
      .where('e.id', '=', messageId as Entry['id'])
      .executeTakeFirstOrThrow();
    const { customerId, conversation } = await web.ask('session:read', {});
    expect(entry.customerId).toBe(customerId);
    expect(entry.conversationId).toBe(conversation?.id);
    expect(entry.channelId).toBe(channel.id);
    await vi.waitFor(() => {
      const texts = web
        .heard('entry:appended')
        .flatMap((event) => event.entries.map(({ content }) => content));
      expect(texts).toContainEqual(expect.objectContaining({ text: '在小程序里接着问' }));
    }, SOON);
    web.close();
  });

  it('keeps a message whose token names somebody else than before, and says that it was refused', async () => {
    const token = (sub: string) => backend.identityToken(sub);
    const send = async (text: string, identityToken?: string) =>
      await partner.send(channel, message('wx-80', text, identityToken ? { identityToken } : {}));
    expect(await send('我是谁', await token('shop-80'))).toMatchObject({ identity: 'linked' });
    const answer = await send('换了个人？', await token('shop-81'));
    expect(answer).toMatchObject({ identity: 'refused', reason: 'conflict' });
    expect(await send('不带证明的一句')).toMatchObject({ identity: 'none' });
    const kept = await backend.database.db
      .selectFrom('entries as e')
      .innerJoin('conversations as c', 'c.id', 'e.conversation_id')
      .innerJoin('identities as i', 'i.customer_id', 'c.customer_id')
      .select('i.value')
      .where('e.id', '=', answer.messageId as Entry['id'])
      .where('i.type', '=', 'shop')
      .execute();
    expect(kept).toEqual([{ value: 'shop-80' }]);
  });
});
