import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import type { MessageMood, MoodLabel } from '#shared/domain/mood';
import { createLinearModel, detectLanguage, type LinearModel } from '../language/index.ts';
import { explainMood } from './explanation.ts';
import { moodFeatures } from './mood-features.ts';

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
    cues: label === 'neutral' ? [] : explainMood(model, features, { text, scores }),
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

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
