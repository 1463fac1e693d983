import type { Order } from '#shared/domain/customer';
import type { Turn } from '../turn.ts';
import { isCalled } from './order-choice.ts';

/** The customer's order that is late, if there is one; of a stranger nothing is known. */
export async function lateOrderOf(turn: Turn): Promise<Order | null> {
  const orders = await ownOrders(turn);
  return orders.find((order) => order.lateMs > 0) ?? null;
}

/** Whom nothing more happens to: nobody asks after these by “my order”. */
const SETTLED: ReadonlySet<Order['status']> = new Set(['delivered', 'cancelled', 'refunded']);

/**
 * The order that the conversation is about, for whoever takes it over: named, spoken of, late, or the only one that is under way. `null` where
 * that would be a guess.
 */
export async function orderInQuestion(turn: Turn, spokenOf: string | null): Promise<Order | null> {
  const orders = await ownOrders(turn);
  const numbers = turn.entities.flatMap(({ type, value }) => (type === 'order-number' ? [value] : []));
  const named = orders.find((order) => numbers.some((said) => isCalled(order, said)));
  const underWay = orders.filter(({ status }) => !SETTLED.has(status));
  return (
    named ??
    orders.find(({ id }) => id === spokenOf) ??
    orders.find(({ lateMs }) => lateMs > 0) ??
    (underWay.length === 1 ? (underWay[0] ?? null) : null)
  );
}

async function ownOrders({ view, shop }: Turn): Promise<Order[]> {
  return view.customer.isVerified ? await shop.orders.listOrders(view.customer.id) : [];
}
