import type { ConversationSummary } from '#shared/domain/conversation';
import type { ConversationId } from '#shared/domain/ids';
import { isInWorkspace, type Viewer } from '../modules/conversations/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Standing } from '../runtime/facts.ts';

/**
 * What this node's clients were told last of a conversation: up to which version all of them, and in which standings some of them may know it.
 * `customerSide` is what its customer was shown.
 */
export type Told = { version: number; standings: readonly Standing[]; customerSide: string | null };

/**
 * The memory of what was told. It shows which facts come late (those of several nodes are not in order), who may still show what they lost, and
 * what is nothing new for the customer. Of bounded size: what it forgets is at worst told once more.
 */
export type ToldMemory = {
  of(id: ConversationId): Told | undefined;
  keep(id: ConversationId, told: Told): void;
  /** Rows that a console has read by itself: others may not have been told as much. */
  noteRead(viewer: Viewer, rows: readonly ConversationSummary[]): void;
};

const MOST_REMEMBERED = 20_000;

/** An empty memory. */
export function createToldMemory(clock: Clock): ToldMemory {
  const last = new Map<ConversationId, Told>();

  function keep(id: ConversationId, told: Told): void {
    last.delete(id);
    last.set(id, told);
    const [oldest] = last.keys();
    if (last.size > MOST_REMEMBERED && oldest !== undefined) last.delete(oldest);
  }

  return {
    of: (id) => last.get(id),
    keep,
    noteRead(viewer, rows) {
      const now = clock.now();
      for (const row of rows) {
        const { version, standings, customerSide } = last.get(row.id) ?? NOTHING;
        if (version >= row.version || standings.some((one) => isInWorkspace(one, viewer, now))) continue;
        keep(row.id, { version, standings: [...standings, standingOf(row, viewer)], customerSide });
      }
    },
  };
}

const NOTHING: Told = { version: 0, standings: [], customerSide: null };

/** As the reader's row shows it: what is closed is only in the workspace of who closed it. */
function standingOf(row: ConversationSummary, viewer: Viewer): Standing {
  return {
    state: row.state,
    ownerId: row.owner?.id ?? null,
    offeredTo: row.offer?.to.id ?? null,
    offeredBy: row.offer?.from?.id ?? null,
    closedBy: row.state === 'closed' ? viewer.agentId : null,
    closedAt: row.closedAt === null ? null : new Date(row.closedAt),
  };
}
