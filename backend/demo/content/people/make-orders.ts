import type { Language } from '#shared/domain/language';
import { catalogue } from '../catalogue/catalogue.ts';
import type { CategoryId, Product } from '../catalogue/product.ts';
import { DAY_MS, HOUR_MS, hoursAfter, shopDay, shoppingMoment } from '../moments.ts';
import { policies } from '../policies.ts';
import { chance, integerBetween, pick, pickWeighted, type Random, shuffled } from '../random.ts';
import { type Course, wayOf } from './order-way.ts';
import type { DemoOrder, DemoOrderLine } from './people.ts';
import { carriers, type Place } from './places.ts';

/** What is happening to somebody's latest order right now; null where nothing is under way. */
export type Affair =
  | 'pending-payment'
  | 'paid'
  | 'packed'
  | 'shipped'
  | 'just-delivered'
  | 'returning'
  | 'cancelled'
  | 'late-dispatch'
  | 'stuck'
  | 'slow-refund';

/** The customer as far as their orders depend on it. */
export interface Buyer {
  readonly language: Language;
  readonly place: Place;
  readonly interests: readonly CategoryId[];
  readonly orderCount: number;
  readonly affair: Affair | null;
  /** How long they have been buying, in days. */
  readonly daysKnown: number;
}

/** Course of the latest order and how long ago it was placed, in hours from and to. */
const affairs: Readonly<Record<Affair, { course: Course; hoursAgo: readonly [number, number] }>> = {
  'pending-payment': { course: { end: 'pending-payment', trouble: null }, hoursAgo: [0.05, 0.45] },
  paid: { course: { end: 'paid', trouble: null }, hoursAgo: [1, 18] },
  packed: { course: { end: 'packed', trouble: null }, hoursAgo: [20, 34] },
  shipped: { course: { end: 'shipped', trouble: null }, hoursAgo: [44, 80] },
  'just-delivered': { course: { end: 'delivered', trouble: null }, hoursAgo: [130, 400] },
  returning: { course: { end: 'returning', trouble: null }, hoursAgo: [280, 420] },
  cancelled: { course: { end: 'cancelled', trouble: null }, hoursAgo: [60, 300] },
  'late-dispatch': { course: { end: 'paid', trouble: 'late-dispatch' }, hoursAgo: [53, 118] },
  stuck: { course: { end: 'shipped', trouble: 'stuck' }, hoursAgo: [170, 230] },
  'slow-refund': { course: { end: 'returning', trouble: 'slow-refund' }, hoursAgo: [490, 540] },
};

/** How orders of the past ended. */
const pastCourses: readonly (readonly [Course, number])[] = [
  [{ end: 'delivered', trouble: null }, 66],
  [{ end: 'delivered', trouble: 'late-dispatch' }, 9],
  [{ end: 'delivered', trouble: 'stuck' }, 7],
  [{ end: 'refunded', trouble: null }, 9],
  [{ end: 'refunded', trouble: 'slow-refund' }, 4],
  [{ end: 'cancelled', trouble: null }, 5],
];

/** The orders of one customer, oldest first. `taken` keeps the numbers unique over the shop. */
export function makeOrders(
  random: Random,
  buyer: Buyer,
  context: { now: Date; taken: Set<string> },
): DemoOrder[] {
  const { now, taken } = context;
  const hasAffair = buyer.affair !== null;
  const pastCount = buyer.orderCount - (hasAffair ? 1 : 0);
  const days = pastDays(random, pastCount, buyer.daysKnown);
  const orders = days.map((daysAgo) => {
    const placedAt = shoppingMoment(random, now, daysAgo);
    return makeOrder(random, buyer, { placedAt, course: pickWeighted(random, pastCourses), now, taken });
  });
  if (buyer.affair !== null) {
    const { course, hoursAgo } = affairs[buyer.affair];
    const hours = hoursAgo[0] + random() * (hoursAgo[1] - hoursAgo[0]);
    orders.push(
      makeOrder(random, buyer, {
        placedAt: hoursAfter(now, -hours),
        course: varied(random, course),
        now,
        taken,
      }),
    );
  }
  return orders;
}

