import { courseSignals } from './course.ts';

/** The signals of mood that stand behind those of the course in a row of the predictor. */
const moodSignals = ['moodNow', 'moodBefore', 'moodMean', 'moodLowest', 'moodChange', 'lowTurns'] as const;

/** All signals of a row, in their order. */
export const predictionSignals = [...courseSignals, ...moodSignals] as const;
export type PredictionSignal = (typeof predictionSignals)[number];

/** From here down a turn counts as unhappy; the level that the console calls upset. */
const LOW = -0.2;

/**
 * The row of a customer's turn: how the dialogue goes, and how the customer felt so far (scores from −1 to 1, the newest last, 0 where unknown).
 * `misses` counts as the bot's repeating itself: it words its "I don't know" anew each time, where the bots of the training data say it word for word.
 */
export function predictionRow(
  course: readonly number[],
  { moods, misses }: { moods: readonly number[]; misses: number },
): number[] {
  const now = moods.at(-1) ?? 0;
  const before = moods.at(-2) ?? 0;
  const mean = moods.reduce((sum, score) => sum + score, 0) / (moods.length || 1);
  const lows = moods.filter((score) => score <= LOW).length;
  const row = [...course, now, before, mean, Math.min(0, ...moods), now - before, lows];
  for (const signal of ['botSaidSame', 'botSaidSameEver'] as const) {
    const at = predictionSignals.indexOf(signal);
    row[at] = Math.max(row[at] as number, misses);
  }
  return row;
}
