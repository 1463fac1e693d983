import type { OrderPlaced } from '#shared/protocol/order-events';
import { orders } from '../stores/order-store.ts';

/** Takes in a fact from the server. */
export function take({ order }: OrderPlaced): void {
  orders.push(order);
}
