import type { HandoffTrigger } from '#shared/domain/handoff';
import type { AgentId } from '#shared/domain/ids';
import type { Today } from '#shared/protocol/agent-requests';

/**
 * What the figures of the day mean (rule H8): every one starts at the handoff, never at the first bot message. This file is the definition;
 * the storage only brings the day's log.
 */

/** A handoff that was requested today. */
export type HandoffOfDay = {
  requestedAt: Date;
  trigger: HandoffTrigger;
  /** The first claim after the request. */
  claimedAt: Date | null;
  /** The first message of a person after the request. */
  firstResponseAt: Date | null;
  /** Who has it, or had it last. */
  agentId: AgentId | null;
};

/** A conversation that was closed today. */
export type ClosingOfDay = { closedBy: AgentId | null; causeCode: string | null; wasHandedOff: boolean };

export type DayLog = {
  handoffs: readonly HandoffOfDay[];
  closings: readonly ClosingOfDay[];
  /** Conversations opened today that no person was asked for so far. */
  botOnly: number;
};

const TOP_CAUSES = 5;

/** The figures of the day, for one member of staff. */
export function figuresOf(log: DayLog, me: AgentId): Today {
  const { handoffs, closings, botOnly } = log;
  const closed = closings.filter(({ wasHandedOff }) => wasHandedOff);
  return {
    handedOff: handoffs.length,
    answered: handoffs.filter(({ firstResponseAt }) => firstResponseAt !== null).length,
    closed: closed.length,
    botOnly,
    waitMedianMs: median(handoffs.flatMap(waitMs)),
    firstResponseMedianMs: median(handoffs.flatMap(firstResponseMs)),
    topCauses: topCauses(closings),
    mine: {
      closed: closed.filter(({ closedBy }) => closedBy === me).length,
      firstResponseMedianMs: median(
        handoffs.filter(({ agentId }) => agentId === me).flatMap(firstResponseMs),
      ),
    },
  };
}

/** From the request to the first claim. Nobody waited where a person stepped in unasked. */
function waitMs({ requestedAt, claimedAt, trigger }: HandoffOfDay): number[] {
  if (claimedAt === null || trigger === 'taken-over') return [];
  return [claimedAt.getTime() - requestedAt.getTime()];
}

/** From the request to a person's first message, the wait included. */
function firstResponseMs({ requestedAt, firstResponseAt }: HandoffOfDay): number[] {
  return firstResponseAt === null ? [] : [firstResponseAt.getTime() - requestedAt.getTime()];
}

/** The causes named most often, ties in the order of their codes. */
function topCauses(closings: readonly ClosingOfDay[]): Today['topCauses'] {
  const counts = new Map<string, number>();
  for (const { causeCode } of closings) {
    if (causeCode !== null) counts.set(causeCode, (counts.get(causeCode) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, TOP_CAUSES);
}

/** The middle value, or the mean of the two middle ones; null of none. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
