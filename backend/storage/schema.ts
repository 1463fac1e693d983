import type { Generated } from 'kysely';
import type { AgentRole, Presence } from '#shared/domain/agent';
import type { OrderStatus } from '#shared/domain/card';
import type { ChannelKind } from '#shared/domain/channel';
import type { ConversationSummary, Membership } from '#shared/domain/conversation';
import type { Identity } from '#shared/domain/customer';
import type { Outcome } from '#shared/domain/disposition';
import type { Author, Delivery, EntryBody } from '#shared/domain/entry';
import type { HandoffRecord, HandoffState, HandoffTrigger } from '#shared/domain/handoff';
import type {
  AgentId,
  ChannelId,
  ClientId,
  ConversationId,
  CustomerId,
  EntryId,
  OrderId,
  ProductId,
  Sku,
} from '#shared/domain/ids';
import type { IntentName } from '#shared/domain/intent';
import type { Language, Localized, Phrase } from '#shared/domain/language';
import type { CandidateId, CandidateState, Comparison, LearnedTask } from '#shared/domain/learning';
import type { ConversationMood, MoodLabel } from '#shared/domain/mood';
import type { Moved } from '../modules/customers/index.ts';
import type { SendOutcome } from '../modules/delivery/index.ts';
import type { ReturnRecord } from '../modules/orders/index.ts';
import type { Json, JsonWithDefault } from './json.ts';

/**
 * Every table of the migrations, as Kysely sees it. How SQL types arrive: `timestamptz` as `Date` (and only a `Date` goes in), `int8` as a
 * number (refused beyond 2^53), `xid8` as text, `bytea` as `Buffer`, `jsonb` parsed. A `jsonb` column takes what `json()` makes, nothing else:
 * an array given directly would be written as a PostgreSQL array.
 */
export type Database = {
  shop_settings: { key: string; value: Json<unknown> };
  agents: AgentsTable;
  agent_sessions: AgentSessionsTable;
  presence_leases: { agent_id: AgentId; node_id: string; until: Date };
  channels: ChannelsTable;
  customers: CustomersTable;
  identities: IdentitiesTable;
  customer_merges: CustomerMergesTable;
  customer_sessions: CustomerSessionsTable;
  conversations: ConversationsTable;
  entries: EntriesTable;
  handoffs: HandoffsTable;
  commands: CommandsTable;
  delivery_attempts: DeliveryAttemptsTable;
  channel_outages: ChannelOutagesTable;
  causes: { code: string; parent_code: string | null; name: Json<Localized>; position: number };
  canned_replies: { code: string; shortcut: string; title: Json<Localized>; text: Json<Localized> };
  articles: ArticlesTable;
  bot_dialogues: { conversation_id: ConversationId; state: Json<unknown>; updated_at: Date };
  bot_answers: BotAnswersTable;
  article_versions: {
    article_id: string;
    version: number;
    content: Json<unknown> | null;
    at: Date;
    by_agent: AgentId | null;
  };
  article_candidates: ArticleCandidatesTable;
  candidate_questions: { answer_id: string; candidate_id: CandidateId; text: string };
  intent_corrections: IntentCorrectionsTable;
  model_versions: ModelVersionsTable;
  mood_corrections: MoodCorrectionsTable;
  categories: { code: string; name: Json<Localized>; position: number };
  products: ProductsTable;
  variants: VariantsTable;
  orders: OrdersTable;
  order_lines: { order_id: OrderId; position: number; sku: Sku; quantity: number; price_fen: number };
  product_views: { customer_id: CustomerId; product_id: ProductId; at: Date; times: number };
  returns: ReturnsTable;
};

type BotAnswersTable = {
  id: string;
  conversation_id: ConversationId;
  entry_id: EntryId;
  question: string;
  language: Language;
  intent: string | null;
  article_id: string | null;
  confidence: number;
  outcome: 'answered' | 'unanswered' | 'rejected';
  at: Date;
};

type AgentsTable = {
  id: AgentId;
  login: string;
  name: Json<Localized>;
  role: AgentRole;
  capacity: number;
  password_hash: string;
  is_active: Generated<boolean>;
  presence: Generated<Presence>;
  presence_at: Generated<Date>;
  changed_xid: Generated<string>;
};

type AgentSessionsTable = {
  id: string;
  agent_id: AgentId;
  token_hash: Buffer;
  client: 'web' | 'desktop';
  created_at: Date;
  used_at: Date;
  expires_at: Date;
  ended_at: Date | null;
};

