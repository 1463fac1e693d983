import type { Moment } from '../dialogues/situation.ts';
import { hoursAfter } from '../moments.ts';
import { policies } from '../policies.ts';
import type { DemoOrder, TrackingStage } from './people.ts';

/** A stretch of time in which a talk about an order makes sense, and the moment from which its days are counted. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
  readonly countedFrom: Date;
}

type Finder = (order: DemoOrder, now: Date) => Window | null;

/** When somebody would have talked about this order in this way, all before `now`; null where the order gives no cause for it. */
export function windowOf(order: DemoOrder, moment: Exclude<Moment, 'none'>, now: Date): Window | null {
  const found = finders[moment](order, now);
  if (found === null) return null;
  const latest = hoursAfter(now, -3);
  const to = found.to < latest ? found.to : latest;
  return to > found.from ? { ...found, to } : null;
}

const isPast = (order: DemoOrder) => ['delivered', 'refunded', 'cancelled'].includes(order.status);
const isSmooth = (order: DemoOrder) => isPast(order) && order.trouble === null;

const finders: Readonly<Record<Exclude<Moment, 'none'>, Finder>> = {
  'before-dispatch': (order) =>
    order.trouble === 'late-dispatch' || !isPast(order)
      ? null
      : between(order, ['paid', 0.1], ['packed', -0.1]),
  'late-dispatch': (order) => (isPast(order) ? lateWindow(order, stageAt(order, 'packed')) : null),
  'late-dispatch-unsettled': (order, now) => (isPast(order) ? null : lateWindow(order, now)),
  'in-transit': (order) => (isSmooth(order) ? between(order, ['left', 8], ['out', -0.5]) : null),
  stuck: (order) => (isPast(order) ? stuckWindow(order, stageAt(order, 'depot')) : null),
  'stuck-unsettled': (order, now) => (isPast(order) ? null : stuckWindow(order, now)),
  'just-delivered': (order) =>
    order.status === 'delivered' && order.trouble === null
      ? between(order, ['delivered', 0.3], ['delivered', 40])
      : null,
  'after-late-delivery': (order) =>
    order.status === 'delivered' && order.trouble === 'late-dispatch'
      ? between(order, ['delivered', 24], ['delivered', 200])
      : null,
  delivered: (order) =>
    order.status === 'delivered' ? between(order, ['delivered', 24], ['delivered', 400]) : null,
  'long-delivered': (order) =>
    order.status === 'delivered'
      ? between(
          order,
          ['delivered', (policies.returns.windowDays + 3) * 24],
          ['delivered', (policies.returns.windowDays + 40) * 24],
        )
      : null,
  'return-wanted': (order) =>
    order.trouble === null ? between(order, ['delivered', 2], ['return-asked', 0]) : null,
  'refund-awaited': (order) =>
    isSmooth(order) ? between(order, ['return-received', 4], ['refunded', -0.2]) : null,
  'slow-refund': (order) =>
    order.trouble === 'slow-refund' ? between(order, ['return-received', 120], ['refunded', -1]) : null,
  'slow-refund-unsettled': (order, now) => (isPast(order) ? null : slowRefundWindow(order, now)),
  'cancel-wanted': (order) => between(order, ['paid', 0.1], ['cancelled', 0]),
  cancelled: (order) => between(order, ['cancelled', 0.2], ['cancelled', 30]),
};

function between(
  order: DemoOrder,
  [first, hoursAfterFirst]: readonly [TrackingStage, number],
  [last, hoursAfterLast]: readonly [TrackingStage, number],
): Window | null {
  const start = stageAt(order, first);
  const end = stageAt(order, last);
  if (start === null || end === null) return null;
  return {
    from: hoursAfter(start, hoursAfterFirst),
    to: hoursAfter(end, hoursAfterLast),
    countedFrom: start,
  };
}

function lateWindow(order: DemoOrder, end: Date | null): Window | null {
  if (order.trouble !== 'late-dispatch' || order.promisedAt === null || end === null) return null;
  return { from: hoursAfter(order.promisedAt, 1), to: hoursAfter(end, -0.2), countedFrom: order.placedAt };
}

function stuckWindow(order: DemoOrder, end: Date | null): Window | null {
  const hub = stageAt(order, 'hub');
  if (order.trouble !== 'stuck' || hub === null || end === null) return null;
  const from = hoursAfter(hub, policies.shipping.stuckAfterHours + 1);
  return { from, to: hoursAfter(end, -0.2), countedFrom: hub };
}

function slowRefundWindow(order: DemoOrder, now: Date): Window | null {
  const received = stageAt(order, 'return-received');
  if (order.trouble !== 'slow-refund' || received === null) return null;
  return { from: hoursAfter(received, 120), to: now, countedFrom: received };
}

function stageAt(order: DemoOrder, stage: TrackingStage): Date | null {
  return order.tracking.find((step) => step.stage === stage)?.at ?? null;
}
