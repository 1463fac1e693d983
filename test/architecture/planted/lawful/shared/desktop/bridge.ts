import type { Order } from '../domain/order.ts';

/** What the shell offers. */
export interface Bridge {
  notify(order: Order): void;
}
