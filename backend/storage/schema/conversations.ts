import type { Generated } from 'kysely';
import type { ConversationSummary } from '#shared/domain/conversation';
import type { Outcome } from '#shared/domain/disposition';
import type { Author, Content, Delivery, EntryBody } from '#shared/domain/entry';
import type { HandoffRecord, HandoffState, HandoffTrigger } from '#shared/domain/handoff';
import type { AgentId, ChannelId, ClientId, ConversationId, CustomerId, EntryId } from '#shared/domain/ids';
import type { Language, Phrase } from '#shared/domain/language';
import type { ConversationMood } from '#shared/domain/mood';
import type { SendOutcome } from '../../modules/delivery/index.ts';
import type { Json, JsonWithDefault } from '../json.ts';

/** What was said, who had the word, and what left on the channels. */

export type ConversationsTable = {
  id: ConversationId;
  customer_id: CustomerId;
  state: HandoffState;
  owner_id: AgentId | null;
  offered_to: AgentId | null;
  offered_by: AgentId | null;
  offer_expires_at: Date | null;
  offer_comment: Generated<string>;
  channel_id: ChannelId;
  identity_id: string;
  language: Language;
  mood: Json<ConversationMood>;
  worst_score: Generated<number>;
  urgency: number | null;
  rank_reasons: JsonWithDefault<Phrase[]>;
  waiting_since: Date | null;
  expected_at: Date | null;
  handoff_trigger: HandoffTrigger | null;
  bot_failures: Generated<number>;
  has_asked_for_person: Generated<boolean>;
  was_returned: Generated<boolean>;
  assigned_at: Date | null;
  unanswered_since: Date | null;
  unread: Generated<number>;
  owner_seen_seq: Generated<number>;
  seq: Generated<number>;
  customer_seq: Generated<number>;
  delivered_seq: Generated<number>;
  read_seq: Generated<number>;
  shop_read_seq: Generated<number>;
  first_line: Generated<string>;
  last: Json<ConversationSummary['last']>;
  opened_at: Date;
  latest_at: Date | null;
  closed_at: Date | null;
  closed_by: AgentId | null;
  outcome: Outcome | null;
  cause_code: string | null;
  close_comment: Generated<string>;
  version: Generated<number>;
  revised_seq: Generated<number>;
  changed_xid: Generated<string>;
};

export type EntriesTable = {
  conversation_id: ConversationId;
  seq: number;
  customer_seq: number | null;
  id: EntryId;
  at: Date;
  author: Json<Author>;
  author_key: string;
  client_id: ClientId | null;
  channel_id: ChannelId | null;
  type: EntryBody['type'];
  body: Json<EntryBody>;
  delivery: Json<Delivery | null>;
};

/** What messages said before they were revised. */
export type MessageRevisionsTable = {
  entry_id: EntryId;
  number: number;
  content: Json<Content>;
  author: Json<Author>;
  at: Date;
};

export type HandoffsTable = {
  id: string;
  conversation_id: ConversationId;
  requested_at: Date;
  trigger: HandoffTrigger;
  record: Json<HandoffRecord>;
  agent_id: AgentId | null;
  claimed_at: Date | null;
  first_response_at: Date | null;
  ended_at: Date | null;
  ended_how: string | null;
};

export type CommandsTable = {
  author_key: string;
  client_id: ClientId;
  fingerprint: Buffer;
  result: Json<unknown>;
  at: Date;
};

export type DeliveryAttemptsTable = {
  entry_id: EntryId;
  number: number;
  key: string;
  began_at: Date;
  ended_at: Date | null;
  outcome: SendOutcome['state'] | null;
  reason: Json<Phrase | null>;
};

export type ChannelOutagesTable = {
  channel_id: ChannelId;
  since: Date;
  failures: number;
  next_try_at: Date;
  reason: Json<Phrase>;
};
