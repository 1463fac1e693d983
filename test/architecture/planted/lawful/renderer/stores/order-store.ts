import type { Order } from '#shared/domain/order';

/** The orders known to the console. */
export const orders: Order[] = [];
