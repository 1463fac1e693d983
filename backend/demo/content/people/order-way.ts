import type { OrderStatus } from '#shared/domain/card';
import type { Localized } from '#shared/domain/language';
import { both } from '../bilingual.ts';
import { HOUR_MS, hoursAfter, withinHours } from '../moments.ts';
import { integerBetween, pick, type Random } from '../random.ts';
import type { DemoTracking, OrderTrouble, TrackingStage } from './people.ts';
import type { Place } from './places.ts';

/** How far an order came, and what went wrong on the way. */
export interface Course {
  readonly end: OrderStatus;
  readonly trouble: OrderTrouble | null;
}

/** What `wayOf` needs to know of an order. `promisedHours` is how long after payment it should have left. */
export interface Departure {
  readonly placedAt: Date;
  readonly promisedHours: number;
  readonly course: Course;
  readonly place: Place;
  readonly carrier: Localized;
  readonly now: Date;
}

const couriers: readonly Localized[] = [
  both('赵师傅', 'Mr Zhao'),
  both('小孙', 'Xiao Sun'),
  both('秦师傅', 'Mr Qin'),
  both('小叶', 'Xiao Ye'),
  both('马师傅', 'Mr Ma'),
  both('小贺', 'Xiao He'),
];
const signers: readonly Localized[] = [
  both('已签收，签收人：本人', 'Delivered, signed by the recipient'),
  both('已签收，家人代收', 'Delivered, taken by a family member'),
  both('已放入小区驿站，凭取件码领取', 'Left at the pick-up point of the estate'),
  both('已签收，门卫代收', 'Delivered, taken by the gatekeeper'),
];
const dayShift = { from: 8, to: 20 };

/** Everything that happened to the order before `now`, oldest first. */
export function wayOf(random: Random, departure: Departure): DemoTracking[] {
  return beforeNow(legsOf(random, departure), departure.now);
}

function legsOf(random: Random, departure: Departure): DemoTracking[] {
  const { placedAt, course } = departure;
  if (course.end === 'pending-payment') return [];
  const paid = step(
    'paid',
    hoursAfter(placedAt, 0.05),
    both('订单已付款，等待仓库处理', 'Paid, waiting for the warehouse'),
  );
  if (course.end === 'paid') return [paid];
  if (course.end === 'cancelled') return [paid, cancellation(random, placedAt)];
  const packed = packing(random, departure);
  if (course.end === 'packed') return [paid, packed];
  const road = roadLeg(random, departure, packed.at);
  if (course.end === 'shipped') return [paid, packed, ...road];
  const delivered = delivery(random, departure, road);
  if (course.end === 'delivered') return [paid, packed, ...road, ...delivered];
  const back = returnLeg(random, course, delivered.at(-1)?.at ?? packed.at);
  return [paid, packed, ...road, ...delivered, ...back];
}

function cancellation(random: Random, placedAt: Date): DemoTracking {
  const at = hoursAfter(placedAt, integerBetween(random, 1, 30));
  return step(
    'cancelled',
    at,
    both('订单已取消，款项原路退回', 'Order cancelled, money returned the way it came'),
  );
}

function packing(random: Random, { placedAt, promisedHours, course }: Departure): DemoTracking {
  const isLate = course.trouble === 'late-dispatch' && course.end !== 'packed';
  const hours = isLate ? promisedHours + integerBetween(random, 6, 50) : integerBetween(random, 3, 20);
  const at = withinHours(random, hoursAfter(placedAt, hours), dayShift);
  return step('packed', at, both('仓库已打包，等待快递揽收', 'Packed, waiting for the carrier'));
}

