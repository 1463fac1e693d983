import type { CustomerId } from '#shared/domain/ids';
import {
  customerConversationOf,
  customerEntryOf,
  departureOf,
  isInWorkspace,
  mayRead,
  type Viewer,
} from '../modules/conversations/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Fact, FactBus } from '../runtime/facts.ts';
import type { AgentAudience, AgentOutlet, AgentSeat, CustomerOutlet } from './audience.ts';

export type FanOutPorts = {
  facts: FactBus;
  clock: Clock;
  audience: AgentAudience;
  toAgents: AgentOutlet;
  toCustomers: CustomerOutlet;
  /** Whether any client of the customer is connected here. */
  hasCustomer(id: CustomerId): boolean;
};

type Changed = Extract<Fact, { type: 'conversation-changed' }>;
type Typing = Extract<Fact, { type: 'typing' }>;

/** The room of a customer's clients. */
export function customerRoom(id: CustomerId): string {
  return `customer:${id}`;
}

/**
 * Tells each committed fact to those who may know of it, in the form made for them, and to nobody else (rule T1, case A2). The right is
 * judged anew for every event, by the standing that the fact itself brings: who lost it hears `removed` and nothing after.
 */
export function startFanOut(ports: FanOutPorts): () => void {
  const shown = createShownMemory();
  return ports.facts.subscribe((fact) => {
    if (fact.type === 'conversation-changed') {
      tellAgents(ports, fact);
      tellCustomer(ports, fact, shown);
    }
    if (fact.type === 'agent-changed')
      ports.toAgents(socketsOf(ports.audience.all()), 'agent:changed', { agent: fact.agent });
    if (fact.type === 'typing') tellTyping(ports, fact);
  });
}

function tellAgents({ audience, toAgents, clock }: FanOutPorts, fact: Changed): void {
  const { conversation, entries, before, after } = fact;
  const now = clock.now();
  const gaining: string[] = [];
  const losing: string[] = [];
  const reading: string[] = [];
  for (const seat of audience.all()) {
    const viewer: Viewer = seat.actor;
    const isWatching = seat.watching.has(conversation.id);
    if (isInWorkspace(after, viewer, now)) gaining.push(seat.socketId);
    else if (before !== null && isInWorkspace(before, viewer, now)) losing.push(seat.socketId);
    if (isWatching && !mayRead(after, viewer, now)) audience.leave(seat, conversation.id);
    else if (isWatching || after.ownerId === viewer.agentId) reading.push(seat.socketId);
  }
  if (gaining.length > 0)
    toAgents(gaining, 'workspace:changed', { conversations: [conversation], removed: [] });
  if (losing.length > 0)
    toAgents(losing, 'workspace:changed', { conversations: [], removed: [departureOf(conversation)] });
  if (reading.length > 0 && entries.length > 0) {
    toAgents(reading, 'entry:appended', { conversationId: conversation.id, entries });
  }
}

function tellCustomer(ports: FanOutPorts, fact: Changed, shown: ShownMemory): void {
  const { conversation } = fact;
  const { id: customerId } = conversation.customer;
  if (!ports.hasCustomer(customerId)) return;
  const room = customerRoom(customerId);
  const entries = fact.entries
    .map((entry) => customerEntryOf(entry, conversation.language))
    .filter((entry) => entry !== null);
  if (entries.length > 0)
    ports.toCustomers(room, 'entry:appended', { conversationId: conversation.id, entries });
  const seen = customerConversationOf(fact);
  // A note or a tag changes nothing for the customer, so it must not show even as an event without content.
  if (shown.isNew(conversation.id, JSON.stringify(seen)))
    ports.toCustomers(room, 'conversation:changed', { conversation: seen });
}

/** An agent sees the customer and the bot typing; the customer sees the bot and the agent. */
function tellTyping({ audience, toAgents, toCustomers }: FanOutPorts, { by, ...fact }: Typing): void {
  const { conversationId, isTyping } = fact;
  if (by.kind !== 'agent') {
    const event = { conversationId, by: by.kind, isTyping };
    toAgents(socketsOf(audience.watchersOf(conversationId)), 'typing:changed', event);
  }
  if (by.kind !== 'customer')
    toCustomers(customerRoom(fact.customerId), 'typing:changed', { by: by.kind, isTyping });
}

function socketsOf(seats: Iterable<AgentSeat>): string[] {
  return Array.from(seats, (seat) => seat.socketId);
}

/** What the customer of a conversation was shown last. */
type ShownMemory = { isNew(conversationId: string, state: string): boolean };

const MAX_REMEMBERED = 10_000;

/** Of bounded size; what it forgets is at worst shown once more. */
function createShownMemory(): ShownMemory {
  const last = new Map<string, string>();
  return {
    isNew(conversationId, state) {
      if (last.get(conversationId) === state) return false;
      last.delete(conversationId);
      last.set(conversationId, state);
      const [oldest] = last.keys();
      if (last.size > MAX_REMEMBERED && oldest !== undefined) last.delete(oldest);
      return true;
    },
  };
}
