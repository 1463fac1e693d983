import { createRandom, shuffle } from './random.ts';
import type { TextRow } from './recipes.ts';
import { expandPatterns } from './seeds/expand.ts';
import { intentSeedsEn, intentSeedsZh } from './seeds/intents.ts';
import { moreIntentSeedsEn, moreIntentSeedsZh } from './seeds/intents-more.ts';

type Labelled = { text: string; label: string };

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
const mostOutside = 1500;

/** English rows: Bitext's intents as they are, our own sentences, and CLINC150 for what a shop does not do (`oos`). */
export function englishIntentRows(bitext: readonly TextRow[], clinc: readonly Labelled[]): Labelled[] {
  const outside = clinc.filter((row) => !(clincClasses[row.label] || ambiguousClinc.has(row.label)));
  return [
    ...bitext.map(({ text = '', label }) => ({ text, label: String(label) })),
    ...clinc.flatMap(({ text, label }) =>
      clincClasses[label] ? [{ text, label: clincClasses[label] }] : [],
    ),
    ...shuffle(outside, createRandom(3))
      .slice(0, mostOutside)
      .map(({ text }) => ({ text, label: 'oos' })),
    ...seeds(intentSeedsEn, 24),
    ...seeds(moreIntentSeedsEn, 40),
  ];
}

/** Chinese rows: cleaned CIC rows, our own sentences, and posts and general questions as examples of `other`. */
export function chineseIntentRows(
  cleaned: readonly Labelled[],
  posts: readonly string[],
  questions: readonly string[],
): Labelled[] {
  const random = createRandom(9);
  const outside = [
    ...shuffle([...questions], random).slice(0, 300),
    ...shuffle([...posts], random).slice(0, 300),
  ];
  return [
    ...cleaned,
    ...outside.map((text) => ({ text: text.slice(0, 60), label: 'other' })),
    ...seeds(intentSeedsZh, 16),
    ...seeds(moreIntentSeedsZh, 30),
  ];
}

function seeds(patterns: Record<string, readonly string[]>, each: number): Labelled[] {
  return Object.entries(patterns).flatMap(([label, list]) =>
    expandPatterns(list, each).map((text) => ({ text, label })),
  );
}
