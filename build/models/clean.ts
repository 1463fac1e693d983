import { softmax } from '../../backend/modules/language/index.ts';
import { createRandom, shuffle } from './random.ts';
import { fitModel, logitsOf, type Sample, type TrainOptions } from './trainer.ts';

/** Probabilities of every sample from a model that has not seen it: `folds` models, each trained on the others. */
function outOfFold(samples: readonly Sample[], options: TrainOptions, folds: number): Float64Array[] {
  const order = shuffle(
    samples.map((_, i) => i),
    createRandom(options.seed + 1),
  );
  const result: Float64Array[] = new Array(samples.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const held = order.filter((_, place) => place % folds === fold);
    const rest = order.filter((_, place) => place % folds !== fold).map((i) => samples[i] as Sample);
    const fitted = fitModel(rest, options);
    logitsOf(
      fitted,
      held.map((i) => samples[i] as Sample),
    ).forEach((sums, k) => {
      result[held[k] as number] = softmax(sums, 1);
    });
  }
  return result;
}

export type CleanOptions = {
  /** A sample goes when the others give its own label less than this. */
  dropBelow: number;
  /** …unless they are this sure of another label: then it takes that one. 1 switches relabelling off. */
  relabelAbove: number;
  folds: number;
};

export type Cleaned = { keep: number[]; labels: number[]; dropped: number; relabelled: number };

/** Finds mislabelled samples by out-of-fold agreement (confident learning). Returns the places to keep and their labels. */
export function cleanLabels(samples: readonly Sample[], options: TrainOptions, how: CleanOptions): Cleaned {
  const guesses = outOfFold(samples, options, how.folds);
  const cleaned: Cleaned = { keep: [], labels: [], dropped: 0, relabelled: 0 };
  samples.forEach((sample, i) => {
    const own = sample.target.indexOf(Math.max(...sample.target));
    const guess = guesses[i] as Float64Array;
    const best = guess.indexOf(Math.max(...guess));
    const isDoubtful = (guess[own] as number) < how.dropBelow;
    if (isDoubtful && (guess[best] as number) < how.relabelAbove) {
      cleaned.dropped += 1;
      return;
    }
    cleaned.keep.push(i);
    cleaned.labels.push(isDoubtful ? best : own);
    cleaned.relabelled += isDoubtful ? 1 : 0;
  });
  return cleaned;
}
