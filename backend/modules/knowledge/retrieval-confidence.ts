/** What a hit's chance to answer is judged by. `ideal` is the score that a document saying just the query would get, roughly. */
export type Evidence = { score: number; rival: number; ideal: number };

/**
 * The calibrated chance that a hit answers the question, 0…1: a logistic curve over how much of the query the hit covers and how far it
 * stands before its rival. Fitted by `npm run -s models -- train --task knowledge` on queries with and without a matching document.
 */
export function answerProbability({ score, rival, ideal }: Evidence): number {
  const coverage = ideal > 0 ? Math.min(1.5, score / ideal) : 0;
  const lead = score > 0 ? (score - rival) / score : 0;
  return 1 / (1 + Math.exp(-(6.5 * coverage + 2.2 * lead - 4.2)));
}
