import { isCustomer } from './dialogue.ts';
import type { SourceRow } from './mood.ts';
import type { RatedDialogue } from './prediction.ts';

/** Between these mean ratings (1 to 5) people found a turn neither bad nor good. */
const CALM = { least: 2.67, most: 3.34 };
const longest = 90;

/** Short English turns that people rated as neither bad nor good, once each: how chat sounds when nobody is upset. */
export function calmTurns(dialogues: readonly RatedDialogue[]): SourceRow[] {
  const texts = dialogues.flatMap(({ turns }) =>
    turns.flatMap((turn) => (isCustomer(turn) && isCalm(turn.sat) ? [turn.text ?? ''] : [])),
  );
  return [...new Set(texts)]
    .filter((text) => text !== '' && text.length <= longest)
    .map((text) => ({ text, label: 'request' }));
}

function isCalm(ratings: readonly number[] | undefined): boolean {
  if (!ratings || ratings.length === 0) return false;
  const mean = ratings.reduce((sum, value) => sum + value, 0) / ratings.length;
  return mean >= CALM.least && mean <= CALM.most;
}
