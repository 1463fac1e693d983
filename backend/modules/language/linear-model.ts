import { hashFeature } from './hash.ts';
import { decodeModelFile, type ModelFile, type ModelHeader, unpackWeight } from './model-file.ts';
import { extractFeatures, type Feature } from './units.ts';

/** A part of the (normalised) text and how much it spoke for the class asked about. */
export type Contribution = { start: number; end: number; weight: number };

/** A classifier: a sparse linear model over TF-IDF features with a softmax on top. Reads ready-made weights, learns nothing. */
export type LinearModel = {
  readonly classes: readonly string[];
  readonly cues: boolean;
  /** Probabilities in the order of `classes`; `extra` are features beside those of the text (see mood cues). */
  predict(text: string, extra?: readonly Feature[]): Float64Array;
  /** The same over features cut already. */
  predictFeatures(features: readonly Feature[]): Float64Array;
  /** What spoke for the classes (a weight per class, in their order), strongest first. */
  explain(features: readonly Feature[], direction: readonly number[]): Contribution[];
  readonly shape: ModelFile['header']['shape'];
};

/** Makes the classifier from the bytes of a weight file. Throws when the bytes are not one. */
export function createLinearModel(bytes: Uint8Array): LinearModel {
  const file = decodeModelFile(bytes);
  const { header } = file;
  const lookup = createLookup(file.hashes);
  const table = unpackTable(header.scale);

  function predictFeatures(features: readonly Feature[]): Float64Array {
    const sums = new Float64Array(header.bias);
    const { rows, values } = weigh(features, lookup, file);
    for (let i = 0; i < rows.length; i += 1) {
      addRow(sums, rows[i] as number, values[i] as number);
    }
    const probabilities = softmax(sums, header.temperature);
    return header.reject ? withRejection(probabilities, header.reject) : probabilities;
  }

  function addRow(sums: Float64Array, row: number, value: number): void {
    const end = file.rowStart[row + 1] as number;
    for (let at = file.rowStart[row] as number; at < end; at += 1) {
      const classAt = file.classIndex[at] as number;
      sums[classAt] = (sums[classAt] as number) + value * weightOf(at, classAt);
    }
  }

  function weightOf(at: number, classAt: number): number {
    return table[classAt * 256 + (file.weights[at] as number) + 128] as number;
  }

  function explain(features: readonly Feature[], direction: readonly number[]): Contribution[] {
    const { rows, values, counts } = weigh(features, lookup, file);
    const valueOfRow = new Map(rows.map((row, i) => [row, (values[i] as number) / (counts[i] as number)]));
    const found: Contribution[] = [];
    for (const feature of features) {
      const row = lookup(hashFeature(feature.name));
      if (row < 0) {
        continue;
      }
      const sums = new Float64Array(header.classes.length);
      addRow(sums, row, valueOfRow.get(row) ?? 0);
      const weight = sums.reduce((sum, value, i) => sum + value * (direction[i] ?? 0), 0);
      found.push({ start: feature.start, end: feature.end, weight });
    }
    return found.sort((a, b) => b.weight - a.weight);
  }

  return {
    classes: header.classes,
    cues: header.cues,
    shape: header.shape,
    predict: (text, extra = []) => predictFeatures([...extractFeatures(text, header.shape), ...extra]),
    predictFeatures,
    explain,
  };
}

/**
 * Rows of the known features with their value: (1 + ln count) × idf, the whole scaled to length 1, of which the unknown features may take their part. Training
 * uses this same function.
 */
export function weigh(
  features: readonly Feature[],
  lookup: (hash: number) => number,
  file: Pick<ModelFile, 'idf'> & { header: Pick<ModelFile['header'], 'idfStep' | 'unknown'> },
): { rows: number[]; values: number[]; counts: number[] } {
  const countOf = new Map<number, number>();
  let unknown = 0;
  for (const feature of features) {
    const row = lookup(hashFeature(feature.name));
    if (row >= 0) {
      countOf.set(row, (countOf.get(row) ?? 0) + 1);
    } else {
      unknown += 1;
    }
  }
  const rows = [...countOf.keys()];
  const counts = [...countOf.values()];
  const values = rows.map(
    (row, i) => (1 + Math.log(counts[i] as number)) * (file.idf[row] as number) * file.header.idfStep,
  );
  const unknownSquares = unknown * ((file.header.unknown ?? 0) * file.header.idfStep) ** 2;
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, unknownSquares)) || 1;
  return { rows, counts, values: values.map((value) => value / length) };
}

/** Finds the place of a hash in the list, −1 when absent. Open addressing, so that loading costs a millisecond. */
export function createLookup(hashes: Uint32Array): (hash: number) => number {
  let size = 1024;
  while (size < hashes.length * 2) {
    size *= 2;
  }
  const slots = new Int32Array(size).fill(-1);
  for (let i = 0; i < hashes.length; i += 1) {
    let slot = (hashes[i] as number) & (size - 1);
    while ((slots[slot] as number) >= 0) {
      slot = (slot + 1) & (size - 1);
    }
    slots[slot] = i;
  }
  return (hash) => {
    let slot = hash & (size - 1);
    for (;;) {
      const at = slots[slot] as number;
      if (at < 0 || hashes[at] === hash) {
        return at;
      }
      slot = (slot + 1) & (size - 1);
    }
  };
}

function unpackTable(scale: readonly number[]): Float32Array {
  const table = new Float32Array(scale.length * 256);
  scale.forEach((largest, classAt) => {
    for (let packed = -128; packed < 128; packed += 1) {
      table[classAt * 256 + packed + 128] = unpackWeight(packed, largest);
    }
  });
  return table;
}

/** Softmax of sums divided by a temperature; safe for large sums. */
export function softmax(sums: Float64Array, temperature: number): Float64Array {
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp((sum - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/**
 * Gives the class of what belongs nowhere its share: it wins exactly where the likeliest other class is less sure than the model asks. A few samples of
 * "something else" teach little of all that may be said; doubt tells more.
 */
export function withRejection(
  probabilities: Float64Array,
  { classAt, leastSure }: NonNullable<ModelHeader['reject']>,
): Float64Array {
  const top = probabilities.reduce((most, value, i) => (i === classAt ? most : Math.max(most, value)), 0);
  const others = 1 - (probabilities[classAt] as number) || 1;
  // At the wanted sureness both sides of the tie come to `top / others`.
  const odds = ((leastSure / (1 - leastSure)) * (1 - top)) / others;
  return probabilities.map((value, i) => (i === classAt ? odds : value / others) / (1 + odds));
}
