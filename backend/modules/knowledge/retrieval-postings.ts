import { createLexicon, type Term } from './retrieval-lexicon.ts';

/** What one query found; valid until the next one. */
export type Scored = {
  /** Scores by slot, 0 where nothing matched. */
  scores: Float64Array;
  /** What a passage would get that says all of the query; the measure for "how much of it was found". */
  ideal: number;
  /** How much of the query stands in any of these passages, by worth. */
  foundIn(slots: readonly number[]): number;
  /** How much of a passage is said by the query, by rarity, 0…1. */
  saidIn(slot: number): number;
};

/** The inverted index under the search: passages in numbered slots, BM25 over their terms. */
export type Postings = {
  /** Stores a passage's terms and returns its slot; slots of removed passages are used again. */
  add(terms: ReadonlyMap<string, number>): number;
  remove(slot: number): void;
  score(query: ReadonlyMap<string, number>): Scored;
  /** Whether any passage has the term. */
  has(term: string): boolean;
};

/** Saturation of a term's count and the share of length normalisation, as measured on Chinese question matching. */
const k1 = 1.2;
const lengthShare = 0.75;
const mostQueryCount = 2;

type Passage = { terms: readonly Term[]; counts: Float64Array; length: number };

/** Makes an empty inverted index. */
export function createPostings(): Postings {
  const passages: (Passage | undefined)[] = [];
  const free: number[] = [];
  const asked = createAsked();
  const lexicon = createLexicon(() => count);
  let scores = new Float64Array(0);
  let norms: Float64Array | null = null;
  let count = 0;
  let totalLength = 0;

  function add(counted: ReadonlyMap<string, number>): number {
    const slot = free.pop() ?? passages.length;
    const terms = [...counted.keys()].map(lexicon.learn);
    const counts = Float64Array.from(counted.values());
    const length = counts.reduce((sum, value) => sum + value, 0);
    passages[slot] = { terms, counts, length };
    terms.forEach((term, i) => {
      term.slots.push(slot);
      term.counts.push(counts[i] as number);
    });
    changeBy(1, length);
    return slot;
  }

  function remove(slot: number): void {
    const passage = passages[slot];
    if (!passage) return;
    for (const term of passage.terms) lexicon.takeOut(term, slot);
    passages[slot] = undefined;
    free.push(slot);
    changeBy(-1, -passage.length);
  }

  /** What hangs on all passages together is reckoned anew with the next query. */
  function changeBy(passageCount: number, length: number): void {
    count += passageCount;
    totalLength += length;
    if (norms !== null) lexicon.forgetRarities();
    norms = null;
  }

  function score(query: ReadonlyMap<string, number>): Scored {
    scores = scores.length === passages.length ? scores.fill(0) : new Float64Array(passages.length);
    norms ??= normsOf(passages, totalLength / (count || 1));
    asked.begin(lexicon.numbers());
    let ideal = 0;
    for (const [name, value] of query) {
      const term = lexicon.find(name);
      const weight = lexicon.rarityOf(term ?? name) * Math.min(value, mostQueryCount);
      ideal += weight;
      if (!term) continue;
      asked.note(term.number, value, weight);
      addTerm(scores, term, { weight, norms });
    }
    return {
      scores,
      ideal,
      foundIn: (slots) => asked.worthIn(slots.map((slot) => passages[slot]?.terms ?? [])),
      saidIn: (slot) => saidShare(passages[slot], lexicon.rarityOf, asked.countOf),
    };
  }

  return { add, remove, score, has: (name) => lexicon.find(name) !== undefined };
}

/** How much of a passage is said, by rarity. */
function saidShare(
  passage: Passage | undefined,
  rarityOf: (term: Term) => number,
  countOf: (number: number) => number,
): number {
  let said = 0;
  let all = 0;
  passage?.terms.forEach((term, i) => {
    const value = passage.counts[i] as number;
    const rarity = rarityOf(term);
    all += rarity * value;
    said += rarity * Math.min(value, countOf(term.number));
  });
  return all > 0 ? said / all : 0;
}

/** The terms of the query at hand by their numbers, without a table of its own for each query. */
function createAsked(): {
  begin(numbers: number): void;
  note(number: number, count: number, worth: number): void;
  countOf(number: number): number;
  worthIn(passages: readonly (readonly Term[])[]): number;
} {
  let counts = new Float64Array(0);
  let worths = new Float64Array(0);
  let noted: number[] = [];
  return {
    begin(numbers) {
      for (const number of noted) {
        counts[number] = 0;
        worths[number] = 0;
      }
      noted = [];
      if (counts.length < numbers) {
        counts = new Float64Array(numbers * 2);
        worths = new Float64Array(numbers * 2);
      }
    },
    note(number, count, worth) {
      noted.push(number);
      counts[number] = count;
      worths[number] = worth;
    },
    countOf: (number) => counts[number] ?? 0,
    worthIn(passages) {
      const seen = new Set<number>();
      let sum = 0;
      for (const terms of passages) {
        for (const { number } of terms) {
          const worth = worths[number] ?? 0;
          if (worth === 0 || seen.has(number)) continue;
          seen.add(number);
          sum += worth;
        }
      }
      return sum;
    },
  };
}

/** What a passage's length costs it, by slot. */
function normsOf(passages: readonly (Passage | undefined)[], average: number): Float64Array {
  return Float64Array.from(
    passages,
    (passage) => k1 * (1 - lengthShare + (lengthShare * (passage?.length ?? 0)) / average),
  );
}

/** Adds what one term gives to every passage that has it. */
function addTerm(
  scores: Float64Array,
  { slots, counts }: Term,
  { weight, norms }: { weight: number; norms: Float64Array },
): void {
  for (let i = 0; i < slots.length; i += 1) {
    const slot = slots[i] as number;
    const value = counts[i] as number;
    scores[slot] = (scores[slot] as number) + (weight * value * (k1 + 1)) / (value + (norms[slot] as number));
  }
}
