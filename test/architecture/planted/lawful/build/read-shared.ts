import type { Order } from '#shared/domain/order';

/** Tools may look at the contract. */
export function label({ id }: Order): string {
  return id;
}
