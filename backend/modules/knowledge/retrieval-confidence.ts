import type { Language } from '#shared/domain/language';

/** What a hit's chance to answer is judged by. */
export type Evidence = {
  /** Its score, the score of the next best, and about what a passage would get that says just the query. */
  score: number;
  rival: number;
  ideal: number;
  /** How much of the query is found anywhere in the document, by worth, 0…1. */
  found: number;
  /** How much of the score comes from the answer rather than from the ways to ask, 0…1. */
  told: number;
  /** How many documents there are to choose from. */
  entries: number;
  /** How far query and document are about the same of what shops are asked, and how far the query is about something else, 0…1. */
  agrees: number;
  strays: number;
};

/** How many signs there are, for whoever fits their weights. */
export type Signs = readonly [number, number, number, number, number, number, number, number, number];

const leastCoverage = 0.02;
/** The fewest documents that the curve was fitted on: what holds among fewer is not known, so they are taken for as many. */
const fewestEntries = 12;

/**
 * The signs that the curve adds up: one, how much of the query the hit covers (as a logarithm), how much of it its document has anywhere, how far
 * it stands before its rival, the number of documents (a match by chance is likelier among many), how far the answer bears it out, how much the
 * query says at all, and whether both are about the same.
 */
export function signsOf(evidence: Evidence): Signs {
  const { score, rival, ideal, found, told, entries, agrees, strays } = evidence;
  const coverage = ideal > 0 ? Math.max(leastCoverage, score / ideal) : leastCoverage;
  const lead = score > 0 ? (score - rival) / score : 0;
  const many = Math.log(Math.max(fewestEntries, entries) / fewestEntries);
  return [1, Math.log(coverage), found, lead, many, told, Math.log(ideal + 1), agrees, strays];
}

const weights: Record<Language, Signs> = {
  zh: [-9.67, 1.49, 4.29, 0.28, -0.28, 4.11, 2.26, 0.96, -2.86],
  en: [-4.49, 1.09, 3.15, 0.06, -0.61, 3.33, 1.33, 2.01, -3.02],
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
