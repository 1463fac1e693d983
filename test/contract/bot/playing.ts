import type { Shop } from '../../support/shop.ts';
import type { Script } from './dialogue.ts';
import type { Talk } from './talk.ts';

/** The numbers that stand in scripts as `$O` and `$X`. */
export type Names = { $O: string; $X: string };

/** Night in the shop's time zone, after the demo shop's last day. */
const NIGHT = new Date('2026-11-22T18:30:00.000Z');

/** The talker's own order, and one of somebody else. */
export async function namesIn(shop: Shop, talk: Talk): Promise<Names> {
  const own = talk.orders.map((order) => order.number);
  const stranger = await shop.db
    .selectFrom('orders')
    .select('number')
    .where('status', '=', 'shipped')
    .where('number', 'not in', [...own, ''])
    .orderBy('number')
    .executeTakeFirstOrThrow();
  return { $O: talk.order?.number ?? '', $X: stranger.number };
}

/** Runs a talk at the hour in which its script plays. */
export async function withClock(shop: Shop, script: Script, work: () => Promise<void>): Promise<void> {
  const day = shop.time.now;
  if (script.at === 'night') shop.time.now = NIGHT;
  try {
    await work();
  } finally {
    shop.time.now = day;
  }
}

/** A line with its numbers. */
export function filled(text: string, names: Names): string {
  return text.replaceAll('$O', names.$O).replaceAll('$X', names.$X);
}

/** A pattern with its numbers. */
export function named(pattern: RegExp, names: Names): RegExp {
  return new RegExp(pattern.source.replaceAll('\\$O', names.$O).replaceAll('\\$X', names.$X), pattern.flags);
}
