import type { InsertObject, Kysely } from 'kysely';
import type {
  ImportedConversation,
  ImportedCustomer,
  ImportedShop,
  ImportRepository,
} from '../../modules/imports/index.ts';
import { newId } from '../../runtime/ids.ts';
import { json } from '../json.ts';
import type { Database } from '../schema.ts';
import { columnsOf } from './conversation-rows.ts';

type Row<T extends keyof Database> = InsertObject<Database, T>;

/** Rows of one statement: below PostgreSQL's 65,535 parameters for our widest table. */
const CHUNK = 1000;

/** Writes many rows at once; for imports only, where nobody else knows the rows yet. */
export function createImportRepository(db: Kysely<Database>): ImportRepository {
  async function add<T extends keyof Database>(table: T, rows: readonly Row<T>[]): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK) {
      await db
        .insertInto(table)
        .values(rows.slice(at, at + CHUNK))
        .execute();
    }
  }

  return {
    async addShop(shop) {
      await add(
        'categories',
        shop.categories.map(({ code, name }, position) => ({ code, name: json(name), position })),
      );
      await add('products', shop.products.map(productRow));
      await add('variants', variantRows(shop));
      await add('articles', shop.articles.map(articleRow));
      await add('article_versions', shop.articles.map(firstVersionRow));
      await add('causes', causeRows(shop));
      await add(
        'canned_replies',
        shop.cannedReplies.map(({ code, shortcut, title, text }) => ({
          code,
          shortcut,
          title: json(title),
          text: json(text),
        })),
      );
    },
    async addCustomers(customers) {
      await add('customers', customers.map(customerRow));
      await add('identities', customers.flatMap(identityRows));
      await add('orders', customers.flatMap(orderRows));
      await add('order_lines', customers.flatMap(orderLineRows));
      await add('returns', customers.flatMap(returnRows));
      await add('product_views', customers.flatMap(viewRows));
    },
    async addConversations(conversations) {
      await add('conversations', conversations.map(conversationRow));
      await add('entries', conversations.flatMap(entryRows));
      await add('handoffs', conversations.flatMap(handoffRows));
    },
  };
}

function productRow(product: ImportedShop['products'][number]): Row<'products'> {
  return {
    id: product.id,
    category_code: product.categoryCode,
    title: json(product.title),
    description: json(product.description),
    attributes: json(product.attributes),
    tags: json(product.tags),
    related: json(product.related),
    released_at: product.releasedAt,
  };
}

function variantRows({ products, pictures }: ImportedShop): Row<'variants'>[] {
  return products.flatMap(({ variants }) =>
    variants.map(({ sku, productId, name, options, priceFen, stock }, position) => ({
      sku,
      product_id: productId,
      name: json(name),
      options: json(options),
      price_fen: priceFen,
      stock,
      picture: pictures.get(sku) ?? '',
      position,
    })),
  );
}

function articleRow(article: ImportedShop['articles'][number]): Row<'articles'> {
  const { id, title, questions, answer, tags, intent, updatedAt } = article;
  return {
    id,
    title: json(title),
    variants: json(questions),
    answer: json(answer),
    tags: json(tags),
    intent,
    updated_at: updatedAt,
  };
}

function firstVersionRow(article: ImportedShop['articles'][number]): Row<'article_versions'> {
  const { id, title, questions, answer, tags, intent, updatedAt } = article;
  const content = json({ title, questions, answer, tags, intent });
  return { article_id: id, version: 1, content, at: updatedAt, by_agent: null };
}

function causeRows({ causes }: ImportedShop): Row<'causes'>[] {
  return causes.map(({ code, parentCode, name }, position) => ({
    code,
    parent_code: parentCode,
    name: json(name),
    position,
  }));
}

function customerRow({ customer }: ImportedCustomer): Row<'customers'> {
  const { id, name, membership, city, language, customerSince, mergedInto } = customer;
  return { id, name, membership, city, language, customer_since: customerSince, merged_into: mergedInto };
}

function identityRows({ identities }: ImportedCustomer): Row<'identities'>[] {
  return identities.map(({ id, customerId, type, channelId, value, isVerified, firstSeenAt }) => ({
    id,
    customer_id: customerId,
    type,
    channel_id: channelId,
    value,
    is_verified: isVerified,
    first_seen_at: firstSeenAt,
  }));
}

function orderRows({ orders }: ImportedCustomer): Row<'orders'>[] {
  return orders.map((order) => ({
    id: order.id,
    number: order.number,
    customer_id: order.customerId,
    status: order.status,
    placed_at: order.placedAt,
    promised_at: order.promisedAt,
    total_fen: order.totalFen,
    carrier: order.carrier,
    tracking_number: order.trackingNumber,
    tracking: json(order.tracking),
  }));
}

function orderLineRows({ orders }: ImportedCustomer): Row<'order_lines'>[] {
  return orders.flatMap(({ id, lines }) =>
    lines.map(({ sku, quantity, priceFen }, position) => ({
      order_id: id,
      position,
      sku,
      quantity,
      price_fen: priceFen,
    })),
  );
}

function returnRows({ returns }: ImportedCustomer): Row<'returns'>[] {
  return returns.map(({ id, orderId, conversationId, kind, reason, status, createdAt }) => ({
    id,
    order_id: orderId,
    conversation_id: conversationId,
    kind,
    reason,
    status,
    created_at: createdAt,
  }));
}

function viewRows({ customer, views }: ImportedCustomer): Row<'product_views'>[] {
  return views.map(({ productId, at, times }) => ({
    customer_id: customer.id,
    product_id: productId,
    at,
    times,
  }));
}

function conversationRow({ conversation }: ImportedConversation): Row<'conversations'> {
  const { id, customer, openedAt } = conversation;
  return { ...columnsOf(conversation), id, customer_id: customer.id, opened_at: openedAt };
}

function entryRows({ entries }: ImportedConversation): Row<'entries'>[] {
  return entries.map((entry) => ({
    conversation_id: entry.conversationId,
    seq: entry.seq,
    customer_seq: entry.customerSeq,
    id: entry.id,
    at: entry.at,
    author: json(entry.author),
    author_key: entry.authorKey,
    client_id: entry.clientId,
    channel_id: entry.channelId,
    type: entry.body.type,
    body: json(entry.body),
    delivery: entry.delivery && json(entry.delivery),
  }));
}

function handoffRows({ conversation, handoffs }: ImportedConversation): Row<'handoffs'>[] {
  return handoffs.map((handoff) => ({
    id: newId(),
    conversation_id: conversation.id,
    requested_at: handoff.requestedAt,
    trigger: handoff.trigger,
    record: json(handoff.record),
    agent_id: handoff.agentId,
    claimed_at: handoff.claimedAt,
    first_response_at: handoff.firstResponseAt,
    ended_at: handoff.endedAt,
    ended_how: handoff.endedHow,
  }));
}
