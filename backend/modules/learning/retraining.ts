import { createHash } from 'node:crypto';
import type { Language } from '#shared/domain/language';
import type { Comparison, LearnedTask } from '#shared/domain/learning';
import {
  adaptIntent,
  createIntentModel,
  judgeIntentRegression,
  shippedIntentWeights,
} from '../intent/index.ts';
import {
  adaptMood,
  createSentimentModel,
  judgeMoodRegression,
  shippedMoodWeights,
} from '../sentiment/index.ts';
import type { IntentLesson, MoodLesson } from './ports.ts';

/** Fewer corrections than this teach nothing that could be checked. */
const LEAST_LESSONS = 5;
/** One correction in five is kept out of learning, to see whether it helps with what was not learned. */
const HELD_OUT_OF = 5;

/** Learning of one kind: what adapts weights, and what judges them. */
type Trade<Row> = {
  shipped(language: Language): Uint8Array;
  adapt(language: Language, lessons: readonly Row[]): Uint8Array;
  /** Whether each lesson is read rightly. */
  judge(weights: Uint8Array, language: Language): (row: Row) => boolean;
  regression(weights: Uint8Array, language: Language): { rows: number; right: number };
};

const mood: Trade<MoodRow> = {
  shipped: shippedMoodWeights,
  adapt: (language, lessons) => adaptMood(shippedMoodWeights(language), lessons),
  judge(weights, language) {
    const model = createSentimentModel({ [language]: weights });
    return ({ text, label }) => model.score(text, language).label === label;
  },
  regression: (weights, language) =>
    judgeMoodRegression(createSentimentModel({ [language]: weights }), language),
};

const intent: Trade<IntentRow> = {
  shipped: shippedIntentWeights,
  adapt: (language, lessons) => adaptIntent(shippedIntentWeights(language), language, lessons),
  judge(weights, language) {
    const model = createIntentModel({ [language]: weights });
    return (lesson) => model.classify(lesson.text, language).intent === lesson.intent;
  },
  regression: (weights, language) =>
    judgeIntentRegression(createIntentModel({ [language]: weights }), language),
};

/** New weights, how they did beside those that serve now, and whether they are better. */
export type Retrained = {
  task: LearnedTask;
  language: Language;
  corrections: number;
  weights: Uint8Array;
  before: Comparison;
  after: Comparison;
  isBetter: boolean;
};

/** What a text should be read as. */
type MoodRow = Pick<MoodLesson, 'text' | 'label'>;
type IntentRow = Pick<IntentLesson, 'text' | 'intent'>;

/** Development rows, which are judged by and never learned. */
export type DevRows =
  | { task: 'mood'; language: Language; rows: readonly MoodRow[] }
  | { task: 'intent'; language: Language; rows: readonly IntentRow[] };

/** What is to be learned, and what it is compared with. `serving` is null where the shipped weights do. */
export type Lessons = ({ task: 'mood' } & Work<MoodRow>) | ({ task: 'intent' } & Work<IntentRow>);

type Work<Row> = {
  language: Language;
  lessons: readonly Row[];
  dev: readonly Row[];
  serving: Uint8Array | null;
};

/**
 * Learns the corrections anew, always from the shipped weights, and compares with what serves now. Better means: no worse on the product's own
 * regression set, on corrections that were held out and on development rows, and better on the corrections altogether. Null where there are too few.
 */
export function retrain(work: Lessons): Retrained | null {
  return work.task === 'mood' ? learn(mood, work) : learn(intent, work);
}

function learn<Row extends { text: string }>(
  trade: Trade<Row>,
  { task, language, lessons, dev, serving }: { task: LearnedTask } & Work<Row>,
): Retrained | null {
  if (lessons.length < LEAST_LESSONS) return null;
  const isHeldOut = ({ text }: Row): boolean =>
    (createHash('sha1').update(text.normalize('NFKC').toLowerCase()).digest()[0] ?? 0) % HELD_OUT_OF === 0;
  const heldOut = lessons.filter(isHeldOut);
  const learned = lessons.filter((lesson) => !isHeldOut(lesson));
  const weights = trade.adapt(language, learned);
  const compare = (candidate: Uint8Array): Comparison => {
    const judge = trade.judge(candidate, language);
    const score = (rows: readonly Row[]) => ({ rows: rows.length, right: rows.filter(judge).length });
    return {
      heldOut: score(heldOut),
      learned: score(learned),
      regression: trade.regression(candidate, language),
      dev: dev.length > 0 ? score(dev) : null,
    };
  };
  const before = compare(serving ?? trade.shipped(language));
  const after = compare(weights);
  return {
    task,
    language,
    corrections: lessons.length,
    weights,
    before,
    after,
    isBetter: isBetter(before, after),
  };
}

/** See {@link retrain}. */
function isBetter(before: Comparison, after: Comparison): boolean {
  const gain = after.learned.right + after.heldOut.right - before.learned.right - before.heldOut.right;
  return (
    after.regression.right >= before.regression.right &&
    after.heldOut.right >= before.heldOut.right &&
    (after.dev?.right ?? 0) >= (before.dev?.right ?? 0) &&
    gain > 0
  );
}
