import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareWaiting } from '#shared/domain/queue-order';
import {
  aMood,
  anAgent,
  aTakenConversation,
  aWaitingConversation,
} from '../../test/support/builders/conversation.ts';
import {
  beginConversations,
  keepConversations,
  removeConversations,
  replaceConversations,
  settleQueue,
  takeConversations,
  useConversationStore,
} from './conversation-store.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const me = anAgent('林晓');
const other = anAgent('周妍');
const state = (): ReturnType<typeof useConversationStore.getState> => useConversationStore.getState();
const waiting = (): readonly string[] => state().groups.waiting.order.ids;

beforeEach(() => {
  beginConversations(me.id);
  settleQueue(now);
});

describe('conversations of the workspace', () => {
  it('Q3 stand in the queue in the contract’s order, however they come', () => {
    const row = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      since: fc.integer({ min: 0, max: 900 }),
      score: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        beginConversations(me.id);
        settleQueue(now);
        rows.forEach(({ name, since, score }, index) => {
          takeConversations([
            aWaitingConversation({ name, now, since, mood: aMood([score]), change: { version: index + 1 } }),
          ]);
        });
        const sorted = [...state().rows.values()]
          .map(({ id, place, waitingSince }) => ({
            conversationId: id,
            waitingSinceMs: Date.parse(waitingSince ?? ''),
            urgency: place?.urgency ?? Number.NaN,
          }))
          .toSorted((a, b) => compareWaiting(a, b, now))
          .map(({ conversationId }) => conversationId);
        expect(waiting()).toEqual(sorted);
      }),
    );
  });

  it('Q3 pass each other in the queue as time goes by: the more urgent, the faster waiting counts', () => {
    const calm = aWaitingConversation({ name: 'calm', now, since: 300 });
    const angry = aWaitingConversation({ name: 'angry', now, since: 20, mood: aMood([-0.9]) });
    takeConversations([calm, angry]);
    expect(waiting()).toEqual([calm.id, angry.id]);
    const { version } = state().groups.waiting;
    settleQueue(now + 30_000);
    expect([waiting(), state().groups.waiting.version]).toEqual([[calm.id, angry.id], version]);
    settleQueue(now + 90_000);
    expect([waiting(), state().groups.waiting.version]).toEqual([[angry.id, calm.id], version + 1]);
  });

  it('D4 never go back to an older version', () => {
    const newer = aWaitingConversation({ name: 'a', now, change: { version: 5 } });
    takeConversations([newer]);
    takeConversations([aTakenConversation({ name: 'a', now, change: { version: 4 } }, me)]);
    expect(state().rows.get(newer.id)).toBe(newer);
    expect(waiting()).toEqual([newer.id]);
  });

  it('move between the lists, each in one', () => {
    const row = aWaitingConversation({ name: 'a', now });
    takeConversations([row]);
    takeConversations([aTakenConversation({ name: 'a', now, change: { version: 2 } }, me)]);
    expect(waiting()).toEqual([]);
    expect(state().groups.mine.order.ids).toEqual([row.id]);
    takeConversations([aTakenConversation({ name: 'a', now, change: { version: 3 } }, other)]);
    expect(state().groups.mine.order.ids).toEqual([]);
    expect(state().groups.others.order.ids).toEqual([row.id]);
  });

  it('count mine with unread messages, also when they go', () => {
    const unread = aTakenConversation({ name: 'a', now, change: { unread: 2 } }, me);
    takeConversations([unread, aTakenConversation({ name: 'b', now, change: { unread: 1 } }, other)]);
    expect(state().unreadCount).toBe(1);
    removeConversations([{ id: unread.id, takenBy: null }]);
    expect(state().unreadCount).toBe(0);
  });

  it('leave a shadow when they may no longer be seen, and an answer to a command does not bring them back', () => {
    const mine = aTakenConversation({ name: 'a', now }, me);
    takeConversations([mine]);
    removeConversations([{ id: mine.id, takenBy: other }]);
    keepConversations([
      aWaitingConversation({ name: 'a', now, change: { version: 2, state: 'bot', place: null } }),
    ]);
    expect(state().gone.get(mine.id)).toEqual(other);
    expect(state().groups.bot.order.ids).toEqual([]);
    takeConversations([aWaitingConversation({ name: 'a', now, change: { version: 3 } })]);
    expect(state().gone.has(mine.id)).toBe(false);
    expect(waiting()).toEqual([mine.id]);
  });

  it('D4 equal a fresh read after a whole sync', () => {
    takeConversations([aWaitingConversation({ name: 'a', now }), aWaitingConversation({ name: 'b', now })]);
    const fresh = aWaitingConversation({ name: 'c', now });
    replaceConversations([fresh]);
    expect(waiting()).toEqual([fresh.id]);
    expect(state().isReady).toBe(true);
  });
});
