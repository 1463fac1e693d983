import { integerBetween, pickWeighted, type Random } from './random.ts';

/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000;
/** Milliseconds in a day. */
export const DAY_MS = 24 * HOUR_MS;

/** Beijing has no summer time. */
const SHOP_OFFSET_MS = 8 * HOUR_MS;

/** When people shop: the hours of a day in Beijing with their weights. */
const shoppingHours: readonly (readonly [number, number])[] = [
  [0, 2],
  [1, 1],
  [7, 1],
  [8, 3],
  [9, 5],
  [10, 7],
  [11, 6],
  [12, 8],
  [13, 6],
  [14, 5],
  [15, 5],
  [16, 5],
  [17, 4],
  [18, 5],
  [19, 7],
  [20, 10],
  [21, 12],
  [22, 9],
  [23, 5],
];

/** `at` moved by so many hours. */
export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + Math.round(hours * 3600) * 1000);
}

/** `at` moved by so many seconds. */
export function secondsAfter(at: Date, seconds: number): Date {
  return new Date(at.getTime() + Math.round(seconds) * 1000);
}

/** A moment on the day so many days before `now`, at an hour when people shop. Whole seconds; for 0 days it may lie after `now`. */
export function shoppingMoment(random: Random, now: Date, daysAgo: number): Date {
  const midnight = shopMidnight(new Date(now.getTime() - daysAgo * DAY_MS));
  const hour = pickWeighted(random, shoppingHours);
  const seconds = hour * 3600 + integerBetween(random, 0, 3599);
  return secondsAfter(midnight, seconds);
}

/** The first moment from `at` on whose hour in the shop's time zone is in [from, to): `at` itself, or the next opening plus up to 40 minutes. */
export function withinHours(random: Random, at: Date, hours: { from: number; to: number }): Date {
  const hour = shopHour(at);
  if (hour >= hours.from && hour < hours.to) return at;
  const midnight = shopMidnight(at);
  const day = hour < hours.from ? midnight : new Date(midnight.getTime() + DAY_MS);
  return secondsAfter(day, hours.from * 3600 + integerBetween(random, 60, 2400));
}

/** The hour of the day in the shop's time zone. */
export function shopHour(at: Date): number {
  return new Date(at.getTime() + SHOP_OFFSET_MS).getUTCHours();
}

/** Year, month and day in the shop's time zone. */
export function shopDay(at: Date): { year: number; month: number; day: number } {
  const shifted = new Date(at.getTime() + SHOP_OFFSET_MS);
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}

function shopMidnight(at: Date): Date {
  const shifted = at.getTime() + SHOP_OFFSET_MS;
  return new Date(shifted - (((shifted % DAY_MS) + DAY_MS) % DAY_MS) - SHOP_OFFSET_MS);
}
