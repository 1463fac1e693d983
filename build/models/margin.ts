import { createRandom, shuffle } from './random.ts';
import {
  buildVocabulary,
  type Compiled,
  compile,
  type Fit,
  type Sample,
  type TrainOptions,
} from './trainer.ts';

/** Rounds over all samples; the dual is near enough to its end then. */
const rounds = 8;

/**
 * Fits one linear separator per class against all others (squared hinge loss, dual coordinate descent; Hsieh et al. 2008). Stronger than softmax
 * regression where classes are many and rows few. A sample counts for its likeliest class. `cost` is what an error costs against large weights.
 */
export function fitMargins(samples: readonly Sample[], options: TrainOptions, cost: number): Fit {
  const vocabulary = buildVocabulary(samples, options);
  const compiled = compile(samples, vocabulary);
  const classCount = options.classes.length;
  const truth = samples.map(({ target }) => target.indexOf(Math.max(...target)));
  const costs = samples.map(({ weight }) => cost * weight);
  const merged = new Float32Array(vocabulary.hashes.length * classCount);
  const bias = new Float64Array(classCount);
  for (let at = 0; at < classCount; at += 1) {
    const separator = separate(
      { compiled, costs, signs: truth.map((label) => (label === at ? 1 : -1)) },
      { size: vocabulary.hashes.length, seed: options.seed + at },
    );
    separator.weights.forEach((weight, row) => {
      merged[row * classCount + at] = weight;
    });
    bias[at] = separator.bias;
  }
  return { vocabulary, bias, merged, options };
}

type Problem = { compiled: readonly Compiled[]; costs: readonly number[]; signs: readonly number[] };

function separate(
  { compiled, costs, signs }: Problem,
  { size, seed }: { size: number; seed: number },
): { weights: Float64Array; bias: number } {
  const weights = new Float64Array(size);
  const pull = new Float64Array(compiled.length);
  const order = compiled.map((_, i) => i);
  const random = createRandom(seed);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const i of shuffle(order, random)) {
      const { rows, values } = compiled[i] as Compiled;
      const sign = signs[i] as number;
      const slack = 1 / (2 * (costs[i] as number));
      const before = pull[i] as number;
      const slope = sign * (bias + product(weights, rows, values)) - 1 + slack * before;
      // Values have length 1 and the bias counts as one feature more.
      const after = Math.max(0, before - slope / (2 + slack));
      const step = (after - before) * sign;
      if (step !== 0) {
        pull[i] = after;
        bias += step;
        for (let k = 0; k < rows.length; k += 1) {
          const row = rows[k] as number;
          weights[row] = (weights[row] as number) + step * (values[k] as number);
        }
      }
    }
  }
  return { weights, bias };
}

function product(weights: Float64Array, rows: Uint32Array, values: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < rows.length; k += 1) {
    sum += (weights[rows[k] as number] as number) * (values[k] as number);
  }
  return sum;
}
