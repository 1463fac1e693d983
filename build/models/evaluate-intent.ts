import { join } from 'node:path';
import { createLinearModel, softmax } from '../../backend/modules/language/index.ts';
import { calibrate } from './calibrate.ts';
import { cleanRows } from './clean-rows.ts';
import { readRows } from './data.ts';
import { accuracy, auc, type Figure, macroF1, share, worstConfusions } from './metrics.ts';
import { fitTemperature, toModelBytes } from './pack.ts';
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
import { withOwnExamples } from './seeds/label-examples.ts';
import { logitsOf } from './trainer.ts';

type Result = { lines: Line[]; notes: string[] };
type Labelled = { text: string; label: string };
type Guess = { truth: string[]; guess: string[]; sure: number[]; temperature: number };

/** What to train on and what to measure on. */
type Sets = readonly [train: readonly TextRow[], test: readonly TextRow[]];

/** Trains on one list and guesses another. */
function guessAll(train: readonly TextRow[], test: readonly TextRow[], recipe: Recipe): Guess {
  const { fitted } = trainByRecipe(train, recipe);
  const samples = samplesOf(test, recipe, fitted.options.classes);
  const logits = logitsOf(fitted, samples);
  const truth = test.map((row) => labelsOf(row)[0] ?? '');
  const known = truth.map((name) => fitted.options.classes.indexOf(name));
  const temperature = fitTemperature(
    logits.filter((_, i) => (known[i] as number) >= 0),
    known.filter((at) => at >= 0),
  );
  const probabilities = logits.map((sums) => softmax(sums, temperature));
  const best = probabilities.map((list) => list.indexOf(Math.max(...list)));
  return {
    truth,
    guess: best.map((at) => fitted.options.classes[at] as string),
    sure: probabilities.map((list, i) => list[best[i] as number] as number),
    temperature,
  };
}

function majority(train: readonly TextRow[], test: readonly TextRow[]): Figure {
  const counts = new Map<string, number>();
  for (const label of train.flatMap(labelsOf)) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const top = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  return share(test.map((row) => labelsOf(row)[0] === top));
}

function compare(task: string, [train, test]: Sets, recipe: Recipe): { lines: Line[]; ours: Guess } {
  const ours = guessAll(train, test, recipe);
  const plain = guessAll(train, test, plainRecipe);
  const lines: Line[] = [
    {
      task,
      measure: 'accuracy',
      rows: test.length,
      ours: accuracy(ours.truth, ours.guess),
      baseline: ['majority', majority(train, test)],
      plain: accuracy(plain.truth, plain.guess),
    },
    {
      task,
      measure: 'macro-F1',
      rows: test.length,
      ours: macroF1(ours.truth, ours.guess),
      plain: macroF1(plain.truth, plain.guess),
    },
  ];
  return { lines, ours };
}

/** Chinese: dev as it is (a quarter or more of its labels are wrong), and the dev rows whose labels survive a cleaning of their own. */
export function evaluateChineseIntents(data: string): Result {
  const read = (part: string): Labelled[] =>
    readRows<{ text: string; intent: string }>(join(data, `zh/intent_cic/${part}.jsonl.gz`)).map(
      ({ text, intent }) => ({ text, label: intent }),
    );
  const [train, dev] = [read('train'), read('dev')];
  const noisy = compare('intent zh, 118 classes, noisy dev', [train, dev], recipes['intent-zh']);
  const devKeys = new Set(dev.map((row) => row.text));
  const clean = cleanRows([...train, ...dev]).filter(
    (row) => devKeys.has(row.text) && row.label === row.wasLabel,
  );
  const cleaned = compare(
    'intent zh, dev rows whose label others confirm',
    [train, clean],
    recipes['intent-zh'],
  );
  const confusions = worstConfusions(cleaned.ours.truth, cleaned.ours.guess, 10).map(
    ([truth, guess, count]) => `${truth} → ${guess} ${count}`,
  );
  return {
    lines: [...noisy.lines, ...cleaned.lines],
    notes: [
      `intent zh, worst confusions: ${confusions.join('; ')}`,
      `intent zh: temperature ${cleaned.ours.temperature.toFixed(2)} (confirmed dev rows), ${noisy.ours.temperature.toFixed(2)} (all dev rows)`,
    ],
  };
}

