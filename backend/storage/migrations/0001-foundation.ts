import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * The first schema. PostgreSQL 15 is the floor: no uuidv7(), no virtual columns. Times are timestamptz, money is fen.
 * `changed_xid` is the transaction that last touched a row: a workspace cursor is the oldest transaction still running when it was made,
 * so “changed since” can't miss a row that was committed late, and needs no counter that all writers would queue for (rule D3).
 */
const FOUNDATION = `
create table shop_settings (key text primary key, value jsonb not null);

create table agents (
  id uuid primary key, login text not null unique, name jsonb not null, role text not null check (role in ('agent','lead','admin')),
  capacity int not null check (capacity > 0), password_hash text not null, is_active boolean not null default true,
  presence text not null default 'offline' check (presence in ('online','away','offline')),
  presence_at timestamptz not null default now(), changed_xid xid8 not null default pg_current_xact_id());
create unique index agents_login on agents (lower(login));
create table agent_sessions (
  id uuid primary key, agent_id uuid not null references agents, token_hash bytea not null unique, client text not null,
  created_at timestamptz not null, used_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz);
create index agent_sessions_agent on agent_sessions (agent_id) where ended_at is null;

create table channels (
  id uuid primary key, kind text not null, name jsonb not null, secret text, outbound_url text, created_at timestamptz not null default now());

create table customers (
  id uuid primary key, name text not null, membership text not null default 'none', city text, language text not null,
  customer_since timestamptz not null, merged_into uuid references customers);
create table identities (
  id uuid primary key, customer_id uuid not null references customers, type text not null, channel_id uuid references channels,
  value text not null, is_verified boolean not null, first_seen_at timestamptz not null,
  unique nulls not distinct (type, channel_id, value));
create index identities_customer on identities (customer_id);
create table customer_merges (
  id uuid primary key, kept_id uuid not null references customers, merged_id uuid not null references customers,
  moved jsonb not null, reason text not null, at timestamptz not null, undone_at timestamptz);
create table customer_sessions (
  id uuid primary key, token_hash bytea not null unique, identity_id uuid not null references identities, channel_id uuid not null references channels,
  language text, created_at timestamptz not null, used_at timestamptz not null, ended_at timestamptz);

create table conversations (
  id uuid primary key, customer_id uuid not null references customers,
  state text not null check (state in ('bot','waiting','offered','agent','closed')),
  owner_id uuid references agents, offered_to uuid references agents, offered_by uuid references agents,
  offer_expires_at timestamptz, offer_comment text not null default '',
  channel_id uuid not null references channels, identity_id uuid not null references identities, language text not null,
  mood jsonb not null, worst_score real not null default 0,
  rank_at timestamptz, rank_reasons jsonb not null default '[]', waiting_since timestamptz, expected_at timestamptz, handoff_trigger text,
  bot_failures int not null default 0, has_asked_for_person boolean not null default false, was_returned boolean not null default false,
  assigned_at timestamptz, unanswered_since timestamptz, unread int not null default 0, owner_seen_seq int not null default 0,
  seq int not null default 0, customer_seq int not null default 0,
  delivered_seq int not null default 0, read_seq int not null default 0, shop_read_seq int not null default 0,
  first_line text not null default '', last jsonb, opened_at timestamptz not null, closed_at timestamptz, closed_by uuid references agents,
  outcome text, cause_code text, close_comment text not null default '',
  version int not null default 1, changed_xid xid8 not null default pg_current_xact_id(),
  check ((state = 'agent') = (owner_id is not null)), check ((state = 'offered') = (offered_to is not null)),
  check ((state = 'waiting') = (rank_at is not null)), check ((state = 'closed') = (closed_at is not null)));
create index conversations_queue on conversations (rank_at, id) where state = 'waiting';
create index conversations_owner on conversations (owner_id) where owner_id is not null;
create index conversations_offered on conversations (offered_to) where offered_to is not null;
create index conversations_customer on conversations (customer_id, opened_at desc);
create index conversations_opened on conversations (opened_at);
create index conversations_open on conversations (customer_id) where state <> 'closed';
create index conversations_closed on conversations (closed_at desc) where closed_at is not null;
create index conversations_changed on conversations (changed_xid);

create table entries (
  conversation_id uuid not null references conversations, seq int not null, customer_seq int, id uuid not null unique,
  at timestamptz not null, author jsonb not null, author_key text not null, client_id uuid, channel_id uuid references channels,
  type text not null, body jsonb not null, delivery jsonb,
  primary key (conversation_id, seq));
create unique index entries_customer_seq on entries (conversation_id, customer_seq) where customer_seq is not null;
create unique index entries_client on entries (author_key, client_id) where client_id is not null;

create table handoffs (
  id uuid primary key, conversation_id uuid not null references conversations, requested_at timestamptz not null, trigger text not null,
  record jsonb not null, agent_id uuid references agents, claimed_at timestamptz, first_response_at timestamptz,
  ended_at timestamptz, ended_how text);
create index handoffs_conversation on handoffs (conversation_id, requested_at desc);
create index handoffs_requested on handoffs (requested_at desc);

create table commands (
  author_key text not null, client_id uuid not null, fingerprint bytea not null, result jsonb, at timestamptz not null,
  primary key (author_key, client_id));
create index commands_at on commands (at);

create table causes (code text primary key, parent_code text references causes, name jsonb not null, position int not null);
create table canned_replies (code text primary key, shortcut text not null unique, title jsonb not null, text jsonb not null);
create table articles (
  id text primary key, title jsonb not null, variants jsonb not null, answer jsonb not null, tags jsonb not null default '[]',
  intent text, updated_at timestamptz not null);
create table bot_dialogues (conversation_id uuid primary key references conversations, state jsonb not null, updated_at timestamptz not null);
create table mood_corrections (
  id uuid primary key, entry_id uuid not null references entries (id), agent_id uuid not null references agents, label text not null,
  text text not null, language text not null, at timestamptz not null);

create table categories (code text primary key, name jsonb not null, position int not null);
create table products (
  id text primary key, category_code text not null references categories, title jsonb not null, description jsonb not null,
  attributes jsonb not null default '[]', tags jsonb not null default '[]', related jsonb not null default '{}', released_at timestamptz not null);
create table variants (
  sku text primary key, product_id text not null references products, name jsonb not null, options jsonb not null default '{}', price_fen int not null check (price_fen >= 0),
  stock int not null check (stock >= 0), picture text not null, position int not null);
create index variants_product on variants (product_id, position);
create table orders (
  id uuid primary key, number text not null unique, customer_id uuid not null references customers, status text not null,
  placed_at timestamptz not null, promised_at timestamptz, total_fen int not null, carrier text, tracking_number text, tracking jsonb not null default '[]');
create index orders_customer on orders (customer_id, placed_at desc);
create table order_lines (
  order_id uuid not null references orders, position int not null, sku text not null references variants, quantity int not null check (quantity > 0),
  price_fen int not null, primary key (order_id, position));
create index order_lines_sku on order_lines (sku);
create table product_views (
  customer_id uuid not null references customers, product_id text not null references products, at timestamptz not null, times int not null,
  primary key (customer_id, product_id));
create table returns (
  id uuid primary key, order_id uuid not null references orders, conversation_id uuid references conversations, kind text not null,
  reason text not null, status text not null, created_at timestamptz not null);
create unique index returns_open on returns (order_id) where status <> 'closed';
`;

/** Makes the first schema in an empty database. */
export async function up(database: QueryExecutorProvider): Promise<void> {
  await sql.raw(FOUNDATION).execute(database);
}
