import type { Clock } from '../../runtime/clock.ts';

/** Slows down guessing. Keys are whatever is guessed at or guessed from; what it counts lives as long as the process. */
export type Throttle = {
  /** How long the key must wait before the next try, 0 when it may try now. */
  waitMs(key: string): number;
  /** Notes a failed try. */
  fail(key: string): void;
  /** Forgets the key's failures; tells how many there were. */
  clear(key: string): number;
  /** Takes so many failures back. */
  forgive(key: string, count: number): void;
};

export type ThrottleTerms = {
  /** Failures that cost nothing. */
  free: number;
  /** The wait after the first failure beyond those; doubles with each further one, up to the longest. */
  firstWaitMs: number;
  longestWaitMs: number;
  /** Without a failure for this long a key is forgotten. */
  memoryMs: number;
};

const MAX_KEYS = 20_000;

/** A throttle of bounded memory: under a flood of keys the one that failed longest ago is forgotten first. */
export function createThrottle(terms: ThrottleTerms, clock: Clock): Throttle {
  const failures = new Map<string, { count: number; at: number }>();

  function recall(key: string): { count: number; at: number } | undefined {
    const found = failures.get(key);
    if (found === undefined || clock.now().getTime() - found.at < terms.memoryMs) return found;
    failures.delete(key);
    return undefined;
  }

  return {
    waitMs(key) {
      const found = recall(key);
      if (found === undefined || found.count <= terms.free) return 0;
      const penalty = Math.min(terms.longestWaitMs, terms.firstWaitMs * 2 ** (found.count - terms.free - 1));
      return Math.max(0, found.at + penalty - clock.now().getTime());
    },
    fail(key) {
      const count = (recall(key)?.count ?? 0) + 1;
      failures.delete(key);
      failures.set(key, { count, at: clock.now().getTime() });
      const [oldest] = failures.keys();
      if (failures.size > MAX_KEYS && oldest !== undefined) failures.delete(oldest);
    },
    clear(key) {
      const count = recall(key)?.count ?? 0;
      failures.delete(key);
      return count;
    },
    forgive(key, count) {
      const found = recall(key);
      if (found === undefined) return;
      if (found.count > count) found.count -= count;
      else failures.delete(key);
    },
  };
}
