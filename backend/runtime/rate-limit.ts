/** How much one socket may ask: `burst` at once, `perSecond` in the long run. */
export type RateTerms = { burst: number; perSecond: number };

/** A bucket of tokens: `take` answers 0 when the request may pass, else after how many milliseconds one would. */
export type RateLimit = { take(nowMs: number): number };

/** A full bucket. */
export function createRateLimit({ burst, perSecond }: RateTerms): RateLimit {
  let tokens = burst;
  let filledAt: number | null = null;
  return {
    take(nowMs) {
      tokens = Math.min(burst, tokens + ((nowMs - (filledAt ?? nowMs)) / 1000) * perSecond);
      filledAt = nowMs;
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * 1000);
      tokens -= 1;
      return 0;
    },
  };
}

/** A bucket for each key; under a flood of keys the one that asked longest ago is forgotten first. */
export type KeyedRateLimit = { take(key: string, nowMs: number): number };

const MAX_KEYS = 20_000;

/** Buckets of the same terms for any number of keys, in bounded memory. */
export function createKeyedRateLimit(terms: RateTerms): KeyedRateLimit {
  const limits = new Map<string, RateLimit>();
  return {
    take(key, nowMs) {
      const limit = limits.get(key) ?? createRateLimit(terms);
      limits.delete(key);
      limits.set(key, limit);
      const [oldest] = limits.keys();
      if (limits.size > MAX_KEYS && oldest !== undefined) limits.delete(oldest);
      return limit.take(nowMs);
    },
  };
}
