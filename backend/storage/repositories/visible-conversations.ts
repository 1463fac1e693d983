import { type RawBuilder, sql } from 'kysely';
import { CLOSED_STAYS_MS, isOverseer, type Viewer } from '../../modules/conversations/index.ts';

/**
 * `isInWorkspace` of modules/conversations/visibility.ts in SQL, over the columns of `conversations` (or of an alias named so). That file
 * is the rule; a test compares the two on every combination.
 */
export function inWorkspace(viewer: Viewer, now: Date): RawBuilder<boolean> {
  const closedAfter = new Date(now.getTime() - CLOSED_STAYS_MS);
  const mine = sql<boolean>`(state = 'closed' and closed_by = ${viewer.agentId} and closed_at > ${closedAfter})`;
  if (isOverseer(viewer)) return sql<boolean>`(state <> 'closed' or ${mine})`;
  return sql<boolean>`(state = 'waiting' or owner_id = ${viewer.agentId} or offered_to = ${viewer.agentId}
    or (state = 'offered' and offered_by = ${viewer.agentId}) or ${mine})`;
}

/** `mayRead` in SQL, likewise. */
export function readable(viewer: Viewer, now: Date): RawBuilder<boolean> {
  return sql<boolean>`(state = 'closed' or ${inWorkspace(viewer, now)})`;
}
