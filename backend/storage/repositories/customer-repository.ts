import { type Kysely, type Selectable, sql } from 'kysely';
import type { CustomerId } from '#shared/domain/ids';
import type {
  CustomerRecord,
  CustomerRepository,
  IdentityRecord,
  KnownCustomer,
  MergeRecord,
} from '../../modules/customers/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';
import { GIVEN, only, writtenOnce } from '../shared-reads.ts';
import { isVerified } from './conversation-rows.ts';
import { moveAll, moveBack } from './customer-merge.ts';
import { sessionPart } from './customer-sessions.ts';

/** From here down a conversation counts as a complaint: the score at which a customer is spoken of as upset. */
const UPSET = -0.2;

const customers = writtenOnce((db) =>
  db
    .selectFrom('customers')
    .selectAll()
    .select(isVerified('customers.id').as('isVerified'))
    .where(sql<boolean>`id = any(${GIVEN}::uuid[])`),
);

/** Those of these customers that exist. */
export async function findCustomers(
  db: Kysely<Database>,
  ids: readonly CustomerId[],
): Promise<Map<CustomerId, KnownCustomer>> {
  const rows = await customers(db, ids);
  return new Map(rows.map((row) => [row.id, { ...presentCustomer(row), isVerified: row.isVerified }]));
}

/** Customers, their identities, sessions and merges. */
export function createCustomerRepository(db: Kysely<Database>): CustomerRepository {
  return { ...identityPart(db), ...personPart(db), ...mergePart(db), ...sessionPart(db) };
}

/** Under which names customers are known. */
function identityPart(
  db: Kysely<Database>,
): Pick<
  CustomerRepository,
  'lockIdentity' | 'findIdentity' | 'listIdentities' | 'addIdentity' | 'verifyIdentity'
> {
  return {
    async lockIdentity({ type, channelId, value }) {
      const lockName = `identity:${type}:${channelId ?? ''}:${value}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${lockName}, 0))`.execute(db);
      const row = await db
        .selectFrom('identities')
        .selectAll()
        .where('type', '=', type)
        .where('value', '=', value)
        .where('channel_id', 'is not distinct from', channelId)
        .executeTakeFirst();
      return row ? presentIdentity(row) : null;
    },
    async findIdentity(id) {
      const row = await db.selectFrom('identities').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? presentIdentity(row) : null;
    },
    async listIdentities(customerId) {
      const rows = await db
        .selectFrom('identities')
        .selectAll()
        .where('customer_id', '=', customerId)
        .orderBy('first_seen_at')
        .orderBy('id')
        .execute();
      return rows.map(presentIdentity);
    },
    async addIdentity(identity) {
      await db
        .insertInto('identities')
        .values({
          id: identity.id,
          customer_id: identity.customerId,
          type: identity.type,
          channel_id: identity.channelId,
          value: identity.value,
          is_verified: identity.isVerified,
          first_seen_at: identity.firstSeenAt,
        })
        .execute();
      if (identity.isVerified) await touchConversations(db, identity.customerId);
    },
    async verifyIdentity(id, customerId) {
      await db
        .updateTable('identities')
        .set({ is_verified: true, customer_id: customerId })
        .where('id', '=', id)
        .execute();
      await touchConversations(db, customerId);
    },
  };
}

/** Who they are, and what they looked at. */
function personPart(
  db: Kysely<Database>,
): Pick<
  CustomerRepository,
  | 'lockCustomers'
  | 'findCustomer'
  | 'addCustomer'
  | 'renameCustomer'
  | 'listViews'
  | 'addView'
  | 'countComplaints'
> {
  return {
    async lockCustomers(ids) {
      const rows = await db
        .selectFrom('customers')
        .selectAll()
        .where('id', 'in', [...ids])
        .orderBy('id')
        .forUpdate()
        .execute();
      return rows.map(presentCustomer);
    },
    findCustomer: async (id) => only(await findCustomers(db, [id])),
    async addCustomer(customer) {
      await db
        .insertInto('customers')
        .values({
          id: customer.id,
          name: customer.name,
          membership: customer.membership,
          city: customer.city,
          language: customer.language,
          customer_since: customer.customerSince,
          merged_into: customer.mergedInto,
        })
        .execute();
    },
    async renameCustomer(id, name) {
      await db.updateTable('customers').set({ name }).where('id', '=', id).execute();
      await touchConversations(db, id);
    },
    listViews: (customerId, limit) =>
      db
        .selectFrom('product_views')
        .select(['product_id as productId', 'at', 'times'])
        .where('customer_id', '=', customerId)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute(),
    async addView(customerId, productId, at) {
      await db
        .insertInto('product_views')
        .values({ customer_id: customerId, product_id: productId, at, times: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['customer_id', 'product_id'])
            .doUpdateSet((eb) => ({ at, times: eb('product_views.times', '+', 1) })),
        )
        .execute();
    },
    async countComplaints(customerId, since) {
      const row = await db
        .selectFrom('conversations')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('customer_id', '=', customerId)
        .where('opened_at', '>=', since)
        .where('worst_score', '<=', UPSET)
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

/** What was joined, and how to part it again. */
function mergePart(
  db: Kysely<Database>,
): Pick<
  CustomerRepository,
  'moveAll' | 'moveBack' | 'addMerge' | 'lockMerge' | 'setMergeUndone' | 'listMerges'
> {
  return {
    moveAll: (mergedId, keptId) => moveAll(db, mergedId, keptId),
    moveBack: (merge) => moveBack(db, merge),
    async addMerge(merge) {
      await db
        .insertInto('customer_merges')
        .values({
          id: merge.id,
          kept_id: merge.keptId,
          merged_id: merge.mergedId,
          moved: json(merge.moved),
          reason: merge.reason,
          at: merge.at,
          undone_at: merge.undoneAt,
        })
        .execute();
    },
    async lockMerge(id) {
      const row = await db
        .selectFrom('customer_merges')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row ? presentMerge(row) : null;
    },
    async setMergeUndone(id, at) {
      await db.updateTable('customer_merges').set({ undone_at: at }).where('id', '=', id).execute();
    },
    async listMerges(customerId) {
      const rows = await db
        .selectFrom('customer_merges')
        .selectAll()
        .where('kept_id', '=', customerId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(presentMerge);
    },
  };
}

/** The rows of a customer's conversations say something new, so cursors must see them (rule D3). */
async function touchConversations(db: Kysely<Database>, customerId: CustomerId): Promise<void> {
  await db
    .updateTable('conversations')
    .set((eb) => ({ version: eb('version', '+', 1), changed_xid: sql<string>`pg_current_xact_id()` }))
    .where('customer_id', '=', customerId)
    .where('state', '<>', 'closed')
    .execute();
}

function presentCustomer(row: Selectable<Database['customers']>): CustomerRecord {
  const { id, name, membership, city, language, customer_since, merged_into } = row;
  return { id, name, membership, city, language, customerSince: customer_since, mergedInto: merged_into };
}

function presentIdentity(row: Selectable<Database['identities']>): IdentityRecord {
  const { id, customer_id, type, channel_id, value, is_verified, first_seen_at } = row;
  return {
    id,
    customerId: customer_id,
    type,
    channelId: channel_id,
    value,
    isVerified: is_verified,
    firstSeenAt: first_seen_at,
  };
}

function presentMerge(row: Selectable<Database['customer_merges']>): MergeRecord {
  const { id, kept_id, merged_id, moved, reason, at, undone_at } = row;
  return { id, keptId: kept_id, mergedId: merged_id, moved, reason, at, undoneAt: undone_at };
}
