import type { AgentId, ConversationId } from '#shared/domain/ids';
import type { AgentEvent, AgentEventName } from '#shared/protocol/agent-events';
import type { CustomerEvent, CustomerEventName } from '#shared/protocol/customer-events';
import { isOverseer, type WorkspaceAudience } from '../modules/conversations/index.ts';
import type { AgentActor } from '../runtime/actor.ts';
import type { Interest } from '../runtime/topics.ts';

/** A connected console, as far as the fan-out needs it. */
export type AgentSeat = {
  readonly socketId: string;
  readonly actor: AgentActor;
  /** Conversations that this console has open. */
  readonly watching: Set<ConversationId>;
};

/** All consoles that are connected to this server, found by what facts name: nothing here goes through all of them for one event. */
export type AgentAudience = {
  /** Resolves when what other nodes tell its agent is heard here. */
  add(seat: AgentSeat): Promise<void>;
  remove(seat: AgentSeat): void;
  all(): Iterable<AgentSeat>;
  seatsOf(id: AgentId): Iterable<AgentSeat>;
  /** The consoles of a workspace's audience, each once. */
  seatsIn(audience: WorkspaceAudience): ReadonlySet<AgentSeat>;
  /** Those that have a conversation open. */
  watchersOf(id: ConversationId): Iterable<AgentSeat>;
  /** Resolves when what other nodes tell of the conversation is heard here. */
  enter(seat: AgentSeat, id: ConversationId): Promise<void>;
  leave(seat: AgentSeat, id: ConversationId): void;
  hasSeat(id: AgentId): boolean;
  /** Everybody who has a console here. */
  agentIds(): Iterable<AgentId>;
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
export function createAgentAudience(interest: Interest): AgentAudience {
  const seats = new Set<AgentSeat>();
  const overseers = new Set<AgentSeat>();
  const byAgent = createIndex<AgentId>();
  const watchers = createIndex<ConversationId>();

  function leave(seat: AgentSeat, id: ConversationId): void {
    if (!seat.watching.delete(id)) return;
    watchers.remove(id, seat);
    interest.remove(`watch:${id}`);
  }

  return {
    async add(seat) {
      const { agentId } = seat.actor;
      seats.add(seat);
      byAgent.add(agentId, seat);
      if (isOverseer(seat.actor)) overseers.add(seat);
      await Promise.all(topicsOf(seat).map(interest.add));
    },
    remove(seat) {
      if (!seats.delete(seat)) return;
      overseers.delete(seat);
      byAgent.remove(seat.actor.agentId, seat);
      for (const id of [...seat.watching]) leave(seat, id);
      for (const topic of topicsOf(seat)) interest.remove(topic);
    },
    all: () => seats,
    seatsOf: byAgent.of,
    seatsIn({ isEverybodys, isOverseers, agentIds }) {
      if (isEverybodys) return seats;
      const found = new Set(isOverseers ? overseers : []);
      for (const id of agentIds) for (const seat of byAgent.of(id)) found.add(seat);
      return found;
    },
    watchersOf: watchers.of,
    async enter(seat, id) {
      if (!seats.has(seat) || seat.watching.has(id)) return;
      watchers.add(id, seat);
      seat.watching.add(id);
      await interest.add(`watch:${id}`);
    },
    leave,
    hasSeat: byAgent.has,
    agentIds: byAgent.keys,
  };
}

function topicsOf({ actor }: AgentSeat) {
  return ['staff', `agent:${actor.agentId}`, ...(isOverseer(actor) ? ['overseers' as const] : [])] as const;
}

/** Seats by what they belong to. */
function createIndex<Key>() {
  const found = new Map<Key, Set<AgentSeat>>();
  return {
    of: (key: Key): Iterable<AgentSeat> => found.get(key) ?? [],
    has: (key: Key) => found.has(key),
    keys: () => found.keys(),
    add(key: Key, seat: AgentSeat): void {
      found.set(key, (found.get(key) ?? new Set()).add(seat));
    },
    remove(key: Key, seat: AgentSeat): void {
      const seats = found.get(key);
      seats?.delete(seat);
      if (seats?.size === 0) found.delete(key);
    },
  };
}
