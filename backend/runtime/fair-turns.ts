import { Fault } from './fault.ts';

/** How much of one kind of work is done at once, and may wait. */
export type TurnTerms = {
  atOnce: number;
  /** Of one author: what concerns one conversation waits for its lock anyway, and must not hold a place meanwhile. */
  atOnceEach: number;
  waiting: number;
  waitingEach: number;
  /**
   * How long anybody may wait while the line stands. When no place has been free for a while, that is no rush that passes: a line makes everybody wait and
   * gets nobody served earlier, so that refusing soon is kinder, where coming again is cheap.
   */
  standingWaitMs: number;
};

/** Who keeps the figures. */
export type TurnWatch = {
  /** Given once: how to read what is under way, and waits, at any moment. */
  watch(read: () => { running: number; waiting: number }): void;
  /** `full`: too many wait already. `late`: its turn did not come in time. */
  shed(reason: 'full' | 'late'): void;
};

/**
 * Turns for work that is asked for faster than it can be done (rule D8): authors take turns, so that who asks a lot waits for themselves and
 * not everybody else for them. What would wait too long is refused with `overloaded`, undone, and told when to come again.
 */
export type FairTurns = { run<T>(author: string, work: () => Promise<T>): Promise<T> };

/** In a rush that passes, waiting beats coming again. */
const LONGEST_WAIT_MS = 3000;
const STANDING_AFTER_MS = 250;

type Waiting = { since: number; start(): void; refuse(reason: 'full' | 'late'): void };

/** Turns nobody has taken yet. */
export function createFairTurns(terms: TurnTerms, figures?: TurnWatch): FairTurns {
  /** Who waits, in the order of their next turns. */
  const lines = new Map<string, Waiting[]>();
  const runningOf = new Map<string, number>();
  const comeAgain = createComeAgain();
  let running = 0;
  let waiting = 0;
  /** Since when no place has been free. */
  let fullSince: number | null = null;
  figures?.watch(() => ({ running, waiting }));

  function count(author: string, by: 1 | -1): void {
    const now = (runningOf.get(author) ?? 0) + by;
    running += by;
    if (now === 0) runningOf.delete(author);
    else runningOf.set(author, now);
  }

  function next(): void {
    const now = performance.now();
    const patience = now - (fullSince ?? now) > STANDING_AFTER_MS ? terms.standingWaitMs : LONGEST_WAIT_MS;
    for (const [author, line] of lines) {
      if (running >= terms.atOnce) break;
      if ((runningOf.get(author) ?? 0) >= terms.atOnceEach) continue;
      const first = line.shift();
      waiting -= 1;
      // To the end of the round, which this same loop then comes to.
      lines.delete(author);
      if (line.length > 0) lines.set(author, line);
      if (first === undefined) continue;
      if (now - first.since > patience) first.refuse('late');
      else first.start();
    }
    fullSince = running < terms.atOnce ? null : (fullSince ?? now);
  }

  return {
    run: (author, work) =>
      new Promise((resolve, reject) => {
        const refuse = (reason: 'full' | 'late') => {
          figures?.shed(reason);
          reject(new Fault('overloaded', 'Too much at once', { retryAfterMs: comeAgain.refused() }));
        };
        const line = lines.get(author) ?? [];
        if (waiting >= terms.waiting || line.length >= terms.waitingEach) {
          refuse('full');
          return;
        }
        const start = () => {
          count(author, 1);
          work()
            .then(resolve, reject)
            .finally(() => {
              count(author, -1);
              comeAgain.done();
              next();
            });
        };
        lines.set(author, line);
        line.push({ since: performance.now(), start, refuse });
        waiting += 1;
        next();
      }),
  };
}

const PERIOD_MS = 1000;
const EARLIEST_MS = 500;
const LATEST_MS = 15_000;

/**
 * When those who are refused may come again: spread over as long as it takes to do what was refused lately, by what was done lately, so that
 * they come about as fast as they can be served, and not all in the same moment.
 */
function createComeAgain() {
  let since = performance.now();
  let [refused, done] = [0, 0];
  let [refusedBefore, doneBefore] = [0, 0];

  function turnPage(now: number): void {
    if (now - since < PERIOD_MS) return;
    const isFresh = now - since < 2 * PERIOD_MS;
    [refusedBefore, doneBefore] = isFresh ? [refused, done] : [0, 0];
    [refused, done] = [0, 0];
    since = now;
  }

  return {
    done(): void {
      turnPage(performance.now());
      done += 1;
    },
    /** Counts one more who is refused, and gives the milliseconds after which to come again. */
    refused(): number {
      turnPage(performance.now());
      refused += 1;
      const periods = (refused + refusedBefore) / Math.max(1, done + doneBefore);
      const spreadMs = Math.min(LATEST_MS, Math.max(EARLIEST_MS, 2 * periods * PERIOD_MS));
      return Math.round(EARLIEST_MS + Math.random() * spreadMs);
    },
  };
}
