import {
  createLookup,
  type Feature,
  type FeatureShape,
  hashFeature,
  weigh,
} from '../../backend/modules/language/index.ts';
import { createRandom, shuffle } from './random.ts';

/** One training sample: features, the wanted distribution over classes, and how much it counts. */
export type Sample = {
  features: readonly Feature[];
  target: Float32Array;
  weight: number;
  /** Which kind of text it is; kind 0 is the one the model will be used on. */
  domain: number;
  /** Classes that this sample can tell apart; the others are left alone. Absent: all. */
  allowed?: readonly number[];
};

export type TrainOptions = {
  name: string;
  classes: string[];
  shape: FeatureShape;
  cues: boolean;
  domains: number;
  epochs: number;
  rate: number;
  smoothing: number;
  minimumCount: number;
  maximumFeatures: number;
  maximumWeights: number;
  /** Steps that an unknown feature counts in a text's length; see the header of weight files. Absent: none. */
  unknown?: number;
  seed: number;
};

export const defaultOptions: Omit<TrainOptions, 'name' | 'classes' | 'shape'> = {
  cues: false,
  domains: 1,
  epochs: 6,
  rate: 0.5,
  smoothing: 0.05,
  minimumCount: 2,
  maximumFeatures: 200_000,
  maximumWeights: 1_500_000,
  seed: 7,
};

/** Width of one step of the stored inverse document frequencies. */
export const idfStep = 0.05;

/** The known features by hash, with their inverse document frequencies in steps. */
type Vocabulary = { hashes: Uint32Array; idf: Uint8Array };

/** The features seen in enough samples, the most frequent first when there are too many. */
function buildVocabulary(samples: readonly Sample[], options: TrainOptions): Vocabulary {
  const countOf = new Map<number, number>();
  for (const sample of samples) {
    for (const hash of new Set(sample.features.map((feature) => hashFeature(feature.name)))) {
      countOf.set(hash, (countOf.get(hash) ?? 0) + 1);
    }
  }
  let entries = [...countOf].filter(([, count]) => count >= options.minimumCount);
  if (entries.length > options.maximumFeatures) {
    entries = entries.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, options.maximumFeatures);
  }
  entries.sort((a, b) => a[0] - b[0]);
  return {
    hashes: Uint32Array.from(entries, ([hash]) => hash),
    idf: Uint8Array.from(entries, ([, count]) =>
      Math.min(255, Math.round((1 + Math.log(samples.length / count)) / idfStep)),
    ),
  };
}

/** A sample as places in a vocabulary with their values. */
export type Compiled = { rows: Uint32Array; values: Float32Array };

/** Looks the features of samples up and weighs them, as the models that read the weights do. */
function compile(
  samples: readonly Pick<Sample, 'features'>[],
  vocabulary: Vocabulary,
  unknown: number,
): Compiled[] {
  const lookup = createLookup(vocabulary.hashes);
  const file = { idf: vocabulary.idf, header: { idfStep, unknown } };
  return samples.map((sample) => {
    const { rows, values } = weigh(sample.features, lookup, file);
    return { rows: Uint32Array.from(rows), values: Float32Array.from(values) };
  });
}

/** The vocabulary of samples, and the samples in its terms. */
type Prepared = { vocabulary: Vocabulary; compiled: Compiled[] };

/** What was last prepared of samples, as long as they are held: two ways of fitting read the same ones, and preparing takes as long as fitting. */
const preparations = new WeakMap<readonly Sample[], Prepared & { limits: string }>();

/** Builds the vocabulary of samples and looks them up in it. */
export function prepare(samples: readonly Sample[], options: TrainOptions): Prepared {
  const unknown = options.unknown ?? 0;
  const limits = `${options.minimumCount} ${options.maximumFeatures} ${unknown}`;
  const known = preparations.get(samples);
  if (known?.limits === limits) {
    return known;
  }
  const vocabulary = buildVocabulary(samples, options);
  const prepared = { vocabulary, compiled: compile(samples, vocabulary, unknown), limits };
  preparations.set(samples, prepared);
  return prepared;
}

/** A trained model, not yet packed. `merged` is row-major by feature, one weight per class. */
export type Fit = { vocabulary: Vocabulary; bias: Float64Array; merged: Float32Array; options: TrainOptions };

/** A set of weights being trained, with the sums of squared slopes that AdaGrad divides by. */
type Layer = {
  classCount: number;
  weights: Float32Array;
  squares: Float32Array;
  bias: Float64Array;
  biasSquares: Float64Array;
};

/** How far and for which classes a step goes. */
type Step = { gradient: Float64Array; allowed: readonly number[]; rate: number };

/** The bias learns more slowly than the words, so that it doesn't swallow what they should explain. */
const biasPace = 0.2;
const firstSquare = 1e-6;

/**
 * Fits softmax regression by AdaGrad. With several domains, each has a layer of its own beside the shared one (Daumé 2007), and the result is
 * the shared layer plus that of domain 0.
 */
