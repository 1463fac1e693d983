import { join } from 'node:path';
import { extractFeatures } from '../../backend/modules/language/index.ts';
import { cleanLabels } from './clean.ts';
import { readRows } from './data.ts';
import { expandPatterns } from './seeds/expand.ts';
import { intentSeedsZh } from './seeds/intents.ts';
import { createRandom, defaultOptions, oneHot, type Sample, shuffle, type TrainOptions } from './trainer.ts';

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

/** A Chinese text and the name of its class: one of the 118, or one of our own. */
export type ChineseIntentRow = { text: string; label: string };

/** Rows for the Chinese intents: cleaned CIC rows, our own sentences, and posts and general questions as examples of `other`. */
export function chineseIntentRows(data: string, cleaned: readonly CleanRow[]): ChineseIntentRow[] {
  const random = createRandom(9);
  const questions = readRows<{ q: string }>(join(data, 'zh/faq_retrieval/simclue_dev_docs.jsonl.gz')).map(
    (row) => row.q,
  );
  const posts = readRows<{ text: string }>(join(data, 'zh/emotion/train.jsonl.gz')).map((row) =>
    row.text.slice(0, 60),
  );
  const outside = [...shuffle(questions, random).slice(0, 700), ...shuffle(posts, random).slice(0, 500)];
  return [
    ...cleaned.map((row) => ({ text: row.text, label: row.intent })),
    ...outside.map((text) => ({ text, label: 'other' })),
    ...Object.entries(intentSeedsZh).flatMap(([label, patterns]) =>
      expandPatterns(patterns, 16).map((text) => ({ text, label })),
    ),
  ];
}
