/** What a set of times says. Times in the unit that went in; never a mean. */
export type Summary = { p50: number; p95: number; p99: number; p999: number; max: number; n: number };

/** The summary of times in any order. All zero where there are none. */
export function summarise(times: ArrayLike<number>): Summary {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
    max: sorted.at(-1) ?? 0,
    n: sorted.length,
  };
}

/** The middle of some figures, and how far they spread. */
export type Spread = { median: number; low: number; high: number };

/** The middle of the rounds, with the lowest and the highest. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median =
    sorted.length % 2 === 1
      ? (sorted[Math.floor(middle)] ?? 0)
      : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { median, low: sorted[0] ?? 0, high: sorted.at(-1) ?? 0 };
}

/** Each step of the histogram is this much wider than the one before. */
const STEP = 1.05;

/** A histogram that can be kept: the upper bound of each step that is not empty, with how many times lie below it and above the one before. */
export type Histogram = [upTo: number, count: number][];

/** The raw histogram of times in µs, in steps of 5 %. */
export function histogramOf(times: ArrayLike<number>): Histogram {
  const counts = new Map<number, number>();
  for (const time of Array.from(times)) {
    const step = Math.max(0, Math.ceil(Math.log(Math.max(time, 1)) / Math.log(STEP)));
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => a - b).map(([step, count]) => [Math.round(STEP ** step), count]);
}
