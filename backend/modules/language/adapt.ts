import { createLookup, softmax, weigh } from './linear-model.ts';
import { decodeModelFile, encodeModelFile, type ModelFile, packWeight, unpackWeight } from './model-file.ts';
import type { Feature } from './units.ts';

/** A text with what it should have been read as: one class, or any of several that mean the same. */
export type Correction = { features: readonly Feature[]; right: ReadonlySet<string> };

const EPOCHS = 40;
const RATE = 0.8;
/** How strongly every weight is pulled back to where it was: a few corrections must not undo what thousands of rows have taught. */
const PULL = 0.02;

/**
 * Adapts a weight file to corrections: gradient descent on the cross entropy from the weights as they are, pulled back to them (L2 towards
 * the prior, as in Chelba & Acero 2004, “Adaptation of maximum entropy capitalizer”). Only features that the model knows can change.
 * The same corrections in the same order give the same bytes.
 */
export function adaptWeights(bytes: Uint8Array, corrections: readonly Correction[]): Uint8Array {
  const file = decodeModelFile(bytes);
  const lookup = createLookup(file.hashes);
  const { classes, bias, temperature } = file.header;
  const changes = new Map<number, Float64Array>();
  const samples = corrections.map(({ features, right }) => ({
    ...weigh(features, lookup, file),
    right: classes.map((name) => right.has(name)),
  }));
  const before = new Map(samples.flatMap(({ rows }) => rows).map((row) => [row, weightsOf(file, row)]));
  for (const row of before.keys()) changes.set(row, new Float64Array(classes.length));

  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + epoch / 10);
    for (const { rows, values, right } of samples) {
      const sums = new Float64Array(bias);
      rows.forEach((row, at) => {
        const weights = before.get(row) as Float64Array;
        const change = changes.get(row) as Float64Array;
        for (let i = 0; i < sums.length; i += 1)
          sums[i] = (sums[i] ?? 0) + (values[at] ?? 0) * ((weights[i] ?? 0) + (change[i] ?? 0));
      });
      const slope = slopeOf(softmax(sums, temperature), right);
      rows.forEach((row, at) => {
        const change = changes.get(row) as Float64Array;
        for (let i = 0; i < change.length; i += 1) {
          const now = change[i] ?? 0;
          change[i] = now - rate * ((slope[i] ?? 0) * (values[at] ?? 0) + PULL * now);
        }
      });
    }
  }
  return encodeModelFile(withRows(file, sumOf(before, changes)));
}

/** The gradient of −ln P(right) by the sums: what is believed less what should be, the right classes keeping their shares of it. */
function slopeOf(believed: Float64Array, right: readonly boolean[]): Float64Array {
  const share = believed.reduce((sum, p, i) => (right[i] ? sum + p : sum), 0);
  if (share === 0) return new Float64Array(believed.length);
  return believed.map((p, i) => (right[i] ? p - p / share : p));
}

function weightsOf(file: ModelFile, row: number): Float64Array {
  const weights = new Float64Array(file.header.classes.length);
  for (let at = file.rowStart[row] ?? 0; at < (file.rowStart[row + 1] ?? 0); at += 1) {
    const classAt = file.classIndex[at] ?? 0;
    weights[classAt] = unpackWeight(file.weights[at] ?? 0, file.header.scale[classAt] ?? 0);
  }
  return weights;
}

function sumOf(
  before: ReadonlyMap<number, Float64Array>,
  changes: ReadonlyMap<number, Float64Array>,
): Map<number, Float64Array> {
  return new Map(
    [...before].map(([row, weights]) => [row, weights.map((w, i) => w + (changes.get(row)?.[i] ?? 0))]),
  );
}

/** The same file with some rows replaced. */
function withRows(file: ModelFile, replaced: ReadonlyMap<number, Float64Array>): ModelFile {
  const { scale } = file.header;
  const rowStart = new Uint32Array(file.rowStart.length);
  const classIndex: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    const own = replaced.get(row);
    if (own === undefined) {
      for (let at = file.rowStart[row] ?? 0; at < (file.rowStart[row + 1] ?? 0); at += 1) {
        classIndex.push(file.classIndex[at] ?? 0);
        weights.push(file.weights[at] ?? 0);
      }
    } else {
      own.forEach((weight, classAt) => {
        const packed = packWeight(weight, scale[classAt] ?? 0);
        if (packed !== 0) {
          classIndex.push(classAt);
          weights.push(packed);
        }
      });
    }
    rowStart[row + 1] = weights.length;
  }
  return {
    ...file,
    header: { ...file.header, weights: weights.length },
    rowStart,
    classIndex: Uint8Array.from(classIndex),
    weights: Int8Array.from(weights),
  };
}
