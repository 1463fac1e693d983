import type { ConversationSummary, Departure } from '#shared/domain/conversation';
import type { CustomerEntry, Delivery, Entry } from '#shared/domain/entry';
import type { Language } from '#shared/domain/language';
import type { CustomerConversation } from '#shared/protocol/customer-requests';
import type { Fact, Standing } from '../../runtime/facts.ts';
import type { Conversation, LogEntry } from './ports.ts';

/** The one place where stored conversations and entries become what staff and customers are shown. */

/** A conversation as a row of the workspace. */
export function summaryOf(conversation: Conversation): ConversationSummary {
  const { place, offer, state } = conversation;
  const isAwaited = state === 'waiting' || state === 'offered';
  return {
    id: conversation.id,
    version: conversation.version,
    seq: conversation.seq,
    revisedSeq: conversation.revisedSeq,
    customer: conversation.customer,
    state,
    owner: conversation.owner,
    offer: offer && { ...offer, expiresAt: offer.expiresAt.toISOString() },
    channelId: conversation.channelId,
    language: conversation.language,
    mood: conversation.mood,
    worstScore: conversation.worstScore,
    place,
    waitingSince: isAwaited ? moment(conversation.waitingSince) : null,
    assignedAt: moment(conversation.assignedAt),
    unansweredSince: moment(conversation.unansweredSince),
    unread: conversation.unread,
    last: conversation.last,
    openedAt: conversation.openedAt.toISOString(),
    closedAt: moment(conversation.closedAt),
  };
}

/** What is told of a conversation to whoever may no longer see it: as much as a claim that came too late is told (rule H3). */
export function departureOf({ id, owner }: Pick<ConversationSummary, 'id' | 'owner'>): Departure {
  return { id, takenBy: owner };
}

/** An entry as staff see it. Delivery is the message's own, raised to what the customer's watermarks say (rule D6). */
export function entryOf(entry: LogEntry, conversation: Conversation): Entry {
  const { id, conversationId, seq, customerSeq, author, channelId } = entry;
  const { body: stored } = entry;
  const isHeard = stored.type === 'message' || stored.type === 'revised';
  const body = isHeard ? { ...stored, delivery: deliveryOf(entry, conversation) } : stored;
  return { id, conversationId, seq, customerSeq, at: entry.at.toISOString(), author, channelId, body };
}

/** An entry as its customer sees it; `null` for what is staff's alone. */
export function customerEntryOf(entry: Entry, language: Language): CustomerEntry | null {
  const { body } = entry;
  if ((body.type !== 'message' && body.type !== 'revised') || entry.customerSeq === null) return null;
  return {
    id: entry.id,
    conversationId: entry.conversationId,
    seq: entry.customerSeq,
    at: entry.at,
    author: { kind: entry.author.kind, name: authorName(entry.author, language) },
    content: body.content,
    clientId: entry.author.kind === 'customer' ? body.clientId : null,
    ...(body.type === 'revised' ? { revises: body.entryId } : {}),
  };
}

/** What decides how a conversation looks to its customer; a `conversation-changed` fact has it all. */
export type CustomerSide = Pick<
  Extract<Fact, { type: 'conversation-changed' }>,
  'conversation' | 'customerSeq' | 'shopReadSeq' | 'waitMinutes'
>;

/** A conversation as its customer sees it: an offer between agents still is waiting. */
export function customerConversationOf(side: CustomerSide): CustomerConversation {
  const { conversation } = side;
  return {
    id: conversation.id,
    status: conversation.state === 'offered' ? 'waiting' : conversation.state,
    agentName: conversation.owner?.name[conversation.language] ?? null,
    waitMinutes: side.waitMinutes,
    seq: side.customerSeq,
    readSeq: side.shopReadSeq,
    openedAt: conversation.openedAt,
  };
}

/** The customer's side of a stored conversation at this moment. */
export function customerSideOf(conversation: Conversation, now: Date): CustomerSide {
  return {
    conversation: summaryOf(conversation),
    customerSeq: conversation.customerSeq,
    shopReadSeq: conversation.shopReadSeq,
    waitMinutes: waitMinutes(conversation, now),
  };
}

/** What others hear of a change after its commit. */
export function factOf(change: {
  before: Conversation | null;
  after: Conversation;
  entries: readonly LogEntry[];
  now: Date;
}): Fact {
  const { before, after, entries, now } = change;
  return {
    type: 'conversation-changed',
    ...customerSideOf(after, now),
    entries: entries.map((entry) => entryOf(entry, after)),
    before: before && standingOf(before),
    after: standingOf(after),
  };
}

/** Who stands where in it. */
export function standingOf(conversation: Conversation): Standing {
  return {
    state: conversation.state,
    ownerId: conversation.owner?.id ?? null,
    offeredTo: conversation.offer?.to.id ?? null,
    offeredBy: conversation.offer?.from?.id ?? null,
    closedBy: conversation.closedBy,
    closedAt: conversation.closedAt,
  };
}

function waitMinutes({ state, expectedAt }: Conversation, now: Date): number | null {
  if ((state !== 'waiting' && state !== 'offered') || expectedAt === null) return null;
  return Math.max(1, Math.ceil((expectedAt.getTime() - now.getTime()) / 60_000));
}

/** Only what reached the channel can be delivered or read; a failure stays one. */
function deliveryOf({ delivery, customerSeq }: LogEntry, conversation: Conversation): Delivery | null {
  if (delivery?.state !== 'sent' || customerSeq === null) return delivery;
  if (customerSeq <= conversation.readSeq) return { state: 'read' };
  return customerSeq <= conversation.deliveredSeq ? { state: 'delivered' } : delivery;
}

function authorName(author: Entry['author'], language: Language): string | null {
  if (author.kind === 'agent') return author.name[language];
  return author.kind === 'customer' ? author.name : null;
}

function moment(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
