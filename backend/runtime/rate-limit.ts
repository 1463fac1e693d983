import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be done: `points` times in each stretch of so many seconds. */
export type RateTerms = { name: string; points: number; seconds: number };

/** Counts by key: `take` gives 0 when it may be done now, else after how many milliseconds to come again. */
export type RateLimit = { take(key: string): Promise<number> };

/** Slows down guessing. Keys are whatever is guessed at or guessed from. */
export type Throttle = {
  /** Counts a try before it is made, so that tries made at once do not all find the way free: 0, or how many milliseconds to wait instead. */
  enter(key: string): Promise<number>;
  /** Takes the key's tries back, because the last one turned out to be no guessing; tells how many there were. */
  clear(key: string): Promise<number>;
  /** Takes so many tries back. */
  forgive(key: string, count: number): Promise<void>;
};

export type ThrottleTerms = {
  name: string;
  /** Tries that cost nothing. */
  free: number;
  /** The wait after the first try beyond those; doubles with each further one, up to the longest. */
  firstWaitSeconds: number;
  longestWaitSeconds: number;
  /** So long after the first try all are forgotten. */
  memorySeconds: number;
};

/** What is counted, over all nodes where there are several. */
export type Counters = { rate(terms: RateTerms): RateLimit; throttle(terms: ThrottleTerms): Throttle };

/** Where all nodes count together; `client` is a connection that refuses at once while there is none. */
export type SharedCounts = { client: object; prefix: string };

/** Every so many points of a key the other nodes are told: who does little never costs a way over the network. */
const SHARED_STEP = 10;

/** Counters of this process, or of all nodes together. While Redis is away each node counts for itself. */
export function createCounters(shared: SharedCounts | null): Counters {
  return {
    rate: (terms) => createRate(terms, shared),
    throttle: (terms) => createThrottle(terms, shared),
  };
}

/**
 * Decided here at once; what all nodes count together runs behind and stops the key here too as soon as it is used up: never later than one way
 * to Redis after the last step.
 */
function createRate({ name, points, seconds }: RateTerms, shared: SharedCounts | null): RateLimit {
  const here = new RateLimiterMemory({ points, duration: seconds });
  const everywhere = shared && redisLimiter(shared, { name, points, seconds });

  async function share(key: string): Promise<void> {
    try {
      await everywhere?.consume(key, SHARED_STEP);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) await here.block(key, Math.ceil(refusal.msBeforeNext / 1000));
    }
  }

  return {
    async take(key) {
      try {
        const { consumedPoints } = await here.consume(key);
        if (everywhere && consumedPoints % SHARED_STEP === 0) void share(key);
        return 0;
      } catch (refusal) {
        return waitOf(refusal);
      }
    },
  };
}

/** The first tries are free. From then on one passes at a time, and the door stays shut behind it for as long as the tries so far are worth. */
function createThrottle(terms: ThrottleTerms, shared: SharedCounts | null): Throttle {
  const { name, free, memorySeconds: seconds } = terms;
  const tries = limiter(shared, { name: `${name}:tries`, points: Number.MAX_SAFE_INTEGER, seconds });
  const door = limiter(shared, { name: `${name}:door`, points: 1, seconds });
  const waitAfter = (count: number) =>
    Math.min(terms.longestWaitSeconds, terms.firstWaitSeconds * 2 ** (count - free - 1));
  return {
    async enter(key) {
      const { consumedPoints } = await tries.penalty(key);
      if (consumedPoints <= free) return 0;
      try {
        await door.consume(key, 1, { customDuration: waitAfter(consumedPoints) });
        return 0;
      } catch (refusal) {
        await tries.reward(key);
        return waitOf(refusal);
      }
    },
    async clear(key) {
      const found = await tries.get(key);
      await Promise.all([tries.delete(key), door.delete(key)]);
      return found?.consumedPoints ?? 0;
    },
    async forgive(key, count) {
      if (count > 0) await tries.reward(key, count);
    },
  };
}

function limiter(shared: SharedCounts | null, terms: RateTerms): RateLimiterRedis | RateLimiterMemory {
  return shared ? redisLimiter(shared, terms) : memoryLimiter(terms);
}

function redisLimiter({ client, prefix }: SharedCounts, terms: RateTerms): RateLimiterRedis {
  const { name, points, seconds } = terms;
  return new RateLimiterRedis({
    storeClient: client,
    useRedisPackage: true,
    keyPrefix: `${prefix}:${name}`,
    points,
    duration: seconds,
    rejectIfRedisNotReady: true,
    insuranceLimiter: memoryLimiter(terms),
  });
}

function memoryLimiter({ name, points, seconds }: RateTerms): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

/** The library rejects with how long to wait; anything else is an error. */
function waitOf(refusal: unknown): number {
  if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext));
  throw refusal;
}
