import { create } from 'zustand';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Entry } from '#shared/domain/entry';
import type { ConversationId } from '#shared/domain/ids';
import { reviseEntries } from './revised-entries.ts';

/** An earlier conversation of the same customer, shown above. */
export type EarlierConversation = { conversation: ConversationSummary; entries: Entry[] };

/** The log of one conversation as far as it was read. `entries` are dense and ascending by `seq`, changed in place; `version` tells. */
export type Thread = {
  status: 'loading' | 'ready' | 'failed';
  entries: Entry[];
  /** Whether older entries of this conversation can be read. */
  hasOlder: boolean;
  /** Earlier conversations, oldest first. */
  earlier: EarlierConversation[];
  /** Whether still earlier conversations may exist. */
  hasEarlier: boolean;
  isReadingUp: boolean;
  version: number;
};

type EntryState = { threads: Map<ConversationId, Thread>; version: number };

/** How many conversations' entries are kept; those opened longest ago are forgotten first and read again when needed. */
const KEPT_THREADS = 24;

/** Entries by conversation, changed in place. */
export const useEntryStore = create<EntryState>()(() => ({ threads: new Map(), version: 0 }));

/** Forgets all entries. */
export function forgetEntries(): void {
  useEntryStore.setState({ threads: new Map(), version: 0 });
}

/** Makes room for a conversation that is being opened; what was read of it before is kept. */
export function beginThread(id: ConversationId): void {
  const { threads } = useEntryStore.getState();
  const known = threads.get(id);
  threads.delete(id);
  threads.set(
    id,
    known ? { ...known, status: known.entries.length > 0 ? 'ready' : 'loading' } : emptyThread(),
  );
  for (const old of threads.keys()) {
    if (threads.size <= KEPT_THREADS) break;
    threads.delete(old);
  }
  touch(id);
}

/** The latest page: replaces what is not connected with it, completes what is. */
export function takeLatestPage(
  id: ConversationId,
  page: { entries: readonly Entry[]; hasMore: boolean },
): void {
  const thread = threadOf(id);
  const first = page.entries[0]?.seq ?? 0;
  const last = thread.entries.at(-1)?.seq ?? 0;
  if (last + 1 < first || thread.entries.length === 0) {
    thread.entries = [...page.entries];
    thread.hasOlder = page.hasMore;
  } else {
    takeFresh(
      thread,
      page.entries.filter((entry) => entry.seq > last),
    );
  }
  thread.status = 'ready';
  touch(id);
  reviseEarlier(id, page.entries);
}

/**
 * Takes in entries that were told or read forwards. Those already there are left out. False when one is missing in between (rule D4):
 * then nothing after the gap was taken and the caller fetches. A conversation that was never opened takes nothing and misses nothing.
 */
export function appendEntries(id: ConversationId, entries: readonly Entry[]): boolean {
  reviseEarlier(id, entries);
  const thread = useEntryStore.getState().threads.get(id);
  if (thread?.status !== 'ready') return true;
  let last = thread.entries.at(-1)?.seq ?? 0;
  const next: Entry[] = [];
  let isDense = true;
  for (const entry of entries) {
    if (entry.seq <= last) continue;
    if (entry.seq > last + 1) {
      isDense = false;
      break;
    }
    next.push(entry);
    last = entry.seq;
  }
  takeFresh(thread, next);
  touch(id);
  return isDense;
}

/** Older entries of the same conversation, ascending. */
export function prependEntries(
  id: ConversationId,
  page: { entries: readonly Entry[]; hasMore: boolean },
): void {
  const thread = threadOf(id);
  const first = thread.entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  const older = page.entries.filter((entry) => entry.seq < first);
  // What was read before a revision may come after it.
  reviseEntries(older, thread.entries);
  thread.entries.unshift(...older);
  thread.hasOlder = page.hasMore;
  touch(id);
}

/** Earlier conversations, newest first as the server gives them. */
export function prependEarlier(
  id: ConversationId,
  earlier: readonly EarlierConversation[],
  hasMore: boolean,
): void {
  const thread = threadOf(id);
  thread.earlier.unshift(...earlier.toReversed());
  thread.hasEarlier = hasMore;
  touch(id);
}

/** The earlier conversations as far as they were shown, read anew: nobody has told of them meanwhile. */
export function replaceEarlier(
  id: ConversationId,
  earlier: readonly EarlierConversation[],
  hasMore: boolean,
): void {
  const thread = threadOf(id);
  thread.earlier = [...earlier].reverse();
  thread.hasEarlier = hasMore;
  touch(id);
}

/** Entries that were read anew, in the place of those that were held. */
export function replaceEntries(id: ConversationId, entries: readonly Entry[]): void {
  const thread = useEntryStore.getState().threads.get(id);
  if (!thread) return;
  for (const entry of entries) {
    const index = thread.entries.findIndex(({ seq }) => seq === entry.seq);
    if (index >= 0) thread.entries[index] = entry;
  }
  touch(id);
}

/** Marks what is going on with a thread. */
export function markThread(id: ConversationId, marks: Partial<Pick<Thread, 'status' | 'isReadingUp'>>): void {
  Object.assign(threadOf(id), marks);
  touch(id);
}

/** The thread of a conversation; the object is a new one whenever something in it changed. */
export function useThread(id: ConversationId): Thread | undefined {
  return useEntryStore((state) => state.threads.get(id));
}

/** Entries that follow on what is held, and what they say of it. */
function takeFresh(thread: Thread, fresh: readonly Entry[]): void {
  thread.entries.push(...fresh);
  reviseEntries(thread.entries, fresh);
}

/** A conversation is also shown above later ones of the same customer: there, too, its words are those that stand. */
function reviseEarlier(id: ConversationId, fresh: readonly Entry[]): void {
  const revisions = fresh.filter(({ body }) => body.type === 'revised');
  if (revisions.length === 0) return;
  for (const [shownIn, { earlier }] of useEntryStore.getState().threads) {
    const shown = earlier.find(({ conversation }) => conversation.id === id);
    const last = shown?.entries.at(-1)?.seq ?? 0;
    const news = revisions.filter(({ seq }) => seq > last);
    if (!shown || news.length === 0) continue;
    shown.entries.push(...news);
    reviseEntries(shown.entries, news);
    touch(shownIn);
  }
}

function threadOf(id: ConversationId): Thread {
  const { threads } = useEntryStore.getState();
  const known = threads.get(id);
  if (known) return known;
  const fresh = emptyThread();
  threads.set(id, fresh);
  return fresh;
}

function emptyThread(): Thread {
  return {
    status: 'loading',
    entries: [],
    hasOlder: false,
    earlier: [],
    hasEarlier: true,
    isReadingUp: false,
    version: 0,
  };
}

/** A new shell around the same array: those who show this thread draw again, nobody else. */
function touch(id: ConversationId): void {
  const { threads, version } = useEntryStore.getState();
  const thread = threads.get(id);
  if (thread) threads.set(id, { ...thread, version: thread.version + 1 });
  useEntryStore.setState({ version: version + 1 });
}
