import {
  encodeModelFile,
  type ModelFile,
  type ModelHeader,
  packWeight,
} from '../../backend/modules/language/index.ts';
import { type Fit, idfStep } from './trainer.ts';

/** Turns a fit into a weight file: centred per feature, the smallest weights dropped, 8 bits each. */
function toModelFile(fitted: Fit, temperature: number, reject?: ModelHeader['reject']): ModelFile {
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
    ...(options.unknown ? { unknown: options.unknown } : {}),
    temperature: Math.round(temperature * 1e3) / 1e3,
    features: vocabulary.hashes.length,
    weights: weights.length,
    cues: options.cues,
    ...(reject ? { reject } : {}),
  };
  return {
    header,
    ...vocabulary,
    rowStart,
    classIndex: Uint8Array.from(classIndex),
    weights: Int8Array.from(weights),
  };
}

/** The same as bytes. `reject`: the class that stands for none of the others. */
export function toModelBytes(fitted: Fit, temperature: number, reject?: ModelHeader['reject']): Uint8Array {
  return encodeModelFile(toModelFile(fitted, temperature, reject));
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

/** The temperature that makes held-out samples most likely, by golden-section search between 0.05 and 5. */
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
  let [low, high] = [0.05, 5];
  const ratio = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 40; i += 1) {
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
