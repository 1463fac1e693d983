import type { Language } from '#shared/domain/language';
import { createIntentModel, type IntentModel } from '../intent/index.ts';
import { createSentimentModel, type SentimentModel } from '../sentiment/index.ts';
import type { ActiveWeights } from './ports.ts';

/** The models that serve now. They may change under whoever holds them, between two calls. */
export type ServedModels = {
  sentiment: SentimentModel;
  intents: IntentModel;
  /** From now on these weights serve; a task and language that is not named is served by the shipped ones. */
  serve(active: readonly ActiveWeights[]): void;
};

/** Begins with the shipped weights. */
export function createServedModels(): ServedModels {
  let sentiment = createSentimentModel();
  let intents = createIntentModel();
  return {
    sentiment: { score: (text, language) => sentiment.score(text, language) },
    intents: { classify: (text, language) => intents.classify(text, language) },
    serve(active) {
      const of = (task: ActiveWeights['task']): Partial<Record<Language, Uint8Array>> =>
        Object.fromEntries(
          active.filter((one) => one.task === task).map(({ language, weights }) => [language, weights]),
        );
      sentiment = createSentimentModel(of('mood'));
      intents = createIntentModel(of('intent'));
    },
  };
}
