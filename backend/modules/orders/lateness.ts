import type { OrderRecord } from './ports.ts';

/** When an order last moved: its newest tracking entry, else its placing. */
export function lastMovedAt(order: Pick<OrderRecord, 'tracking' | 'placedAt'>): Date {
  const newest = order.tracking.map((step) => Date.parse(step.at)).reduce((a, b) => Math.max(a, b), 0);
  return newest === 0 ? order.placedAt : new Date(newest);
}

/**
 * By how many milliseconds an order is late: since the promised dispatch while it has not left, since the parcel should have moved again
 * while it is on its way; 0 for everything else.
 */
export function lateMs(
  order: Pick<OrderRecord, 'status' | 'placedAt' | 'promisedAt' | 'tracking'>,
  policy: { stuckAfterHours: number },
  now: Date,
): number {
  if (order.status === 'paid' || order.status === 'packed') {
    return order.promisedAt === null ? 0 : Math.max(0, now.getTime() - order.promisedAt.getTime());
  }
  if (order.status !== 'shipped') return 0;
  const shouldHaveMovedMs = lastMovedAt(order).getTime() + policy.stuckAfterHours * 3_600_000;
  return Math.max(0, now.getTime() - shouldHaveMovedMs);
}
