import type { CauseSuggestion } from '#shared/domain/disposition';
import type { ClosedCase, Lateness, OpenCase } from './ports.ts';

/** What was closed before, searchable by what the customer said. In memory: some thousand cases of a few hundred characters. */
export type CaseIndex = {
  /** A case that is known already is replaced. */
  add(closed: ClosedCase): void;
  /** At most three causes, likeliest first; empty without evidence. Of the late order's causes only those that the shop's tree has (`codes`). */
  suggest(open: OpenCase, codes: ReadonlySet<string>): CauseSuggestion[];
};

type Indexed = {
  id: string;
  causeCode: string;
  intent: string | null;
  length: number;
  counts: Map<string, number>;
};

/** The usual weights of BM25: how soon repetition stops counting, and how much long cases are held back. */
const K1 = 1.2;
const B = 0.75;
const NEIGHBOURS = 15;
/** What the habit of the intent weighs against the votes of the neighbours, in neighbours that fit perfectly. */
const HABIT_WEIGHT = 0.4;
/** What a late order weighs, in neighbours that fit perfectly: what was said comes first, but the books are no guess. */
const LATENESS_WEIGHT = 0.3;
/** What each kind of lateness is called in the tree; names may be changed there, codes never are. */
const latenessCauses: Record<Lateness, string> = {
  unsent: 'logistics.warehouse-delay',
  stuck: 'logistics.carrier.stuck',
};
/** What always speaks for none of the causes; with it, confidence came nearest to how often the first one was right (leave-one-out). */
const DOUBT = 0.08;
/** Below this likeness the nearest case says nothing; below this confidence a cause is not worth showing. */
const LEAST_LIKENESS = 0.06;
const LEAST_CONFIDENCE = 0.08;
const LEAST_HABIT = 4;

/** An empty index, to be filled case by case. */
export function createCaseIndex(): CaseIndex {
  const cases = new Map<string, Indexed>();
  const postings = new Map<string, Set<string>>();
  let totalLength = 0;

  function remove(known: Indexed): void {
    for (const token of known.counts.keys()) postings.get(token)?.delete(known.id);
    totalLength -= known.length;
    cases.delete(known.id);
  }

  /** The nearest cases with their likeness, 0 to 1: the share of the query's weight that the case covers. */
  function nearest(words: string): { found: Indexed; likeness: number }[] {
    const meanLength = totalLength / Math.max(1, cases.size);
    const scores = new Map<string, number>();
    let best = 0;
    for (const token of new Set(tokensOf(words))) {
      const holders = postings.get(token);
      const idf = Math.log(1 + (cases.size - (holders?.size ?? 0) + 0.5) / ((holders?.size ?? 0) + 0.5));
      best += idf;
      for (const id of holders ?? []) {
        const { counts, length } = cases.get(id) as Indexed;
        const count = counts.get(token) ?? 0;
        const gain = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength));
        scores.set(id, (scores.get(id) ?? 0) + (idf * gain) / (K1 + 1));
      }
    }
    return [...scores]
      .map(([id, score]) => ({ found: cases.get(id) as Indexed, likeness: score / best }))
      .sort((a, b) => b.likeness - a.likeness || (a.found.id < b.found.id ? 1 : -1))
      .slice(0, NEIGHBOURS);
  }

  return {
    add(closed) {
      const known = cases.get(closed.conversationId);
      if (known) remove(known);
      const tokens = tokensOf(closed.words);
      const counts = new Map<string, number>();
      for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
      const { conversationId: id, causeCode, intent } = closed;
      cases.set(id, { id, causeCode, intent, length: tokens.length, counts });
      totalLength += tokens.length;
      for (const token of counts.keys()) postings.set(token, (postings.get(token) ?? new Set()).add(id));
    },
    suggest: (open, codes) =>
      vote(nearest(open.words), habitOf([...cases.values()], open.intent), latenessOf(open, codes)),
  };
}

/** Cause by cause: the likeness of the neighbours that had it, and how usual it is for the intent. */
function vote(
  neighbours: readonly { found: Indexed; likeness: number }[],
  habit: ReadonlyMap<string, number>,
  late: string | null,
): CauseSuggestion[] {
  const near = neighbours.filter(({ likeness }) => likeness >= LEAST_LIKENESS);
  if (near.length === 0 && habit.size === 0 && late === null) return [];
  const votes = new Map<string, number>();
  let total = DOUBT + (habit.size > 0 ? HABIT_WEIGHT : 0);
  for (const { found, likeness } of near) {
    votes.set(found.causeCode, (votes.get(found.causeCode) ?? 0) + likeness);
    total += likeness;
  }
  for (const [code, share] of habit) votes.set(code, (votes.get(code) ?? 0) + share * HABIT_WEIGHT);
  if (late !== null) {
    votes.set(late, (votes.get(late) ?? 0) + LATENESS_WEIGHT);
    total += LATENESS_WEIGHT;
  }
  return [...votes]
    .map(([code, weight]) => ({ code, confidence: Math.round((weight / total) * 100) / 100 }))
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1))
    .slice(0, 3);
}

/** The cause that a late order speaks for, where the shop's tree has it. */
function latenessOf({ lateness }: OpenCase, codes: ReadonlySet<string>): string | null {
  const code = lateness === null ? null : latenessCauses[lateness];
  return code !== null && codes.has(code) ? code : null;
}

/** How often each cause was chosen for this intent, as shares of one; empty while too few are known. */
function habitOf(cases: readonly Indexed[], intent: string | null): Map<string, number> {
  const same = intent === null ? [] : cases.filter((known) => known.intent === intent);
  if (same.length < LEAST_HABIT) return new Map();
  const shares = new Map<string, number>();
  for (const { causeCode } of same) shares.set(causeCode, (shares.get(causeCode) ?? 0) + 1 / same.length);
  return shares;
}

/** Latin words and numbers of two letters or more, and every two neighbouring Chinese characters. */
function tokensOf(words: string): string[] {
  const tokens: string[] = [];
  for (const run of words.toLowerCase().match(/\p{Script=Han}+|[\p{Script=Latin}\d']{2,}/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) tokens.push(run);
    else if (run.length === 1) tokens.push(run);
    else for (let at = 0; at + 1 < run.length; at += 1) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
}
