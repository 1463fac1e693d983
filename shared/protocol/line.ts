/**
 * How clients keep and regain their line to the server, the same for the console and for customers' clients (rule D8). Pure: time and chance
 * come from outside.
 */

/** How soon a client tries again: the first pause, doubled by each failure up to the longest; each is varied by half, so that no two keep step. */
export type ReturnTerms = { firstMs: number; longestMs: number };

/** A console is somebody's workplace, and there are few: back within seconds. */
export const consoleReturns: ReturnTerms = { firstMs: 300, longestMs: 1500 };
/** Customers' clients may be thousands that lose the server in the same moment. */
export const customerReturns: ReturnTerms = { firstMs: 800, longestMs: 4000 };

/** Milliseconds until the next try after so many failures in a row. What the server asked for is never undercut. */
export function returnAfterMs(
  terms: ReturnTerms,
  { failures, retryAfterMs, chance }: { failures: number; retryAfterMs?: number | undefined; chance: number },
): number {
  if (retryAfterMs !== undefined) return Math.round(retryAfterMs * (1 + chance / 2));
  const pauseMs = Math.min(terms.longestMs, terms.firstMs * 2 ** Math.min(failures, 20));
  return Math.round(pauseMs * (0.5 + chance));
}

/** The server is heard every ten seconds; a line silent for longer than this is dead. */
const SILENCE_MS = 15_000;
/** How often a watch is told what time it is. */
export const LINE_TICK_MS = 2000;
/** A tick that comes later than this means that the computer slept, or the page was frozen. */
const LATE_TICK_MS = 8000;

/** What a watch can do about the line. */
export type WatchedLine = {
  isUp(): boolean;
  /** Asks the server for something small; false when no answer comes within a few seconds. */
  feel(): Promise<boolean>;
  /** Gives the line up; who listens to it hears that, and tries anew. */
  cut(): void;
  /** Tries now instead of when it was planned. */
  tryNow(): void;
};

/** Tells the line when it is dead though nothing said so. */
export type LineWatch = {
  /** Something came from the server. */
  heard(nowMs: number): void;
  /** To be called every `LINE_TICK_MS`. */
  tick(nowMs: number): void;
  /** The computer or its network has just come back, or the page is looked at again: what was known before may be wrong. */
  wake(nowMs: number): void;
};

/** A watch over one line. With the server's beat a dead line is known within 20 s, after a sleep at once (rule D4, case F8). */
export function watchLine(line: WatchedLine): LineWatch {
  let heardAtMs = 0;
  let tickAtMs: number | null = null;
  let isFeeling = false;

  async function feel(): Promise<void> {
    if (isFeeling) return;
    isFeeling = true;
    const isAlive = await line.feel();
    isFeeling = false;
    if (!isAlive && line.isUp()) line.cut();
  }
  function isSilent(nowMs: number): boolean {
    // A clock that was set back must not make a line seem heard for hours.
    heardAtMs = Math.min(heardAtMs, nowMs);
    return nowMs - heardAtMs > SILENCE_MS;
  }
  function wake(nowMs: number): void {
    if (!line.isUp()) line.tryNow();
    else if (isSilent(nowMs)) line.cut();
    else void feel();
  }

  return {
    heard(nowMs) {
      heardAtMs = nowMs;
    },
    tick(nowMs) {
      const isLate = tickAtMs !== null && Math.abs(nowMs - tickAtMs) > LATE_TICK_MS;
      tickAtMs = nowMs;
      if (isLate) wake(nowMs);
      else if (line.isUp() && isSilent(nowMs)) line.cut();
    },
    wake,
  };
}
