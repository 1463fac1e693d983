import { orders } from '../stores/order-store.ts';

/** Asks the server for something. */
export function forgetOrders(): void {
  orders.length = 0;
}
