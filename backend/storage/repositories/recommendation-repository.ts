import { type Kysely, sql } from 'kysely';
import type { ProductId } from '#shared/domain/ids';
import type { Purchase, RecommendationRepository } from '../../modules/recommendations/index.ts';
import type { Database } from '../schema.ts';

const LINES_HEARD = 6;
const BOUGHT_SEEN = 40;
const VIEWED_SEEN = 20;
/** Orders that came to nothing say nothing about taste. */
const UNDONE = ['cancelled', 'pending-payment'] as const;

/** What the recommendations are made from: purchases, views, and what is being said. */
export function createRecommendationRepository(db: Kysely<Database>): RecommendationRepository {
  return {
    async readTalk(conversationId) {
      const row = await db
        .selectFrom('conversations')
        .select(['customer_id', 'language', 'mood'])
        .where('id', '=', conversationId)
        .executeTakeFirst();
      if (!row) return null;
      const said = await db
        .selectFrom('entries')
        .select(sql<string>`body #>> '{content,text}'`.as('text'))
        .where('conversation_id', '=', conversationId)
        .where('type', '=', 'message')
        .where(sql`author ->> 'kind'`, '=', 'customer')
        .where(sql`body #>> '{content,type}'`, '=', 'text')
        .orderBy('seq', 'desc')
        .limit(LINES_HEARD)
        .execute();
      const offered = await db
        .selectFrom('entries')
        .select(sql<ProductId>`body #>> '{content,card,productId}'`.as('product'))
        .where('conversation_id', '=', conversationId)
        .where('type', '=', 'message')
        .where(sql`body #>> '{content,card,type}'`, '=', 'product')
        .orderBy('seq')
        .execute();
      return {
        customerId: row.customer_id,
        language: row.language,
        moodLevel: row.mood.level,
        said: said.map((line) => line.text).toReversed(),
        offered: offered.map((entry) => entry.product),
      };
    },
    listPurchases: (since) =>
      purchases(db)
        .where('orders.placed_at', '>=', since)
        .orderBy('orders.placed_at')
        .orderBy('orders.id')
        .execute(),
    listBought: (customerId) =>
      purchases(db)
        .where('orders.customer_id', '=', customerId)
        .orderBy('orders.placed_at', 'desc')
        .limit(BOUGHT_SEEN)
        .execute(),
    listViewed: (customerId) =>
      db
        .selectFrom('product_views')
        .select(['product_id as productId', 'at', 'times'])
        .where('customer_id', '=', customerId)
        .orderBy('at', 'desc')
        .limit(VIEWED_SEEN)
        .execute(),
  };
}

function purchases(db: Kysely<Database>) {
  return db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.id', 'order_lines.order_id')
    .innerJoin('variants', 'variants.sku', 'order_lines.sku')
    .select([
      'orders.id as orderId',
      'orders.customer_id as customerId',
      'variants.product_id as productId',
      'orders.placed_at as at',
    ])
    .where('orders.status', 'not in', UNDONE)
    .$castTo<Purchase>();
}
