import {
  createLookup,
  encodeModelFile,
  type Feature,
  type FeatureShape,
  hashFeature,
  type ModelFile,
  packWeight,
  weigh,
} from '../../backend/modules/language/index.ts';

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

/** A small, fast, seeded generator (mulberry32): the same seed gives the same weights. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shuffles in place. */
export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}

const idfStep = 0.05;

export type Vocabulary = { hashes: Uint32Array; idf: Uint8Array };

/** The features seen in enough samples, the most frequent first when there are too many. */
export function buildVocabulary(samples: readonly Sample[], options: TrainOptions): Vocabulary {
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

type Compiled = { rows: Uint32Array; values: Float32Array };

function compile(samples: readonly Sample[], vocabulary: Vocabulary): Compiled[] {
  const lookup = createLookup(vocabulary.hashes);
  const file = { idf: vocabulary.idf, header: { idfStep } };
  return samples.map((sample) => {
    const { rows, values } = weigh(sample.features, lookup, file);
    return { rows: Uint32Array.from(rows), values: Float32Array.from(values) };
  });
}

/** Weights in memory: `shared` for all kinds of text, and a copy per kind, row-major by feature. */
export type Fit = { vocabulary: Vocabulary; bias: Float64Array; merged: Float32Array; options: TrainOptions };

/** Fits softmax regression by AdaGrad. With several domains, each has weights of its own beside the shared ones (Daumé 2007). */
export function fitModel(samples: readonly Sample[], options: TrainOptions, given?: Vocabulary): Fit {
  const vocabulary = given ?? buildVocabulary(samples, options);
  const compiled = compile(samples, vocabulary);
  const classCount = options.classes.length;
  const size = vocabulary.hashes.length * classCount;
  const copies = options.domains > 1 ? options.domains + 1 : 1;
  const weights = new Float32Array(size * copies);
  const squares = new Float32Array(size * copies).fill(1e-6);
  const bias = new Float64Array(classCount * copies);
  const biasSquares = new Float64Array(classCount * copies).fill(1e-6);
  const order = samples.map((_, i) => i);
  const random = createRandom(options.seed);
  const sums = new Float64Array(classCount);
  const everything = options.classes.map((_, i) => i);

  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const rate = options.rate * (1 - epoch / options.epochs) ** 0.5;
    for (const index of shuffle(order, random)) {
      const sample = samples[index] as Sample;
      const { rows, values } = compiled[index] as Compiled;
      const offsets = copies === 1 ? [0] : [0, 1 + sample.domain];
      const allowed = sample.allowed ?? everything;
      forward(sums, rows, values, offsets);
      const gradient = gradientOf(sums, sample, allowed, options.smoothing);
      for (const offset of offsets) {
        step(gradient, allowed, rows, values, offset, rate);
      }
    }
  }

  function forward(
    into: Float64Array,
    rows: Uint32Array,
    values: Float32Array,
    offsets: readonly number[],
  ): void {
    into.fill(0);
    for (const offset of offsets) {
      for (let c = 0; c < classCount; c += 1) {
        into[c] = (into[c] as number) + (bias[offset * classCount + c] as number);
      }
      for (let i = 0; i < rows.length; i += 1) {
        const at = offset * size + (rows[i] as number) * classCount;
        const value = values[i] as number;
        for (let c = 0; c < classCount; c += 1) {
          into[c] = (into[c] as number) + value * (weights[at + c] as number);
        }
      }
    }
  }

  function step(
    gradient: Float64Array,
    allowed: readonly number[],
    rows: Uint32Array,
    values: Float32Array,
    offset: number,
    rate: number,
  ): void {
    for (const c of allowed) {
      const slope = gradient[c] as number;
      const at = offset * classCount + c;
      biasSquares[at] = (biasSquares[at] as number) + slope * slope;
      bias[at] = (bias[at] as number) - (0.2 * rate * slope) / Math.sqrt(biasSquares[at] as number);
    }
    for (let i = 0; i < rows.length; i += 1) {
      const at = offset * size + (rows[i] as number) * classCount;
      const value = values[i] as number;
      for (const c of allowed) {
        const slope = (gradient[c] as number) * value;
        if (slope !== 0) {
          const square = (squares[at + c] as number) + slope * slope;
          squares[at + c] = square;
          weights[at + c] = (weights[at + c] as number) - (rate * slope) / Math.sqrt(square);
        }
      }
    }
  }

  return { vocabulary, options, ...mergeDomains(weights, bias, size, classCount, copies) };
}

function gradientOf(
  sums: Float64Array,
  sample: Sample,
  allowed: readonly number[],
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
    const wanted = (sample.target[c] as number) * (1 - smoothing) + smoothing / allowed.length;
    gradient[c] = ((gradient[c] as number) / total - wanted) * sample.weight;
  }
  return gradient;
}

