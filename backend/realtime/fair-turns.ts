import { Fault } from '../runtime/fault.ts';

/** How many requests are worked on at once: about as many as there are sessions of the database, so that none waits there in vain. */
const MAX_AT_ONCE = 16;
/** Of one author: what concerns one conversation waits for its lock anyway, and must not hold a session of the database meanwhile. */
const MAX_AT_ONCE_EACH = 4;
const MAX_WAITING = 2000;
const LONGEST_WAIT_MS = 5000;
const COME_AGAIN_MS = 2000;

/**
 * Turns for work that is asked for faster than it can be done (rule D8): authors take turns, so that who asks a lot waits for themselves and
 * not everybody else for them. What would wait too long is refused with `overloaded`, undone.
 */
export type FairTurns = { run<T>(author: string, work: () => Promise<T>): Promise<T> };

type Waiting = { since: number; start(): void; refuse(): void };

/** Turns nobody has taken yet. */
export function createFairTurns(): FairTurns {
  /** Who waits, in the order of their next turns. */
  const lines = new Map<string, Waiting[]>();
  const runningOf = new Map<string, number>();
  let running = 0;
  let waiting = 0;

  function count(author: string, by: 1 | -1): void {
    const now = (runningOf.get(author) ?? 0) + by;
    running += by;
    if (now === 0) runningOf.delete(author);
    else runningOf.set(author, now);
  }

  function next(): void {
    for (const [author, line] of lines) {
      if (running >= MAX_AT_ONCE) return;
      if ((runningOf.get(author) ?? 0) >= MAX_AT_ONCE_EACH) continue;
      const first = line.shift();
      waiting -= 1;
      // To the end of the round, which this same loop then comes to.
      lines.delete(author);
      if (line.length > 0) lines.set(author, line);
      if (first === undefined) continue;
      if (performance.now() - first.since > LONGEST_WAIT_MS) first.refuse();
      else first.start();
    }
  }

  return {
    run: (author, work) =>
      new Promise((resolve, reject) => {
        const refuse = () =>
          reject(new Fault('overloaded', 'Too much at once', { retryAfterMs: COME_AGAIN_MS }));
        if (waiting >= MAX_WAITING) {
          refuse();
          return;
        }
        const start = () => {
          count(author, 1);
          work()
            .then(resolve, reject)
            .finally(() => {
              count(author, -1);
              next();
            });
        };
        const line = lines.get(author) ?? [];
        lines.set(author, line);
        line.push({ since: performance.now(), start, refuse });
        waiting += 1;
        next();
      }),
  };
}
