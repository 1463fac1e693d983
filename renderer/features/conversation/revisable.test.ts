import { describe, expect, it } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import { REVISION_MS } from '#shared/domain/revision';
import { aChannel, anAgent, aTakenConversation } from '../../../test/support/builders/conversation.ts';
import { LogWriter } from '../../../test/support/builders/entry.ts';
import type { Thread } from '../../stores/entry-store.ts';
import { lastOwn, type RevisableView, revisable } from './revisable.ts';
import { type ThreadItem, threadItems } from './thread-items.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const lin = anAgent('林晓');
const zhou = anAgent('周妍');
const conversation = aTakenConversation({ name: 'a', now }, lin);
const web = aChannel('网页');
const emptyThread: Thread = {
  status: 'ready',
  entries: [],
  hasOlder: false,
  earlier: [],
  hasEarlier: false,
  isReadingUp: false,
  version: 1,
};

function draw(entries: readonly Entry[]): ThreadItem[] {
  const thread = { ...emptyThread, entries: [...entries] };
  return threadItems({ thread, conversation, outgoing: [], openFolds: new Set() });
}

function only(log: LogWriter): Entry {
  const entry = log.entries.at(-1);
  if (!entry) throw new Error('nothing was said');
  return entry;
}

const mine = only(new LogWriter(conversation, now).agent(lin, '您好'));
const ofBot = only(new LogWriter(conversation, now).bot('您好'));
const ofCustomer = only(new LogWriter(conversation, now).customer('在吗'));

function at(entry: Entry, view: Partial<RevisableView> = {}): string {
  const me = { id: lin.id, role: 'agent' as const };
  const { canEdit, canRecall } = revisable(entry, {
    me,
    nowMs: now,
    channel: web,
    delivery: 'read',
    ...view,
  });
  return [canEdit ? 'edit' : '', canRecall ? 'recall' : ''].join(' ').trim();
}

describe('what can be done with a message', () => {
  it('D19 is to edit and recall one’s own, for two minutes', () => {
    expect(at(mine)).toBe('edit recall');
    expect(at(mine, { nowMs: now + REVISION_MS - 1 })).toBe('edit recall');
    expect(at(mine, { nowMs: now + REVISION_MS })).toBe('');
    expect(at(mine, { me: { id: zhou.id, role: 'agent' } })).toBe('');
    expect(at(mine, { me: null })).toBe('');
  });

  it('D19 is for a lead to recall whatever the shop said, at any time, and to edit nothing of others', () => {
    const me = { id: zhou.id, role: 'lead' as const };
    const nowMs = now + 10 * REVISION_MS;
    expect([mine, ofBot, ofCustomer].map((entry) => at(entry, { me, nowMs }))).toEqual([
      'recall',
      'recall',
      '',
    ]);
  });

  it('D19 is nothing once it has left on a channel that takes nothing back', () => {
    const channel = aChannel('公众号', 'webhook');
    expect(at(mine, { channel, delivery: 'queued' })).toBe('edit recall');
    expect(at(mine, { channel, delivery: 'sent' })).toBe('');
  });

  it('D19 is nothing with what was recalled; the one before it is not the last thing said', () => {
    const log = new LogWriter(conversation, now).agent(lin, '一').agent(lin, { type: 'recalled' });
    expect(at(only(log))).toBe('');
    const last = (entries: readonly Entry[]) => lastOwn(draw(entries), lin.id)?.entry.seq;
    expect(last(log.entries)).toBeUndefined();
    expect(last(log.agent(zhou, '二').customer('三').agent(lin, '四').customer('五').entries)).toBe(5);
  });
});
