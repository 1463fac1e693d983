import { readFileSync } from 'node:fs';
import type { IntentName } from '#shared/domain/intent';
import type { Language } from '#shared/domain/language';
import { adaptWeights, createLinearModel, extractFeatures } from '../language/index.ts';
import { flowOfClass } from './flows.ts';
import type { IntentModel } from './intent-model.ts';

/** A message with the intent that a person says it has. */
export type IntentCorrection = { text: string; intent: IntentName };

/** The weights that the product ships for a language. */
export function shippedIntentWeights(language: Language): Uint8Array {
  return readFileSync(new URL(`./weights/intent-${language}.bin`, import.meta.url));
}

/** Weights that have taken in the corrections. Whichever of the model's finer classes belong to the intent are right alike. */
export function adaptIntent(
  weights: Uint8Array,
  language: Language,
  corrections: readonly IntentCorrection[],
): Uint8Array {
  const { shape, classes } = createLinearModel(weights);
  const flows = flowOfClass(language);
  return adaptWeights(
    weights,
    corrections.map(({ text, intent }) => ({
      features: extractFeatures(text, shape),
      right: new Set(classes.filter((name) => (flows.get(name) ?? 'other') === intent)),
    })),
  );
}

/** How many of the product's own regression messages are understood. */
export function judgeIntentRegression(
  model: IntentModel,
  language: Language,
): { rows: number; right: number } {
  const lines = readFileSync(new URL(`./regression/intent-${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const right = lines.filter((line) => {
    const { text, intent } = JSON.parse(line) as IntentCorrection;
    return model.classify(text, language).intent === intent;
  });
  return { rows: lines.length, right: right.length };
}
