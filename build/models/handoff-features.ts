import { asksForPerson } from '../../backend/modules/intent/index.ts';
import type { Feature } from '../../backend/modules/language/index.ts';
import { createSentimentModel } from '../../backend/modules/sentiment/index.ts';
import { isCustomer, type Turn, turnFeatures } from './dialogue.ts';

/** True for a turn whose words are known: text, or tokens that are words. Ids stand for words that nobody can read. */
export function isReadable(turn: Turn): boolean {
  return turn.text !== undefined || (turn.tokens ?? []).some((token) => typeof token === 'string');
}

function textOf({ text, tokens = [] }: Turn): string {
  const isHan = tokens.some((token) => /\p{Script=Han}/u.test(String(token)));
  return text ?? tokens.join(isHan ? '' : ' ');
}

type Feeling = 'low' | 'calm' | 'high' | 'unknown';

const lowScore = -0.2;
const highScore = 0.35;
let mood: ReturnType<typeof createSentimentModel> | undefined;

/** How the customer feels at a turn: by the label of the data (1 to 3), or by the shipped mood model. */
function feelingOf(turn: Turn): Feeling {
  if (turn.sent) {
    return (['low', 'calm', 'high'] as const)[turn.sent - 1] ?? 'unknown';
  }
  if (!isReadable(turn)) {
    return 'unknown';
  }
  mood ??= createSentimentModel();
  const { score } = mood.score(textOf(turn));
  if (score <= lowScore) {
    return 'low';
  }
  return score >= highScore ? 'high' : 'calm';
}

/**
 * What every dialogue shows in whatever words: how the customer feels now, felt before and how often unhappily, and the dialogue's course. It is what
 * a model learns from word ids that still holds for text.
 */
export function signFeatures(turns: readonly Turn[], at: number): Feature[] {
  const said = turns
    .slice(0, at + 1)
    .filter(isCustomer)
    .slice(-mostTurns);
  const feelings = said.map(feelingOf);
  const now = feelings.at(-1) ?? 'unknown';
  const lows = Math.min(3, feelings.slice(0, -1).filter((feeling) => feeling === 'low').length);
  const course = turnFeatures(turns, at).filter(({ name }) => name.startsWith('@'));
  const marks = [
    ...course.map(({ name }) => name),
    `feels ${now}`,
    `felt ${feelings.at(-2) ?? 'nothing'}`,
    `lows ${lows}`,
    `${now} after ${lows}`,
  ];
  return marks.map((name) => ({ name: `sign ${name}`, start: 0, end: 0 }));
}

/** Feelings of longer ago say nothing about now. */
const mostTurns = 8;

/** Features of the shipped model: words and course for ids, signs for what can be read. */
export function shippedFeatures(turns: readonly Turn[], at: number): Feature[] {
  return isReadable(turns[at] as Turn) ? signFeatures(turns, at) : turnFeatures(turns, at);
}

/** True when the turn asks for a person in so many words. */
export function wantsPerson(turn: Turn): boolean {
  return isReadable(turn) && asksForPerson(textOf(turn));
}
