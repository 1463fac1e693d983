import type { Language } from '#shared/domain/language';
import type { MoodLabel } from '#shared/domain/mood';
import type { FeatureShape } from '../../backend/modules/language/index.ts';
import { moodFeatures } from '../../backend/modules/sentiment/mood-features.ts';
import { confidentClauses } from './clauses.ts';
import { cleanRows } from './clean-rows.ts';
import { plainWordLines } from './plain-words.ts';
import { createRandom } from './random.ts';
import { labelsOf, type TextRow } from './recipes.ts';
import { readChatSeeds } from './seeds/chat.ts';
import { expandPatterns } from './seeds/expand.ts';
import { moodSeedsEn } from './seeds/mood-en.ts';
import { moreMoodSeedsEn, moreMoodSeedsZh } from './seeds/mood-more.ts';
import { moodSeedsZh } from './seeds/mood-zh.ts';
import { plainLines } from './seeds/plain-lines.ts';
import { defaultOptions, type Sample, type TrainOptions } from './trainer.ts';

/** The order of the classes in the weight files. */
export const moodClasses: readonly MoodLabel[] = ['negative', 'complaint', 'anger', 'neutral', 'positive'];

/** A text with the mood it has, where it comes from, and how much it counts. */
export type MoodRow = {
  text: string;
  mood: MoodLabel;
  /** A second mood that fits as well as the first. */
  also?: MoodLabel;
  domain: 'chat' | 'review' | 'post';
  weight: number;
  /** Moods that this source can tell apart; absent: all five. */
  allowed?: readonly MoodLabel[];
};

const moodShapes: Record<Language, FeatureShape> = {
  zh: { unitNgrams: 3, letterNgrams: [0, 0] },
  en: { unitNgrams: 2, letterNgrams: [4, 4] },
};

const domains = ['chat', 'review', 'post'] as const;

/** How the mood model of a language is fitted. */
export function moodOptions(language: Language): TrainOptions {
  return {
    ...defaultOptions,
    name: `mood-${language}`,
    classes: [...moodClasses],
    shape: moodShapes[language],
    cues: true,
    domains: domains.length,
    epochs: 5,
    smoothing: language === 'zh' ? 0.03 : 0.05,
    rate: language === 'zh' ? 0.15 : 0.06,
    minimumCount: 3,
    maximumFeatures: 120_000,
    unknown: 100,
  };
}

/** Training samples of mood rows; the chat domain is the one that the model is used on. */
export function moodSamples(rows: readonly MoodRow[], language: Language): Sample[] {
  return rows.map((row) => ({
    features: moodFeatures(row.text, moodShapes[language]),
    target: targetOf(row),
    weight: row.weight,
    domain: domains.indexOf(row.domain),
    ...(row.allowed ? { allowed: row.allowed.map((mood) => moodClasses.indexOf(mood)) } : {}),
  }));
}

