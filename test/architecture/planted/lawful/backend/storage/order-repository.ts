import type { OrderPort } from '../modules/orders/ports.ts';

/** Fills the port of the module. */
export const orderRepository: OrderPort = {
  load: (id) => Promise.resolve({ id }),
};
