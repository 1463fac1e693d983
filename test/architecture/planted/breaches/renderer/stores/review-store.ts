import { orders } from './order-store.ts';

/** A store that leans on a store. */
export const reviews = orders.map(({ id }) => id);
