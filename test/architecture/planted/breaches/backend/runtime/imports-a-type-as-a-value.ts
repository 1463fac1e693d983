import { Order } from '#shared/domain/order';

/** Costs an import at run time. */
export function label({ id }: Order): string {
  return id;
}
