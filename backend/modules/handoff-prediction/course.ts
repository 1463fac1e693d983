/** A turn as the course of a dialogue sees it: who spoke, and the units (words, characters, or ids that stand for words) of what was said. */
export type CourseTurn = { isCustomer: boolean; units: readonly string[] };

/** How much a unit tells two utterances apart; 1 for all where nothing is known about a language. */
export type Rarity = (unit: string) => number;

/**
 * The signals of a course, in their order in a row. They need no understanding of the words, only whether words come again, so what is learned
 * from ids that stand for words holds for text too. "own": earlier turns of the same speaker; similarities are cosines of the units.
 */
export const courseSignals = [
  'isCustomer',
  'turnsBefore',
  'customerTurns',
  'botTurns',
  'botLead',
  'length',
  'previousLength',
  'lengthOverPrevious',
  'mostLikeOwn',
  'sameAsOwn',
  'likeOwnLast',
  'ownLastAgo',
  'mostLikeOther',
  'botSaidSame',
  'botSaidLike',
  'botSaidSameEver',
  'customerLastLikeOwn',
  'streak',
  'afterCustomer',
  'twoAfterCustomer',
  'likePrevious',
  'likeCustomerLast',
  'customerLastLength',
  'variety',
] as const;
export type CourseSignal = (typeof courseSignals)[number];

type Read = { isCustomer: boolean; key: string; length: number; bag: Map<string, number>; norm: number };

const everyUnit: Rarity = () => 1;

/** Reads the turns once; the function returned gives the signals at a turn, from that turn and those before it only. */
export function readCourse(
  turns: readonly CourseTurn[],
  rarity: Rarity = everyUnit,
): (at: number) => number[] {
  const read = turns.map((turn) => readTurn(turn, rarity));
  return (at) => {
    const signals = { ...placeSignals(read, at), ...repeatSignals(read, at), ...botSignals(read, at) };
    return courseSignals.map((name) => signals[name]);
  };
}

function readTurn({ isCustomer, units }: CourseTurn, rarity: Rarity): Read {
  const bag = new Map<string, number>();
  for (const unit of units) bag.set(unit, rarity(unit));
  const norm = Math.sqrt([...bag.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { isCustomer, key: units.join('\u200b'), length: units.length, bag, norm };
}

type Place =
  | 'isCustomer'
  | 'turnsBefore'
  | 'customerTurns'
  | 'botTurns'
  | 'botLead'
  | 'length'
  | 'previousLength'
  | 'lengthOverPrevious'
  | 'streak'
  | 'afterCustomer'
  | 'twoAfterCustomer'
  | 'variety';

function placeSignals(read: readonly Read[], at: number): Record<Place, number> {
  const turn = read[at] as Read;
  const previous = read[at - 1];
  const customerTurns = read.slice(0, at).filter(({ isCustomer }) => isCustomer).length;
  let streak = 1;
  while (read[at - streak]?.isCustomer === turn.isCustomer) streak += 1;
  return {
    isCustomer: Number(turn.isCustomer),
    turnsBefore: at,
    customerTurns,
    botTurns: at - customerTurns,
    botLead: at - 2 * customerTurns,
    length: Math.log1p(turn.length),
    previousLength: Math.log1p(previous?.length ?? 0),
    lengthOverPrevious: Math.log((turn.length + 1) / ((previous?.length ?? 0) + 1)),
    streak,
    afterCustomer: previous ? Number(previous.isCustomer) : -1,
    twoAfterCustomer: read[at - 2] ? Number(read[at - 2]?.isCustomer) : -1,
    variety: turn.bag.size / (turn.length || 1),
  };
}

type Repeat =
  | 'mostLikeOwn'
  | 'sameAsOwn'
  | 'likeOwnLast'
  | 'ownLastAgo'
  | 'mostLikeOther'
  | 'likePrevious'
  | 'likeCustomerLast'
  | 'customerLastLength'
  | 'customerLastLikeOwn';

function repeatSignals(read: readonly Read[], at: number): Record<Repeat, number> {
  const turn = read[at] as Read;
  const before = read.slice(0, at);
  const own = before.filter(({ isCustomer }) => isCustomer === turn.isCustomer);
  const other = before.filter(({ isCustomer }) => isCustomer !== turn.isCustomer);
  const said = before.filter(({ isCustomer }) => isCustomer);
  const customerLast = said.at(-1);
  const ownLast = own.at(-1);
  const previous = before.at(-1);
  return {
    mostLikeOwn: mostLike(turn, own),
    sameAsOwn: own.filter(({ key }) => key === turn.key).length,
    likeOwnLast: ownLast ? likeness(turn, ownLast) : 0,
    ownLastAgo: ownLast ? at - read.lastIndexOf(ownLast) : longAgo,
    mostLikeOther: mostLike(turn, other),
    likePrevious: previous ? likeness(turn, previous) : 0,
    likeCustomerLast: customerLast ? likeness(turn, customerLast) : 0,
    customerLastLikeOwn: customerLast ? mostLike(customerLast, said.slice(0, -1)) : 0,
    customerLastLength: customerLast ? Math.log1p(customerLast.length) : -1,
  };
}

const longAgo = 99;

/** How often the bot's latest answer (before this turn) had been given before, and how like it is to an earlier one. */
function botSignals(
  read: readonly Read[],
  at: number,
): Record<'botSaidSame' | 'botSaidLike' | 'botSaidSameEver', number> {
  const answers = read.slice(0, at).filter(({ isCustomer }) => !isCustomer);
  const last = answers.at(-1);
  const earlier = answers.slice(0, -1);
  const counts = new Map<string, number>();
  for (const { key } of answers) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    botSaidSame: last ? earlier.filter(({ key }) => key === last.key).length : 0,
    botSaidLike: last ? mostLike(last, earlier) : 0,
    botSaidSameEver: Math.max(1, ...counts.values()) - 1,
  };
}

function mostLike(turn: Read, others: readonly Read[]): number {
  return others.reduce((most, other) => Math.max(most, likeness(turn, other)), 0);
}

function likeness(a: Read, b: Read): number {
  const [small, large] = a.bag.size < b.bag.size ? [a.bag, b.bag] : [b.bag, a.bag];
  let sum = 0;
  for (const [unit, weight] of small) sum += large.has(unit) ? weight * weight : 0;
  return sum / (a.norm * b.norm);
}
