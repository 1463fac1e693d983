import type { Order } from '#shared/domain/order';

/** The chat, in Preact. */
export function Chat({ order }: { order: Order }) {
  return <p class="order">{order.id}</p>;
}
