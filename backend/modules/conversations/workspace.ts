import type { ConversationSummary, Departure } from '#shared/domain/conversation';
import type { Conversation } from './ports.ts';
import { departureOf, standingOf, summaryOf } from './present.ts';
import type { ReadingPorts } from './reading.ts';
import { isInWorkspace, type Viewer } from './visibility.ts';

/** The workspace after a cursor; the agents of the floor are added by whoever knows them. */
export type WorkspacePart = {
  cursor: string;
  isFull: boolean;
  conversations: ConversationSummary[];
  removed: Departure[];
};

/** With more changes than this since the cursor, reading everything anew is cheaper for both sides. */
const MOST_CHANGES = 1_000;

/**
 * The rows of this person's workspace that changed since the cursor (rules D3, D4). The cursor names the database and the oldest transaction
 * that was still running when it was read. It is read before the rows: a change that commits in between comes twice, never not at all.
 */
export async function syncWorkspace(
  ports: ReadingPorts,
  viewer: Viewer,
  cursor: string | null,
): Promise<WorkspacePart> {
  const { conversations } = ports.store;
  const now = ports.clock.now();
  const here = await conversations.readCursor();
  const since = cursor === null ? null : transactionOf(cursor, here);
  const next = `${here.system}:${here.xid}`;
  const changed = since === null ? null : await conversations.listChangedSince(since, MOST_CHANGES + 1);
  if (changed === null || changed.length > MOST_CHANGES) {
    const all = await conversations.listWorkspace(viewer, now);
    return { cursor: next, isFull: true, conversations: all.map(summaryOf), removed: [] };
  }
  const isShown = (conversation: Conversation) => isInWorkspace(standingOf(conversation), viewer, now);
  return {
    cursor: next,
    isFull: false,
    conversations: changed.filter(isShown).map(summaryOf),
    removed: changed.filter((conversation) => !isShown(conversation)).map(departureOf),
  };
}

/** The transaction that a cursor names; `null` when it is not of this database, or of a future that a restored backup does not know. */
function transactionOf(cursor: string, here: { system: string; xid: string }): string | null {
  const [system, xid] = cursor.split(':');
  if (system !== here.system || xid === undefined || !/^\d{1,19}$/.test(xid)) return null;
  return BigInt(xid) <= BigInt(here.xid) ? xid : null;
}
