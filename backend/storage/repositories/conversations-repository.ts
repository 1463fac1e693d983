import { type Kysely, sql } from 'kysely';
import type { OrderStatus } from '#shared/domain/card';
import type { ChannelKind } from '#shared/domain/channel';
import type { PastConversation } from '#shared/domain/conversation';
import type { AgentId, ChannelId, ConversationId, CustomerId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { CALM_MOOD } from '#shared/domain/mood';
import type {
  Conversation,
  ConversationRepository,
  LogEntry,
  NewConversation,
  Reader,
} from '../../modules/conversations/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';
import { GIVEN, only, writtenOnce } from '../shared-reads.ts';
import { columnsOf, conversationOf, withNames } from './conversation-rows.ts';
import { searchConversations } from './conversation-search.ts';
import { rowOfEntry } from './entries-repository.ts';
import { inWorkspace, readable } from './visible-conversations.ts';

/** An order in one of these is not over yet. */
const UNDER_WAY: OrderStatus[] = ['pending-payment', 'paid', 'packed', 'shipped', 'returning'];

/** Conversations: the rows of the workspace, locked by whoever changes them. */
export function createConversationRepository(db: Kysely<Database>): ConversationRepository {
  const all = () => db.selectFrom('conversations').selectAll();
  return {
    find: async (id) => only(await findConversations(db, [id])),
    lock: (id) => first(db, all().where('id', '=', id).forNoKeyUpdate()),
    lockOpenOf: (identityId) => first(db, openOf(db, identityId).limit(1).forNoKeyUpdate()),
    lockCustomerOf: (identityId) => lockCustomerOf(db, identityId),
    async channelKind(id) {
      const channel = await db
        .selectFrom('channels')
        .select('kind')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return channel.kind;
    },
    reachableKind: (customerId, id) => reachableKind(db, customerId, id),
    open: (conversation) => open(db, conversation),
    save: (conversation, entries) => save(db, conversation, entries),
    hasOpen: (customerId) => hasOpen(db, customerId),
    findCurrentOf: async (customerId) => only(await findCurrentOfMany(db, [customerId])),
    listOfCustomer: (customerId, limit) =>
      many(
        db,
        all()
          .where('customer_id', '=', customerId)
          .orderBy('opened_at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit),
      ),
    listOlder: (customerId, than, reader) => listOlder(db, { customerId, than, ...reader }),
    listPast: (customerId, reader) => listPast(db, customerId, reader),
    async listWorkspace(viewer, { now, after, limit }) {
      const shown = all().where(inWorkspace(viewer, now));
      const rest = after === null ? shown : shown.where('id', '>', after);
      const page = await many(db, rest.orderBy('id').limit(limit));
      // The names are joined to the page, in no particular order.
      return page.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    listChangedSince: (xid, limit) =>
      many(db, all().where(sql<boolean>`changed_xid >= ${xid}::xid8`).limit(limit)),
    readCursor: () => readCursor(db),
    search: (query, viewer, options) => searchConversations(db, { query, viewer, ...options }),
    openOrderFen: (customerId) => openOrderFen(db, customerId),
  };
}

type Choice = Parameters<typeof withNames>[1];

async function first(db: Kysely<Database>, choice: Choice): Promise<Conversation | null> {
  const row = await withNames(db, choice).executeTakeFirst();
  return row === undefined ? null : conversationOf(row);
}

/** In the order of opening, newest first. */
async function many(db: Kysely<Database>, choice: Choice): Promise<Conversation[]> {
  const rows = await withNames(db, choice).orderBy('c.opened_at', 'desc').orderBy('c.id', 'desc').execute();
  return rows.map(conversationOf);
}

const named = writtenOnce((db) =>
  withNames(db, db.selectFrom('conversations').selectAll().where(sql<boolean>`id = any(${GIVEN}::uuid[])`)),
);
const current = writtenOnce((db) =>
  withNames(
    db,
    db
      .selectFrom('conversations')
      .selectAll()
      .where(
        sql<boolean>`id in (select latest.id from unnest(${GIVEN}::uuid[]) asked(id) cross join lateral (
          select id from conversations where customer_id = asked.id order by (state <> 'closed') desc, opened_at desc limit 1) latest)`,
      ),
  ),
);

/** Those of these conversations that exist. */
export async function findConversations(
  db: Kysely<Database>,
  ids: readonly ConversationId[],
): Promise<Map<ConversationId, Conversation>> {
  const rows = await named(db, ids);
  return new Map(rows.map((row) => [row.id, conversationOf(row)]));
}

/** Of each customer the conversation that is open, else the latest. */
export async function findCurrentOfMany(
  db: Kysely<Database>,
  ids: readonly CustomerId[],
): Promise<Map<CustomerId, Conversation>> {
  const rows = await current(db, ids);
  return new Map(rows.map((row) => [row.customer_id, conversationOf(row)]));
}

/** What `lockOpenOf` would lock, read only. */
export function findOpenOf(db: Kysely<Database>, identityId: string): Promise<Conversation | null> {
  return first(db, openOf(db, identityId).limit(1));
}

function openOf(db: Kysely<Database>, identityId: string) {
  return db
    .selectFrom('conversations')
    .selectAll()
    .where('customer_id', '=', ({ selectFrom }) =>
      selectFrom('identities').select('customer_id').where('id', '=', identityId),
    )
    .where('state', '<>', 'closed')
    .orderBy(({ eb }) => eb('identity_id', '=', identityId), 'desc')
    .orderBy('opened_at', 'desc');
}

/** A merge may move the identity to another customer while we wait for the lock: then that customer is the one to lock. */
async function lockCustomerOf(
  db: Kysely<Database>,
  identityId: string,
): Promise<{ customerId: CustomerId; language: Language } | null> {
  const identity = db.selectFrom('identities').select('customer_id').where('id', '=', identityId);
  let owner = await identity.executeTakeFirst();
  while (owner !== undefined) {
    const { customer_id: customerId } = owner;
    const { language } = await db
      .selectFrom('customers')
      .select('language')
      .where('id', '=', customerId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow();
    owner = await identity.executeTakeFirst();
    if (owner?.customer_id === customerId) return { customerId, language };
  }
  return null;
}

async function reachableKind(
  db: Kysely<Database>,
  customerId: CustomerId,
  id: ChannelId,
): Promise<ChannelKind | null> {
  const channel = await db
    .selectFrom('channels as c')
    .innerJoin('identities as i', 'i.channel_id', 'c.id')
    .select('c.kind')
    .where('c.id', '=', id)
    .where('i.customer_id', '=', customerId)
    .where(({ eb, or }) => or([eb('c.kind', '<>', 'webhook'), eb('c.outbound_url', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  return channel?.kind ?? null;
}

async function open(db: Kysely<Database>, conversation: NewConversation): Promise<Conversation> {
  const { id } = conversation;
  await db
    .insertInto('conversations')
    .values({
      id,
      customer_id: conversation.customerId,
      state: 'bot',
      channel_id: conversation.channelId,
      identity_id: conversation.identityId,
      language: conversation.language,
      mood: json(CALM_MOOD),
      opened_at: conversation.openedAt,
      latest_at: conversation.openedAt,
    })
    .execute();
  const opened = await first(db, db.selectFrom('conversations').selectAll().where('id', '=', id));
  if (opened === null) throw new Error(`Conversation ${id} vanished while it was opened`);
  return opened;
}

async function save(
  db: Kysely<Database>,
  conversation: Conversation,
  entries: readonly LogEntry[],
): Promise<void> {
  const update = db
    .updateTable('conversations')
    .set(columnsOf(conversation))
    .where('id', '=', conversation.id);
  if (entries.length === 0) {
    await update.execute();
    return;
  }
  await db
    .with('changed', () => update.returning('id'))
    .insertInto('entries')
    .values(entries.map(rowOfEntry))
    .execute();
}

async function hasOpen(db: Kysely<Database>, customerId: CustomerId): Promise<boolean> {
  const row = await db
    .selectFrom('conversations')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('state', '<>', 'closed')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function listOlder(
  db: Kysely<Database>,
  { customerId, than, viewer, now, limit }: { customerId: CustomerId; than: ConversationId } & Reader,
): Promise<Conversation[]> {
  return many(
    db,
    db
      .selectFrom('conversations')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where(
        sql<boolean>`(opened_at, id) < (select bound.opened_at, bound.id from conversations bound where bound.id = ${than})`,
      )
      .where(readable(viewer, now))
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
  );
}

async function listPast(
  db: Kysely<Database>,
  customerId: CustomerId,
  { viewer, now, limit }: Reader,
): Promise<PastConversation[]> {
  const rows = await db
    .selectFrom('conversations as c')
    .leftJoin('agents as a', (join) => join.on('a.id', '=', sql<AgentId>`coalesce(c.owner_id, c.closed_by)`))
    .select(['c.id', 'c.opened_at', 'c.closed_at', 'c.channel_id', 'c.first_line', 'c.mood', 'c.outcome'])
    .select(['c.cause_code', 'a.id as agent_id', 'a.name as agent_name'])
    .select(
      sql<PastConversation['channelIds']>`array(select distinct e.channel_id from entries e
        where e.conversation_id = c.id and e.channel_id is not null)`.as('channel_ids'),
    )
    .where('c.customer_id', '=', customerId)
    .where(readable(viewer, now))
    .orderBy('c.opened_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    channelIds: row.channel_ids.length > 0 ? row.channel_ids : [row.channel_id],
    firstLine: row.first_line,
    moodLevel: row.mood.level,
    outcome: row.outcome,
    causeCode: row.cause_code,
    agent: row.agent_id && row.agent_name ? { id: row.agent_id, name: row.agent_name } : null,
  }));
}

async function readCursor(db: Kysely<Database>): Promise<{ system: string; xid: string }> {
  const { rows } = await sql<{ system: string; xid: string }>`
    select system_identifier::text as system, pg_snapshot_xmin(pg_current_snapshot())::text as xid
    from pg_control_system()`.execute(db);
  const [cursor] = rows;
  if (cursor === undefined) throw new Error('The database did not tell its cursor');
  return cursor;
}

async function openOrderFen(db: Kysely<Database>, customerId: CustomerId): Promise<number> {
  const order = await db
    .selectFrom('orders')
    .select('total_fen')
    .where('customer_id', '=', customerId)
    .where('status', 'in', UNDER_WAY)
    .orderBy('placed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return order?.total_fen ?? 0;
}
