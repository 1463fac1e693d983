import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { AgentRef } from '#shared/domain/agent';
import type { ChannelKind } from '#shared/domain/channel';
import type { Membership } from '#shared/domain/conversation';
import type { AgentId } from '#shared/domain/ids';
import type { Localized, Phrase } from '#shared/domain/language';
import type { Conversation } from '../../modules/conversations/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** What chooses rows of the table, perhaps locking them. */
type Choice = SelectQueryBuilder<Database, 'conversations', Selectable<Database['conversations']>>;

/**
 * The chosen conversations with the names that they show. The choice stands in a CTE of its own because a row that had to be waited for comes
 * back in its newest version, but what is joined in the same query would still be that of the old one (an owner's id without the name).
 */
export function withNames(db: Kysely<Database>, choice: Choice) {
  return db
    .with('c', () => choice)
    .selectFrom('c')
    .innerJoin('customers as customer', 'customer.id', 'c.customer_id')
    .innerJoin('channels as channel', 'channel.id', 'c.channel_id')
    .leftJoin('agents as owner', 'owner.id', 'c.owner_id')
    .leftJoin('agents as invited', 'invited.id', 'c.offered_to')
    .leftJoin('agents as inviting', 'inviting.id', 'c.offered_by')
    .selectAll('c')
    .select([
      'customer.name as customer_name',
      'customer.membership as membership',
      'channel.kind as channel_kind',
      'owner.name as owner_name',
      'invited.name as invited_name',
      'inviting.name as inviting_name',
      isVerified('c.customer_id').as('is_verified'),
    ]);
}

/** Whether the shop's own signed word says who the customer in this column is. */
export function isVerified(customerId: string) {
  return sql<boolean>`exists (select from identities i where i.customer_id = ${sql.ref(customerId)} and i.type = 'shop' and i.is_verified)`;
}

/** A row as `withNames` reads it. */
export type NamedRow = Selectable<Database['conversations']> & {
  customer_name: string;
  membership: Membership;
  channel_kind: ChannelKind;
  owner_name: Localized | null;
  invited_name: Localized | null;
  inviting_name: Localized | null;
  is_verified: boolean;
};

/** The conversation of a row; columns that are set together become one member. */
export function conversationOf(row: NamedRow): Conversation {
  return {
    id: row.id,
    version: row.version,
    customer: {
      id: row.customer_id,
      name: row.customer_name,
      membership: row.membership,
      isVerified: row.is_verified,
    },
    state: row.state,
    owner: refOf(row.owner_id, row.owner_name),
    offer: offerOf(row),
    channelId: row.channel_id,
    channelKind: row.channel_kind,
    identityId: row.identity_id,
    language: row.language,
    mood: row.mood,
    worstScore: row.worst_score,
    place: row.urgency === null ? null : { urgency: row.urgency, reasons: row.rank_reasons },
    waitingSince: row.waiting_since,
    expectedAt: row.expected_at,
    trigger: row.handoff_trigger,
    botFailures: row.bot_failures,
    hasAskedForPerson: row.has_asked_for_person,
    wasReturned: row.was_returned,
    assignedAt: row.assigned_at,
    unansweredSince: row.unanswered_since,
    unread: row.unread,
    ownerSeenSeq: row.owner_seen_seq,
    seq: row.seq,
    revisedSeq: row.revised_seq,
    customerSeq: row.customer_seq,
    deliveredSeq: row.delivered_seq,
    readSeq: row.read_seq,
    shopReadSeq: row.shop_read_seq,
    firstLine: row.first_line,
    last: row.last,
    openedAt: row.opened_at,
    latestAt: row.latest_at ?? row.closed_at ?? row.opened_at,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    outcome: row.outcome,
    causeCode: row.cause_code,
    closeComment: row.close_comment,
  };
}

/** The columns that change, as they are to be written. */
export function columnsOf(conversation: Conversation) {
  const values = valuesOf(conversation);
  return {
    ...values,
    mood: json(values.mood),
    rank_reasons: json(values.rank_reasons),
    last: values.last && json(values.last),
    changed_xid: sql<string>`pg_current_xact_id()`,
  };
}

/** What these columns hold; `changed_xid` apart, which is the database's. */
export function valuesOf(conversation: Conversation) {
  const { offer, place } = conversation;
  return {
    state: conversation.state,
    owner_id: conversation.owner?.id ?? null,
    offered_to: offer?.to.id ?? null,
    offered_by: offer?.from?.id ?? null,
    offer_expires_at: offer?.expiresAt ?? null,
    offer_comment: offer?.comment ?? '',
    channel_id: conversation.channelId,
    identity_id: conversation.identityId,
    language: conversation.language,
    mood: conversation.mood,
    worst_score: conversation.worstScore,
    urgency: place?.urgency ?? null,
    rank_reasons: place?.reasons ?? NO_REASONS,
    waiting_since: conversation.waitingSince,
    expected_at: conversation.expectedAt,
    handoff_trigger: conversation.trigger,
    bot_failures: conversation.botFailures,
    has_asked_for_person: conversation.hasAskedForPerson,
    was_returned: conversation.wasReturned,
    assigned_at: conversation.assignedAt,
    unanswered_since: conversation.unansweredSince,
    unread: conversation.unread,
    owner_seen_seq: conversation.ownerSeenSeq,
    seq: conversation.seq,
    customer_seq: conversation.customerSeq,
    delivered_seq: conversation.deliveredSeq,
    read_seq: conversation.readSeq,
    shop_read_seq: conversation.shopReadSeq,
    first_line: conversation.firstLine,
    last: conversation.last,
    latest_at: conversation.latestAt,
    closed_at: conversation.closedAt,
    closed_by: conversation.closedBy,
    outcome: conversation.outcome,
    cause_code: conversation.causeCode,
    close_comment: conversation.closeComment,
    version: conversation.version,
  };
}

const NO_REASONS: Phrase[] = [];

function offerOf(row: NamedRow): Conversation['offer'] {
  const to = refOf(row.offered_to, row.invited_name);
  if (to === null || row.offer_expires_at === null) return null;
  const from = refOf(row.offered_by, row.inviting_name);
  return { to, from, expiresAt: row.offer_expires_at, comment: row.offer_comment };
}

function refOf(id: AgentId | null, name: Localized | null): AgentRef | null {
  return id === null || name === null ? null : { id, name };
}
