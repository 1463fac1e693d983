import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';
import { createLinearModel, detectLanguage, type LinearModel } from '../language/index.ts';
import { asksForPerson } from './explicit-wish.ts';
import { flowOfClass, type IntentName, intentNames } from './flows.ts';

/** What a message wants. `confidence` is the calibrated probability of `intent`; `scores` hold every flow and add up to 1. */
export type ClassifiedIntent = {
  intent: IntentName;
  confidence: number;
  scores: Record<IntentName, number>;
  /** The model's own finer class, such as one of the 118 intents of Chinese shop messages. */
  detail: string;
  /** True when the customer asked for a person in so many words. */
  isExplicitWish: boolean;
};

/** Tells what customer messages want. Pure and quick (well under a millisecond a message). */
export type IntentModel = {
  /** `language` absent: detected from the text. */
  classify(text: string, language?: Language): ClassifiedIntent;
};

/** A flow less likely than this is not acted upon: the message counts as `other`. */
const leastConfidence = 0.3;
const longestText = 600;

/** Loads the weights given, the shipped ones for a language without. Throws when a weight file is missing or damaged. */
export function createIntentModel(weights: Partial<Record<Language, Uint8Array>> = {}): IntentModel {
  const load = (language: Language): LinearModel => {
    const given = weights[language];
    return given ? createLinearModel(given) : loadIntentModel(language);
  };
  const models: Record<Language, LinearModel> = { zh: load('zh'), en: load('en') };
  const flows = { zh: flowOfClass('zh'), en: flowOfClass('en') };
  return {
    classify(text, language = detectLanguage(text)) {
      const shortened = text.slice(0, longestText);
      return asksForPerson(shortened)
        ? explicitWish()
        : classifyWith(models[language], flows[language], shortened);
    },
  };
}

/** The shipped model itself, with its own classes, for one language. */
export function loadIntentModel(language: Language): LinearModel {
  return createLinearModel(readFileSync(new URL(`./weights/intent-${language}.bin`, import.meta.url)));
}

function classifyWith(
  model: LinearModel,
  flows: ReadonlyMap<string, IntentName>,
  text: string,
): ClassifiedIntent {
  const scores = emptyScores();
  const probabilities = model.predict(text);
  model.classes.forEach((name, i) => {
    scores[flows.get(name) ?? 'other'] += probabilities[i] as number;
  });
  const best = intentNames.reduce((top, name) => (scores[name] > scores[top] ? name : top), 'other');
  const intent = scores[best] >= leastConfidence ? best : 'other';
  const detail = model.classes[probabilities.indexOf(Math.max(...probabilities))] ?? 'other';
  return { intent, confidence: scores[intent], scores, detail, isExplicitWish: false };
}

function explicitWish(): ClassifiedIntent {
  return {
    intent: 'human',
    confidence: 1,
    scores: { ...emptyScores(), human: 1 },
    detail: 'human',
    isExplicitWish: true,
  };
}

function emptyScores(): Record<IntentName, number> {
  return Object.fromEntries(intentNames.map((name) => [name, 0])) as Record<IntentName, number>;
}
