import type { ConversationSummary, Departure } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import type { Conversation } from './ports.ts';
import { departureOf, standingOf, summaryOf } from './present.ts';
import type { ReadingPorts } from './reading.ts';
import { isInWorkspace, type Viewer } from './visibility.ts';

/** The workspace after a cursor; the agents of the floor are added by whoever knows them. */
export type WorkspacePart = {
  cursor: string;
  isFull: boolean;
  /** It goes on with the answer to the new cursor. */
  hasMore: boolean;
  conversations: ConversationSummary[];
  removed: Departure[];
};

/** With more changes than this since the cursor, reading everything anew is cheaper for both sides. */
const MOST_CHANGES = 1_000;
/** What changed while everything was read, page by page, is told whole: beginning anew might never come to an end. */
const ALL_CHANGES = 2 ** 31 - 2;
/** Rows of one answer: with about a kilobyte each, it stays below what may wait for a client (rule D9). */
const PAGE = 500;

/**
 * What a cursor says: the oldest transaction that was still running when it was read; with `after`, that everything is being read and the rows up to that
 * one have been; with `after` null but `isLast`, that all of them have been, and what changed meanwhile is still to be told.
 */
type Place = { xid: string; after: ConversationId | null; isLast: boolean };

/**
 * The rows of this person's workspace that changed since the cursor (rules D3, D4), or everything, in pages (rule D8). The cursor names the database. It is
 * read before the rows: a change that commits in between comes twice, never not at all.
 */
export async function syncWorkspace(
  ports: ReadingPorts,
  viewer: Viewer,
  cursor: string | null,
): Promise<WorkspacePart> {
  const { conversations } = ports.store;
  const here = await conversations.readCursor();
  const place = cursor === null ? null : placeOf(cursor, here);
  if (place === null || place.after !== null) return await readPage(ports, viewer, { here, place });
  const most = place.isLast ? ALL_CHANGES : MOST_CHANGES;
  const changed = await conversations.listChangedSince(place.xid, most + 1);
  if (changed.length > most) return await readPage(ports, viewer, { here, place: null });
  const now = ports.clock.now();
  const isShown = (conversation: Conversation) => isInWorkspace(standingOf(conversation), viewer, now);
  return {
    cursor: `${here.system}:${here.xid}`,
    isFull: false,
    hasMore: false,
    conversations: changed.filter(isShown).map(summaryOf),
    removed: changed.filter((conversation) => !isShown(conversation)).map(departureOf),
  };
}

type Here = { system: string; xid: string };

/** One page of everything, from the first or behind the place. After the last of several one more answer tells what changed while they were read. */
async function readPage(
  { store, clock }: ReadingPorts,
  viewer: Viewer,
  { here, place }: { here: Here; place: Place | null },
): Promise<WorkspacePart> {
  const after = place?.after ?? null;
  const part = { now: clock.now(), after, limit: PAGE + 1 };
  const found = await store.conversations.listWorkspace(viewer, part);
  const page = found.slice(0, PAGE);
  const hasRows = found.length > PAGE;
  const begun = `${here.system}:${place?.xid ?? here.xid}`;
  const onward = hasRows ? `${begun}:${page.at(-1)?.id}` : `${begun}:`;
  const isOnlyPage = !hasRows && after === null;
  return {
    cursor: isOnlyPage ? begun : onward,
    isFull: true,
    hasMore: !isOnlyPage,
    conversations: page.map(summaryOf),
    removed: [],
  };
}

/** `null` when the cursor is not of this database, or of a future that a restored backup does not know. */
function placeOf(cursor: string, here: Here): Place | null {
  const [system, xid, after] = cursor.split(':');
  if (system !== here.system || xid === undefined || !/^\d{1,19}$/.test(xid)) return null;
  if (BigInt(xid) > BigInt(here.xid)) return null;
  if (after === undefined || after === '') return { xid, after: null, isLast: after === '' };
  return UUID.test(after) ? { xid, after: after as ConversationId, isLast: false } : null;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
