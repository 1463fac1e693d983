import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { AgentEvent, AgentEventName } from '#shared/protocol/agent-events';
import type { CustomerEvent, CustomerEventName } from '#shared/protocol/customer-events';
import type { AgentActor } from '../runtime/actor.ts';

/** A connected console, as far as the fan-out needs it. */
export type AgentSeat = {
  readonly socketId: string;
  readonly actor: AgentActor;
  /** Conversations that this console has open. */
  readonly watching: Set<ConversationId>;
};

/** All consoles that are connected to this server. */
export type AgentAudience = {
  add(seat: AgentSeat): void;
  remove(seat: AgentSeat): void;
  all(): Iterable<AgentSeat>;
  /** Those that have a conversation open. */
  watchersOf(id: ConversationId): Iterable<AgentSeat>;
  enter(seat: AgentSeat, id: ConversationId): void;
  leave(seat: AgentSeat, id: ConversationId): void;
  hasSeat(id: AgentId): boolean;
};

/** How events leave: one encoding for all the sockets named. The types tie each event to its form. */
export type AgentOutlet = <N extends AgentEventName>(
  socketIds: readonly string[],
  name: N,
  event: AgentEvent<N>,
) => void;
export type CustomerOutlet = <N extends CustomerEventName>(
  room: string,
  name: N,
  event: CustomerEvent<N>,
) => void;

/** An empty audience. */
export function createAgentAudience(): AgentAudience {
  const seats = new Set<AgentSeat>();
  const watchers = new Map<ConversationId, Set<AgentSeat>>();

  function leave(seat: AgentSeat, id: ConversationId): void {
    seat.watching.delete(id);
    const others = watchers.get(id);
    others?.delete(seat);
    if (others?.size === 0) watchers.delete(id);
  }

  return {
    add: (seat) => void seats.add(seat),
    remove(seat) {
      seats.delete(seat);
      for (const id of [...seat.watching]) leave(seat, id);
    },
    all: () => seats,
    watchersOf: (id) => watchers.get(id) ?? [],
    enter(seat, id) {
      if (!seats.has(seat)) return;
      const others = watchers.get(id) ?? new Set();
      watchers.set(id, others.add(seat));
      seat.watching.add(id);
    },
    leave,
    hasSeat: (id) => [...seats].some((seat) => seat.actor.agentId === id),
  };
}
