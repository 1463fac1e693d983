import type { ConversationSummary } from '#shared/domain/conversation';
import type { Delivery, Entry } from '#shared/domain/entry';
import type { ConversationId } from '#shared/domain/ids';
import { revisedEntry } from '#shared/domain/revision';
import type { Viewer } from '../../backend/modules/conversations/index.ts';
import type { Floor } from './floor.ts';

/** What a console keeps: its workspace's rows, and the logs that it has read so far. */
export type Desk = {
  cursor: string | null;
  rows: Map<ConversationId, ConversationSummary>;
  logs: Map<ConversationId, Entry[]>;
};

export function emptyDesk(): Desk {
  return { cursor: null, rows: new Map(), logs: new Map() };
}

/** Brings the workspace up to date as a client does: rows in, removed rows out, all anew when the answer is full. */
export async function syncDesk(floor: Floor, viewer: Viewer, desk: Desk): Promise<void> {
  const { cursor, isFull, conversations, removed } = await floor.conversations.syncWorkspace(
    viewer,
    desk.cursor,
  );
  if (isFull) desk.rows.clear();
  for (const row of conversations) desk.rows.set(row.id, row);
  for (const { id } of removed) desk.rows.delete(id);
  desk.cursor = cursor;
}

/** Brings the kept log of a conversation up to date by asking, page by page, for everything after the last seq. */
export async function syncLog(
  floor: Floor,
  { viewer, desk }: { viewer: Viewer; desk: Desk },
  conversationId: ConversationId,
): Promise<void> {
  const kept = desk.logs.get(conversationId) ?? [];
  for (let hasMore = true; hasMore; ) {
    const after = kept.at(-1)?.seq ?? 0;
    const page = await floor.conversations.listEntries(viewer, { conversationId, after, limit: 7 });
    for (const entry of page.entries) takeIn(kept, entry);
    hasMore = page.hasMore;
  }
  desk.logs.set(conversationId, kept);
}

/** A client applies what later entries say about messages that it has: revisions, receipts and deliveries. */
function takeIn(kept: Entry[], entry: Entry): void {
  const { body } = entry;
  if (body.type === 'revised') {
    for (const [index, known] of kept.entries()) kept[index] = revisedEntry(known, body);
  }
  if (body.type === 'delivery') {
    const index = kept.findIndex(({ id }) => id === body.entryId);
    const known = kept[index];
    if (known) kept[index] = withDelivery(known, body.delivery);
  }
  if (body.type === 'receipt') {
    for (const [index, known] of kept.entries()) {
      const isReached = known.customerSeq !== null && known.customerSeq <= body.customerSeq;
      if (isReached) kept[index] = raised(known, body.state);
    }
  }
  kept.push(entry);
}

function raised(entry: Entry, state: 'delivered' | 'read'): Entry {
  if (entry.body.type !== 'message' && entry.body.type !== 'revised') return entry;
  const now = entry.body.delivery?.state;
  return now === 'sent' || now === 'delivered' ? withDelivery(entry, { state }) : entry;
}

function withDelivery(entry: Entry, delivery: Delivery): Entry {
  const { body } = entry;
  return body.type === 'message' || body.type === 'revised'
    ? { ...entry, body: { ...body, delivery } }
    : entry;
}

export async function freshRows(floor: Floor, viewer: Viewer): Promise<ConversationSummary[]> {
  const { conversations } = await floor.conversations.syncWorkspace(viewer, null);
  return conversations.toSorted(byId);
}

export function keptRows(desk: Desk): ConversationSummary[] {
  return [...desk.rows.values()].toSorted(byId);
}

function byId(a: ConversationSummary, b: ConversationSummary): number {
  return a.id < b.id ? -1 : 1;
}
