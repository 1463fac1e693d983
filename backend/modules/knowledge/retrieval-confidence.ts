import type { Language } from '#shared/domain/language';

/** What a hit's chance to answer is judged by. `ideal` is the score that a document saying just the query would get, roughly. */
export type Evidence = { score: number; rival: number; ideal: number };

const leastCoverage = 0.02;

/**
 * The signs that the curve adds up: one, how much of the query the hit covers (as a logarithm), and how far it stands before its rival. The lead
 * counts by the coverage: to be the only entry with one stray word of the query is no merit.
 */
export function signsOf({ score, rival, ideal }: Evidence): readonly [number, number, number] {
  const coverage = ideal > 0 ? Math.max(leastCoverage, score / ideal) : leastCoverage;
  const lead = score > 0 ? (score - rival) / score : 0;
  return [1, Math.log(coverage), Math.min(1, coverage) * lead];
}

const weights: Record<Language, readonly [number, number, number]> = {
  zh: [-1.5, 0.8, 14.7],
  en: [0.7, 1, 8.3],
};

/**
 * The calibrated chance that a hit of a language answers the question, 0…1: a logistic curve over the signs. Its weights come from
 * `npm run -s models -- calibrate-search`, which searches collections of 12 to 3,000 entries with questions half of which have no answer there,
 * and half of those are about something else altogether.
 */
export function answerProbability(evidence: Evidence, language: Language): number {
  const own = weights[language];
  const sum = signsOf(evidence).reduce((total, sign, i) => total + sign * (own[i] as number), 0);
  return 1 / (1 + Math.exp(-sum));
}
