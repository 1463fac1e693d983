import { type Feature, featuresOfUnits } from '../../backend/modules/language/index.ts';
import { type Dialogue, isCustomer, mark, type Turn, unitsOf, whole } from './dialogue.ts';

type DialogueView = (dialogue: Dialogue) => Feature[];

/** Ways to read a whole dialogue. Each leaves out what another sees, so models of them err differently. */
export const dialogueViews: readonly DialogueView[] = [bySpeaker, byStage, byEnding, byCustomer];

/** The words of a turn, singly and in runs, each behind a prefix. */
function runs(turn: Turn, prefix: string, longest = 2): Feature[] {
  const shape = { unitNgrams: longest, letterNgrams: [0, 0] } as const;
  return featuresOfUnits(unitsOf(turn), shape).map(({ name }) => mark(`${prefix} ${name}`));
}

function singles(turn: Turn, prefix: string): Feature[] {
  return unitsOf(turn).map(({ text }) => mark(`${prefix} ${text}`));
}

function spoken(turn: Turn): 'c' | 'a' {
  return isCustomer(turn) ? 'c' : 'a';
}

/** Words by speaker, with the customer's last turns and the end once more. */
export function bySpeaker({ turns }: Dialogue): Feature[] {
  const last = turns.at(-1);
  return [
    ...turns.flatMap((turn) => runs(turn, spoken(turn))),
    ...turns
      .filter(isCustomer)
      .slice(-3)
      .flatMap((turn) => runs(turn, 'late')),
    ...(last ? runs(last, 'end') : []),
    mark(`@turns ${Math.floor(Math.log2(turns.length + 1) * 1.5)}`),
    mark(`@ends ${last && isCustomer(last) ? 'customer' : 'agent'}`),
  ];
}

/** Whole utterances, longer runs of words, and words by third of the dialogue. */
function byStage({ turns }: Dialogue): Feature[] {
  return turns.flatMap((turn, at) => [
    mark(`${spoken(turn)} whole ${whole(turn)}`),
    ...runs(turn, spoken(turn), 3),
    ...singles(turn, `${spoken(turn)}${Math.floor((3 * at) / turns.length)}`),
  ]);
}

/** How it ends: the customer's last turns by their place from the end, what came just before, and what was said after their last word. */
function byEnding({ turns }: Dialogue): Feature[] {
  const lastSaid = turns.findLastIndex(isCustomer);
  const before = turns.slice(0, Math.max(0, lastSaid)).findLast((turn) => !isCustomer(turn));
  const after = turns.slice(lastSaid + 1);
  const closing = turns.filter(isCustomer).slice(-6).reverse();
  return [
    ...closing.flatMap((turn, back) => {
      const place = `q${Math.floor(Math.log2(back + 1))}`;
      const length = Math.min(5, Math.floor(Math.log2(1 + unitsOf(turn).length)));
      return [...runs(turn, place), mark(`${place} whole ${whole(turn)}`), mark(`${place} length ${length}`)];
    }),
    ...(before ? [...runs(before, 'before'), mark(`before whole ${whole(before)}`)] : []),
    ...after.flatMap((turn) => [...runs(turn, 'after'), mark(`after whole ${whole(turn)}`)]),
    mark(`@after ${Math.min(4, after.length)}`),
    mark(`@order ${turns.slice(-5).map(spoken).join('')}`),
    ...turns.slice(-6).flatMap((turn) => singles(turn, `e${spoken(turn)}`)),
    ...turns.filter(isCustomer).flatMap((turn) => runs(turn, 'c', 3)),
  ];
}

/** The customer alone: longer runs, words that stand near each other, how far from the end, and the words of the answers. */
function byCustomer({ turns }: Dialogue): Feature[] {
  const said = turns.flatMap((turn, at) => (isCustomer(turn) ? [at] : []));
  return [
    ...said.flatMap((at, place) => {
      const turn = turns[at] as Turn;
      const back = said.length - 1 - place;
      const answer = turns[at + 1];
      return [
        ...runs(turn, 'c', 3),
        mark(`c whole ${whole(turn)}`),
        ...singles(turn, placeOf(back)),
        ...apart(turn),
        ...(answer && !isCustomer(answer) ? singles(answer, 'answer') : []),
      ];
    }),
    mark(`@said ${Math.floor(Math.log2(said.length + 1) * 2)}`),
  ];
}

function placeOf(back: number): string {
  if (back < 2) return 'last';
  return back < 5 ? 'late' : 'early';
}

/** Pairs of words with one to three others between them. */
function apart(turn: Turn): Feature[] {
  const words = unitsOf(turn).map(({ text }) => text);
  return words.flatMap((word, at) => words.slice(at + 2, at + 5).map((other) => mark(`${word}~${other}`)));
}
