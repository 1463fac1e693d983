import { readFileSync } from 'node:fs';
import type { Phrase } from '#shared/domain/language';
import { normalise, splitUnits } from '../language/index.ts';
import { type BoostedTrees, chanceOf, logOddsOf } from './boosted-trees.ts';
import { readCourse } from './course.ts';
import { type PredictionSignal, predictionRow, predictionSignals } from './prediction-row.ts';

/** A line of the dialogue, as words or as ready tokens. */
export type PredictionTurn = {
  author: 'customer' | 'bot' | 'agent' | 'system';
  text?: string;
  tokens?: readonly (string | number)[];
};

/** A dialogue up to what the customer has just said, oldest line first. */
export type PredictionDialogue = {
  turns: readonly PredictionTurn[];
  /** Mood scores of the customer's turns, the newest last. */
  moods: readonly number[];
  /** Times in a row that the bot found no answer. */
  misses: number;
};

/** `probability` that a person should take over now; `isAdvised` where it is high enough to act on; `reasons` what made it so, strongest first. */
export type HandoffPrediction = { probability: number; isAdvised: boolean; reasons: Phrase[] };

/** Foretells a handoff from the course of a dialogue, whatever its language. Pure; well under a millisecond a turn. */
export type HandoffPredictor = { predictHandoff(dialogue: PredictionDialogue): HandoffPrediction };

/** What the weight file holds: the trees, and the probability from which acting on it is right. */
export type PredictionFile = { trees: BoostedTrees; threshold: number };

/** What a reason is made of: signals, and what they are in a dialogue where it does not hold. */
const reasonSignals: Record<string, Partial<Record<PredictionSignal, number>>> = {
  'predicted.repeats': {
    mostLikeOwn: 0,
    sameAsOwn: 0,
    likeOwnLast: 0,
    likeCustomerLast: 0,
    customerLastLikeOwn: 0,
  },
  'predicted.bot-repeats': { botSaidSame: 0, botSaidLike: 0, botSaidSameEver: 0 },
  'predicted.unhappy': { moodNow: 0, moodMean: 0, moodLowest: 0, lowTurns: 0 },
  'predicted.falling': { moodBefore: 0, moodChange: 0 },
  'predicted.long': { turnsBefore: 4, customerTurns: 2, botTurns: 2 },
};
/** Change of log-odds from which a reason is worth telling. */
const LEAST_EFFECT = 0.25;
const MOST_REASONS = 3;
/** Lines of longer ago say nothing about now. */
const MOST_TURNS = 40;

/** Loads the shipped trees. Throws when the file is missing or damaged. */
export function createHandoffPredictor(): HandoffPredictor {
  const path = new URL('./weights/prediction.json', import.meta.url);
  const { trees, threshold } = JSON.parse(readFileSync(path, 'utf8')) as PredictionFile;
  return {
    predictHandoff(dialogue) {
      const row = rowOf(dialogue);
      if (row === null) return { probability: 0, isAdvised: false, reasons: [] };
      const probability = chanceOf(logOddsOf(trees, row));
      return { probability, isAdvised: probability >= threshold, reasons: reasonsOf(trees, row) };
    },
  };
}

/** The signals at the last turn; `null` where the customer has not spoken last. */
function rowOf({ turns, moods, misses }: PredictionDialogue): number[] | null {
  const spoken = turns.filter(({ author }) => author !== 'system').slice(-MOST_TURNS);
  if (spoken.at(-1)?.author !== 'customer') return null;
  const course = readCourse(
    spoken.map((turn) => ({ isCustomer: turn.author === 'customer', units: unitsOf(turn) })),
  );
  return predictionRow(course(spoken.length - 1), { moods, misses });
}

function unitsOf({ text = '', tokens }: PredictionTurn): string[] {
  return tokens ? tokens.map(String) : splitUnits(normalise(text)).map((unit) => unit.text);
}

/** Each reason is taken away in thought; what lowers the odds most was the strongest. */
function reasonsOf(trees: BoostedTrees, row: readonly number[]): Phrase[] {
  const odds = logOddsOf(trees, row);
  const effects = Object.entries(reasonSignals).map(([code, calm]) => {
    const without = row.map((value, at) => calm[predictionSignals[at] as PredictionSignal] ?? value);
    return { code, effect: odds - logOddsOf(trees, without) };
  });
  return effects
    .filter(({ effect }) => effect >= LEAST_EFFECT)
    .toSorted((a, b) => b.effect - a.effect)
    .slice(0, MOST_REASONS)
    .map(({ code }) => ({ code, params: {} }));
}
