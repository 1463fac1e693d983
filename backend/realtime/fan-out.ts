import type { CustomerId } from '#shared/domain/ids';
import {
  audienceOf,
  customerConversationOf,
  customerEntryOf,
  departureOf,
  mayRead,
} from '../modules/conversations/index.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Fact, FactBus, Standing } from '../runtime/facts.ts';
import type { AgentAudience, AgentOutlet, AgentSeat, CustomerOutlet } from './audience.ts';
import type { Told, ToldMemory } from './told.ts';

export type FanOutPorts = {
  facts: FactBus;
  clock: Clock;
  audience: AgentAudience;
  told: ToldMemory;
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
  return ports.facts.subscribe((fact) => {
    if (fact.type === 'conversation-changed') tellChanged(ports, fact);
    if (fact.type === 'agent-changed')
      ports.toAgents(socketsOf(ports.audience.all()), 'agent:changed', { agent: fact.agent });
    if (fact.type === 'typing') tellTyping(ports, fact);
  });
}

/**
 * A fact that comes after a later one of the same conversation, from another node, brings its entries, which may be missing, and nothing else:
 * who may read them is judged by the later standing.
 */
function tellChanged(ports: FanOutPorts, fact: Changed): void {
  const { id, version } = fact.conversation;
  const told = ports.told.of(id);
  if (told !== undefined && told.version > version) {
    tellReaders(ports, fact, told.standings.at(-1) ?? fact.after);
    tellCustomerEntries(ports, fact);
    return;
  }
  tellWorkspaces(ports, fact, told);
  tellReaders(ports, fact, fact.after);
  tellCustomerEntries(ports, fact);
  const customerSide = tellCustomerSide(ports, fact, told);
  ports.told.keep(id, { version, standings: [fact.after], customerSide });
}

function tellWorkspaces(
  { audience, toAgents, clock }: FanOutPorts,
  { conversation, before, after }: Changed,
  told: Told | undefined,
): void {
  const now = clock.now();
  const gaining = audience.seatsIn(audienceOf(after, now));
  if (gaining.size > 0)
    toAgents(socketsOf(gaining), 'workspace:changed', { conversations: [conversation], removed: [] });
  const losing = new Set<AgentSeat>();
  for (const standing of [before, ...(told?.standings ?? [])]) {
    if (!standing) continue;
    for (const seat of audience.seatsIn(audienceOf(standing, now))) if (!gaining.has(seat)) losing.add(seat);
  }
  if (losing.size > 0)
    toAgents(socketsOf(losing), 'workspace:changed', {
      conversations: [],
      removed: [departureOf(conversation)],
    });
}

/** The entries go to whoever has the conversation open, and to all consoles of its owner; who may no longer read it is put out. */
function tellReaders({ audience, toAgents, clock }: FanOutPorts, fact: Changed, standing: Standing): void {
  const { id } = fact.conversation;
  const now = clock.now();
  const reading = new Set(standing.ownerId === null ? [] : audience.seatsOf(standing.ownerId));
  for (const seat of [...audience.watchersOf(id)]) {
    if (mayRead(standing, seat.actor, now)) reading.add(seat);
    else audience.leave(seat, id);
  }
  if (reading.size > 0 && fact.entries.length > 0)
    toAgents(socketsOf(reading), 'entry:appended', { conversationId: id, entries: fact.entries });
}

function tellCustomerEntries(ports: FanOutPorts, { conversation, entries }: Changed): void {
  const { id: customerId } = conversation.customer;
  if (!ports.hasCustomer(customerId)) return;
  const seen = entries
    .map((entry) => customerEntryOf(entry, conversation.language))
    .filter((entry) => entry !== null);
  if (seen.length > 0)
    ports.toCustomers(customerRoom(customerId), 'entry:appended', {
      conversationId: conversation.id,
      entries: seen,
    });
}

/** A note or a tag changes nothing for the customer, so it must not show even as an event without content. Gives what the customer knows now. */
function tellCustomerSide(ports: FanOutPorts, fact: Changed, told: Told | undefined): string | null {
  const { id: customerId } = fact.conversation.customer;
  if (!ports.hasCustomer(customerId)) return null;
  const conversation = customerConversationOf(fact);
  const side = JSON.stringify(conversation);
  if (side !== told?.customerSide)
    ports.toCustomers(customerRoom(customerId), 'conversation:changed', { conversation });
  return side;
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
