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
export type FairTurns = {
  run<T>(author: string, work: () => Promise<T>): Promise<T>;
  /**
   * Where the line stands and this author's turn would not come in time: after how many milliseconds to come again. `null`: `run` is worth asking for.
   * Looking costs next to nothing, so that whoever looks first spends on those who are refused only what it takes to answer them.
   */
  refusal(author: string): number | null;
};

/** In a rush that passes, waiting beats coming again. */
const LONGEST_WAIT_MS = 3000;
const STANDING_AFTER_MS = 250;
/** Of too much for long the line grows from the beginning; that of a rush, or of what came while this process stood still, gets shorter: so often looked at so far apart. */
const LOOK_EVERY_MS = 30;
const GROWN_TIMES = 3;
/** What is done together is done at once too, so that under too much a place is free for a moment now and then: while somebody must be refused, that is not the end of it. */
const OVER_AFTER_MS = 100;
/**
 * How long what is under way at once should take, where there is too much of it. With fewer than so many at once too little is done together; and so many may always wait,
 * for where the processor is shared a turn of the event loop brings as many at once.
 */
const WORK_MS = 20;
const LEAST_AT_ONCE = 64;

type Waiting = { since: number; start(): void; refuse(reason: 'full' | 'late'): void };

/** Turns nobody has taken yet. */
export function createFairTurns(terms: TurnTerms, figures?: TurnWatch): FairTurns {
  /** Who waits, in the order of their next turns. */
  const lines = new Map<string, Waiting[]>();
  const running = createRunning();
  const standing = createStanding();
  const comeAgain = createComeAgain();
  let waiting = 0;
  figures?.watch(() => ({ running: running.all(), waiting }));

  const doneWithin = (ms: number, now: number) => Math.max(LEAST_AT_ONCE, comeAgain.donePerMs(now) * ms);

  /** While the line stands only as many as are done within a short time, at the pace of late: more at once would only take all of them longer. */
  function places(now: number): number {
    return standing.is(now) ? Math.min(terms.atOnce, doneWithin(WORK_MS, now)) : terms.atOnce;
  }

  function next(): void {
    const now = performance.now();
    const patience = standing.is(now) ? terms.standingWaitMs : LONGEST_WAIT_MS;
    const most = places(now);
    for (const [author, line] of lines) {
      if (running.all() >= most) break;
      if (running.of(author) >= terms.atOnceEach) continue;
      const first = line.shift();
      waiting -= 1;
      // To the end of the round, which this same loop then comes to.
      lines.delete(author);
      if (line.length > 0) lines.set(author, line);
      if (first === undefined) continue;
      if (now - first.since > patience) first.refuse('late');
      else first.start();
    }
    standing.note(running.all() >= places(now), waiting, now);
  }

  function turnAway(reason: 'full' | 'late'): number {
    figures?.shed(reason);
    standing.refused(performance.now());
    return comeAgain.refused();
  }

  async function work<T>(author: string, wanted: () => Promise<T>): Promise<T> {
    running.count(author, 1);
    try {
      return await wanted();
    } finally {
      running.count(author, -1);
      comeAgain.done();
      next();
    }
  }

  return {
    run: (author, wanted) =>
      new Promise((resolve, reject) => {
        const refuse = (reason: 'full' | 'late') => reject(overloaded(turnAway(reason)));
        const line = lines.get(author) ?? [];
        if (waiting >= terms.waiting || line.length >= terms.waitingEach) return refuse('full');
        lines.set(author, line);
        line.push({ since: performance.now(), start: () => resolve(work(author, wanted)), refuse });
        waiting += 1;
        next();
      }),
    refusal(author) {
      const now = performance.now();
      if (!standing.is(now)) return null;
      // Each who waits has one turn before it is this author's again.
      const turnsBefore = ((lines.get(author)?.length ?? 0) + 1) * lines.size;
      return turnsBefore <= doneWithin(terms.standingWaitMs, now) ? null : turnAway('late');
    },
  };
}

/**
 * Whether no place has been free for a while; for a shorter one, where the line became longer and longer. Not over before there was nobody to refuse for a moment
 * either.
 */
function createStanding() {
  let fullSince: number | null = null;
  let isFull = false;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let last = { at: 0, waiting: 0 };
  let timesGrown = 0;
  const isOver = (now: number) => !isFull && now - refusedAt > OVER_AFTER_MS;

  function look(waiting: number, now: number): void {
    timesGrown = waiting > Math.max(last.waiting, LEAST_AT_ONCE) ? timesGrown + 1 : 0;
    last = { at: now, waiting };
  }

  function begin(waiting: number, now: number): void {
    fullSince = now;
    timesGrown = 0;
    last = { at: now, waiting };
  }

  return {
    is: (now: number) =>
      fullSince !== null &&
      (timesGrown >= GROWN_TIMES || now - fullSince > STANDING_AFTER_MS) &&
      !isOver(now),
    note(isFullNow: boolean, waiting: number, now: number): void {
      isFull = isFullNow;
      if (!isFull && isOver(now)) fullSince = null;
      else if (isFull && fullSince === null) begin(waiting, now);
      else if (timesGrown < GROWN_TIMES && now - last.at > LOOK_EVERY_MS) look(waiting, now);
    },
    refused(now: number): void {
      refusedAt = now;
    },
  };
}

/** What is being worked at, in all and of each author. */
function createRunning() {
  const each = new Map<string, number>();
  let all = 0;
  return {
    all: () => all,
    of: (author: string) => each.get(author) ?? 0,
    count(author: string, by: 1 | -1): void {
      const now = (each.get(author) ?? 0) + by;
      all += by;
      if (now === 0) each.delete(author);
      else each.set(author, now);
    },
  };
}

/** Without a stack: taking one costs more than the answer does, when there is the least to spare. */
function overloaded(retryAfterMs: number): Fault {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const fault = new Fault('overloaded', 'Too much at once', { retryAfterMs });
  Error.stackTraceLimit = stackTraceLimit;
  return fault;
}

const PERIOD_MS = 1000;
const EARLIEST_MS = 500;
const LATEST_MS = 8000;

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
    /** How much was done in a millisecond, lately. */
    donePerMs(now: number): number {
      turnPage(now);
      return (done + doneBefore) / (now - since + PERIOD_MS);
    },
    /** Counts one more who is refused, and gives the milliseconds after which to come again. */
    refused(): number {
      turnPage(performance.now());
      refused += 1;
      const periods = (refused + refusedBefore) / Math.max(1, done + doneBefore);
      const spreadMs = Math.min(LATEST_MS, Math.max(EARLIEST_MS, 1.5 * periods * PERIOD_MS));
      return Math.round(EARLIEST_MS + Math.random() * spreadMs);
    },
  };
}
