import { now } from './runtime/clock.ts';
import { orderRepository } from './storage/order-repository.ts';

/** Puts the parts together. */
export function createBackend(): { startedAtMs: number; orders: typeof orderRepository } {
  return { startedAtMs: now(), orders: orderRepository };
}
