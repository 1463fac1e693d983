import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import { clientId } from '../support/clients.ts';
import { SOON } from '../support/soon.ts';
import { about, type Outbound, openOutbound } from './outbound.ts';

/** Rule D14: what does not arrive, or may not have, is seen by a person, and what the person decides is done once. */

let out: Outbound;
beforeAll(async () => {
  out = await openOutbound();
});
afterEach(() => out.mend());
afterAll(() => out.stop());

describe('what does not arrive', () => {
  it('D6 D14 waits for a person after all patience, and a lead sends all of the channel again, in order', async () => {
    const [first, second] = [await out.served(), await out.served()];
    await out.partner.goDown();
    const ids: [ConversationId, EntryId][] = [];
    for (const text of ['一', '二', '三']) {
      ids.push([first, await out.say(first, text)]);
      ids.push([second, await out.say(second, text)]);
    }
    for (const [conversationId, id] of ids) {
      const delivery = await out.until(conversationId, id, 'failed');
      expect(delivery).toEqual({ state: 'failed', reason: { code: 'delivery.unreachable', params: {} } });
    }
    await vi.waitFor(() => expect(out.wang.heard('undelivered:changed').at(-1)?.total).toBe(6), SOON);
    const page = await out.wang.ask('undelivered:list', {
      channelId: out.channel.id,
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
    expect((await out.wang.ask('undelivered:list', { reason: 'delivery.refused' })).messages).toEqual([]);

    await out.partner.comeBack();
    const all = { clientId: clientId(), channelId: out.channel.id };
    const answers = await Promise.all(
      [all, all, all].map((input) => out.wang.ask('undelivered:retry', input)),
    );
    expect(answers).toEqual([{ count: 6 }, { count: 6 }, { count: 6 }]);
    for (const [conversationId, id] of ids) await out.until(conversationId, id, 'sent');
    for (const [conversationId] of ids.slice(0, 2)) {
      const own = ids.filter(([one]) => one === conversationId).map(([, id]) => id);
      expect(out.partner.received.map(({ id }) => id).filter((id) => own.includes(id as EntryId))).toEqual(
        own,
      );
      const asked = (await out.logOf(conversationId)).filter(
        ({ body }) => body.type === 'delivery' && body.delivery.state === 'queued',
      );
      expect(asked.map(({ author }) => author.kind === 'agent' && author.name.en)).toEqual(
        own.map(() => 'Wang Lan'),
      );
    }
    await vi.waitFor(() => expect(out.wang.heard('undelivered:changed').at(-1)?.total).toBe(0), SOON);
  });

  it('D14 is refused for good at once, with the partner’s own words, and holds nobody up', async () => {
    const conversationId = await out.served();
    out.partner.answerNext({ status: 422, body: '{"reason":"The customer has blocked the shop"}' });
    const refused = await out.say(conversationId, '收得到吗');
    const behind = await out.say(conversationId, '下一句');
    expect(await out.until(conversationId, refused, 'failed')).toEqual({
      state: 'failed',
      reason: { code: 'delivery.refused-because', params: { reason: 'The customer has blocked the shop' } },
    });
    await out.until(conversationId, behind, 'sent');
    expect(await out.attemptsOf(refused)).toMatchObject([{ outcome: 'failed' }]);
    const discard = { ...about(conversationId, refused), comment: '客人已经拉黑' };
    const { entry } = await out.lin.ask('message:discard', discard);
    expect(entry).toMatchObject({
      author: { kind: 'agent', name: { zh: '林小雨' } },
      body: { type: 'delivery', entryId: refused, delivery: { state: 'discarded', comment: '客人已经拉黑' } },
    });
    expect(await out.lin.ask('message:discard', discard)).toMatchObject({ entry });
    expect((await out.wang.ask('undelivered:list', {})).total).toBe(0);
    const again = await out.lin.refusal('message:retry', about(conversationId, refused));
    expect(again).toMatchObject({ code: 'conflict', details: { reason: 'not-failed' } });
  });

  it('D14 a retry that comes many times is one', async () => {
    const conversationId = await out.served();
    out.partner.answerNext(403);
    const id = await out.say(conversationId, '再来一次');
    await out.until(conversationId, id, 'failed');
    const retry = about(conversationId, id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => out.lin.ask('message:retry', retry)));
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    await out.until(conversationId, id, 'sent');
    expect(await out.attemptsOf(id)).toMatchObject([{ outcome: 'failed' }, { outcome: 'sent' }]);
  });

  it('D14 is the business of whoever has or had the conversation, and of leads; nobody else’s', async () => {
    const conversationId = await out.served();
    out.partner.answerNext(404);
    const id = await out.say(conversationId, '给谁看');
    await out.until(conversationId, id, 'failed');
    const chen = await out.backend.agent('chen');
    const forAll = { clientId: clientId(), channelId: out.channel.id };
    expect((await chen.refusal('message:retry', about(conversationId, id))).code).toBe('not-found');
    expect((await chen.ask('undelivered:list', {})).messages).toEqual([]);
    expect((await out.lin.ask('undelivered:list', {})).messages).toMatchObject([{ entryId: id }]);
    expect(out.lin.heard('undelivered:changed').length).toBeGreaterThan(0);
    expect((await chen.refusal('undelivered:retry', forAll)).code).toBe('not-found');
    const disposition = { outcome: 'solved' as const, causeCode: null, comment: '' };
    await out.lin.ask('conversation:close', { clientId: clientId(), conversationId, disposition });
    expect(await chen.refusal('message:retry', about(conversationId, id))).toMatchObject({
      code: 'conflict',
      details: { reason: 'not-owner' },
    });
    expect(await out.wang.refusal('message:mark-arrived', about(conversationId, id))).toMatchObject({
      code: 'conflict',
      details: { reason: 'not-unknown' },
    });
    await out.lin.ask('message:retry', about(conversationId, id));
    await out.until(conversationId, id, 'sent');
    chen.close();
  });
});

describe('a channel that takes no key', () => {
  it('D14 is not given again what it may have taken: a person says that it arrived, or sends it again', async () => {
    out.backend.services.adapters.webhook.takesKey = false;
    const conversationId = await out.served();
    out.partner.answerNext('cut', 'hang');
    const arrived = await out.say(conversationId, '到了没有');
    const lost = await out.say(conversationId, '还是没到');
    const behind = await out.say(conversationId, '后面的照发');
    expect(await out.until(conversationId, arrived, 'unknown')).toMatchObject({
      reason: { code: 'delivery.line-cut' },
    });
    expect(await out.until(conversationId, lost, 'unknown')).toMatchObject({
      reason: { code: 'delivery.no-answer' },
    });
    await out.until(conversationId, behind, 'sent');
    expect(out.partner.attempts.filter(({ id }) => id === arrived || id === lost)).toHaveLength(2);
    const { channels, total } = await out.wang.ask('undelivered:list', {});
    expect({ total, channels }).toMatchObject({
      total: 2,
      channels: [{ undelivered: 2, unknown: 2, waiting: 0 }],
    });
    expect(
      await out.wang.ask('undelivered:retry', { clientId: clientId(), channelId: out.channel.id }),
    ).toEqual({
      count: 0,
    });
    const { entry } = await out.lin.ask('message:mark-arrived', about(conversationId, arrived));
    expect(entry).toMatchObject({
      author: { kind: 'agent' },
      body: { type: 'delivery', delivery: { state: 'sent' } },
    });
    await out.lin.ask('message:retry', about(conversationId, lost));
    await out.until(conversationId, lost, 'sent');
    expect(out.partner.attempts.filter(({ id }) => id === arrived)).toHaveLength(1);
    expect((await out.wang.ask('undelivered:list', {})).total).toBe(0);
  });

  it('D14 is given again what surely never arrived', async () => {
    out.backend.services.adapters.webhook.takesKey = false;
    const conversationId = await out.served();
    out.partner.answerNext(503, 429);
    const id = await out.say(conversationId, '没收就再发');
    await out.until(conversationId, id, 'sent');
    expect(out.partner.received.filter((event) => event.id === id)).toHaveLength(1);
  });
});
