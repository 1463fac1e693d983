import type { CourseTurn } from '../../backend/modules/handoff-prediction/index.ts';
import {
  type Feature,
  featuresOfUnits,
  normalise,
  splitUnits,
  type Unit,
} from '../../backend/modules/language/index.ts';

/** A turn as words, as ready tokens, or as the ids that stand for words in the public sets. */
export type Turn = {
  role: string;
  text?: string;
  tokens?: readonly (string | number)[];
  ids?: readonly number[];
  handoff?: 0 | 1;
  /** The feeling that the data gives a turn: 1 unhappy, 2 neutral, 3 happy. */
  sent?: number;
};
export type Dialogue = { id?: unknown; turns: readonly Turn[]; satisfaction?: number };

/** Both dialogue tasks read words singly and in pairs. */
export const dialogueShape = { unitNgrams: 2, letterNgrams: [0, 0] } as const;

/** True for a turn that the customer spoke. */
export function isCustomer(turn: Turn): boolean {
  return turn.role === 'user' || turn.role === 'customer';
}

/** The words of a turn: cut from its text, or its ready tokens or ids. */
export function unitsOf(turn: Turn): Unit[] {
  const ready = turn.tokens ?? turn.ids;
  return ready
    ? ready.map((token, at): Unit => ({ text: String(token), kind: 'word', start: at, end: at + 1 }))
    : splitUnits(normalise(turn.text ?? ''));
}

function wordsOf(turn: Turn): Feature[] {
  return featuresOfUnits(unitsOf(turn), dialogueShape);
}

/** The utterance as a whole: bots and agents say many things word for word. */
export function whole(turn: Turn): string {
  return unitsOf(turn)
    .map(({ text }) => text)
    .join('.');
}

/** A feature that stands at no place in a text. */
export function mark(name: string): Feature {
  return { name, start: 0, end: 0 };
}

/** What is said at a turn and in the two before it, by speaker: what a linear model reads. The course of the dialogue is read beside it. */
export function turnFeatures(turns: readonly Turn[], at: number): Feature[] {
  const turn = turns[at] as Turn;
  const speaker = isCustomer(turn) ? 'c' : 'b';
  const features = [
    mark(`@by ${speaker}`),
    mark(`${speaker} whole ${whole(turn)}`),
    ...wordsOf(turn).map(({ name }) => mark(`${speaker} ${name}`)),
  ];
  for (const back of [1, 2, 3]) {
    const before = turns[at - back];
    const place = before ? `${back}${isCustomer(before) ? 'c' : 'b'}${speaker}` : `${back}none`;
    features.push(mark(`@${place}`));
    if (before && back < 3) {
      features.push(mark(`${place} whole ${whole(before)}`));
      features.push(...wordsOf(before).map(({ name }) => mark(`${place} ${name}`)));
    }
  }
  return features;
}

/** The turns as the course of a dialogue is read from them. */
export function courseOf(turns: readonly Turn[]): CourseTurn[] {
  return turns.map((turn) => ({
    isCustomer: isCustomer(turn),
    units: unitsOf(turn).map(({ text }) => text),
  }));
}
