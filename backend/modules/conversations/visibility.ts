import type { AgentRole } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { Standing } from '../../runtime/facts.ts';

/** The member of staff who looks. */
export type Viewer = { agentId: AgentId; role: AgentRole };

/** How long a conversation stays in the workspace of the person who closed it. */
export const CLOSED_STAYS_MS = 60 * 60_000;

/**
 * Whether a conversation is a row of this person's workspace: what waits is everybody's, what is offered is shown to both sides of the
 * offer, what is owned to its owner, what was closed to its closer for an hour; leads and admins see all that is open.
 * The repositories have the same rule in SQL (`inWorkspace`); a test holds the two together.
 */
export function isInWorkspace(standing: Standing, viewer: Viewer, now: Date): boolean {
  switch (standing.state) {
    case 'closed':
      return standing.closedBy === viewer.agentId && closedLately(standing.closedAt, now);
    case 'waiting':
      return true;
    case 'offered':
      return (
        isOverseer(viewer) || viewer.agentId === standing.offeredTo || viewer.agentId === standing.offeredBy
      );
    case 'agent':
      return isOverseer(viewer) || viewer.agentId === standing.ownerId;
    case 'bot':
      return isOverseer(viewer);
  }
}

/**
 * Whether this person may read the whole conversation: all that is in the workspace, and everything that is closed, because what was said
 * before belongs to whoever serves the customer next.
 */
export function mayRead(standing: Standing, viewer: Viewer, now: Date): boolean {
  return standing.state === 'closed' || isInWorkspace(standing, viewer, now);
}

/** Leads and admins watch the whole floor. */
export function isOverseer(viewer: Viewer): boolean {
  return viewer.role !== 'agent';
}

function closedLately(closedAt: Date | null, now: Date): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() < CLOSED_STAYS_MS;
}
