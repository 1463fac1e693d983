import type { FeatureShape } from './units.ts';

/** What a weight file says about itself. */
export type ModelHeader = {
  name: string;
  classes: string[];
  shape: FeatureShape;
  /** Added to every class before the features are counted. */
  bias: number[];
  /** Largest weight of each class; weights are stored as signed squares of it in 8 bits. */
  scale: number[];
  /** Width of one step of the stored inverse document frequencies. */
  idfStep: number;
  /** Steps that a feature counts, in a text's length, which the model does not know: the less of a text it knows, the less sure it is. Absent: none. */
  unknown?: number;
  /** Divides the sums before softmax, so that probabilities are calibrated; fitted on development data. */
  temperature: number;
  features: number;
  weights: number;
  /** Which extra cues the features include; see the mood cues. */
  cues: boolean;
  /** The class that stands for "none of the others", and how sure the likeliest of the others must be not to give way to it. */
  reject?: { classAt: number; leastSure: number };
};

/** A weight file in memory. Row `i` of the sparse matrix belongs to `hashes[i]` and spans `rowStart[i]..rowStart[i + 1]`. */
export type ModelFile = {
  header: ModelHeader;
  hashes: Uint32Array;
  idf: Uint8Array;
  rowStart: Uint32Array;
  classIndex: Uint8Array;
  weights: Int8Array;
};

const magic = 0x4d4e5442;

/** Reads a weight file. Throws when the bytes are not one, or are cut short. */
export function decodeModelFile(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== magic) {
    throw new Error('not a Baton weight file');
  }
  const headerLength = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as ModelHeader;
  let at = 8 + headerLength;
  const take = (length: number): ArrayBuffer => {
    if (at + length > bytes.byteLength) {
      throw new Error(`weight file ${header.name} is cut short`);
    }
    const part = new Uint8Array(length);
    part.set(bytes.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  return {
    header,
    hashes: new Uint32Array(take(header.features * 4)),
    idf: new Uint8Array(take(header.features)),
    rowStart: new Uint32Array(take((header.features + 1) * 4)),
    classIndex: new Uint8Array(take(header.weights)),
    weights: new Int8Array(take(header.weights)),
  };
}

/** Writes a weight file; the reverse of `decodeModelFile`. */
export function encodeModelFile(model: ModelFile): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify(model.header));
  const parts = [
    new Uint8Array(Uint32Array.of(magic, header.byteLength).buffer),
    header,
    bytesOf(model.hashes),
    model.idf,
    bytesOf(model.rowStart),
    model.classIndex,
    bytesOf(model.weights),
  ];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}

function bytesOf(array: Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Stores a weight in 8 bits: the signed square root of its share of the class's largest weight, so that small weights keep detail. */
export function packWeight(weight: number, scale: number): number {
  const share = Math.min(1, Math.abs(weight) / (scale || 1));
  return Math.sign(weight) * Math.round(Math.sqrt(share) * 127);
}

/** The weight that was packed, up to rounding. */
export function unpackWeight(packed: number, scale: number): number {
  return Math.sign(packed) * (packed / 127) ** 2 * scale;
}
