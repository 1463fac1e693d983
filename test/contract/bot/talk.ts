import { randomUUID } from 'node:crypto';
import type { Order } from '#shared/domain/customer';
import type { Content } from '#shared/domain/entry';
import type { HandoffTrigger } from '#shared/domain/handoff';
import type { ConversationId, CustomerId } from '#shared/domain/ids';
import type { Language } from '#shared/domain/language';
import { json } from '../../../backend/storage/json.ts';
import type { Shop } from '../../support/shop.ts';

/** Who talks: a stranger, or one of the demo shop's customers whose orders fit. */
export type Talker =
  | 'guest'
  | 'late-dispatch'
  | 'stuck'
  | 'shipped'
  | 'delivered'
  | 'packed'
  | 'paid'
  | 'returning';

/** What the bot did in one turn. */
export type BotTurn = {
  text: string;
  cards: ('product' | 'order')[];
  choices: string[];
  handoff: HandoffTrigger | null;
};

/** A customer in talk with the bot. */
export type Talk = {
  /** The customer's orders, newest first. */
  orders: Order[];
  /** The order that the talker was chosen for. */
  order: Order | null;
  /** Says these one after the other without waiting, then lets the bot answer. */
  say(...texts: string[]): Promise<BotTurn>;
  /** Misses in a row, as the bot remembers them. */
  strikes(): Promise<number>;
  /** Ends it without a trace and frees the customer for another talk. */
  end(): Promise<void>;
};

/** Begins a talk in a fresh conversation with a customer who is not in `taken`, and takes that one. */
export async function beginTalk(
  shop: Shop,
  who: { talker: Talker; language: Language; taken: Set<string> },
): Promise<Talk> {
  const channelId = await shop.channels.ownChannel('web');
  const { language } = who;
  const found = who.talker === 'guest' ? null : await findCustomer(shop, who.talker, who.taken);
  const identity = await shop.customers.resolveIdentity({
    type: 'web',
    channelId,
    value: randomUUID(),
    isVerified: false,
    language,
  });
  if (found) {
    await shop.db
      .updateTable('identities')
      .set({ customer_id: found.customerId })
      .where('id', '=', identity.id)
      .execute();
  }
  const orders = found ? await shop.orders.listOrders(found.customerId) : [];
  const returns = found ? (await shop.orders.listReturns(found.customerId)).map(({ id }) => id) : [];
  let seen = 0;
  let running: ConversationId | null = null;
  return {
    orders,
    async strikes() {
      const kept = running ? await shop.store.dialogues.read(running) : null;
      return (kept?.dialogue as { strikes?: number } | null)?.strikes ?? 0;
    },
    async end() {
      if (!found) return;
      await forget(shop, found.customerId, { orders, returns });
      who.taken.delete(found.customerId);
    },
    order: orders.find((order) => order.id === found?.orderId) ?? null,
    async say(...texts) {
      let conversationId: Parameters<typeof shop.store.entries.list>[0] | null = null;
      for (const text of texts) {
        const received = await shop.conversations.receiveMessage({
          identityId: identity.id,
          channelId,
          text,
        });
        conversationId = received.entry.conversationId;
      }
      running = conversationId;
      if (conversationId === null) throw new Error('Nothing was said');
      await shop.runBot();
      const log = await shop.store.entries.list(conversationId, { after: seen, limit: 200 });
      seen = log.at(-1)?.seq ?? seen;
      return turnOf(log);
    },
  };
}

type Log = Awaited<ReturnType<Shop['store']['entries']['list']>>;

function turnOf(log: Log): BotTurn {
  const said = log.flatMap(({ author, body }): Content[] =>
    author.kind === 'bot' && body.type === 'message' ? [body.content] : [],
  );
  const texts = said.flatMap((content) => (content.type === 'text' ? [content] : []));
  const asked = log.flatMap(({ body }) => (body.type === 'handoff-requested' ? [body.record.trigger] : []));
  return {
    text: texts.map((content) => content.text).join('\n'),
    cards: said.flatMap((content) => (content.type === 'card' ? [content.card.type] : [])),
    choices: texts.flatMap((content) => content.choices ?? []).map((choice) => choice.text),
    handoff: asked.at(-1) ?? null,
  };
}

async function findCustomer(shop: Shop, talker: Exclude<Talker, 'guest'>, taken: Set<string>) {
  const rows = await shop.db
    .selectFrom('orders')
    .select(['id', 'customer_id'])
    .where('status', '=', statusOf[talker])
    .orderBy('placed_at', 'desc')
    .orderBy('id')
    .execute();
  const all: { customerId: CustomerId; orderId: Order['id'] }[] = [];
  for (const row of rows) {
    const order = await shop.orders.readOrder(row.id, row.customer_id);
    if (!order || !fits(order, talker, shop.clock.now())) continue;
    all.push({ customerId: row.customer_id, orderId: row.id });
  }
  const found = all.find(({ customerId }) => !taken.has(customerId));
  if (!found) throw new Error(`The demo shop has no customer ${talker} more`);
  taken.add(found.customerId);
  return found;
}

/** Takes back what a talk did, so that its customer can begin afresh: the orders as they were, nothing new registered, nothing open. */
async function forget(
  shop: Shop,
  customerId: CustomerId,
  { orders, returns }: { orders: readonly Order[]; returns: readonly string[] },
): Promise<void> {
  const { db } = shop;
  for (const { id, status, tracking } of orders) {
    await db
      .deleteFrom('returns')
      .where('order_id', '=', id)
      .where('id', 'not in', [...returns, NOTHING])
      .execute();
    await db
      .updateTable('orders')
      .set({ status, tracking: json(tracking) })
      .where('id', '=', id)
      .execute();
  }
  await db
    .updateTable('conversations')
    .set({ state: 'closed', owner_id: null, urgency: null, closed_at: shop.clock.now() })
    .where('customer_id', '=', customerId)
    .where('state', '<>', 'closed')
    .execute();
}

/** An id that nothing has. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

const statusOf = {
  'late-dispatch': 'paid',
  stuck: 'shipped',
  shipped: 'shipped',
  delivered: 'delivered',
  packed: 'packed',
  paid: 'paid',
  returning: 'returning',
} as const;

function fits(order: Order, talker: Exclude<Talker, 'guest'>, now: Date): boolean {
  if (talker === 'late-dispatch' || talker === 'stuck') return order.lateMs > 0;
  if (talker === 'delivered')
    return now.getTime() - Date.parse(order.tracking.at(-1)?.at ?? '') < 10 * 86_400_000;
  return order.lateMs === 0;
}
