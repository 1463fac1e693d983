import { customers } from './customer-store.ts';
import { orders } from './order-store.ts';

/** The one place that may know several stores. */
export function countAll(): number {
  return customers.length + orders.length;
}
