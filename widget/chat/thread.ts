import type { CustomerEntry } from '#shared/domain/entry';
import { revisedCustomerEntry } from '#shared/domain/revision';
import type { CustomerConversation } from '#shared/protocol/customer-requests';

/** One conversation as far as this client holds it: entries ascending and dense from the first held one. */
export type Thread = { conversation: CustomerConversation; entries: CustomerEntry[]; hasOlder: boolean };

/** The last sequence held, or 0. */
export function lastSeq(thread: Thread): number {
  return thread.entries.at(-1)?.seq ?? 0;
}

/**
 * Adds newer entries. Answers `null` when they do not follow on what is held: then the caller fetches everything after `lastSeq`
 * (rule D4). Entries already held are ignored.
 */
export function appendEntries(thread: Thread, incoming: readonly CustomerEntry[]): Thread | null {
  const held = lastSeq(thread);
  const fresh = incoming.filter((entry) => entry.seq > held);
  const first = fresh[0];
  if (first === undefined) return thread;
  if (thread.entries.length > 0 && first.seq !== held + 1) return null;
  if (fresh.some((entry, index) => entry.seq !== first.seq + index)) return null;
  return { ...thread, entries: revise([...thread.entries, ...fresh], fresh) };
}

/** Adds a page of older entries in front. */
export function prependEntries(thread: Thread, older: readonly CustomerEntry[], hasOlder: boolean): Thread {
  const first = thread.entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  const inFront = older.filter((entry) => entry.seq < first);
  // What was read before a revision may come after it.
  return { ...thread, hasOlder, entries: [...revise(inFront, thread.entries), ...thread.entries] };
}

/** Entries with what `news` say of them (rule D19), however often and late that comes: what was recalled stays so. */
function revise(entries: readonly CustomerEntry[], news: readonly CustomerEntry[]): CustomerEntry[] {
  const revisions = news.filter(({ revises }) => revises !== undefined);
  return entries.map((entry) =>
    revisions.reduce(
      (held, revision) => (held.content.type === 'recalled' ? held : revisedCustomerEntry(held, revision)),
      entry,
    ),
  );
}

/** What is drawn: a revision is seen in what it revises. */
export function shownEntries({ entries }: Thread): CustomerEntry[] {
  return entries.filter(({ revises }) => revises === undefined);
}
