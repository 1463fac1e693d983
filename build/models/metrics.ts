import { createRandom } from './random.ts';

/** A figure with its 95 % bootstrap interval, both in per cent. */
export type Figure = { value: number; low: number; high: number };

/** Resamples the rows 300 times with a fixed seed and returns the figure of all rows with the interval of the resampled ones. */
function withInterval(rows: number, measure: (chosen: readonly number[]) => number): Figure {
  const all = Array.from({ length: rows }, (_, i) => i);
  const random = createRandom(17);
  const resampled: number[] = [];
  for (let round = 0; round < 300; round += 1) {
    resampled.push(measure(all.map(() => Math.floor(random() * rows))));
  }
  resampled.sort((a, b) => a - b);
  const percent = (value: number | undefined): number => 100 * (value ?? Number.NaN);
  return { value: percent(measure(all)), low: percent(resampled[7]), high: percent(resampled[292]) };
}

/** Share of rows on which both lists agree. */
export function accuracy<T>(truth: readonly T[], guess: readonly T[]): Figure {
  return withInterval(
    truth.length,
    (chosen) => chosen.filter((i) => truth[i] === guess[i]).length / chosen.length,
  );
}

/** F1 of the positive rows. */
export function f1(isPositive: readonly boolean[], said: readonly boolean[]): Figure {
  return withInterval(said.length, (chosen) => {
    const count = (holds: (i: number) => boolean): number => chosen.filter(holds).length;
    const hit = count((i) => Boolean(isPositive[i] && said[i]));
    return (2 * hit) / (count((i) => Boolean(isPositive[i])) + count((i) => Boolean(said[i])) || 1);
  });
}

/** Mean F1 over the classes that occur in the truth. */
export function macroF1(truth: readonly string[], guess: readonly string[]): Figure {
  return withInterval(truth.length, (chosen) => {
    const counts = new Map<string, { hit: number; said: number; was: number }>();
    const of = (name: string) => {
      const found = counts.get(name) ?? { hit: 0, said: 0, was: 0 };
      counts.set(name, found);
      return found;
    };
    for (const i of chosen) {
      of(truth[i] as string).was += 1;
      of(guess[i] as string).said += 1;
      of(truth[i] as string).hit += truth[i] === guess[i] ? 1 : 0;
    }
    const occurring = [...counts.values()].filter(({ was }) => was > 0);
    return (
      occurring.reduce((sum, { hit, said, was }) => sum + (2 * hit) / (said + was), 0) / occurring.length
    );
  });
}

/** Area under the ROC curve: the chance that a positive row outranks a negative one, ties counting half. */
export function auc(isPositive: readonly boolean[], scores: readonly number[]): Figure {
  return withInterval(scores.length, (chosen) => areaOf(isPositive, scores, chosen));
}

/** How much larger the area under our curve is than under another's, over the same rows in every resampling. */
export function aucGain(
  isPositive: readonly boolean[],
  ours: readonly number[],
  theirs: readonly number[],
): Figure {
  return withInterval(
    ours.length,
    (chosen) => areaOf(isPositive, ours, chosen) - areaOf(isPositive, theirs, chosen),
  );
}

function areaOf(
  isPositive: readonly boolean[],
  scores: readonly number[],
  chosen: readonly number[],
): number {
  const sorted = chosen.toSorted((a, b) => (scores[a] as number) - (scores[b] as number));
  let [positives, rankSum] = [0, 0];
  for (let at = 0; at < sorted.length; ) {
    let end = at;
    while (end < sorted.length && scores[sorted[end] as number] === scores[sorted[at] as number]) {
      end += 1;
    }
    for (let i = at; i < end; i += 1) {
      if (isPositive[sorted[i] as number]) {
        positives += 1;
        rankSum += (at + 1 + end) / 2;
      }
    }
    at = end;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

/** Share of positive rows found by the threshold at which the given share of negative rows gives a false alarm. */
export function recallAt(
  falseAlarms: number,
  isPositive: readonly boolean[],
  scores: readonly number[],
): Figure {
  return withInterval(scores.length, (chosen) => {
    const negatives = chosen.filter((i) => !isPositive[i]).map((i) => scores[i] as number);
    negatives.sort((a, b) => b - a);
    const threshold = negatives[Math.floor(falseAlarms * negatives.length)] ?? 0;
    const positives = chosen.filter((i) => isPositive[i]);
    return positives.filter((i) => (scores[i] as number) > threshold).length / positives.length;
  });
}

/**
 * Golden transfer within tolerance (GT-T of the MHCH papers, without their bias for early transfers): per dialogue, the mean over its predicted
 * transfers of exp(−d² / 2t²) with `d` the distance to the nearest true one. Without true ones only silence is right, and with them silence is
 * wrong. Both lists hold the turns of transfers by dialogue.
 */
export function goldenTransfer(
  truth: readonly (readonly number[])[],
  guess: readonly (readonly number[])[],
  tolerance: number,
): Figure {
  const scores = truth.map((gold, i) => {
    const said = guess[i] ?? [];
    if (gold.length === 0 || said.length === 0) {
      return gold.length === said.length ? 1 : 0;
    }
    const near = said.map((at) => Math.min(...gold.map((turn) => Math.abs(at - turn))));
    return near.reduce((sum, d) => sum + Math.exp(-(d * d) / (2 * tolerance ** 2)), 0) / near.length;
  });
  return withInterval(
    scores.length,
    (chosen) => chosen.reduce((sum, i) => sum + (scores[i] as number), 0) / (chosen.length || 1),
  );
}

/** Share of rows for which the statement holds. */
export function share(holds: readonly boolean[]): Figure {
  return withInterval(holds.length, (chosen) => chosen.filter((i) => holds[i]).length / chosen.length);
}

/** Expected calibration error over ten bins of confidence, in per cent: how far "80 % sure" is from right 80 times in 100. */
export function calibrationError(confidence: readonly number[], isRight: readonly boolean[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sure: 0 }));
  confidence.forEach((sure, i) => {
    const bin = bins[Math.min(9, Math.floor(sure * 10))] as (typeof bins)[number];
    bin.count += 1;
    bin.sure += sure;
    bin.right += isRight[i] ? 1 : 0;
  });
  return (
    (100 * bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0)) / (confidence.length || 1)
  );
}

/** The most frequent confusions: what was meant, what was said, how often. */
export function worstConfusions(
  truth: readonly string[],
  guess: readonly string[],
  most: number,
): [string, string, number][] {
  const counts = new Map<string, number>();
  truth.forEach((name, i) => {
    if (name !== guess[i]) {
      const key = `${name}\t${guess[i]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  });
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([key, count]) => [...(key.split('\t') as [string, string]), count]);
}
