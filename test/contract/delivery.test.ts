import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import { SOON } from '../support/soon.ts';
import { type Outbound, openOutbound } from './outbound.ts';

/** Case F10 and rules D13 and D14: a real partner that is down, hangs, cuts and refuses for a while, and the messages that wait for it. */

/** Nothing is given up here. */
const PATIENCE_MS = 18_000;

let out: Outbound;
beforeAll(async () => {
  out = await openOutbound({ patienceMs: PATIENCE_MS });
});
afterEach(() => out.mend());
afterAll(() => out.stop());

function timesTaken(id: EntryId): number {
  return out.partner.received.filter((event) => event.id === id).length;
}

describe('F10 a partner that fails for a while', () => {
  it('D14 has every attempt on record before it is made, under one key', async () => {
    const conversationId = await out.served();
    out.partner.answerNext(503, 'cut', 500);
    const id = await out.say(conversationId, '再试试');
    await out.until(conversationId, id, 'sent');
    const attempts = await out.attemptsOf(id);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['again', 'unknown', 'unknown', 'sent']);
    expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(new Set(attempts.map(({ key }) => key))).toEqual(new Set([id]));
    expect(out.partner.attempts.filter((one) => one.id === id).map(({ key }) => key)).toEqual([
      id,
      id,
      id,
      id,
    ]);
    expect(timesTaken(id)).toBe(1);
  });

  it.each(['hang', 'garbage', 'cut'] as const)(
    'D14 is not given a message twice though it answers with %s',
    async (how) => {
      const conversationId = await out.served();
      out.partner.answerNext(how, how);
      const id = await out.say(conversationId, `一次就好 ${how}`);
      await out.until(conversationId, id, 'sent');
      expect(timesTaken(id)).toBe(1);
      expect((await out.attemptsOf(id)).length).toBeGreaterThanOrEqual(3);
    },
  );

  it('D14 is left alone for as long as it asks, by all that waits for it', async () => {
    const [first, second] = [await out.served(), await out.served()];
    out.partner.answerNext({ status: 429, headers: { 'retry-after': '2' } });
    const one = await out.say(first, '太快了吗');
    await vi.waitFor(() => expect(out.partner.attempts.some(({ id }) => id === one)).toBe(true), SOON);
    const refusedAt = out.partner.attempts.findLast(({ id }) => id === one)?.at ?? 0;
    await vi.waitFor(async () => expect((await out.attemptsOf(one))[0]?.ended_at).not.toBeNull(), SOON);
    const two = await out.say(second, '我也等一等');
    await out.until(first, one, 'sent');
    await out.until(second, two, 'sent');
    const later = out.partner.attempts.filter(({ at, id }) => at > refusedAt && (id === one || id === two));
    expect(later.length).toBe(2);
    for (const { at } of later) expect(at - refusedAt).toBeGreaterThan(1900);
  });

  it('D13 D14 is down for a third of all patience: everything arrives, once, in order', async () => {
    const conversations = [await out.served(), await out.served(), await out.served()];
    await out.partner.goDown();
    const said: { conversationId: ConversationId; id: EntryId }[] = [];
    for (const index of [1, 2, 3, 4]) {
      for (const conversationId of conversations)
        said.push({ conversationId, id: await out.say(conversationId, `第 ${index} 句`) });
    }
    await vi.waitFor(async () => {
      const { channels } = await out.wang.ask('undelivered:list', {});
      expect(channels).toMatchObject([{ channelId: out.channel.id, waiting: 12, outage: expect.anything() }]);
      expect(channels[0]?.outage?.reason.code).toBe('delivery.unreachable');
    }, SOON);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS / 3));
    await out.partner.comeBack();
    for (const { conversationId, id } of said) await out.until(conversationId, id, 'sent');
    for (const conversationId of conversations) {
      const ids = said.filter((one) => one.conversationId === conversationId).map(({ id }) => id);
      expect(out.partner.received.map(({ id }) => id).filter((id) => ids.includes(id as EntryId))).toEqual(
        ids,
      );
    }
    expect((await out.wang.ask('undelivered:list', {})).channels).toEqual([]);
  });

  it('F10 D14 that hangs keeps no customer from a person, and no other channel from its customers', async () => {
    const elsewhere = await out.served(out.other);
    out.partner.answerAlways('hang');
    const startedAt = performance.now();
    const waiting = await Promise.all(Array.from({ length: 6 }, () => out.write('转人工')));
    const stateOf = async (id: ConversationId) =>
      (await out.wang.ask('conversation:open', { conversationId: id, limit: 1 })).conversation.state;
    for (const id of waiting)
      await vi.waitFor(async () => expect(await stateOf(id)).toBe('waiting'), {
        timeout: 8000,
        interval: 50,
      });
    expect(performance.now() - startedAt).toBeLessThan(8000);
    const id = await out.say(elsewhere, '这边照常');
    await out.until(elsewhere, id, 'sent');
    const { channels } = await out.wang.ask('undelivered:list', {});
    expect(channels.map(({ channelId }) => channelId)).toEqual([out.channel.id]);
  });
});
