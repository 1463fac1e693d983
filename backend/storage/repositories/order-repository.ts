import type { Kysely, Selectable } from 'kysely';
import type {
  OrderRecord,
  OrderRecordLine,
  OrderRepository,
  ReturnRecord,
} from '../../modules/orders/index.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';

/** Orders in `orders`, `order_lines` and `returns`. */
export function createOrderRepository(db: Kysely<Database>): OrderRepository {
  const withLines = (rows: Selectable<Database['orders']>[]) => readLines(db, rows);

  return {
    async listOrders(customerId) {
      const rows = await db
        .selectFrom('orders')
        .selectAll()
        .where('customer_id', '=', customerId)
        .orderBy('placed_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return await withLines(rows);
    },
    async findOrder(id) {
      const rows = await db.selectFrom('orders').selectAll().where('id', '=', id).execute();
      return (await withLines(rows))[0] ?? null;
    },
    async lockOrder(id) {
      const rows = await db.selectFrom('orders').selectAll().where('id', '=', id).forUpdate().execute();
      return (await withLines(rows))[0] ?? null;
    },
    async addOrder({ lines, ...order }) {
      await db
        .insertInto('orders')
        .values({
          id: order.id,
          number: order.number,
          customer_id: order.customerId,
          status: order.status,
          placed_at: order.placedAt,
          promised_at: order.promisedAt,
          total_fen: order.totalFen,
          tracking: json(order.tracking),
        })
        .execute();
      await db
        .insertInto('order_lines')
        .values(
          lines.map(({ sku, quantity, priceFen }, position) => ({
            order_id: order.id,
            position,
            sku,
            quantity,
            price_fen: priceFen,
          })),
        )
        .execute();
    },
    async setOrderStatus(id, status, tracking) {
      await db
        .updateTable('orders')
        .set({ status, tracking: json(tracking) })
        .where('id', '=', id)
        .execute();
    },
    ...returnPart(db),
  };
}

/** The orders with what is in them. */
async function readLines(
  db: Kysely<Database>,
  rows: Selectable<Database['orders']>[],
): Promise<OrderRecord[]> {
  if (rows.length === 0) return [];
  const lines = await db
    .selectFrom('order_lines')
    .innerJoin('variants', 'variants.sku', 'order_lines.sku')
    .innerJoin('products', 'products.id', 'variants.product_id')
    .select([
      'order_id',
      'order_lines.sku',
      'product_id',
      'title',
      'name',
      'quantity',
      'order_lines.price_fen',
    ])
    .where(
      'order_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('order_id')
    .orderBy('order_lines.position')
    .execute();
  const byOrder = Map.groupBy(lines, (line) => line.order_id);
  return rows.map((row) => presentOrder(row, (byOrder.get(row.id) ?? []).map(presentLine)));
}

/** What comes back. */
function returnPart(
  db: Kysely<Database>,
): Pick<OrderRepository, 'findOpenReturn' | 'listReturns' | 'addReturn'> {
  return {
    async findOpenReturn(orderId) {
      const row = await db
        .selectFrom('returns')
        .selectAll()
        .where('order_id', '=', orderId)
        .where('status', '<>', 'closed')
        .executeTakeFirst();
      return row ? presentReturn(row) : null;
    },
    async listReturns(customerId) {
      const rows = await db
        .selectFrom('returns')
        .innerJoin('orders', 'orders.id', 'returns.order_id')
        .selectAll('returns')
        .where('orders.customer_id', '=', customerId)
        .orderBy('returns.created_at', 'desc')
        .execute();
      return rows.map(presentReturn);
    },
    async addReturn(record) {
      await db
        .insertInto('returns')
        .values({
          id: record.id,
          order_id: record.orderId,
          conversation_id: record.conversationId,
          kind: record.kind,
          reason: record.reason,
          status: record.status,
          created_at: record.createdAt,
        })
        .execute();
    },
  };
}

function presentOrder(row: Selectable<Database['orders']>, lines: OrderRecordLine[]): OrderRecord {
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    status: row.status,
    placedAt: row.placed_at,
    promisedAt: row.promised_at,
    totalFen: row.total_fen,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    tracking: row.tracking,
    lines,
  };
}

type LineRow = {
  sku: OrderRecordLine['sku'];
  product_id: OrderRecordLine['productId'];
  title: OrderRecordLine['title'];
  name: OrderRecordLine['variant'];
  quantity: number;
  price_fen: number;
};

function presentLine(row: LineRow): OrderRecordLine {
  return {
    sku: row.sku,
    productId: row.product_id,
    title: row.title,
    variant: row.name,
    quantity: row.quantity,
    priceFen: row.price_fen,
  };
}

function presentReturn(row: Selectable<Database['returns']>): ReturnRecord {
  return {
    id: row.id,
    orderId: row.order_id,
    conversationId: row.conversation_id,
    kind: row.kind,
    reason: row.reason,
    status: row.status,
    createdAt: row.created_at,
  };
}
