import type { Order } from '#shared/domain/customer';
import type { Turn } from '../turn.ts';
import { lateness } from '../wording.ts';

/** The customer's order that is late, if there is one; of a stranger nothing is known. */
export async function lateOrderOf(turn: Turn): Promise<Order | null> {
  if (!turn.view.customer.isVerified) return null;
  const orders = await turn.shop.orders.listOrders(turn.view.customer.id);
  return orders.find((order) => order.lateMs > 0) ?? null;
}

/** What an agent may say about a late order. */
export function suggestedFor(turn: Turn, order: Order): string {
  const late = lateness(order.lateMs, turn.speaker);
  return order.status === 'shipped'
    ? turn.speaker.word('suggest.stuck', { number: order.number })
    : turn.speaker.word('suggest.late', { number: order.number, late });
}
