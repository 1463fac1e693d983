import { extractFeatures, type Feature, type FeatureShape, normalise } from '../language/index.ts';
import { extractCues } from './cues.ts';

/** The text as shown in explanations: like the normalised text, place by place, but with its capitals. */
export function displayForm(text: string): string {
  const display = text
    .normalize('NFKC')
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
  const normalised = normalise(text);
  return display.length === normalised.length ? display : normalised;
}

/** All features of a message for the mood model: its words, and the signs of mood beside them. Training uses this same function. */
export function moodFeatures(text: string, shape: FeatureShape): Feature[] {
  return [...extractFeatures(text, shape), ...extractCues(displayForm(text))];
}
