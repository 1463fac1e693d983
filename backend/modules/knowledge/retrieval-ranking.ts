import type { Language } from '#shared/domain/language';
import { bestSlots } from './retrieval-best.ts';
import { createPostings, type Scored } from './retrieval-postings.ts';
import { createSpelling } from './retrieval-spelling.ts';
import { countTerms } from './retrieval-tokens.ts';

/** An article as the index sees it, in one language. The same article in another language is another document. */
export type RetrievalDocument = {
  id: string;
  language: Language;
  question: string;
  /** Other ways to ask the same. */
  variants?: readonly string[];
  answer?: string;
};

/** A document with its place among the others: what it got, and what there was to get. */
export type RankedDocument = {
  id: string;
  language: Language;
  /** Its ways to ask, for whoever looks closer. */
  passages: readonly string[];
  /** Its score, the score of the next best, and what a passage would get that says just the query. */
  score: number;
  rival: number;
  ideal: number;
  /** How much of the query is found anywhere in the document, by worth, 0…1. */
  found: number;
  /** How much of the score comes from the answer rather than from the ways to ask, 0…1. */
  told: number;
  /** How much of the best passage is said by the query, by worth, 0…1. */
  said: number;
};

/** The documents in the order of their scores (BM25), without a judgement whether any of them answers. */
export type Ranking = {
  /** Adds the document or replaces the one of the same id and language. */
  upsert(document: RetrievalDocument): void;
  /** Removes the document in one language, or in all. Does nothing when it isn't there. */
  remove(id: string, language?: Language): void;
  /** Best first; none when no term of the query is known. */
  rank(query: string, options: { language: Language | 'any'; limit: number }): RankedDocument[];
  /** How many documents there are, in a language or in all. */
  count(language: Language | 'any'): number;
};

/** How much of a document's score comes from its answer's text, beside the best of its questions. */
const answerShare = 0.25;
/** How much of the second-best way to ask is added to the best, then half as much of the third, and so on: agreement speaks for a document. */
const secondShare = 0.2;
/** How strongly it counts that the document has little of the query anywhere, and that little of its passage was said: powers of those shares. */
const foundPower = 0.25;
const saidPower = 0.2;
const leastShare = 0.02;
/** So many documents are looked at closely. */
const closeLook = 12;

type Entry = { id: string; language: Language; passages: string[]; slots: number[] };
type Owner = { entry: Entry; isAnswer: boolean };
type Ranked = { entry: Entry; asked: number; share: number; told: number; best: number };
type Weighed = { entry: Entry; score: number; found: number; said: number; told: number };

/** Makes an empty ranking. Each way to ask is a passage of its own, so that many variants do not water a short question down. */
export function createRanking(): Ranking {
  const entries = new Map<string, Entry>();
  const counts: Record<Language, number> = { zh: 0, en: 0 };
  const postings = createPostings();
  const spelling = createSpelling();
  const owners: Owner[] = [];

  function remove(id: string, language?: Language): void {
    for (const each of language ? [language] : (['zh', 'en'] as const)) {
      const key = keyOf(id, each);
      for (const slot of entries.get(key)?.slots ?? []) {
        postings.remove(slot);
      }
      if (entries.delete(key)) counts[each] -= 1;
    }
  }

  function upsert(document: RetrievalDocument): void {
    remove(document.id, document.language);
    const passages = [document.question, ...(document.variants ?? [])];
    const entry: Entry = { id: document.id, language: document.language, passages, slots: [] };
    const add = (text: string, isAnswer: boolean): void => {
      const terms = countTerms(text);
      spelling.learn(terms.keys());
      const slot = postings.add(terms);
      owners[slot] = { entry, isAnswer };
      entry.slots.push(slot);
    };
    for (const asked of passages) {
      add(asked, false);
    }
    if (document.answer) {
      add(`${document.question} ${document.answer}`, true);
    }
    entries.set(keyOf(document.id, document.language), entry);
    counts[document.language] += 1;
  }

  function rank(text: string, { language, limit }: { language: Language | 'any'; limit: number }) {
    const query = postings.score(spelling.read(countTerms(text), postings.has));
    const isWanted = (slot: number): boolean =>
      language === 'any' || owners[slot]?.entry.language === language;
    const slots = bestSlots(query.scores, candidates(limit), isWanted);
    const ranked = collect(owners, slots, query.scores).slice(0, Math.max(closeLook, limit));
    const weighed = ranked
      .map((each) => weigh(query, each))
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
    return weighed.slice(0, limit).map(({ entry, ...values }, place): RankedDocument => {
      const rival = weighed[place === 0 ? 1 : 0]?.score ?? 0;
      const { id, passages } = entry;
      return { id, passages, language: entry.language, rival, ideal: query.ideal, ...values };
    });
  }

  return {
    upsert,
    remove,
    rank,
    count: (language) => (language === 'any' ? counts.zh + counts.en : counts[language]),
  };
}

/** Scores by document; the slots come best first. */
function collect(owners: readonly Owner[], slots: readonly number[], scores: Float64Array): Ranked[] {
  const found = new Map<Entry, Ranked>();
  for (const slot of slots) {
    const { entry, isAnswer } = owners[slot] as Owner;
    const score = scores[slot] as number;
    const ranked = found.get(entry) ?? { entry, asked: 0, share: 1, told: 0, best: slot };
    if (isAnswer) {
      ranked.told = score;
    } else {
      if (ranked.share === 1) ranked.best = slot;
      ranked.asked += score * ranked.share;
      ranked.share = ranked.share === 1 ? secondShare : ranked.share / 2;
    }
    found.set(entry, ranked);
  }
  return [...found.values()].toSorted((a, b) => scoreOf(b) - scoreOf(a));
}

/** How many passages are looked at for so many hits: several may belong to one document. */
function candidates(limit: number): number {
  return 32 + 8 * limit;
}

function keyOf(id: string, language: Language): string {
  return `${language}:${id}`;
}

function scoreOf({ asked, told }: Ranked): number {
  return told === 0 ? asked : Math.max(asked, asked * (1 - answerShare) + told * answerShare);
}

/** Looks closely: how much of the query the whole document has, and how much of its best passage the query says. */
function weigh(query: Scored, ranked: Ranked): Weighed {
  const found = query.foundIn(ranked.entry.slots) / query.ideal;
  const said = query.saidIn(ranked.best);
  const score =
    scoreOf(ranked) * Math.max(leastShare, found) ** foundPower * Math.max(leastShare, said) ** saidPower;
  const told = ranked.told / (ranked.asked + ranked.told);
  return { entry: ranked.entry, score, found, said, told };
}
