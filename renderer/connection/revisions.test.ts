import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '#shared/domain/entry';
import type { EntryId } from '#shared/domain/ids';
import { anAgent, aTakenConversation } from '../../test/support/builders/conversation.ts';
import { LogWriter } from '../../test/support/builders/entry.ts';
import { beginEdit, changeDraft, useDraftStore } from '../stores/draft-store.ts';
import { beginThread, forgetEntries, takeLatestPage, useEntryStore } from '../stores/entry-store.ts';
import { useRevisionStore } from '../stores/revision-store.ts';
import { useSessionStore } from '../stores/session-store.ts';
import { leaveEdit, recallMessage, saveEdit } from './commands/message.ts';
import { type Answer, request } from './commands/request.ts';
import { flushRevisions, startRevisions, stopRevisions } from './revisions.ts';

vi.mock('./commands/request.ts', () => ({ request: vi.fn() }));

const now = Date.parse('2026-11-22T10:00:00.000Z');
const me = anAgent('林晓');
const conversation = aTakenConversation({ name: 'a', now }, me);
const { id } = conversation;
const signedIn = { ...me, login: 'lin.xiao', role: 'agent', capacity: 5 } as const;
const asked = vi.mocked(request);
const refused = (code: string, details?: Record<string, unknown>): Answer<never> => ({
  ok: false,
  error: { code: code as 'conflict', ...(details ? { details } : {}) },
});
const commands = (): unknown[] =>
  asked.mock.calls.map(([, input]) => (input as { clientId: string }).clientId);
/** It was asked for, and nothing is left to ask. */
function isDone(): void {
  expect(asked).toHaveBeenCalled();
  expect(revisions()).toEqual([]);
}
const draft = () => useDraftStore.getState().drafts.get(id);
const revisions = () => [...useRevisionStore.getState().revisions.values()];

let said: Entry;
let log: LogWriter;

function done(text: string | null): Answer<never> {
  const content = text === null ? ({ type: 'recalled' } as const) : { type: 'text' as const, text };
  const clientId = '7f1c0b3e-4d5a-4c6b-8e9f-000000000001' as never;
  log.event({ type: 'revised', entryId: said.id, content, clientId, delivery: null }, said.author);
  return { ok: true, data: { conversation, entry: log.entries.at(-1) } as never };
}

beforeEach(async () => {
  asked.mockReset();
  forgetEntries();
  stopRevisions();
  useSessionStore.setState({ me: signedIn });
  useDraftStore.setState({ drafts: new Map() });
  log = new LogWriter(conversation, now).agent(me, '您好，明天到');
  const [first] = log.entries;
  if (!first) throw new Error('nothing was said');
  said = first;
  beginThread(id);
  takeLatestPage(id, { entries: log.entries, hasMore: false });
  await startRevisions(me.id);
});

