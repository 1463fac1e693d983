import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aMood, anAgent, aWaitingConversation } from '../../test/support/builders/conversation.ts';
import { beginConversations, takeConversations, useConversationStore } from './conversation-store.ts';
import { startSubscriptions } from './subscriptions.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');

beforeEach(() => vi.useFakeTimers({ now }));
afterEach(() => void vi.useRealTimers());

it('Q3 the queue takes its order of the moment with each beat of the clock', () => {
  beginConversations(anAgent('林晓').id);
  const end = startSubscriptions();
  const calm = aWaitingConversation({ name: 'calm', now, since: 300 });
  const angry = aWaitingConversation({ name: 'angry', now, since: 20, mood: aMood([-0.9]) });
  takeConversations([calm, angry]);
  const waiting = () => [...useConversationStore.getState().groups.waiting.order.ids];
  expect(waiting()).toEqual([calm.id, angry.id]);
  vi.advanceTimersByTime(90_000);
  expect(waiting()).toEqual([angry.id, calm.id]);
  end();
});
