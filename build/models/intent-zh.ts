import { join } from 'node:path';
import { extractFeatures } from '../../backend/modules/language/index.ts';
import { cleanLabels } from './clean.ts';
import { readRows } from './data.ts';
import { defaultOptions, oneHot, type Sample, type TrainOptions } from './trainer.ts';

export type CicRow = { text: string; label: number; intent: string };

export const cicShape = { unitNgrams: 3, letterNgrams: [0, 0] } as const;

/** The names of the 118 intents, in the order of their numbers. */
export function readCicNames(data: string): string[] {
  const rows = readRows<{ label: number; intent: string }>(join(data, 'zh/intent_cic/labels.jsonl'));
  return rows.toSorted((a, b) => a.label - b.label).map((row) => row.intent);
}

export function cicOptions(names: string[]): TrainOptions {
  return {
    ...defaultOptions,
    name: 'intent-zh',
    classes: names,
    shape: cicShape,
    epochs: 5,
    smoothing: 0.2,
    rate: 0.5,
    minimumCount: 2,
  };
}

export function cicSamples(rows: readonly CicRow[], classCount: number): Sample[] {
  return rows.map((row) => ({
    features: extractFeatures(row.text, cicShape),
    target: oneHot(classCount, row.label),
    weight: 1,
    domain: 0,
  }));
}

export type CleanRow = CicRow & { isRelabelled: boolean };

/** The rows whose label agrees with what the other rows say, some with a better label. */
export function cleanCic(rows: readonly CicRow[], names: string[]): CleanRow[] {
  const samples = cicSamples(rows, names.length);
  const cleaned = cleanLabels(samples, cicOptions(names), { dropBelow: 0.03, relabelAbove: 0.25, folds: 10 });
  return cleaned.keep.map((i, k) => {
    const row = rows[i] as CicRow;
    const label = cleaned.labels[k] as number;
    return { text: row.text, label, intent: names[label] as string, isRelabelled: label !== row.label };
  });
}