/** Days ago, oldest first, never within the last 40 days, so that every past order has come to its end. */
function pastDays(random: Random, count: number, daysKnown: number): number[] {
  const oldest = Math.max(42, Math.min(360, daysKnown));
  return Array.from({ length: count }, () => integerBetween(random, 41, oldest)).toSorted((a, b) => b - a);
}

/** Late orders have sometimes been packed, which makes the waiting no better. */
function varied(random: Random, course: Course): Course {
  return course.trouble === 'late-dispatch' && chance(random, 0.4) ? { ...course, end: 'packed' } : course;
}

function makeOrder(
  random: Random,
  buyer: Buyer,
  parts: { placedAt: Date; course: Course; now: Date; taken: Set<string> },
): DemoOrder {
  const { placedAt, course, now, taken } = parts;
  const lines = makeLines(random, buyer.interests, (now.getTime() - placedAt.getTime()) / DAY_MS);
  const isPaid = course.end !== 'pending-payment';
  const carrier = pick(random, carriers);
  const hasLeft = !['pending-payment', 'paid', 'packed', 'cancelled'].includes(course.end);
  const promisedHours = policies.shipping.dispatchWithinHours;
  return {
    number: orderNumber(random, placedAt, taken),
    status: course.end,
    placedAt,
    promisedAt: isPaid ? new Date(placedAt.getTime() + promisedHours * HOUR_MS) : null,
    totalFen: totalOf(lines),
    lines,
    carrier: hasLeft ? carrier[buyer.language] : null,
    trackingNumber: hasLeft
      ? `QN${integerBetween(random, 10_000_000, 99_999_999)}${integerBetween(random, 1000, 9999)}`
      : null,
    tracking: wayOf(random, { placedAt, promisedHours, course, place: buyer.place, carrier, now }),
    trouble: course.trouble,
  };
}

/** Things that were already on sale then. */
function makeLines(random: Random, interests: readonly CategoryId[], daysAgo: number): DemoOrderLine[] {
  const count = pickWeighted(random, [
    [1, 55],
    [2, 30],
    [3, 15],
  ] as const);
  const onSale = catalogue.filter((product) => product.releasedDaysAgo > daysAgo);
  const first = pick(random, productsOf(random, interests, onSale));
  const companions = shuffled(random, first.goesWith).slice(0, count - 1);
  const chosen = [first, ...onSale.filter((product) => companions.includes(product.id))];
  return chosen.map((product) => {
    const { sku, priceFen } = pick(random, product.variants);
    const quantity = priceFen < 10_000 && chance(random, 0.35) ? 2 : 1;
    return { sku, productId: product.id, quantity, priceFen };
  });
}

/** Mostly what the customer is interested in, now and then anything. */
function productsOf(
  random: Random,
  interests: readonly CategoryId[],
  onSale: readonly Product[],
): readonly Product[] {
  const category = chance(random, 0.25) ? null : pick(random, interests);
  const near = onSale.filter((product) => product.category === category);
  return near.length === 0 ? onSale : near;
}

function totalOf(lines: readonly DemoOrderLine[]): number {
  const goods = lines.reduce((sum, line) => sum + line.priceFen * line.quantity, 0);
  return goods >= policies.shipping.freeFromFen ? goods : goods + policies.shipping.feeFen;
}

function orderNumber(random: Random, placedAt: Date, taken: Set<string>): string {
  const { year, month, day } = shopDay(placedAt);
  const date = `${year % 100}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
  const number = `SY${date}${String(integerBetween(random, 0, 999_999)).padStart(6, '0')}`;
  if (taken.has(number)) return orderNumber(random, placedAt, taken);
  taken.add(number);
  return number;
}
