import { setTimeout as pause } from 'node:timers/promises';
import type { Generators } from './generators.ts';

const LIMIT_SECONDS = 3;
/** What is first offered to find the limit; where all of it comes through in time, twice as much. */
const FIRST_OFFER = 2000;
const REST_MS = 3000;

/** How many messages a second our servers hold when more are offered: what is delivered, by how long that took. Offers at most so many. */
export async function findLimit(
  generators: Generators,
  { seed, most, name = 'ours' }: { seed: number; most: number; name?: string },
): Promise<number> {
  for (let offer = FIRST_OFFER; ; offer *= 2) {
    const from = performance.now();
    const terms = { perSecond: offer, seconds: LIMIT_SECONDS, seed: seed + 1000, drainMs: 10_000 };
    const { delivered, offered } = await generators.run(name, terms);
    const perSecond = delivered / ((performance.now() - from) / 1000);
    await pause(REST_MS);
    if (delivered < 0.8 * offered || perSecond < 0.8 * offer || 2 * offer > most) return perSecond;
  }
}
