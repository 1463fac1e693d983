import {
  extractFeatures,
  type Feature,
  featuresOfUnits,
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

function wordsOf(turn: Turn): Feature[] {
  const ready = turn.tokens ?? turn.ids;
  if (!ready) {
    return extractFeatures(turn.text ?? '', dialogueShape);
  }
  const units = ready.map(
    (token, at): Unit => ({ text: String(token), kind: 'word', start: at, end: at + 1 }),
  );
  return featuresOfUnits(units, dialogueShape);
}

function mark(name: string): Feature {
  return { name, start: 0, end: 0 };
}

function bucket(value: number): number {
  return Math.min(6, Math.floor(Math.log2(value + 1) * 1.5));
}

/**
 * What is known at a turn: its words, those of the two turns before by speaker, how long it is, how far the dialogue has come, how
 * much of it the customer has said before, and how many turns in a row were the customer's.
 */
export function turnFeatures(turns: readonly Turn[], at: number): Feature[] {
  const turn = turns[at] as Turn;
  const own = wordsOf(turn);
  const isOwn = isCustomer(turn);
  const features = [mark(`@by ${isOwn ? 'customer' : 'bot'}`), ...own];
  for (const back of [1, 2]) {
    const before = turns[at - back];
    const speaker = before ? `${back}${isCustomer(before) ? 'c' : 'b'}` : `${back}none`;
    features.push(
      mark(`@${speaker}`),
      ...(before ? wordsOf(before).map(({ name }) => mark(`${speaker} ${name}`)) : []),
    );
  }
  const said = turns.slice(0, at).filter(isCustomer);
  const earlier = new Set(said.flatMap((each) => wordsOf(each).map(({ name }) => name)));
  const repeated = own.filter(({ name }) => earlier.has(name)).length / (own.length || 1);
  return [
    ...features,
    mark(`@length ${bucket(own.length)}`),
    mark(`@turn ${bucket(said.length)}`),
    mark(`@repeats ${Math.round(repeated * 4)}`),
    mark(`@streak ${streak(turns, at)}`),
  ];
}

function streak(turns: readonly Turn[], at: number): number {
  let length = 0;
  while (length < 4 && at - length >= 0 && isCustomer(turns[at - length] as Turn)) {
    length += 1;
  }
  return length;
}

/** The whole dialogue: words by speaker, the customer's last turns once more, and its length. */
export function dialogueFeatures({ turns }: Dialogue): Feature[] {
  const features: Feature[] = [];
  const customerTurns = turns.filter(isCustomer);
  for (const turn of turns) {
    const speaker = isCustomer(turn) ? 'c' : 'a';
    features.push(...wordsOf(turn).map(({ name }) => mark(`${speaker} ${name}`)));
  }
  for (const turn of customerTurns.slice(-3)) {
    features.push(...wordsOf(turn).map(({ name }) => mark(`late ${name}`)));
  }
  const last = turns.at(-1);
  return [
    ...features,
    ...(last ? wordsOf(last).map(({ name }) => mark(`end ${name}`)) : []),
    mark(`@turns ${bucket(turns.length)}`),
    mark(`@ends ${last && isCustomer(last) ? 'customer' : 'agent'}`),
  ];
}
