import type { AgentRole } from '#shared/domain/agent';
import type { AgentId } from '#shared/domain/ids';
import type { Standing } from '../../runtime/facts.ts';

/** The member of staff who looks. */
export type Viewer = { agentId: AgentId; role: AgentRole };

/** How long a conversation stays in the workspace of the person who closed it. */
export const CLOSED_STAYS_MS = 60 * 60_000;

/** Those in whose workspace a conversation is: everybody, or leads and admins, or named agents. */
export type WorkspaceAudience = { isEverybodys: boolean; isOverseers: boolean; agentIds: readonly AgentId[] };

/**
 * Rule H13: what waits is everybody's, what is offered is shown to both sides of the offer, what is owned to its owner, what was closed to its
 * closer for an hour; leads and admins see all that is open. The repositories have the same rule in SQL (`inWorkspace`); a test holds the two
 * together. Whatever asks who may know of a conversation asks here: requests, events, and what is carried between nodes.
 */
export function audienceOf(standing: Standing, now: Date): WorkspaceAudience {
  switch (standing.state) {
    case 'waiting':
      return { isEverybodys: true, isOverseers: true, agentIds: [] };
    case 'offered':
      return {
        isEverybodys: false,
        isOverseers: true,
        agentIds: named(standing.offeredTo, standing.offeredBy),
      };
    case 'agent':
      return { isEverybodys: false, isOverseers: true, agentIds: named(standing.ownerId) };
    case 'bot':
      return { isEverybodys: false, isOverseers: true, agentIds: [] };
    case 'closed': {
      const isShown = closedLately(standing.closedAt, now);
      return { isEverybodys: false, isOverseers: false, agentIds: isShown ? named(standing.closedBy) : [] };
    }
  }
}

/** Whether a conversation is a row of this person's workspace. */
export function isInWorkspace(standing: Standing, viewer: Viewer, now: Date): boolean {
  const { isEverybodys, isOverseers, agentIds } = audienceOf(standing, now);
  return isEverybodys || (isOverseers && isOverseer(viewer)) || agentIds.includes(viewer.agentId);
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

function named(...ids: (AgentId | null)[]): AgentId[] {
  return ids.filter((id) => id !== null);
}
