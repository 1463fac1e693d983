import { join } from 'node:path';
import { extractFeatures } from '../../backend/modules/language/index.ts';
import { readRows } from './data.ts';
import { expandPatterns } from './seeds/expand.ts';
import { intentSeedsEn } from './seeds/intents.ts';
import { createRandom, defaultOptions, oneHot, type Sample, shuffle, type TrainOptions } from './trainer.ts';

export type LabelledText = { text: string; label: string };

export const englishShape = { unitNgrams: 2, letterNgrams: [3, 5] } as const;

export function englishIntentOptions(classes: string[]): TrainOptions {
  return {
    ...defaultOptions,
    name: 'intent-en',
    classes,
    shape: englishShape,
    epochs: 6,
    smoothing: 0.1,
    minimumCount: 2,
    maximumFeatures: 60_000,
    maximumWeights: 900_000,
  };
}

/** Classes of CLINC150 that mean the same as one of ours; its other classes are out of a shop's scope. */
const clincClasses: Record<string, string> = {
  greeting: 'greeting',
  thank_you: 'thanks',
  goodbye: 'goodbye',
  order_status: 'track_order',
  yes: 'acknowledge',
  no: 'acknowledge',
  cancel: 'acknowledge',
};
/** Classes of CLINC150 too near to a shop's own matters to serve as examples of something else. */
const ambiguousClinc = new Set([
  'order',
  'report_fraud',
  'card_declined',
  'pay_bill',
  'exchange_rate',
  'repeat',
  'maybe',
  'shopping_list',
]);

/** Rows for the English intents: Bitext's 27, our own sentences, and CLINC150 for what a shop does not do (`oos`). */
export function englishIntentRows(data: string): LabelledText[] {
  const random = createRandom(3);
  const bitext = readRows<LabelledText>(join(data, 'en/intent_bitext/train.jsonl.gz'));
  const clinc = readRows<LabelledText>(join(data, 'en/intent_clinc150/train.jsonl.gz'));
  const outside = shuffle(
    clinc.filter((row) => !clincClasses[row.label] && !ambiguousClinc.has(row.label)),
    random,
  ).slice(0, 4000);
  return [
    ...bitext.map(({ text, label }) => ({ text, label })),
    ...clinc.flatMap(({ text, label }) =>
      clincClasses[label] ? [{ text, label: clincClasses[label] }] : [],
    ),
    ...outside.map(({ text }) => ({ text, label: 'oos' })),
    ...Object.entries(intentSeedsEn).flatMap(([label, patterns]) =>
      expandPatterns(patterns, 24).map((text) => ({ text, label })),
    ),
  ];
}

export function labelledSamples(
  rows: readonly LabelledText[],
  classes: readonly string[],
  shape = englishShape,
): Sample[] {
  return rows.map((row) => ({
    features: extractFeatures(row.text, shape),
    target: oneHot(classes.length, classes.indexOf(row.label)),
    weight: 1,
    domain: 0,
  }));
}