/** From the warehouse to the last sorting centre; a parcel that got stuck did so on the first half of its way. */
function roadLeg(random: Random, { course, place, carrier }: Departure, packedAt: Date): DemoTracking[] {
  const leftAt = withinHours(random, hoursAfter(packedAt, integerBetween(random, 1, 5)), dayShift);
  const { hub } = place;
  const left = step(
    'left',
    leftAt,
    both(`${carrier.zh}已揽收，杭州余杭仓发出`, `Picked up by ${carrier.en} at our Hangzhou warehouse`),
  );
  const transit = step(
    'transit',
    hoursAfter(leftAt, integerBetween(random, 6, 12)),
    both('离开杭州转运中心', 'Left the Hangzhou gateway'),
  );
  const roadHours = (place.days[0] - 0.6) * 24 + integerBetween(random, 0, 8);
  const arrived = step(
    'hub',
    hoursAfter(transit.at, course.trouble === 'stuck' ? Math.min(roadHours * 0.6, 36) : roadHours * 0.6),
    both(`到达${hub.zh}`, `Arrived at ${hub.en}`),
  );
  if (course.trouble === 'stuck') return [left, transit, arrived];
  return [left, transit, arrived, leaving(random, place, arrived.at)];
}

function leaving(random: Random, place: Place, arrivedAt: Date): DemoTracking {
  const at = hoursAfter(arrivedAt, integerBetween(random, 3, 9));
  return step(
    'depot',
    at,
    both(`离开${place.hub.zh}，发往派送网点`, `Left ${place.hub.en} for the local depot`),
  );
}

function delivery(
  random: Random,
  { course, place }: Departure,
  road: readonly DemoTracking[],
): DemoTracking[] {
  const lastAt = road.at(-1)?.at ?? new Date(0);
  const isStuck = course.trouble === 'stuck';
  const before = isStuck ? [leaving(random, place, hoursAfter(lastAt, integerBetween(random, 80, 130)))] : [];
  const readyAt = hoursAfter(before.at(-1)?.at ?? lastAt, integerBetween(random, 8, 16));
  const outAt = withinHours(random, readyAt, { from: 8, to: 15 });
  const courier = pick(random, couriers);
  const signed = pick(random, signers);
  const out = step('out', outAt, both(`派送中，派件员${courier.zh}`, `Out for delivery with ${courier.en}`));
  return [...before, out, step('delivered', hoursAfter(outAt, integerBetween(random, 1, 4)), signed)];
}

/** A return asked for after delivery, as far as it came. */
function returnLeg(random: Random, course: Course, deliveredAt: Date): DemoTracking[] {
  const thoughtHours = integerBetween(random, 20, course.trouble === 'slow-refund' ? 60 : 140);
  const askedAt = hoursAfter(deliveredAt, thoughtHours);
  const pickedAt = withinHours(random, hoursAfter(askedAt, integerBetween(random, 12, 30)), dayShift);
  const start = [
    step(
      'return-asked',
      askedAt,
      both('退货申请已通过，等待上门取件', 'Return approved, waiting for pick-up'),
    ),
    step(
      'return-picked',
      pickedAt,
      both('退货已取件，寄回仓库', 'Return picked up, on its way to the warehouse'),
    ),
  ];
  if (course.end === 'returning' && course.trouble === null) return start;
  const receivedAt = withinHours(random, hoursAfter(pickedAt, integerBetween(random, 40, 70)), dayShift);
  const received = step(
    'return-received',
    receivedAt,
    both('仓库已收到退货，验货中', 'Return received by the warehouse, being inspected'),
  );
  if (course.end === 'returning') return [...start, received];
  const hours =
    course.trouble === 'slow-refund' ? integerBetween(random, 190, 280) : integerBetween(random, 20, 70);
  return [
    ...start,
    received,
    step('refunded', hoursAfter(receivedAt, hours), both('退款已原路退回', 'Refunded the way it was paid')),
  ];
}

/** Steps that would lie after `now` are drawn to shortly before it, in their order. */
function beforeNow(steps: readonly DemoTracking[], now: Date): DemoTracking[] {
  return steps.map(({ stage, at, text }, index) => {
    const latest = now.getTime() - (steps.length - index) * (HOUR_MS / 5);
    return { stage, at: new Date(Math.min(at.getTime(), latest)), text };
  });
}

function step(stage: TrackingStage, at: Date, text: Localized): DemoTracking {
  return { stage, at, text };
}
