import { askedBeforeMs } from '#shared/domain/queue-order';
import type { Draft, Unit } from '../conversations/index.ts';
import type { HandoffStore } from './ports.ts';

const LOOK_BACK_MS = 2 * 60 * 60_000;
const LOOK_BACK_COUNT = 20;
/** Assumed until people have been waited for. */
const TYPICAL_WAIT_MS = 2 * 60_000;
const MOST_MINUTES = 60;

/**
 * In how many minutes a person may be expected: the typical wait of late, once more for every round of customers that the agents who are
 * online must serve first. 0 when nobody is online, because then nobody can say.
 */
export async function estimateWait(unit: Unit<HandoffStore>, { conversation, at }: Draft): Promise<number> {
  const agents = await unit.queue.countOnlineAgents();
  const waits = await unit.handoffs.recentWaitsMs(new Date(at.getTime() - LOOK_BACK_MS), LOOK_BACK_COUNT);
  const self = {
    waitingSinceMs: (conversation.waitingSince ?? at).getTime(),
    urgency: conversation.place?.urgency ?? 0,
  };
  const ahead = await unit.queue.countAhead(askedBeforeMs(self, at.getTime()).map((ms) => new Date(ms)));
  return waitMinutes({ agents, ahead, waits });
}

/** The same as arithmetic. `waits` in milliseconds. */
export function waitMinutes(facts: { agents: number; ahead: number; waits: readonly number[] }): number {
  if (facts.agents === 0) return 0;
  const rounds = 1 + Math.floor(facts.ahead / facts.agents);
  const typical = median(facts.waits) ?? TYPICAL_WAIT_MS;
  return Math.min(MOST_MINUTES, Math.max(1, Math.ceil((typical * rounds) / 60_000)));
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
