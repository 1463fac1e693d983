import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import type { MessageMood, MoodLabel } from '#shared/domain/mood';
import { createLinearModel, detectLanguage, type Feature, type LinearModel } from '../language/index.ts';
import { displayForm, moodFeatures } from './mood-features.ts';

/** A message's mood with the probability of every class (they add up to 1) and the language it was read in. */
export type ScoredMood = MessageMood & { scores: Record<MoodLabel, number>; language: Language };

/** Tells the mood of customer messages. Pure and quick (well under a millisecond a message). */
export type SentimentModel = {
  /** `language` absent: detected from the text. Text without words is neutral unless its signs (emoji, marks) say otherwise. */
  score(text: string, language?: Language): ScoredMood;
};

/** What each class adds to the score of a message, −1 furious to 1 delighted. */
const valence: Record<MoodLabel, number> = {
  anger: -1,
  complaint: -0.62,
  negative: -0.42,
  neutral: 0,
  positive: 0.85,
};
/** From here on a message counts as unhappy: below one half, because an upset customer overlooked costs more than a calm one looked at. */
const leastUnhappy = 0.45;
const longestText = 2000;
const longestCue = 40;
const mostCues = 6;

/** Loads the weights given, the shipped ones for a language without. Throws when a weight file is missing or damaged. */
export function createSentimentModel(weights: Partial<Record<Language, Uint8Array>> = {}): SentimentModel {
  const load = (language: Language): LinearModel => {
    const given = weights[language];
    return given ? createLinearModel(given) : loadMoodModel(language);
  };
  const models: Record<Language, LinearModel> = { zh: load('zh'), en: load('en') };
  return {
    score(text, language = detectLanguage(text)) {
      return scoreWith(models[language], text.slice(0, longestText), language);
    },
  };
}

/** The shipped weights of one language. */
export function loadMoodModel(language: Language): LinearModel {
  return createLinearModel(readFileSync(new URL(`./weights/mood-${language}.bin`, import.meta.url)));
}

/** Scores with any mood model whose classes are the five moods; the shipped ones and one just trained alike. */
export function scoreWith(model: LinearModel, text: string, language: Language): ScoredMood {
  const features = moodFeatures(text, model.shape);
  const probabilities = model.predictFeatures(features);
  const scores = Object.fromEntries(
    model.classes.map((mood, i) => [mood, probabilities[i] as number]),
  ) as Record<MoodLabel, number>;
  const label = labelOf(scores);
  const score = clamp(
    model.classes.reduce(
      (sum, mood, i) => sum + valence[mood as MoodLabel] * (probabilities[i] as number),
      0,
    ),
  );
  return {
    label,
    score,
    confidence: scores[label],
    cues: explain(model, features, { text, label }),
    scores,
    language,
  };
}

/** The unhappy classes stand together against neutral and positive first; then the strongest of them names the mood. */
function labelOf(scores: Record<MoodLabel, number>): MoodLabel {
  const unhappy = scores.negative + scores.complaint + scores.anger;
  if (unhappy < leastUnhappy || unhappy < scores.positive) {
    return scores.positive > scores.neutral ? 'positive' : 'neutral';
  }
  if (scores.anger >= scores.complaint && scores.anger >= scores.negative) {
    return 'anger';
  }
  return scores.complaint >= scores.negative ? 'complaint' : 'negative';
}

/** The words that moved the score towards its label, strongest first, without overlaps; none for a neutral message. */
function explain(
  model: LinearModel,
  features: readonly Feature[],
  what: { text: string; label: MoodLabel },
): string[] {
  if (what.label === 'neutral') {
    return [];
  }
  const isGood = what.label === 'positive';
  const direction = model.classes.map((mood) =>
    isGood ? valence[mood as MoodLabel] : -valence[mood as MoodLabel],
  );
  const display = displayForm(what.text);
  const strength = new Float64Array(display.length);
  for (const { start, end, weight } of model.explain(features, direction)) {
    for (let at = start; at < end && at < display.length; at += 1) {
      strength[at] = (strength[at] as number) + weight / (end - start);
    }
  }
  return strongestPieces(display, strength);
}

/** Cuts the text at marks and spaces (Chinese: where the strength turns) and returns the strongest pieces. */
function strongestPieces(display: string, strength: Float64Array): string[] {
  const pieces: { text: string; strength: number }[] = [];
  for (const match of display.matchAll(
    /[\p{Script=Han}]+|[\p{L}\p{M}'’]+|[!?！？]{2,}|\p{Extended_Pictographic}/gu,
  )) {
    for (const [start, end] of risingSpans(match[0], match.index, strength)) {
      const text = display.slice(start, end).slice(0, longestCue);
      pieces.push({ text, strength: strength.slice(start, end).reduce((sum, value) => sum + value, 0) });
    }
  }
  const total = pieces.reduce((sum, piece) => sum + Math.max(0, piece.strength), 0);
  const chosen = pieces
    .filter((piece) => piece.strength > 0.08 * total)
    .sort((a, b) => b.strength - a.strength);
  return [...new Set(chosen.map((piece) => piece.text))].slice(0, mostCues);
}

/** Words in letters stay whole; a run of Chinese is cut down to its stretches of above-average strength, two characters or more. */
function risingSpans(run: string, offset: number, strength: Float64Array): [number, number][] {
  if (!/\p{Script=Han}/u.test(run) || run.length <= 4) {
    return [[offset, offset + run.length]];
  }
  const mean =
    strength.slice(offset, offset + run.length).reduce((sum, value) => sum + value, 0) / run.length;
  const spans: [number, number][] = [];
  let start = -1;
  for (let at = offset; at <= offset + run.length; at += 1) {
    const isStrong = at < offset + run.length && (strength[at] as number) > Math.max(0, mean);
    if (isStrong && start < 0) {
      start = at;
    } else if (!isStrong && start >= 0) {
      if (at - start >= 2) {
        spans.push([start, at]);
      }
      start = -1;
    }
  }
  return spans;
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