function targetOf({ mood, also = mood }: Pick<MoodRow, 'mood' | 'also'>): Float32Array {
  const target = new Float32Array(moodClasses.length);
  for (const each of [mood, also]) {
    target[moodClasses.indexOf(each)] = (target[moodClasses.indexOf(each)] as number) + 0.5;
  }
  return target;
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

/** A row of any of the sources: reviews (label 0 or 1), CIC (label and intent), emotions, moods, or requests in English. */
export type SourceRow = TextRow & { intent?: string };

/** Training rows for the mood from a mixture of sources, told apart by the form of their labels; noisy CIC labels are cleaned first. */
export function moodRowsOf(rows: readonly SourceRow[], language: Language): MoodRow[] {
  const messages = rows.flatMap(({ text, intent }) => (intent && text ? [{ text, label: intent }] : []));
  const cleaned = messages.length > 0 ? cleanRows(messages) : [];
  const clauses = language === 'zh' ? confidentClauses(rows, 12_000) : [];
  return [
    ...cleaned.map(({ text, label }) => chat(text, cicMood({ text, intent: label }), messageWeight)),
    ...clauses.map(({ text, isPositive }) =>
      isPositive
        ? chat(text, 'positive', 0.2)
        : { ...chat(text, 'negative', 0.2), also: 'complaint' as const },
    ),
    ...rows.flatMap((row) => (row.intent || !row.text ? [] : moodRow(row.text, labelsOf(row), language))),
  ];
}

function moodRow(text: string, labels: readonly string[], language: Language): MoodRow[] {
  const [label = ''] = labels;
  if (label === '0' || label === '1') {
    const mood = label === '1' ? 'positive' : 'negative';
    return [{ text: text.slice(0, longestReview), mood, domain: 'review', weight: 0.5, allowed: polar }];
  }
  if (isMood(label) && !emotionMoods[label]) {
    return [chat(text, label, 1)];
  }
  if (emotionMoods[label] || ekman.has(label)) {
    return labels.length === 1 ? emotionRow(text, label, language) : [];
  }
  return [chat(text, requestMood(text, label), language === 'zh' ? 0.3 : 0.08)];
}

/**
 * Chinese posts are a world of their own; English ones are short replies much like chat, and the only free source of its feelings. Their
 * `neutral` is left out, much of it being opinion, and their joy, half of all, counts little, or every unknown word would look glad.
 */
function emotionRow(text: string, label: string, language: Language): MoodRow[] {
  const mood = emotionMoods[label];
  if (!mood || (language === 'en' && mood === 'neutral')) {
    return [];
  }
  if (language === 'zh') {
    return [{ text, mood, domain: 'post', weight: 0.7, allowed: emotional }];
  }
  return [{ text, mood, domain: 'chat', weight: mood === 'positive' ? 0.06 : 0.12, allowed: emotional }];
}

function chat(text: string, mood: MoodLabel, weight: number): MoodRow {
  return { text, mood, domain: 'chat', weight };
}

function isMood(label: string): label is MoodLabel {
  return (moodClasses as readonly string[]).includes(label);
}

/**
 * A message as it was written, by a buyer or by us, counts more than one of many drawn from a pattern; chosen on written messages and CIC rows
 * held back from training.
 */
const chatWeight: Record<Language, number> = { zh: 3, en: 4 };
const messageWeight = 2;
const patternWeight: Record<Language, number> = { zh: 0.8, en: 1.2 };

/** Our own sentences of a language, as training rows. */
export function moodSeedRows(language: Language): MoodRow[] {
  const lists = language === 'zh' ? [moodSeedsZh, moreMoodSeedsZh] : [moodSeedsEn, moreMoodSeedsEn];
  const drawn = moodClasses.flatMap((mood) => {
    const patterns = lists.flatMap((seeds) => seeds[mood]);
    return expandPatterns(patterns, 32).map((text) => chat(text, mood, patternWeight[language]));
  });
  const unknown = meaningless(language).map((text) => chat(text, 'neutral', meaninglessWeight));
  const plain = expandPatterns(plainLines[language], plainEach).map((text) =>
    chat(text, 'neutral', plainWeight),
  );
  const written = readChatSeeds(language).map(({ text, mood }) => chat(text, mood, chatWeight[language]));
  const misspelt = language === 'en' ? written.map(misspell) : [];
  return [...drawn, ...unknown, ...plain, ...written, ...misspelt];
}

/** So many lines of each pattern that says nothing of a mood, and how much each counts. */
const plainEach = 64;
const plainWeight = 1;
const wordsWeight: Record<Language, number> = { zh: 0.15, en: 0.25 };

/** Lines of words without a mood of their own, as training rows. */
export function plainWordRows(rows: readonly MoodRow[], language: Language): MoodRow[] {
  return plainWordLines(rows, language).map((text) => chat(text, 'neutral', wordsWeight[language]));
}

const misspeltShare = 0.3;

/** The same message typed in a hurry: two letters of a longer word swapped, one lost or one doubled. */
function misspell(row: MoodRow, at: number): MoodRow {
  const random = createRandom(at);
  const text = row.text.replace(/[a-z]{4,}/gu, (word) => {
    const place = 1 + Math.floor(random() * (word.length - 2));
    const [before, after] = [word.slice(0, place), word.slice(place)];
    const slips = [
      `${before}${after.slice(1, 2)}${after.slice(0, 1)}${after.slice(2)}`,
      `${before}${after.slice(1)}`,
      `${before}${after.slice(0, 1)}${after}`,
    ];
    return random() < 0.5 ? word : (slips[Math.floor(random() * slips.length)] as string);
  });
  return { ...row, text, weight: row.weight * misspeltShare };
}

const meaninglessWeight = 1;

/** Lines of characters that mean nothing: what the model knows nothing about is neutral, not evenly everything. */
function meaningless(language: Language): string[] {
  const random = createRandom(41);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const letter = (): string =>
    language === 'zh'
      ? String.fromCodePoint(0x4e00 + Math.floor(random() * 0x51a5))
      : String.fromCodePoint(97 + Math.floor(random() * 26));
  const word = (): string => Array.from({ length: upTo(6) }, letter).join('');
  return Array.from({ length: 240 }, () => Array.from({ length: upTo(3) }, word).join(' '));
}

const longestReview = 300;
const ekman = new Set(['surprise', 'oos']);
const swears = /\b(?:fuck\w*|shit\w*|goddamn|damn(?:ed)?|bloody|bullshit|asshole)\b/iu;

/** The mood of a request: neutral, unless it complains or swears. */
function requestMood(text: string, label: string): MoodLabel {
  if (label === 'complaint') {
    return 'complaint';
  }
  return swears.test(text) ? 'anger' : 'neutral';
}
