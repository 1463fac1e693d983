import { type Kysely, sql } from 'kysely';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { MergeRecord, Moved } from '../../modules/customers/index.ts';
import type { Database } from '../schema.ts';

/** Moves all that hangs on one customer to another, leaves a tombstone, and tells what it moved, enough to move it back (rule I2). */
export async function moveAll(
  db: Kysely<Database>,
  mergedId: CustomerId,
  keptId: CustomerId,
): Promise<Moved> {
  const identities = await db
    .updateTable('identities')
    .set({ customer_id: keptId })
    .where('customer_id', '=', mergedId)
    .returning('id')
    .execute();
  const conversations = await moveConversations(db, { from: mergedId, to: keptId });
  const orders = await db
    .updateTable('orders')
    .set({ customer_id: keptId })
    .where('customer_id', '=', mergedId)
    .returning('id')
    .execute();
  const views = await moveViews(db, mergedId, keptId);
  await db.updateTable('customers').set({ merged_into: keptId }).where('id', '=', mergedId).execute();
  return {
    identities: identities.map((row) => row.id),
    conversations,
    orders: orders.map((row) => row.id),
    views,
  };
}

/** Undoes `moveAll`. What has come in since by a moved identity belongs to the person behind that identity and goes back with it. */
export async function moveBack(
  db: Kysely<Database>,
  { keptId, mergedId, moved }: MergeRecord,
): Promise<void> {
  await db.updateTable('customers').set({ merged_into: null }).where('id', '=', mergedId).execute();
  if (moved.identities.length > 0) {
    await db
      .updateTable('identities')
      .set({ customer_id: mergedId })
      .where('id', 'in', moved.identities)
      .execute();
  }
  await moveConversations(db, { from: keptId, to: mergedId, only: moved });
  if (moved.orders.length > 0) {
    await sql`update orders set customer_id = ${mergedId} where id = any(${moved.orders}::uuid[])`.execute(
      db,
    );
  }
  for (const view of moved.views) await moveViewBack(db, { keptId, mergedId, view });
}

/** Takes from the kept customer's row just what the merge put there; looks since the merge stay. */
async function moveViewBack(
  db: Kysely<Database>,
  { keptId, mergedId, view }: { keptId: CustomerId; mergedId: CustomerId; view: Moved['views'][number] },
): Promise<void> {
  const { productId, at, times, keptBefore } = view;
  await sql`
    delete from product_views
    where customer_id = ${keptId} and product_id = ${productId} and times <= ${times}`.execute(db);
  await sql`
    update product_views
    set times = times - ${times}, at = case when at = ${at}::timestamptz then coalesce(${keptBefore?.at ?? null}::timestamptz, at) else at end
    where customer_id = ${keptId} and product_id = ${productId}`.execute(db);
  await db
    .insertInto('product_views')
    .values({ customer_id: mergedId, product_id: productId, at: new Date(at), times })
    .execute();
}

async function moveConversations(
  db: Kysely<Database>,
  { from, to, only }: { from: CustomerId; to: CustomerId; only?: Moved },
): Promise<ConversationId[]> {
  const rows = await db
    .updateTable('conversations')
    .set((eb) => ({
      customer_id: to,
      version: eb('version', '+', 1),
      changed_xid: sql<string>`pg_current_xact_id()`,
    }))
    .where('customer_id', '=', from)
    .$if(only !== undefined, (query) =>
      query.where(
        sql<boolean>`(id = any(${only?.conversations ?? []}::uuid[]) or identity_id = any(${only?.identities ?? []}::uuid[]))`,
      ),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

async function moveViews(
  db: Kysely<Database>,
  mergedId: CustomerId,
  keptId: CustomerId,
): Promise<Moved['views']> {
  const rows = await db
    .selectFrom('product_views as own')
    .leftJoin('product_views as kept', (join) =>
      join.onRef('kept.product_id', '=', 'own.product_id').on('kept.customer_id', '=', keptId),
    )
    .select(['own.product_id', 'own.at', 'own.times', 'kept.at as keptAt', 'kept.times as keptTimes'])
    .where('own.customer_id', '=', mergedId)
    .execute();
  await sql`
    insert into product_views as kept (customer_id, product_id, at, times)
    select ${keptId}, product_id, at, times from product_views where customer_id = ${mergedId}
    on conflict (customer_id, product_id)
    do update set at = greatest(kept.at, excluded.at), times = kept.times + excluded.times`.execute(db);
  await db.deleteFrom('product_views').where('customer_id', '=', mergedId).execute();
  return rows.map((row) => ({
    productId: row.product_id,
    at: row.at.toISOString(),
    times: row.times,
    keptBefore:
      row.keptAt && row.keptTimes !== null ? { at: row.keptAt.toISOString(), times: row.keptTimes } : null,
  }));
}
