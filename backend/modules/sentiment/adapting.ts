import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import { type MoodLabel, moodLevel } from '#shared/domain/mood';
import { adaptWeights, createLinearModel } from '../language/index.ts';
import { moodFeatures } from './mood-features.ts';
import type { SentimentModel } from './mood-model.ts';

/** A message with the mood that a person says it has. */
export type MoodCorrection = { text: string; label: MoodLabel };

/** The weights that the product ships for a language. */
export function shippedMoodWeights(language: Language): Uint8Array {
  return readFileSync(new URL(`./weights/mood-${language}.bin`, import.meta.url));
}

/** Weights that have taken in the corrections. */
export function adaptMood(weights: Uint8Array, corrections: readonly MoodCorrection[]): Uint8Array {
  const { shape } = createLinearModel(weights);
  return adaptWeights(
    weights,
    corrections.map(({ text, label }) => ({ features: moodFeatures(text, shape), right: new Set([label]) })),
  );
}

/** How many of the product's own regression messages are read at the right level. */
export function judgeMoodRegression(
  model: SentimentModel,
  language: Language,
): { rows: number; right: number } {
  const lines = readFileSync(new URL(`./regression/mood-${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const right = lines.filter((line) => {
    const { text, tone } = JSON.parse(line) as { text: string; tone: string };
    return understood[tone]?.includes(moodLevel(model.score(text, language).score)) ?? false;
  });
  return { rows: lines.length, right: right.length };
}

/** Levels at which a tone is understood; an upset customer taken for furious costs nothing, taken for calm it costs a customer. */
export const understood: Record<string, readonly string[]> = {
  calm: ['calm', 'happy'],
  polite: ['calm', 'happy'],
  hurried: ['calm'],
  happy: ['happy'],
  upset: ['upset', 'furious'],
  furious: ['furious'],
  sarcastic: ['upset', 'furious'],
};