type ChannelsTable = {
  id: ChannelId;
  kind: ChannelKind;
  name: Json<Localized>;
  secret: string | null;
  outbound_url: string | null;
  created_at: Generated<Date>;
};

type CustomersTable = {
  id: CustomerId;
  name: string;
  membership: Generated<Membership>;
  city: string | null;
  language: Language;
  customer_since: Date;
  merged_into: CustomerId | null;
};

type IdentitiesTable = {
  id: string;
  customer_id: CustomerId;
  type: Identity['type'];
  channel_id: ChannelId | null;
  value: string;
  is_verified: boolean;
  first_seen_at: Date;
};

type CustomerMergesTable = {
  id: string;
  kept_id: CustomerId;
  merged_id: CustomerId;
  moved: Json<Moved>;
  reason: string;
  at: Date;
  undone_at: Date | null;
};

type CustomerSessionsTable = {
  id: string;
  token_hash: Buffer;
  identity_id: string;
  channel_id: ChannelId;
  language: Language | null;
  created_at: Date;
  used_at: Date;
  ended_at: Date | null;
  issued_at: Date;
  former_hash: Buffer | null;
  former_issued_at: Date | null;
};

type ConversationsTable = {
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
  rank_at: Date | null;
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
  changed_xid: Generated<string>;
};

type EntriesTable = {
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

type HandoffsTable = {
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

type DeliveryAttemptsTable = {
  entry_id: EntryId;
  number: number;
  key: string;
  began_at: Date;
  ended_at: Date | null;
  outcome: SendOutcome['state'] | null;
  reason: Json<Phrase | null>;
};

type ChannelOutagesTable = {
  channel_id: ChannelId;
  since: Date;
  failures: number;
  next_try_at: Date;
  reason: Json<Phrase>;
};

type CommandsTable = {
  author_key: string;
  client_id: ClientId;
  fingerprint: Buffer;
  result: Json<unknown>;
  at: Date;
};

type ArticlesTable = {
  id: string;
  title: Json<Localized>;
  /** How customers ask it, per language. */
  variants: Json<Record<Language, string[]>>;
  answer: Json<Localized>;
  tags: Json<string[]>;
  intent: string | null;
  updated_at: Date;
  version: Generated<number>;
};

type ArticleCandidatesTable = {
  id: CandidateId;
  language: Language;
  state: CandidateState;
  reason: 'unanswered' | 'badly-answered';
  article_id: string | null;
  answer: string;
  decided_by: AgentId | null;
  decided_at: Date | null;
  comment: Generated<string>;
  created_at: Date;
};

type IntentCorrectionsTable = {
  id: string;
  entry_id: EntryId;
  agent_id: AgentId;
  intent: IntentName;
  text: string;
  language: Language;
  at: Date;
};

type ModelVersionsTable = {
  id: string;
  task: LearnedTask;
  language: Language;
  number: number;
  state: 'active' | 'retired' | 'rejected';
  weights: Buffer;
  corrections: number;
  before: Json<Comparison>;
  after: Json<Comparison>;
  at: Date;
};

type MoodCorrectionsTable = {
  id: string;
  entry_id: EntryId;
  agent_id: AgentId;
  label: MoodLabel;
  text: string;
  language: Language;
  at: Date;
};

type ProductsTable = {
  id: ProductId;
  category_code: string;
  title: Json<Localized>;
  description: Json<Localized>;
  attributes: Json<{ name: Localized; value: Localized }[]>;
  tags: Json<string[]>;
  related: Json<{ goesWith?: ProductId[]; alternatives?: ProductId[] }>;
  released_at: Date;
};

type VariantsTable = {
  sku: Sku;
  product_id: ProductId;
  name: Json<Localized>;
  options: JsonWithDefault<{ colour?: string; size?: string }>;
  price_fen: number;
  stock: number;
  picture: string;
  position: number;
};

type OrdersTable = {
  id: OrderId;
  number: string;
  customer_id: CustomerId;
  status: OrderStatus;
  placed_at: Date;
  promised_at: Date | null;
  total_fen: number;
  carrier: string | null;
  tracking_number: string | null;
  tracking: Json<{ at: string; text: Localized }[]>;
};

type ReturnsTable = {
  id: string;
  order_id: OrderId;
  conversation_id: ConversationId | null;
  kind: ReturnRecord['kind'];
  reason: string;
  status: ReturnRecord['status'];
  created_at: Date;
};
