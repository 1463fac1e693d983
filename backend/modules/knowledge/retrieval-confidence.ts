/** What a hit's chance to answer is judged by. `ideal` is the score that a document saying just the query would get, roughly. */
export type Evidence = { score: number; rival: number; ideal: number };

/** How much of the query a hit covers, and how far it stands before its rival (0…1). */
export function signsOf({ score, rival, ideal }: Evidence): { coverage: number; lead: number } {
  return { coverage: ideal > 0 ? score / ideal : 0, lead: score > 0 ? (score - rival) / score : 0 };
}

/**
 * The calibrated chance that a hit answers the question, 0…1: a logistic curve over both signs. Its three numbers come from
 * `npm run -s models -- calibrate-search`, which searches collections of 80 to 3,000 entries with queries half of which have no answer there.
 */
export function answerProbability(evidence: Evidence): number {
  const { coverage, lead } = signsOf(evidence);
  return 1 / (1 + Math.exp(-(5.2 * coverage + 7.9 * lead - 5.2)));
}
