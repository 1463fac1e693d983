import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#shared/domain/language';
import { loadIntentModel } from '../../backend/modules/intent/intent-model.ts';
import { createLinearModel, detectLanguage, type LinearModel } from '../../backend/modules/language/index.ts';
import { loadMoodModel, type ScoredMood, scoreWith } from '../../backend/modules/sentiment/mood-model.ts';
import { calibrate } from './calibrate.ts';
import { moodOptions, moodRowsOf, moodSamples, moodSeedRows, plainWordRows, type SourceRow } from './mood.ts';
import { fitTemperature, toModelBytes } from './pack.ts';
import {
  featuresOfRow,
  labelsOf,
  type Recipe,
  type RecipeName,
  recipes,
  type TextRow,
  trainByRecipe,
} from './recipes.ts';
import { withOwnExamples } from './seeds/label-examples.ts';
import { type Fit, fitModel, logitsOf } from './trainer.ts';

/** The tasks on single messages. */
export const textTasks = ['mood', 'polarity', 'emotion', 'intent-zh', 'intent-en'] as const;
export type TextTask = (typeof textTasks)[number];

/** A message to be scored. */
export type TextInput = { text?: string; tokens?: readonly (string | number)[]; lang?: Language };
/** What came out: the label as the training data wrote it, and the probability of every class. */
export type TextOutput = {
  label: string | number;
  scores: Record<string, number>;
  score?: number;
  cues?: string[];
  intent?: string;
};
export type TextScorer = (input: TextInput) => TextOutput;

/** Rows to learn from, and rows to calibrate on (none: calibration is guessed from the recipe). */
export type TrainingRows = { train: readonly SourceRow[]; dev: readonly SourceRow[] };

const languages = ['zh', 'en'] as const;

/** Trains a model of a task and writes it into a folder. Returns the probabilities' temperature and what cleaning did, for the log. */
export function trainTextModel(task: TextTask, rows: TrainingRows, out: string): string[] {
  mkdirSync(out, { recursive: true });
  return task === 'mood' ? trainMood(rows, out) : trainPlain(task, rows, out);
}

function trainPlain(task: RecipeName, { train, dev }: TrainingRows, out: string): string[] {
  const recipe: Recipe = recipes[task];
  const rows = task === 'intent-en' ? withOwnExamples(train) : train;
  const { fitted, cleaned } = trainByRecipe(rows, recipe, { name: task });
  const { temperature, reject } = calibrate(fitted, recipe, { train: rows, dev });
  writeFileSync(join(out, 'model.bin'), toModelBytes(fitted, temperature, reject));
  const cleaning = cleaned
    ? [`cleaning dropped ${cleaned.dropped} and relabelled ${cleaned.relabelled} of ${train.length} rows`]
    : [];
  const refusing = reject ? [`out of scope below ${reject.leastSure}`] : [];
  return [...cleaning, `temperature ${temperature.toFixed(2)}`, ...refusing];
}

function trainMood({ train, dev }: TrainingRows, out: string): string[] {
  return languages.flatMap((language) => {
    const own = train.filter((row) => detectLanguage(row.text ?? '') === language);
    if (own.length === 0) {
      return [];
    }
    const fitted = fitMood(language, own);
    const devRows = moodRowsOf(
      dev.filter((row) => detectLanguage(row.text ?? '') === language),
      language,
    ).filter((row) => !row.allowed);
    const temperature = temperatureOf(
      fitted,
      moodSamples(devRows, language),
      moodOptions(language).smoothing,
    );
    writeFileSync(join(out, `mood-${language}.bin`), toModelBytes(fitted, temperature));
    return [`${language}: ${own.length} rows, temperature ${temperature.toFixed(2)}`];
  });
}

/** Fits the mood model of one language on rows of any source, with our own sentences added. */
export function fitMood(language: Language, rows: readonly SourceRow[]): Fit {
  const own = moodSeedRows(language);
  const others = moodRowsOf(rows, language);
  const plain = plainWordRows([...own, ...others], language);
  return fitModel(moodSamples([...own, ...others, ...plain], language), moodOptions(language));
}

/** Calibrates on the development rows; without any, undoes what label smoothing took from the confidence. */
function temperatureOf(
  fitted: Fit,
  dev: readonly { features: Parameters<typeof logitsOf>[1][number]['features']; target: Float32Array }[],
  smoothing: number,
): number {
  if (dev.length < 50) {
    return 1 / (1 + 6 * smoothing);
  }
  return fitTemperature(
    logitsOf(fitted, dev),
    dev.map((sample) => sample.target.indexOf(Math.max(...sample.target))),
  );
}

