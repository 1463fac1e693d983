/** Scores of one query by slot, 0 where nothing matched; valid until the next query. */
export type Scores = {
  scores: Float64Array;
  /** What a passage would get that says all of the query; the measure for "how much of it was found". */
  ideal: number;
};

/** The inverted index under the search: passages in numbered slots, BM25 over their terms. */
export type Postings = {
  /** Stores a passage's terms and returns its slot; slots of removed passages are used again. */
  add(terms: ReadonlyMap<string, number>): number;
  remove(slot: number): void;
  score(query: ReadonlyMap<string, number>): Scores;
};

/** Saturation of a term's count and the share of length normalisation, as measured on Chinese question matching. */
const k1 = 1.2;
const lengthShare = 0.75;
const mostQueryCount = 2;

type List = { slots: number[]; counts: number[] };

/** Makes an empty inverted index. */
export function createPostings(): Postings {
  const lists = new Map<string, List>();
  const termsOfSlot: (ReadonlyMap<string, number> | undefined)[] = [];
  const lengths: number[] = [];
  const free: number[] = [];
  let scores = new Float64Array(1024);
  let count = 0;
  let totalLength = 0;

  function add(terms: ReadonlyMap<string, number>): number {
    const slot = free.pop() ?? termsOfSlot.length;
    const length = [...terms.values()].reduce((sum, value) => sum + value, 0);
    termsOfSlot[slot] = terms;
    lengths[slot] = length;
    count += 1;
    totalLength += length;
    for (const [term, value] of terms) {
      const list = lists.get(term);
      if (list) {
        list.slots.push(slot);
        list.counts.push(value);
      } else {
        lists.set(term, { slots: [slot], counts: [value] });
      }
    }
    return slot;
  }

  function remove(slot: number): void {
    for (const term of termsOfSlot[slot]?.keys() ?? []) {
      const list = lists.get(term) as List;
      const at = list.slots.indexOf(slot);
      list.slots.splice(at, 1);
      list.counts.splice(at, 1);
      if (list.slots.length === 0) {
        lists.delete(term);
      }
    }
    if (termsOfSlot[slot]) {
      count -= 1;
      totalLength -= lengths[slot] as number;
      termsOfSlot[slot] = undefined;
      free.push(slot);
    }
  }

  function score(query: ReadonlyMap<string, number>): Scores {
    scores = scores.length < termsOfSlot.length ? new Float64Array(termsOfSlot.length * 2) : scores.fill(0);
    const averageLength = totalLength / (count || 1);
    let ideal = 0;
    for (const [term, value] of query) {
      const list = lists.get(term);
      const found = list?.slots.length ?? 0;
      const weight = Math.log(1 + (count - found + 0.5) / (found + 0.5)) * Math.min(value, mostQueryCount);
      ideal += weight;
      if (list) {
        addList(scores, list, { weight, lengths, averageLength });
      }
    }
    return { scores, ideal };
  }

  return { add, remove, score };
}

type Weighing = { weight: number; lengths: readonly number[]; averageLength: number };

/** Adds what one term gives to every passage that has it. */
function addList(
  scores: Float64Array,
  { slots, counts }: List,
  { weight, lengths, averageLength }: Weighing,
): void {
  for (let i = 0; i < slots.length; i += 1) {
    const slot = slots[i] as number;
    const value = counts[i] as number;
    const norm = k1 * (1 - lengthShare + (lengthShare * (lengths[slot] as number)) / averageLength);
    scores[slot] = (scores[slot] as number) + (weight * value * (k1 + 1)) / (value + norm);
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
      best.push(slot);
      if (best.length >= count * 4) {
        keepBest(best, scores, count);
        floor = scores[best.at(-1) as number] as number;
      }
    }
  }
  return keepBest(best, scores, count);
}

function keepBest(slots: number[], scores: Float64Array, count: number): number[] {
  slots.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  slots.length = Math.min(slots.length, count);
  return slots;
}
