import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import type { ChannelId, ConversationId } from '#shared/domain/ids';
import { inboundEventSchema, type OutboundEvent } from '#shared/protocol/webhook';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { type AgentClient, clientId } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';
import { startWebhookPartner, type WebhookPartner } from '../support/webhook-partner.ts';

/** Edits and recalls on channels of others, both ways: one that takes them, and one that takes nothing back. */

type Channel = { url: string; id: ChannelId; secret: string };

let backend: TestBackend;
let lin: AgentClient;
let lead: AgentClient;
const partners: Record<'takes' | 'keeps', { partner: WebhookPartner; channel: Channel }> = {} as never;

beforeAll(async () => {
  const secrets = { takes: '', keeps: '' };
  const started = {
    takes: await startWebhookPartner(() => secrets.takes),
    keeps: await startWebhookPartner(() => secrets.keeps),
  };
  const terms = { answerMs: 3000, leaseMs: 8000, firstPauseMs: 100, longestPauseMs: 200, patienceMs: 60_000 };
  backend = await startBackend({
    deliveryTerms: terms,
    async prepare({ channels }) {
      for (const kind of ['takes', 'keeps'] as const) {
        const made = await channels.addWebhook({
          name: { zh: kind, en: kind },
          outboundUrl: started[kind].address,
          revises: kind === 'takes',
        });
        secrets[kind] = made.secret;
        partners[kind] = { partner: started[kind], channel: { url: '', ...made } };
      }
    },
  });
  for (const { channel } of Object.values(partners)) channel.url = backend.url;
  lin = await backend.agent('lin');
  lead = await backend.agent('wang');
});
afterAll(async () => {
  lin.close();
  lead.close();
  await backend.stop();
  for (const { partner } of Object.values(partners)) await partner.close();
});

const message = (from: string, text: string, eventId: string = crypto.randomUUID()) => ({
  type: 'message',
  eventId,
  from: { id: from },
  text,
  language: 'zh',
});
const recall = (from: string, revokes: string, eventId: string = crypto.randomUUID()) => ({
  type: 'recall',
  eventId,
  from: { id: from },
  revokes,
});

async function entryOf(id: string | null): Promise<Entry | undefined> {
  const { rows } = await backend.database.pool.query<{ conversation_id: ConversationId }>(
    'select conversation_id from entries where id = $1',
    [id],
  );
  const conversationId = rows[0]?.conversation_id;
  if (conversationId === undefined) return undefined;
  const { page } = await lead.ask('conversation:open', { conversationId, limit: 200 });
  return page.entries.find((entry) => entry.id === id);
}

/** Lin has the conversation of somebody on that channel, and everything so far has gone out. */
async function served(kind: keyof typeof partners, from: string): Promise<ConversationId> {
  const { partner, channel } = partners[kind];
  const { messageId } = await partner.send(channel, message(from, '你好，转人工'));
  await backend.idle();
  const conversationId = (await entryOf(messageId))?.conversationId;
  if (conversationId === undefined) throw new Error('The message is not kept');
  await lead.ask('conversation:claim', { clientId: clientId(), conversationId });
  await backend.idle();
  return conversationId;
}

async function say(conversationId: ConversationId, text: string): Promise<Entry> {
  const input = { clientId: clientId(), conversationId, text, seenSeq: null };
  return (await lead.ask('message:send', input)).entry;
}

function got(kind: keyof typeof partners, id: string): OutboundEvent[] {
  return partners[kind].partner.received.filter((event) => event.id === id);
}

async function until(check: () => void | Promise<void>): Promise<void> {
  await vi.waitFor(check, SOON);
}

const named = ({ conversationId, id }: Entry) => ({ clientId: clientId(), conversationId, entryId: id });