export function fitModel(samples: readonly Sample[], options: TrainOptions): Fit {
  const { vocabulary, compiled } = prepare(samples, options);
  const shared = createLayer(vocabulary.hashes.length, options.classes.length);
  const own =
    options.domains > 1
      ? Array.from({ length: options.domains }, () =>
          createLayer(vocabulary.hashes.length, options.classes.length),
        )
      : [];
  const order = samples.map((_, i) => i);
  const random = createRandom(options.seed);
  const everything = options.classes.map((_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.rate * (1 - epoch / options.epochs) ** 0.5;
    for (const index of shuffle(order, random)) {
      const sample = samples[index] as Sample;
      const layers = own.length > 0 ? [shared, own[sample.domain] as Layer] : [shared];
      const allowed = sample.allowed ?? everything;
      const features = compiled[index] as Compiled;
      const sums = new Float64Array(options.classes.length);
      for (const layer of layers) {
        addSums(layer, features, sums);
      }
      const gradient = gradientOf(sums, { ...sample, allowed }, options.smoothing);
      for (const layer of layers) {
        takeStep(layer, features, { gradient, allowed, rate });
      }
    }
  }
  const used = own[0] ? [shared, own[0]] : [shared];
  return {
    vocabulary,
    options,
    merged: shared.weights.map((_, at) =>
      used.reduce((sum, layer) => sum + (layer.weights[at] as number), 0),
    ),
    bias: shared.bias.map((_, at) => used.reduce((sum, layer) => sum + (layer.bias[at] as number), 0)),
  };
}

function createLayer(rows: number, classCount: number): Layer {
  return {
    classCount,
    weights: new Float32Array(rows * classCount),
    squares: new Float32Array(rows * classCount).fill(firstSquare),
    bias: new Float64Array(classCount),
    biasSquares: new Float64Array(classCount).fill(firstSquare),
  };
}

function addSums({ classCount, weights, bias }: Layer, { rows, values }: Compiled, sums: Float64Array): void {
  for (let c = 0; c < classCount; c += 1) {
    sums[c] = (sums[c] as number) + (bias[c] as number);
  }
  for (let i = 0; i < rows.length; i += 1) {
    const at = (rows[i] as number) * classCount;
    const value = values[i] as number;
    for (let c = 0; c < classCount; c += 1) {
      sums[c] = (sums[c] as number) + value * (weights[at + c] as number);
    }
  }
}

function takeStep(layer: Layer, { rows, values }: Compiled, { gradient, allowed, rate }: Step): void {
  const { weights, squares, bias, biasSquares } = layer;
  for (const c of allowed) {
    const slope = gradient[c] as number;
    const square = (biasSquares[c] as number) + slope * slope;
    biasSquares[c] = square;
    bias[c] = (bias[c] as number) - (biasPace * rate * slope) / Math.sqrt(square);
  }
  for (let i = 0; i < rows.length; i += 1) {
    const at = (rows[i] as number) * layer.classCount;
    const value = values[i] as number;
    for (const c of allowed) {
      const slope = (gradient[c] as number) * value;
      const square = (squares[at + c] as number) + slope * slope;
      squares[at + c] = square;
      weights[at + c] = (weights[at + c] as number) - (rate * slope) / Math.sqrt(square);
    }
  }
}

function gradientOf(
  sums: Float64Array,
  { allowed = [], target, weight }: Sample,
  smoothing: number,
): Float64Array {
  const gradient = new Float64Array(sums.length);
  const top = Math.max(...allowed.map((c) => sums[c] as number));
  let total = 0;
  for (const c of allowed) {
    const power = Math.exp((sums[c] as number) - top);
    gradient[c] = power;
    total += power;
  }
  for (const c of allowed) {
    const wanted = (target[c] as number) * (1 - smoothing) + smoothing / allowed.length;
    gradient[c] = ((gradient[c] as number) / total - wanted) * weight;
  }
  return gradient;
}

/** Sums per class for samples of the domain in use (kind 0), before softmax. */
export function logitsOf(fitted: Fit, samples: readonly Pick<Sample, 'features'>[]): Float64Array[] {
  const lookup = createLookup(fitted.vocabulary.hashes);
  const classCount = fitted.options.classes.length;
  return samples.map((sample) => {
    const sums = new Float64Array(fitted.bias);
    const { rows, values } = weigh(sample.features, lookup, {
      idf: fitted.vocabulary.idf,
      header: { idfStep, unknown: fitted.options.unknown ?? 0 },
    });
    rows.forEach((row, i) => {
      for (let c = 0; c < classCount; c += 1) {
        const weight = fitted.merged[row * classCount + c] as number;
        sums[c] = (sums[c] as number) + (values[i] as number) * weight;
      }
    });
    return sums;
  });
}

/** A target that puts everything on one class. */
export function oneHot(classCount: number, at: number): Float32Array {
  const target = new Float32Array(classCount);
  target[at] = 1;
  return target;
}
