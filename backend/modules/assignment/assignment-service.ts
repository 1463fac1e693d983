import type { ConversationSummary } from '#shared/domain/conversation';
import type { AgentActor } from '../../runtime/actor.ts';
import type { CommandKey } from '../../runtime/command.ts';
import { conflict } from '../../runtime/fault.ts';
import { draftOf, inUnit, type Unit, type UnitPorts } from '../conversations/index.ts';
import { type HandoffStore, requireActive, take } from '../handoff/index.ts';

/** Who serves whom next. */
export type AssignmentService = {
  /**
   * Gives this agent the first of the queue; `conversation` is null when nobody waits. An agent who has as many as their capacity is refused
   * with `conflict`; simultaneous calls get different conversations, or none.
   */
  next(command: {
    actor: AgentActor;
    key: CommandKey;
  }): Promise<{ conversation: ConversationSummary | null }>;
};

/** Assignment over the queue. */
export function createAssignmentService(ports: UnitPorts<HandoffStore>): AssignmentService {
  return {
    next: ({ actor, key }) => inUnit(ports, (unit) => unit.commands.once(key, () => takeNext(unit, actor))),
  };
}

async function takeNext(
  unit: Unit<HandoffStore>,
  { agentId }: AgentActor,
): Promise<{ conversation: ConversationSummary | null }> {
  // The agent first: two calls of the same agent must not both find room for one more.
  const taker = await unit.queue.lockTaker(agentId);
  const self = requireActive(taker?.member ?? null);
  const active = taker?.active ?? 0;
  if (active >= self.capacity) {
    throw conflict('full', 'You have as many conversations as your capacity', {
      details: { active, capacity: self.capacity },
    });
  }
  const now = unit.now();
  const head = (await unit.queue.lockHead('skip', now)) ?? (await unit.queue.lockHead('wait', now));
  if (head === null) return { conversation: null };
  return await take({ unit, draft: draftOf(head, now), self });
}
