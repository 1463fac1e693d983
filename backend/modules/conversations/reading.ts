import type { ConversationSummary } from '#shared/domain/conversation';
import type { CustomerEntry, Entry } from '#shared/domain/entry';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { CustomerConversation } from '#shared/protocol/customer-requests';
import type { Clock } from '../../runtime/clock.ts';
import { noConversation } from './access.ts';
import type { Conversation, ConversationStore, LogPart } from './ports.ts';
import {
  customerConversationOf,
  customerEntryOf,
  customerSideOf,
  entryOf,
  standingOf,
  summaryOf,
} from './present.ts';
import { mayRead, type Viewer } from './visibility.ts';

/** Reading needs no transaction: every answer is of one statement, or is told apart by its seq. */
export type ReadingPorts = {
  store: Pick<ConversationStore, 'conversations' | 'entries'>;
  clock: Clock;
};

export type EntryPage = { entries: Entry[]; hasMore: boolean };
export type CustomerPage = {
  conversation: CustomerConversation | null;
  entries: CustomerEntry[];
  hasMore: boolean;
};

/** The conversation and the latest page of its log. */
export async function openConversation(
  ports: ReadingPorts,
  viewer: Viewer,
  { conversationId, limit }: { conversationId: ConversationId; limit: number },
): Promise<{ conversation: ConversationSummary; page: EntryPage }> {
  const conversation = await readable(ports, viewer, conversationId);
  const page = await pageOf(ports, conversation, { limit });
  return { conversation: summaryOf(conversation), page };
}

/** A page of the log, on one side of a seq. */
export async function listEntries(
  ports: ReadingPorts,
  viewer: Viewer,
  { conversationId, ...part }: LogPart & { conversationId: ConversationId },
): Promise<EntryPage> {
  return await pageOf(ports, await readable(ports, viewer, conversationId), part);
}

const TIMELINE_ENTRIES = 200;

/** Told which conversations are about to be read, and waited for: whoever is to hear of what is new in them misses nothing so. */
export type OnFound = (ids: readonly ConversationId[]) => Promise<void>;

/** The customer's earlier conversations over all channels with what was said in them, newest first (rule I1). */
export async function readTimeline(
  ports: ReadingPorts,
  viewer: Viewer,
  input: { customerId: CustomerId; olderThan: ConversationId; limit: number; onFound?: OnFound },
): Promise<{ conversations: { conversation: ConversationSummary; entries: Entry[] }[]; hasMore: boolean }> {
  const bound = await readable(ports, viewer, input.olderThan);
  if (bound.customer.id !== input.customerId) throw noConversation();
  const reader = { viewer, now: ports.clock.now(), limit: input.limit + 1 };
  const older = await ports.store.conversations.listOlder(input.customerId, bound.id, reader);
  const shown = older.slice(0, input.limit);
  await input.onFound?.(shown.map(({ id }) => id));
  const conversations = await Promise.all(
    shown.map(async (conversation) => {
      const { entries } = await pageOf(ports, conversation, { limit: TIMELINE_ENTRIES });
      return { conversation: summaryOf(conversation), entries };
    }),
  );
  return { conversations, hasMore: older.length > input.limit };
}

/** Conversations in which the words are found, newest first. */
export async function searchConversations(
  ports: ReadingPorts,
  viewer: Viewer,
  { query, limit }: { query: string; limit: number },
): Promise<{ hits: { conversation: ConversationSummary; snippet: string }[] }> {
  const hits = await ports.store.conversations.search(query, viewer, { now: ports.clock.now(), limit });
  return { hits: hits.map((hit) => ({ ...hit, conversation: summaryOf(hit.conversation) })) };
}

/** The customer's conversation that is open, else the latest; `null` for somebody who never wrote. */
export async function currentOfCustomer(
  ports: ReadingPorts,
  customerId: CustomerId,
): Promise<CustomerConversation | null> {
  const conversation = await ports.store.conversations.findCurrentOf(customerId);
  return conversation && sideOf(ports, conversation);
}

/** The customer's conversations, newest first. */
export async function listOfCustomer(
  ports: ReadingPorts,
  customerId: CustomerId,
  limit: number,
): Promise<CustomerConversation[]> {
  const conversations = await ports.store.conversations.listOfCustomer(customerId, limit);
  return conversations.map((conversation) => sideOf(ports, conversation));
}

/** A page of what the customer may see, of the named conversation or of the current one. */
export async function listForCustomer(
  ports: ReadingPorts,
  customerId: CustomerId,
  { conversationId, ...part }: LogPart & { conversationId?: ConversationId },
): Promise<CustomerPage> {
  const conversation = conversationId
    ? await ports.store.conversations.find(conversationId)
    : await ports.store.conversations.findCurrentOf(customerId);
  if (conversation === null && conversationId === undefined) {
    return { conversation: null, entries: [], hasMore: false };
  }
  if (conversation?.customer.id !== customerId) throw noConversation();
  // Who comes back and missed nothing, as nearly all do, is told so by the row alone.
  const isLevel = part.before === undefined && (part.after ?? -1) >= conversation.customerSeq;
  if (isLevel) return { conversation: sideOf(ports, conversation), entries: [], hasMore: false };
  const found = await ports.store.entries.listForCustomer(conversation.id, {
    ...part,
    limit: part.limit + 1,
  });
  const { shown, hasMore } = cut(found, part);
  const entries = shown.flatMap(
    (entry) => customerEntryOf(entryOf(entry, conversation), conversation.language) ?? [],
  );
  return { conversation: sideOf(ports, conversation), entries, hasMore };
}

async function pageOf(ports: ReadingPorts, conversation: Conversation, part: LogPart): Promise<EntryPage> {
  const found = await ports.store.entries.list(conversation.id, { ...part, limit: part.limit + 1 });
  const { shown, hasMore } = cut(found, part);
  return { entries: shown.map((entry) => entryOf(entry, conversation)), hasMore };
}

/** One more than asked for was read, to know whether there is more; it stands at the far end. */
function cut<T>(found: readonly T[], { after, limit }: LogPart): { shown: readonly T[]; hasMore: boolean } {
  const hasMore = found.length > limit;
  if (!hasMore) return { shown: found, hasMore };
  return { shown: after === undefined ? found.slice(1) : found.slice(0, limit), hasMore };
}

async function readable(ports: ReadingPorts, viewer: Viewer, id: ConversationId): Promise<Conversation> {
  const conversation = await ports.store.conversations.find(id);
  if (conversation === null || !mayRead(standingOf(conversation), viewer, ports.clock.now())) {
    throw noConversation();
  }
  return conversation;
}

function sideOf(ports: ReadingPorts, conversation: Conversation): CustomerConversation {
  return customerConversationOf(customerSideOf(conversation, ports.clock.now()));
}
