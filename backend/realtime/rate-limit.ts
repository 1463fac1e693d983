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
