import { createRandom, shuffle } from './random.ts';
import { type Compiled, type Fit, prepare, type Sample, type TrainOptions } from './trainer.ts';

/** Rounds over all samples; the dual is near enough to its end then. */
const rounds = 8;

/** What an error costs against large weights, and how far features that tell a class from the rest are raised (0 or absent: not). */
export type MarginOptions = { cost: number; emphasis?: number };

/**
 * Fits one linear separator per class against all others (squared hinge loss, dual coordinate descent; Hsieh et al. 2008). Stronger than softmax
 * regression where classes are many and rows few. A sample counts for its likeliest class. With an emphasis, a feature's values are first multiplied
 * by that power of its log-count ratio between the class and the rest (Wang & Manning 2012).
 */
export function fitMargins(
  samples: readonly Sample[],
  options: TrainOptions,
  { cost, emphasis = 0 }: MarginOptions,
): Fit {
  const { vocabulary, compiled } = prepare(samples, options);
  const classCount = options.classes.length;
  const truth = samples.map(({ target }) => target.indexOf(Math.max(...target)));
  const costs = samples.map(({ weight }) => cost * weight);
  const merged = new Float32Array(vocabulary.hashes.length * classCount);
  const bias = new Float64Array(classCount);
  for (let at = 0; at < classCount; at += 1) {
    const signs = truth.map((label) => (label === at ? 1 : -1));
    const scale =
      emphasis > 0 ? emphasisOf({ compiled, signs, samples }, vocabulary.hashes.length, emphasis) : undefined;
    const raised = scale && scaled(compiled, scale);
    const separator = separate(
      { compiled: raised ?? compiled, squares: raised?.map(({ values }) => squareOf(values)), costs, signs },
      { size: vocabulary.hashes.length, seed: options.seed + at },
    );
    separator.weights.forEach((weight, row) => {
      merged[row * classCount + at] = weight * (scale?.[row] ?? 1);
    });
    bias[at] = separator.bias;
  }
  return { vocabulary, bias, merged, options };
}

type Counted = { compiled: readonly Compiled[]; signs: readonly number[]; samples: readonly Sample[] };

/** What each feature is multiplied by; samples keep a mean square length of 1, so that a cost means the same with and without. */
function emphasisOf({ compiled, signs, samples }: Counted, size: number, power: number): Float64Array {
  const inside = new Float64Array(size).fill(1);
  const outside = new Float64Array(size).fill(1);
  compiled.forEach(({ rows }, i) => {
    const counts = signs[i] === 1 ? inside : outside;
    for (const row of rows) {
      counts[row] = (counts[row] as number) + (samples[i] as Sample).weight;
    }
  });
  const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);
  const odds = total(outside) / total(inside);
  const scale = inside.map(
    (count, row) => Math.abs(Math.log((count / (outside[row] as number)) * odds)) ** power,
  );
  const square =
    scaled(compiled, scale).reduce((sum, { values }) => sum + squareOf(values), 0) / compiled.length;
  return scale.map((factor) => factor / (Math.sqrt(square) || 1));
}

function scaled(compiled: readonly Compiled[], scale: Float64Array): Compiled[] {
  return compiled.map(({ rows, values }) => ({
    rows,
    values: values.map((value, k) => value * (scale[rows[k] as number] as number)),
  }));
}

function squareOf(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** `squares` are the samples' squared lengths; absent: all 1. */
type Problem = {
  compiled: readonly Compiled[];
  squares: readonly number[] | undefined;
  costs: readonly number[];
  signs: readonly number[];
};

function separate(
  { compiled, squares, costs, signs }: Problem,
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
      // The bias counts as one feature more.
      const after = Math.max(0, before - slope / ((squares?.[i] ?? 1) + 1 + slack));
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
