import { commonness } from './retrieval-background.ts';

/** A term with its passages. Terms have numbers, so that a query looks each of its words up once and then only counts. */
export type Term = {
  readonly name: string;
  readonly number: number;
  slots: number[];
  counts: number[];
  /** Not a number until it is asked for. */
  rarity: number;
};

/** All terms of the passages. */
export type Lexicon = {
  /** The term of a name, a new one where it is not known. */
  learn(name: string): Term;
  find(name: string): Term | undefined;
  /** Takes a passage out of a term's list, and the term away with its last passage. */
  takeOut(term: Term, slot: number): void;
  /** How rare a term is, here and in general: what finding it once is worth. A mere name stands for a term that no passage has. */
  rarityOf(term: Term | string): number;
  forgetRarities(): void;
  /** All numbers are below this. */
  numbers(): number;
};

/** So many sentences about anything count beside the passages when a term's rarity is judged. */
const general = 300;

/** Makes an empty lexicon over so many passages. */
export function createLexicon(passageCount: () => number): Lexicon {
  const terms = new Map<string, Term>();
  let numbers = 0;

  function rarity(name: string, found: number): number {
    return Math.log((passageCount() + general + 1) / (found + commonness(name) * general + 0.5));
  }

  return {
    learn(name) {
      const known = terms.get(name);
      if (known) return known;
      const term: Term = { name, number: numbers, slots: [], counts: [], rarity: Number.NaN };
      numbers += 1;
      terms.set(name, term);
      return term;
    },
    find: (name) => terms.get(name),
    takeOut(term, slot) {
      const at = term.slots.indexOf(slot);
      term.slots.splice(at, 1);
      term.counts.splice(at, 1);
      if (term.slots.length === 0) terms.delete(term.name);
    },
    rarityOf(term) {
      if (typeof term === 'string') return rarity(term, 0);
      if (Number.isNaN(term.rarity)) term.rarity = rarity(term.name, term.slots.length);
      return term.rarity;
    },
    forgetRarities() {
      for (const term of terms.values()) term.rarity = Number.NaN;
    },
    numbers: () => numbers,
  };
}
