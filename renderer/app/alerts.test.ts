import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Notice } from '#shared/desktop/contract';
import {
  aMood,
  anAgent,
  aTakenConversation,
  aWaitingConversation,
} from '../../test/support/builders/conversation.ts';
import { createWords } from '../locales/i18n.ts';
import type { Platform } from '../platform/index.ts';
import { beginConversations, replaceConversations, takeConversations } from '../stores/conversation-store.ts';
import { usePreferenceStore } from '../stores/preference-store.ts';
import { startAlerts } from './alerts.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const me = anAgent('林晓');
const shown: Notice[] = [];
const withdrawn: string[] = [];
const badge = vi.fn();
let tellFocus: (hasFocus: boolean) => void = () => undefined;

const platform = {
  onFocusChange: (listener: (hasFocus: boolean) => void) => {
    tellFocus = listener;
    return () => undefined;
  },
  setUnreadBadge: badge,
  attractAttention: () => undefined,
  notify: (notice: Notice) => {
    shown.push(notice);
    return () => void withdrawn.push(notice.conversationId);
  },
} as unknown as Platform;

usePreferenceStore.setState({ hasSound: false, hasNotifications: true });
startAlerts(platform, createWords('zh-CN'));

const angry = aWaitingConversation({ name: '周敏', now, mood: aMood([0, -0.9]), words: '转人工！' });

beforeEach(() => {
  beginConversations(null);
  beginConversations(me.id);
  replaceConversations([]);
  shown.length = 0;
  withdrawn.length = 0;
  tellFocus(false);
});

describe('alerts', () => {
  it('tell an agent who looks elsewhere that somebody waits, and why', () => {
    takeConversations([angry]);
    expect(shown).toEqual([
      { conversationId: angry.id, title: '周敏 在等人工', body: '非常生气\n转人工！', isSticky: true },
    ]);
    expect(badge).toHaveBeenLastCalledWith(1);
  });

  it('say it once, and take it back when somebody else has taken over', () => {
    takeConversations([angry]);
    takeConversations([{ ...angry, version: 2 }]);
    expect(shown).toHaveLength(1);
    takeConversations([{ ...aTakenConversation({ name: '周敏', now }, anAgent('周妍')), version: 3 }]);
    expect(withdrawn).toEqual([angry.id]);
    expect(badge).toHaveBeenLastCalledWith(0);
  });

  it('are silent for who looks at the window, and for what was there before', () => {
    tellFocus(true);
    takeConversations([angry]);
    expect(shown).toEqual([]);
    tellFocus(false);
    takeConversations([{ ...angry, version: 2 }]);
    expect(shown).toEqual([]);
  });

  it('H9 say who passes a conversation on', () => {
    const from = anAgent('周妍');
    const expiresAt = new Date(now + 60_000).toISOString();
    const offer = { to: me, from, expiresAt, comment: '' };
    takeConversations([{ ...angry, version: 2, state: 'offered', place: null, offer }]);
    expect(shown).toMatchObject([{ title: '周妍 把 周敏 转给你', isSticky: true }]);
    takeConversations([{ ...angry, version: 3 }]);
    takeConversations([
      { ...angry, version: 4, state: 'offered', place: null, offer: { ...offer, from: null } },
    ]);
    expect(shown.at(-1)).toMatchObject({ title: '同事把 周敏 转给你' });
  });

  it('D19 quote no words that were recalled', () => {
    const mine = (change: object) =>
      aTakenConversation({ name: '吴倩', now, words: '卡号 6222', change: { unread: 2, ...change } }, me);
    const row = mine({});
    takeConversations([row]);
    expect(shown).toMatchObject([{ body: '卡号 6222' }]);
    const last = {
      at: row.openedAt,
      authorKind: 'customer',
      preview: '',
      isRecalled: true,
      ofCustomer: '在吗',
    };
    takeConversations([mine({ version: 2, revisedSeq: 14, unread: 1, last })]);
    expect(shown).toHaveLength(2);
    expect(shown.at(-1)).toMatchObject({ body: '客人撤回了一条消息' });
    takeConversations([mine({ version: 3, revisedSeq: 15, unread: 0, last })]);
    expect(shown).toHaveLength(2);
    expect(withdrawn).toEqual([row.id]);
  });

  it('tell of an answer in a conversation of mine', () => {
    takeConversations([aTakenConversation({ name: '吴倩', now, words: '好的', change: { unread: 1 } }, me)]);
    expect(shown).toMatchObject([{ title: '吴倩 回复了', isSticky: false }]);
  });
});
