import type { AgentId, ConversationId, CustomerId, OrderId, ProductId, Sku } from '#shared/domain/ids';
import type { Localized } from '#shared/domain/language';
import type { CandidateId } from '#shared/domain/learning';
import type { Json } from './json.ts';
import type {
  ChannelOutagesTable,
  CommandsTable,
  ConversationsTable,
  DeliveryAttemptsTable,
  EntriesTable,
  HandoffsTable,
  MessageRevisionsTable,
} from './schema/conversations.ts';
import type {
  ArticleCandidatesTable,
  ArticlesTable,
  BotAnswersTable,
  IntentCorrectionsTable,
  ModelVersionsTable,
  MoodCorrectionsTable,
} from './schema/learning.ts';
import type {
  AgentSessionsTable,
  AgentsTable,
  ChannelsTable,
  CustomerMergesTable,
  CustomerSessionsTable,
  CustomersTable,
  IdentitiesTable,
} from './schema/people.ts';
import type { OrdersTable, ProductsTable, ReturnsTable, VariantsTable } from './schema/shop.ts';

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
  message_revisions: MessageRevisionsTable;
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