/** English: Bitext as split and from clean rows to colloquial and misspelt ones, Banking77, CLINC150 with what is out of scope. */
export function evaluateEnglishIntents(data: string): Result {
  const read = (set: string, part: string): (Labelled & { flags?: string })[] =>
    readRows(join(data, `en/${set}/${part}.jsonl.gz`));
  const recipe = recipes['intent-en'];
  const bitext = [...read('intent_bitext', 'train'), ...read('intent_bitext', 'dev')];
  const isRough = (row: { flags?: string }): boolean => /[QZ]/u.test(row.flags ?? '');
  const split = compare(
    'intent en, Bitext 27',
    [read('intent_bitext', 'train'), read('intent_bitext', 'dev')],
    recipe,
  );
  const rough = compare(
    'intent en, Bitext clean → colloquial and misspelt',
    [withOwnExamples(bitext.filter((row) => !isRough(row))), bitext.filter(isRough)],
    recipe,
  );
  const banking = compare(
    'intent en, Banking77',
    [read('intent_banking77', 'train'), read('intent_banking77', 'dev')],
    recipe,
  );
  const confusions = worstConfusions(rough.ours.truth, rough.ours.guess, 10).map(
    ([truth, guess, count]) => `${truth} → ${guess} ${count}`,
  );
  const clinc = evaluateScope(read('intent_clinc150', 'train'), read('intent_clinc150', 'dev'), recipe);
  return {
    lines: [...split.lines, ...rough.lines, ...banking.lines, ...clinc],
    notes: [
      `intent en, worst confusions on rough rows: ${confusions.join('; ')}`,
      `intent en: temperature ${split.ours.temperature.toFixed(2)}`,
    ],
  };
}

/** In scope and out of scope, through the file that training would write; it is calibrated on train rows alone. */
function evaluateScope(train: readonly Labelled[], dev: readonly Labelled[], recipe: Recipe): Line[] {
  const guess = (own: Recipe): { name: string; sure: number }[] => {
    const { fitted } = trainByRecipe(train, own);
    const { temperature, reject } = calibrate(fitted, own, { train, dev: [] });
    const model = createLinearModel(toModelBytes(fitted, temperature, reject));
    return dev.map(({ text }) => {
      const chances = model.predict(text);
      const best = chances.indexOf(Math.max(...chances));
      return {
        name: model.classes[best] as string,
        sure: 1 - (chances[model.classes.indexOf('oos')] as number),
      };
    });
  };
  const [ours, plain] = [guess(recipe), guess(plainRecipe)];
  const isInside = dev.map(({ label }) => label !== 'oos');
  const rightAmong = (guessed: readonly { name: string }[], inside: boolean): Figure =>
    share(dev.flatMap(({ label }, i) => (isInside[i] === inside ? [guessed[i]?.name === label] : [])));
  const task = 'intent en, CLINC150';
  const line = (measure: string, inside: boolean): Line => ({
    task,
    measure,
    rows: isInside.filter((each) => each === inside).length,
    ours: rightAmong(ours, inside),
    plain: rightAmong(plain, inside),
  });
  return [
    line('in-scope accuracy', true),
    line('out-of-scope recall', false),
    {
      task,
      measure: 'out-of-scope AUC',
      rows: dev.length,
      ours: auc(
        isInside,
        ours.map(({ sure }) => sure),
      ),
      plain: auc(
        isInside,
        plain.map(({ sure }) => sure),
      ),
    },
  ];
}
