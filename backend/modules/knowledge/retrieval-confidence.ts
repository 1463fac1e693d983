import type { Language } from '#shared/domain/language';

/** What a hit's chance to answer is judged by. */
export type Evidence = {
  /** Its score, the score of the next best, and about what a passage would get that says just the query. */
  score: number;
  rival: number;
  ideal: number;
  /** How much of the query is found anywhere in the document, by worth, 0…1. */
  found: number;
  /** How much of the best passage is said by the query, by worth, 0…1. */
  said: number;
  /** How much of the query no document has at all, 0…1. */
  unknown: number;
};

/** How many signs there are, for whoever fits their weights. */
export type Signs = readonly [number, number, number, number, number, number];

const leastCoverage = 0.02;

/**
 * The signs that the curve adds up: one, how much of the query the hit covers (as a logarithm), how much of it its document has anywhere, how
 * much of its passage was said, how far it stands before its rival, and what nobody here speaks of.
 */
export function signsOf({ score, rival, ideal, found, said, unknown }: Evidence): Signs {
  const coverage = ideal > 0 ? Math.max(leastCoverage, score / ideal) : leastCoverage;
  const lead = score > 0 ? (score - rival) / score : 0;
  return [1, Math.log(coverage), found, said, lead, unknown];
}

const weights: Record<Language, Signs> = {
  zh: [-4.4, 0.2, 5.1, 2.4, 2.3, 0.8],
  en: [-3.9, 0, 4.8, 2, 1.4, 0.8],
};

/**
 * The calibrated chance that a hit of a language answers the question, 0…1: a logistic curve over the signs. Its weights come from
 * `npm run -s models -- calibrate-search`.
 */
export function answerProbability(evidence: Evidence, language: Language): number {
  const own = weights[language];
  const sum = signsOf(evidence).reduce((total, sign, i) => total + sign * (own[i] as number), 0);
  return 1 / (1 + Math.exp(-sum));
}
