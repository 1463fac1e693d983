import type { Order } from '../domain/order.ts';

/** A fact about an order. */
export interface OrderPlaced {
  order: Order;
}