describe('edits and recalls', () => {
  it('D19 keep the words of a recalled message for its author, in memory alone', async () => {
    asked.mockImplementation(async () => done(null));
    recallMessage(id, said.id);
    await vi.waitFor(isDone, 20_000);
    expect(useRevisionStore.getState().words.get(said.id)).toBe('您好，明天到');
    const [held] = useEntryStore.getState().threads.get(id)?.entries ?? [];
    expect(held?.body).toMatchObject({ content: { type: 'recalled' } });
    stopRevisions();
    expect(useRevisionStore.getState().words.size).toBe(0);
  });

  it('D19 keep nothing of what others said', async () => {
    useSessionStore.setState({ me: { ...signedIn, id: anAgent('顾航').id } });
    asked.mockImplementation(async () => done(null));
    recallMessage(id, said.id);
    await vi.waitFor(isDone, 20_000);
    expect(useRevisionStore.getState().words.size).toBe(0);
  });

  it('D19 leave the composer once the server has the new words', async () => {
    asked.mockImplementation(async () => done('您好，后天到'));
    beginEdit(id, { entryId: said.id, text: '您好，后天到' });
    saveEdit(id, said.id, '您好，后天到');
    await vi.waitFor(() => expect(draft()).toBeUndefined(), 20_000);
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      'message:edit',
      expect.objectContaining({ conversationId: id, entryId: said.id, text: '您好，后天到' }),
    );
    const [held] = useEntryStore.getState().threads.get(id)?.entries ?? [];
    expect(held?.body).toMatchObject({ content: { text: '您好，后天到' } });
  });

  it('D1 D19 are asked again under the same id when the line is back', async () => {
    asked.mockResolvedValueOnce(refused('offline'));
    recallMessage(id, said.id);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1), 20_000);
    expect(revisions()).toMatchObject([{ state: 'asked' }]);
    asked.mockImplementation(async () => done(null));
    flushRevisions();
    await vi.waitFor(isDone, 20_000);
    expect(new Set(commands()).size).toBe(1);
  });

  it('D19 are asked for once, however often they are pressed', async () => {
    asked.mockResolvedValue(refused('offline'));
    recallMessage(id, said.id);
    recallMessage(id, said.id);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled(), 20_000);
    expect(new Set(commands()).size).toBe(1);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('D1 D19 are asked again under the same id where no answer came', async () => {
    vi.useFakeTimers();
    asked.mockResolvedValueOnce(refused('timeout')).mockImplementation(async () => done('x'));
    saveEdit(id, said.id, 'x');
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    expect(revisions()).toEqual([]);
    expect(commands()).toHaveLength(2);
    expect(new Set(commands()).size).toBe(1);
  });

  it('D19 that were refused say why, and the words stay in the composer', async () => {
    asked.mockResolvedValue(refused('conflict', { reason: 'too-late' }));
    beginEdit(id, { entryId: said.id, text: '太晚了' });
    saveEdit(id, said.id, '太晚了');
    await vi.waitFor(
      () =>
        expect(revisions()).toMatchObject([{ state: { code: 'conflict', details: { reason: 'too-late' } } }]),
      20_000,
    );
    expect(draft()).toMatchObject({ mode: 'edit', edit: { text: '太晚了' } });
    leaveEdit(id, said.id);
    expect(draft()).toBeUndefined();
    expect(revisions()).toEqual([]);
  });

  it('D19 that were refused when other words are in the composer put theirs into the reply', async () => {
    asked.mockResolvedValueOnce(refused('offline'));
    beginEdit(id, { entryId: said.id, text: '您好，后天到' });
    saveEdit(id, said.id, '您好，后天到');
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1), 20_000);
    changeDraft(id, { mode: 'reply', reply: '还有一句' });
    asked.mockResolvedValue(refused('conflict', { reason: 'too-late' }));
    flushRevisions();
    await vi.waitFor(() => expect(draft()?.reply).toBe('还有一句\n您好，后天到'), 20_000);
  });

  it('D19 are asked for in the words that were wished last', async () => {
    asked.mockImplementation(async () => done(null));
    saveEdit(id, said.id, 'x');
    recallMessage(id, said.id);
    await vi.waitFor(isDone, 20_000);
    expect(asked.mock.calls.map(([name]) => name)).toEqual(['message:recall']);
  });

  it('D19 that were left before they were on the device are not asked for', async () => {
    asked.mockResolvedValue(refused('offline'));
    recallMessage(id, said.id);
    leaveEdit(id, said.id);
    recallMessage(id, 'another message' as EntryId);
    await vi.waitFor(() => expect(asked).toHaveBeenCalled(), 20_000);
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      'message:recall',
      expect.objectContaining({ entryId: 'another message' }),
    );
  });

  it('D19 that were left without an answer are not asked again', async () => {
    asked.mockResolvedValue(refused('offline'));
    beginEdit(id, { entryId: said.id, text: 'x' });
    saveEdit(id, said.id, 'x');
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1), 20_000);
    leaveEdit(id, said.id);
    flushRevisions();
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