describe('D19 on a channel that takes revisions', () => {
  it('an edit and a recall follow the message, each as a delivery of its own', async () => {
    const conversationId = await served('takes', 'a1');
    const said = await say(conversationId, '明天到');
    await until(() => expect(got('takes', said.id)).toHaveLength(1));
    const { entry: edit } = await lead.ask('message:edit', { ...named(said), text: '后天到' });
    expect(edit.body).toMatchObject({ type: 'revised', delivery: { state: 'queued' } });
    await until(() => expect(got('takes', edit.id)).toHaveLength(1));
    expect(got('takes', edit.id)).toMatchObject([
      { type: 'revision', id: edit.id, revises: said.id, text: '后天到', to: { id: 'a1' } },
    ]);
    const { entry: gone } = await lead.ask('message:recall', named(said));
    await until(() => expect(got('takes', gone.id)).toMatchObject([{ type: 'revision', text: null }]));
    const order = partners.takes.partner.received.filter(({ to }) => to.id === 'a1').map(({ id }) => id);
    expect(order.slice(-3)).toEqual([said.id, edit.id, gone.id]);
    await until(async () =>
      expect((await entryOf(gone.id))?.body).toMatchObject({ type: 'revised', delivery: { state: 'sent' } }),
    );
  });

  it('a message that is being tried in vain is let go, and the channel told in case it has it', async () => {
    const { partner } = partners.takes;
    const conversationId = await served('takes', 'a2');
    partner.answerAlways(500);
    const said = await say(conversationId, 'zq旧的词');
    await until(() => expect(partner.attempts.some(({ id }) => id === said.id)).toBe(true));
    const { entry: gone } = await lead.ask('message:recall', named(said));
    partner.answerAlways(null);
    await until(() => expect(got('takes', gone.id)).toMatchObject([{ type: 'revision', text: null }]));
    expect(got('takes', said.id)).toEqual([]);
    await until(async () =>
      expect((await entryOf(said.id))?.body).toMatchObject({
        content: { type: 'recalled' },
        delivery: { state: 'discarded' },
      }),
    );
    expect((await lead.ask('undelivered:list', {})).messages).toEqual([]);
  });
});

describe('D19 on a channel that takes nothing back', () => {
  it('what has left stays; staff are told before they try', async () => {
    const { channels } = await lin.ask('session:read', {});
    const revises = new Map(channels.map(({ id, limits }) => [id, limits.revises]));
    expect(revises.get(partners.takes.channel.id)).toBe(true);
    expect(revises.get(partners.keeps.channel.id)).toBe(false);
    expect(channels.filter(({ kind }) => kind !== 'webhook').every(({ limits }) => limits.revises)).toBe(
      true,
    );
    const conversationId = await served('keeps', 'b1');
    const said = await say(conversationId, '说过的话');
    await until(() => expect(got('keeps', said.id)).toHaveLength(1));
    for (const [name, more] of [
      ['message:recall', {}],
      ['message:edit', { text: '改' }],
    ] as const) {
      expect(await lead.refusal(name, { ...named(said), ...more })).toMatchObject({
        code: 'conflict',
        details: { reason: 'cannot-recall' },
      });
    }
    expect((await entryOf(said.id))?.body).toMatchObject({ content: { text: '说过的话' } });
  });

  it('what waits and was never tried goes out edited, or never', async () => {
    const { partner } = partners.keeps;
    const conversationId = await served('keeps', 'b2');
    partner.answerAlways({ status: 503, headers: { 'retry-after': '1' } });
    const first = await say(conversationId, '排在前面的');
    await until(() => expect(partner.attempts.some(({ id }) => id === first.id)).toBe(true));
    const [edited, gone, last] = [
      await say(conversationId, '要改的'),
      await say(conversationId, '要撤的'),
      await say(conversationId, '最后的'),
    ];
    await lead.ask('message:edit', { ...named(edited), text: '改好的' });
    await lead.ask('message:recall', named(gone));
    expect(await lead.refusal('message:recall', named(first))).toMatchObject({
      details: { reason: 'cannot-recall' },
    });
    partner.answerAlways(null);
    await until(() => expect(got('keeps', last.id)).toHaveLength(1));
    const heard = partner.received.filter(({ to }) => to.id === 'b2').slice(-3);
    expect(heard.map(({ text }) => text)).toEqual(['排在前面的', '改好的', '最后的']);
    expect(partner.attempts.some(({ id }) => id === gone.id)).toBe(false);
    expect(partner.received.every(({ type }) => type === 'message')).toBe(true);
  });
});

