import { beforeEach, describe, expect, it } from 'vitest';
import { anAgent, aTakenConversation } from '../../test/support/builders/conversation.ts';
import { LogWriter } from '../../test/support/builders/entry.ts';
import {
  appendEntries,
  beginThread,
  forgetEntries,
  prependEntries,
  takeLatestPage,
  useEntryStore,
} from './entry-store.ts';

const now = Date.parse('2026-11-22T10:00:00.000Z');
const conversation = aTakenConversation({ name: 'a', now }, anAgent('林晓'));
const log = new LogWriter(conversation, now);
for (let line = 1; line <= 10; line += 1) log.customer(`line ${line}`);
const { entries } = log;
const { id } = conversation;
const seqs = (): number[] => (useEntryStore.getState().threads.get(id)?.entries ?? []).map(({ seq }) => seq);

beforeEach(() => {
  forgetEntries();
  beginThread(id);
  takeLatestPage(id, { entries: entries.slice(4, 6), hasMore: true });
});

describe('entries of a conversation', () => {
  it('D4 are taken in order; what came twice is left out', () => {
    expect(appendEntries(id, entries.slice(4, 8))).toBe(true);
    expect(seqs()).toEqual([5, 6, 7, 8]);
  });

  it('D4 tell a gap and take nothing after it', () => {
    expect(appendEntries(id, entries.slice(7, 9))).toBe(false);
    expect(seqs()).toEqual([5, 6]);
    expect(appendEntries(id, entries.slice(6, 10))).toBe(true);
    expect(seqs()).toEqual([5, 6, 7, 8, 9, 10]);
  });

  it('grow upwards by pages', () => {
    prependEntries(id, { entries: entries.slice(2, 4), hasMore: true });
    expect(seqs()).toEqual([3, 4, 5, 6]);
  });

  it('begin anew where the latest page is not connected with what was known', () => {
    takeLatestPage(id, { entries: entries.slice(8, 10), hasMore: true });
    expect(seqs()).toEqual([9, 10]);
    takeLatestPage(id, { entries: entries.slice(7, 10), hasMore: true });
    expect(seqs()).toEqual([9, 10]);
  });
});
