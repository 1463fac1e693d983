import { commonness } from './retrieval-background.ts';

/** Scores of one query by slot, 0 where nothing matched; valid until the next query. */
export type Scores = {
  scores: Float64Array;
  /** What a passage would get that says all of the query; the measure for "how much of it was found". */
  ideal: number;
  /** What each term of the query is worth. */
  worth: ReadonlyMap<string, number>;
};

/** The inverted index under the search: passages in numbered slots, BM25 over their terms. */
export type Postings = {
  /** Stores a passage's terms and returns its slot; slots of removed passages are used again. */
  add(terms: ReadonlyMap<string, number>): number;
  remove(slot: number): void;
  score(query: ReadonlyMap<string, number>): Scores;
  /** The terms of a stored passage. */
  termsOf(slot: number): ReadonlyMap<string, number>;
  /** How rare a term is, here and in general: what finding it once is worth. */
  rarityOf(term: string): number;
  /** Whether any passage has the term. */
  has(term: string): boolean;
};

/** Saturation of a term's count and the share of length normalisation, as measured on Chinese question matching. */
const k1 = 1.2;
const lengthShare = 0.75;
const mostQueryCount = 2;
/** So many sentences about anything count beside the passages when a term's rarity is judged. */
const general = 300;

type List = { slots: number[]; counts: number[] };

/** Makes an empty inverted index. */
export function createPostings(): Postings {
  const lists = new Map<string, List>();
  const termsOfSlot: (ReadonlyMap<string, number> | undefined)[] = [];
  const lengths: number[] = [];
  const free: number[] = [];
  let scores = new Float64Array(1024);
  let norms: Float64Array | null = null;
  const rarities = createRarities(lists, () => count);
  let count = 0;
  let totalLength = 0;

  function add(terms: ReadonlyMap<string, number>): number {
    const slot = free.pop() ?? termsOfSlot.length;
    const length = [...terms.values()].reduce((sum, value) => sum + value, 0);
    termsOfSlot[slot] = terms;
    lengths[slot] = length;
    count += 1;
    totalLength += length;
    norms = null;
    rarities.forget();
    putInLists(lists, slot, terms);
    return slot;
  }

  function remove(slot: number): void {
    const terms = termsOfSlot[slot];
    if (!terms) return;
    takeFromLists(lists, slot, terms.keys());
    count -= 1;
    totalLength -= lengths[slot] as number;
    termsOfSlot[slot] = undefined;
    free.push(slot);
    norms = null;
    rarities.forget();
  }

  function score(query: ReadonlyMap<string, number>): Scores {
    scores = scores.length < termsOfSlot.length ? new Float64Array(termsOfSlot.length * 2) : scores.fill(0);
    norms ??= normsOf(lengths, totalLength / (count || 1));
    const worth = new Map<string, number>();
    let ideal = 0;
    for (const [term, value] of query) {
      const list = lists.get(term);
      const weight = rarities.of(term) * Math.min(value, mostQueryCount);
      worth.set(term, weight);
      ideal += weight;
      if (list) {
        addList(scores, list, { weight, norms });
      }
    }
    return { scores, ideal, worth };
  }

  return {
    add,
    remove,
    score,
    rarityOf: rarities.of,
    termsOf: (slot) => termsOfSlot[slot] ?? new Map(),
    has: (term) => lists.has(term),
  };
}

/** How rare terms are among so many passages; remembered as long as none of them changes. */
function createRarities(
  lists: ReadonlyMap<string, List>,
  count: () => number,
): { of(term: string): number; forget(): void } {
  const known = new Map<string, number>();
  return {
    of(term) {
      const before = known.get(term);
      if (before !== undefined) return before;
      const found = lists.get(term)?.slots.length ?? 0;
      const rarity = Math.log((count() + general + 1) / (found + commonness(term) * general + 0.5));
      // What is only asked is not kept, or the memory would grow with the questions.
      if (found > 0) known.set(term, rarity);
      return rarity;
    },
    forget: () => known.clear(),
  };
}

function putInLists(lists: Map<string, List>, slot: number, terms: ReadonlyMap<string, number>): void {
  for (const [term, value] of terms) {
    const list = lists.get(term) ?? { slots: [], counts: [] };
    list.slots.push(slot);
    list.counts.push(value);
    lists.set(term, list);
  }
}

function takeFromLists(lists: Map<string, List>, slot: number, terms: Iterable<string>): void {
  for (const term of terms) {
    const list = lists.get(term) as List;
    const at = list.slots.indexOf(slot);
    list.slots.splice(at, 1);
    list.counts.splice(at, 1);
    if (list.slots.length === 0) lists.delete(term);
  }
}

/** What a passage's length costs it, by slot. */
function normsOf(lengths: readonly number[], average: number): Float64Array {
  return Float64Array.from(lengths, (length) => k1 * (1 - lengthShare + (lengthShare * length) / average));
}

/** Adds what one term gives to every passage that has it. */
function addList(
  scores: Float64Array,
  { slots, counts }: List,
  { weight, norms }: { weight: number; norms: Float64Array },
): void {
  for (let i = 0; i < slots.length; i += 1) {
    const slot = slots[i] as number;
    const value = counts[i] as number;
    scores[slot] = (scores[slot] as number) + (weight * value * (k1 + 1)) / (value + (norms[slot] as number));
  }
}

/** The slots with the highest scores above 0, best first, at most `count`, of those that are wanted. */
export function bestSlots(
  scores: Float64Array,
  count: number,
  isWanted: (slot: number) => boolean,
): number[] {
  const best: number[] = [];
  let floor = 0;
  for (let slot = 0; slot < scores.length; slot += 1) {
    const score = scores[slot] as number;
    if (score > floor && isWanted(slot)) {
      best.splice(placeOf(score, best, scores), 0, slot);
      if (best.length > count) {
        best.pop();
        floor = scores[best.at(-1) as number] as number;
      }
    }
  }
  return best;
}

/** Where a score belongs among slots that are sorted by theirs, behind its equals. */
function placeOf(score: number, sorted: readonly number[], scores: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scores[sorted[middle] as number] as number) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}