function mergeDomains(
  weights: Float32Array,
  bias: Float64Array,
  size: number,
  classCount: number,
  copies: number,
): Pick<Fit, 'merged' | 'bias'> {
  if (copies === 1) {
    return { merged: weights, bias };
  }
  const merged = new Float32Array(size);
  for (let i = 0; i < size; i += 1) {
    merged[i] = (weights[i] as number) + (weights[size + i] as number);
  }
  const own = new Float64Array(classCount);
  for (let c = 0; c < classCount; c += 1) {
    own[c] = (bias[c] as number) + (bias[classCount + c] as number);
  }
  return { merged, bias: own };
}

/** Sums per class for samples of the domain in use (kind 0), before softmax. */
export function logitsOf(fitted: Fit, samples: readonly Pick<Sample, 'features'>[]): Float64Array[] {
  const lookup = createLookup(fitted.vocabulary.hashes);
  const classCount = fitted.options.classes.length;
  return samples.map((sample) => {
    const sums = new Float64Array(fitted.bias);
    const { rows, values } = weigh(sample.features, lookup, {
      idf: fitted.vocabulary.idf,
      header: { idfStep },
    });
    rows.forEach((row, i) => {
      for (let c = 0; c < classCount; c += 1) {
        sums[c] =
          (sums[c] as number) + (values[i] as number) * (fitted.merged[row * classCount + c] as number);
      }
    });
    return sums;
  });
}

/** Turns a fit into a weight file: centred per feature, the smallest weights dropped, 8 bits each. */
export function toModelFile(fitted: Fit, temperature: number): ModelFile {
  const { options, vocabulary, merged } = fitted;
  const classCount = options.classes.length;
  const centred = centre(merged, classCount);
  const threshold = magnitudeAt(centred, options.maximumWeights);
  const scale = new Array<number>(classCount).fill(0);
  centred.forEach((weight, i) => {
    scale[i % classCount] = Math.max(scale[i % classCount] as number, Math.abs(weight));
  });
  const rowStart = new Uint32Array(vocabulary.hashes.length + 1);
  const classIndex: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < vocabulary.hashes.length; row += 1) {
    rowStart[row] = weights.length;
    for (let c = 0; c < classCount; c += 1) {
      const weight = centred[row * classCount + c] as number;
      const packed = packWeight(weight, scale[c] as number);
      if (packed !== 0 && Math.abs(weight) >= threshold) {
        classIndex.push(c);
        weights.push(packed);
      }
    }
  }
  rowStart[vocabulary.hashes.length] = weights.length;
  const header: ModelFile['header'] = {
    name: options.name,
    classes: options.classes,
    shape: options.shape,
    bias: [...fitted.bias].map((value) => Math.round(value * 1e4) / 1e4),
    scale: scale.map((value) => Math.round(value * 1e4) / 1e4),
    idfStep,
    temperature: Math.round(temperature * 1e3) / 1e3,
    features: vocabulary.hashes.length,
    weights: weights.length,
    cues: options.cues,
  };
  return {
    header,
    ...vocabulary,
    rowStart,
    classIndex: Uint8Array.from(classIndex),
    weights: Int8Array.from(weights),
  };
}

/** The same as bytes. */
export function toModelBytes(fitted: Fit, temperature: number): Uint8Array {
  return encodeModelFile(toModelFile(fitted, temperature));
}

/** Adding a constant to all classes of a feature changes nothing after softmax; the median makes most weights near zero. */
function centre(merged: Float32Array, classCount: number): Float32Array {
  const out = new Float32Array(merged.length);
  for (let at = 0; at < merged.length; at += classCount) {
    const row = merged.subarray(at, at + classCount);
    const middle = classCount > 6 ? (row.toSorted()[classCount >> 1] as number) : 0;
    for (let c = 0; c < classCount; c += 1) {
      out[at + c] = (row[c] as number) - middle;
    }
  }
  return out;
}

function magnitudeAt(weights: Float32Array, keep: number): number {
  if (weights.length <= keep) {
    return 0;
  }
  const sorted = weights.map(Math.abs).sort();
  return sorted[sorted.length - keep] as number;
}

/** The temperature that makes held-out samples most likely, by golden-section search between 0.2 and 5. */
export function fitTemperature(logits: readonly Float64Array[], labels: readonly number[]): number {
  const loss = (temperature: number): number => {
    let sum = 0;
    logits.forEach((sums, i) => {
      const top = Math.max(...sums);
      const total = sums.reduce((acc, value) => acc + Math.exp((value - top) / temperature), 0);
      sum += Math.log(total) - ((sums[labels[i] as number] as number) - top) / temperature;
    });
    return sum;
  };
  let [low, high] = [0.2, 5];
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 30; i += 1) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) {
      high = right;
    } else {
      low = left;
    }
  }
  return (low + high) / 2;
}

/** Makes a target that puts everything on one class. */
export function oneHot(classCount: number, at: number): Float32Array {
  const target = new Float32Array(classCount);
  target[at] = 1;
  return target;
}