/** Loads a scorer: of the folder that `train` wrote, or the shipped one. Says which task has none shipped. */
export function loadScorer(task: TextTask, folder?: string): TextScorer {
  if (task === 'mood') {
    return moodScorer(folder);
  }
  if (folder) {
    return plainScorer(createLinearModel(readFileSync(join(folder, 'model.bin'))), {
      cues: recipes[task].cues,
    });
  }
  if (task === 'intent-zh') {
    const model = loadIntentModel('zh');
    const official = model.classes.filter((name) => name.startsWith(cicPrefix)).length;
    return plainScorer(model, { cues: false, classes: official, isNumbered: official === cicClasses });
  }
  if (task === 'intent-en') {
    const model = loadIntentModel('en');
    return plainScorer(model, {
      cues: false,
      isAllowed: (name) => name.includes('_') || bitextSingles.has(name),
    });
  }
  if (task === 'emotion') {
    return emotionScorer();
  }
  throw new Error(`No model for ${task} is shipped; train one and name its folder with --model.`);
}

/** Emotions have other classes in each language: six in Chinese, seven in English. */
function emotionScorer(): TextScorer {
  const load = (language: Language): TextScorer =>
    plainScorer(
      createLinearModel(readFileSync(new URL(`./weights/emotion-${language}.bin`, import.meta.url))),
      { cues: recipes.emotion.cues },
    );
  const scorers = { zh: load('zh'), en: load('en') };
  return (input) => scorers[input.lang ?? detectLanguage(textOf(input))](input);
}

/** CIC's classes come first in the shipped model, in the order of their numbers; a model of licence-clear rows has only some of them. */
const cicPrefix = '买家';
const cicClasses = 118;

/** Bitext's intents whose name is one word, and the class for what is out of scope; the other one-word classes are our own. */
const bitextSingles = new Set(['complaint', 'review', 'oos']);

function moodScorer(folder?: string): TextScorer {
  const models = new Map<Language, LinearModel>();
  for (const language of languages) {
    const path = folder && join(folder, `mood-${language}.bin`);
    if (!path) {
      models.set(language, loadMoodModel(language));
    } else if (existsSync(path)) {
      models.set(language, createLinearModel(readFileSync(path)));
    }
  }
  return (input) => {
    const text = textOf(input);
    const language = input.lang ?? detectLanguage(text);
    const model = models.get(language) ?? ([...models.values()][0] as LinearModel);
    const { label, scores, score, cues } = scoreWith(model, text, language);
    return { label, scores: roundAll(nested(scores)), score: round(score), cues };
  };
}

/**
 * For ranking, each name gets the chance that it applies: an angry complaint is a complaint too, and both are negative. So `negative`, `neutral`
 * and `positive` add up to 1, and `anger` ≤ `complaint` ≤ `negative`.
 */
function nested(scores: ScoredMood['scores']): Record<string, number> {
  const complaint = scores.complaint + scores.anger;
  return { ...scores, complaint, negative: scores.negative + complaint };
}

type Restriction = {
  cues: boolean;
  classes?: number;
  isNumbered?: boolean;
  isAllowed?: (name: string) => boolean;
};

function plainScorer(model: LinearModel, restriction: Restriction): TextScorer {
  const names = model.classes.slice(0, restriction.classes ?? model.classes.length);
  const allowed = names.map((name) => restriction.isAllowed?.(name) ?? true);
  const areNumbers = names.every((name) => /^\d+$/u.test(name));
  return (input) => {
    const probabilities = model.predictFeatures(
      featuresOfRow(input, { shape: model.shape, cues: restriction.cues }),
    );
    const total = names.reduce((sum, _, i) => sum + (allowed[i] ? (probabilities[i] as number) : 0), 0) || 1;
    let best = -1;
    const scores: Record<string, number> = {};
    names.forEach((name, i) => {
      if (allowed[i]) {
        scores[restriction.isNumbered ? String(i) : name] = round((probabilities[i] as number) / total);
        best = best < 0 || (probabilities[i] as number) > (probabilities[best] as number) ? i : best;
      }
    });
    const name = names[best] as string;
    if (restriction.isNumbered) {
      return { label: best, intent: name, scores };
    }
    return { label: areNumbers ? Number(name) : name, scores };
  };
}

/** A text model reads tokens as the text they make up. */
function textOf({ text, tokens }: TextInput): string {
  return (
    text ??
    (tokens ?? []).map(String).join(tokens?.some((token) => /\p{Script=Han}/u.test(String(token))) ? '' : ' ')
  );
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

function roundAll(scores: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, round(value)]));
}

/** Share of rows whose label the scorer hits, in per cent; the quick figure that `train` prints. */
export function quickAccuracy(scorer: TextScorer, rows: readonly TextRow[]): number {
  const right = rows.filter((row) => labelsOf(row).includes(String(scorer(row as TextInput).label)));
  return (100 * right.length) / (rows.length || 1);
}
