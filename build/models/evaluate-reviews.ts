import { join } from 'node:path';
import { softmax } from '../../backend/modules/language/index.ts';
import { readRows } from './data.ts';
import { singleEmotionRows } from './emotion-rows.ts';
import { lexiconScore } from './lexicon.ts';
import { accuracy, auc, type Figure, macroF1 } from './metrics.ts';
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

type Review = TextRow & { text: string; source: string; cat: string };

/** Review polarity by source. */
export function evaluatePolarity(data: string): Result {
  const train = readRows<Review>(join(data, 'zh/sentiment/train.jsonl.gz'));
  const dev = readRows<Review>(join(data, 'zh/sentiment/dev.jsonl.gz'));
  const ours = guessLabels(train, dev, recipes.polarity);
  const plain = guessLabels(train, dev, plainRecipe);
  const sources = [...new Set(dev.map((row) => row.source))];
  const categories = [
    ...new Set(dev.filter((row) => row.source === 'online_shopping').map((row) => row.cat)),
  ];
  const parts = [
    ...sources.map((source) => ({ name: source, holds: (row: Review) => row.source === source })),
    ...categories.map((cat) => ({
      name: `online_shopping ${cat}`,
      holds: (row: Review) => row.source === 'online_shopping' && row.cat === cat,
    })),
  ];
  const lines = parts.map(({ name, holds }) => {
    const places = dev.flatMap((row, i) => (holds(row) ? [i] : []));
    const of = (list: readonly string[]): string[] => places.map((i) => list[i] as string);
    const truth = of(dev.map((row) => String(row.label)));
    const words = of(dev.map((row) => (lexiconScore(row.text) >= 0 ? '1' : '0')));
    return {
      task: `polarity zh, ${name}`,
      measure: 'accuracy',
      rows: places.length,
      ours: accuracy(truth, of(ours)),
      baseline: ['lexicon', accuracy(truth, words)] as [string, Figure],
      plain: accuracy(truth, of(plain)),
    };
  });
  return { lines: [...lines, unseenLine(train, dev)], notes: [] };
}

const rareSource = 'eprstmt_few';

/** All rows of the source of which there are few, judged by a model that has seen none of them: twenty-nine development rows say little. */
function unseenLine(train: readonly Review[], dev: readonly Review[]): Line {
  const others = train.filter(({ source }) => source !== rareSource);
  const own = [...train, ...dev].filter(({ source }) => source === rareSource);
  const truth = own.map((row) => String(row.label));
  const figureOf = (recipe: Recipe): Figure => accuracy(truth, guessLabels(others, own, recipe));
  return {
    task: `polarity zh, ${rareSource}, trained on other sources`,
    measure: 'accuracy',
    rows: own.length,
    ours: figureOf(recipes.polarity),
    plain: figureOf(plainRecipe),
  };
}

/** Emotions of posts: Chinese (six; on epidemic posts and on usual ones) and English (seven, rows with one emotion). */
export function evaluateEmotion(data: string): Result {
  type Post = TextRow & { source?: string };
  const read = (folder: string, part: string): Post[] =>
    singleEmotionRows(readRows<Post>(join(data, folder, `${part}.jsonl.gz`)));
  const chinese = read('zh/emotion', 'train');
  const isUsual = ({ source = '' }: Post): boolean => source.includes('usual');
  const held = new Set(chinese.filter(isUsual).filter((_, i) => i % 4 === 0));
  const sets: [string, Post[], Post[]][] = [
    ['emotion zh, SMP2020', chinese, read('zh/emotion', 'dev')],
    [
      'emotion zh, SMP2020 usual (every 4th row held out)',
      chinese.filter((row) => !held.has(row)),
      [...held],
    ],
    [
      'emotion en, GoEmotions with one label',
      read('en/emotion_goemotions_ekman', 'train'),
      read('en/emotion_goemotions_ekman', 'dev'),
    ],
  ];
  return { lines: sets.flatMap(([task, train, dev]) => emotionLines(task, train, dev)), notes: [] };
}

function emotionLines(task: string, train: readonly TextRow[], dev: readonly TextRow[]): Line[] {
  const truth = dev.map((row) => labelsOf(row)[0] ?? '');
  const top = mostFrequent(train.flatMap(labelsOf));
  const [ours, plain] = [guessChances(train, dev, recipes.emotion), guessChances(train, dev, plainRecipe)];
  const angry = ours.classes.find((name) => name.startsWith('ang')) ?? '';
  const rankOf = ({ classes, chances }: Guessed): Figure =>
    auc(
      truth.map((name) => name === angry),
      chances.map((each) => each[classes.indexOf(angry)] as number),
    );
  return [
    {
      task,
      measure: 'macro-F1',
      rows: dev.length,
      ours: macroF1(truth, named(ours)),
      baseline: [
        'majority',
        macroF1(
          truth,
          truth.map(() => top),
        ),
      ],
      plain: macroF1(truth, named(plain)),
    },
    { task, measure: 'AUC angry', rows: dev.length, ours: rankOf(ours), plain: rankOf(plain) },
  ];
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

type Guessed = { classes: readonly string[]; chances: Float64Array[] };

function guessChances(train: readonly TextRow[], test: readonly TextRow[], recipe: Recipe): Guessed {
  const { fitted } = trainByRecipe(train, recipe);
  const { classes } = fitted.options;
  const chances = logitsOf(fitted, samplesOf(test, recipe, classes)).map((sums) => softmax(sums, 1));
  return { classes, chances };
}

function named({ classes, chances }: Guessed): string[] {
  return chances.map((each) => classes[each.indexOf(Math.max(...each))] as string);
}

function guessLabels(train: readonly TextRow[], test: readonly TextRow[], recipe: Recipe): string[] {
  return named(guessChances(train, test, recipe));
}
