import type { Order } from '#shared/domain/order';

/** What storage does for orders. */
export interface OrderPort {
  load(id: string): Promise<Order>;
}