describe('D19 a recall that comes in', () => {
  it('takes the words back whenever it comes, once, and only from who said them', async () => {
    const { partner, channel } = partners.keeps;
    const eventId = crypto.randomUUID();
    const { messageId } = await partner.send(channel, message('c1', 'zqfig 是我的密码', eventId));
    await backend.idle();
    await backend.database.pool.query(
      `update commands set at = at - interval '3 hours' where result::text like '%zqfig%'`,
    );
    await expect(partner.send(channel, recall('c2', eventId))).rejects.toThrow('not-found');
    const event = recall('c1', eventId);
    for (let times = 0; times < 2; times += 1)
      expect(await partner.send(channel, event)).toMatchObject({ messageId });
    expect(await partner.send(channel, recall('c1', eventId))).toMatchObject({ messageId });
    const entry = await entryOf(messageId);
    expect(entry?.body).toMatchObject({ content: { type: 'recalled' } });
    expect(JSON.stringify(await lead.ask('conversation:search', { query: 'zqfig' }))).not.toContain('zqfig');
    const { page } = await lead.ask('conversation:open', {
      conversationId: entry?.conversationId as ConversationId,
    });
    expect(page.entries.filter(({ body }) => body.type === 'revised')).toHaveLength(1);
    // The message once more: the same answer, and nothing new.
    expect(await partner.send(channel, message('c1', 'zqfig 是我的密码', eventId))).toMatchObject({
      messageId,
    });
  });

  it('before its message: kept as taken back, answered by nobody; of somebody else’s message nothing', async () => {
    const { partner, channel } = partners.keeps;
    for (const [sender, isTheirs] of [
      ['d1', true],
      ['somebody', false],
    ] as const) {
      const eventId = crypto.randomUUID();
      const early = await Promise.all([
        partner.send(channel, recall(sender, eventId)),
        partner.send(channel, recall(sender, eventId)),
      ]);
      expect(early.map(({ messageId }) => messageId)).toEqual([null, null]);
      const from = isTheirs ? sender : 'd2';
      const event = message(from, '我要投诉，zqdate！', eventId);
      const [first, second] = await Promise.all([partner.send(channel, event), partner.send(channel, event)]);
      expect(first.messageId).toBe(second.messageId);
      await backend.idle();
      const entry = await entryOf(first.messageId);
      const content = isTheirs ? { type: 'recalled' } : { text: '我要投诉，zqdate！' };
      expect(entry?.body).toMatchObject({ type: 'message', content });
      const answers = partner.received.filter(({ to }) => to.id === from);
      if (isTheirs) {
        expect(answers).toEqual([]);
        const { versions } = await lead.ask('message:versions', { entryId: entry?.id as Entry['id'] });
        expect(versions).toMatchObject([{ content: { text: '我要投诉，zqdate！' } }]);
      } else await until(() => expect(partner.received.some(({ to }) => to.id === from)).toBe(true));
    }
  });

  it('whatever it is numbered by, and whoever else took back what was never theirs', async () => {
    const { partner, channel } = partners.keeps;
    const [same, early, other, planted] = Array.from({ length: 4 }, () => crypto.randomUUID());
    const { messageId } = await partner.send(channel, message('f1', '一句话', same));
    expect(await partner.send(channel, recall('f1', `${same}`, same))).toMatchObject({ messageId });
    await partner.send(channel, recall('f1', `${early}`, early));
    const second = await partner.send(channel, message('f1', '两句话', early));
    expect((await entryOf(second.messageId))?.body).toMatchObject({ content: { type: 'recalled' } });
    await partner.send(channel, recall('f1', crypto.randomUUID(), other));
    const third = await partner.send(channel, message('f1', '三句话', other));
    expect((await entryOf(third.messageId))?.body).toMatchObject({ content: { text: '三句话' } });
    for (const sender of ['f2', 'f1', 'f3']) await partner.send(channel, recall(sender, `${planted}`));
    const fourth = await partner.send(channel, message('f1', '四句话', planted));
    expect((await entryOf(fourth.messageId))?.body).toMatchObject({ content: { type: 'recalled' } });
  });

  it('at the same moment as its message: whichever is first, the words are gone', async () => {
    const { partner, channel } = partners.keeps;
    for (let round = 0; round < 8; round += 1) {
      const eventId = crypto.randomUUID();
      const [{ messageId }] = await Promise.all([
        partner.send(channel, message('e1', `第 ${round} 句`, eventId)),
        partner.send(channel, recall('e1', eventId)),
      ]);
      expect((await entryOf(messageId))?.body).toMatchObject({ content: { type: 'recalled' } });
    }
  });

  it('is of its form or refused, and changes nothing then', () => {
    const event = recall('x', 'y');
    expect(inboundEventSchema.safeParse(event).success).toBe(true);
    for (const wrong of [{ revokes: '' }, { revokes: 'x'.repeat(121) }, { from: {} }, { text: 'x' }])
      expect(inboundEventSchema.safeParse({ ...event, ...wrong }).success).toBe(false);
  });
});
