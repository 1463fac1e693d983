import type { Language } from '#shared/domain/language';
import { detectLanguage } from '../language/index.ts';
import { answerProbability, type Evidence } from './retrieval-confidence.ts';
import { bestSlots, createPostings, type Postings, type Scores } from './retrieval-postings.ts';
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

/** A found document. `score` compares hits of one search only; `probability` is the calibrated chance that this hit answers. */
export type RetrievalHit = { id: string; score: number; probability: number };

/** A found document with what its chance is judged by. */
export type JudgedHit = { id: string; language: Language; evidence: Evidence };

export type SearchOptions = {
  /** Absent: detected from the query. Only documents of this language are searched; `any` searches all. */
  language?: Language | 'any';
  /** Most hits wanted, 5 when absent. */
  limit?: number;
};

/** A full-text index in memory (BM25), changed document by document. */
export type Retrieval = {
  /** Adds the document or replaces the one of the same id and language. */
  upsert(document: RetrievalDocument): void;
  /** Removes the document in one language, or in all. Does nothing when it isn't there. */
  remove(id: string, language?: Language): void;
  /** Best hits first; none when no term of the query is known. */
  search(query: string, options?: SearchOptions): RetrievalHit[];
  /** The same hits with the evidence, for fitting the curve of probabilities. */
  judge(query: string, options?: SearchOptions): JudgedHit[];
  /** How many documents the index holds. */
  readonly size: number;
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

type Entry = { id: string; language: Language; slots: number[] };
type Owner = { entry: Entry; isAnswer: boolean };
type Ranked = { entry: Entry; asked: number; share: number; told: number; best: number };
type Weighed = { entry: Entry; score: number; found: number; said: number };
type Query = { terms: ReadonlyMap<string, number> } & Scores;

/** Makes an empty index. Each way to ask is a passage of its own, so that many variants do not water a short question down. */
export function createRetrieval(): Retrieval {
  const entries = new Map<string, Entry>();
  const postings = createPostings();
  const spelling = createSpelling();
  const owners: Owner[] = [];

  function remove(id: string, language?: Language): void {
    for (const each of language ? [language] : (['zh', 'en'] as const)) {
      const key = keyOf(id, each);
      for (const slot of entries.get(key)?.slots ?? []) {
        postings.remove(slot);
      }
      entries.delete(key);
    }
  }

  function upsert(document: RetrievalDocument): void {
    remove(document.id, document.language);
    const entry: Entry = { id: document.id, language: document.language, slots: [] };
    const add = (text: string, isAnswer: boolean): void => {
      const terms = countTerms(text);
      spelling.learn(terms.keys());
      const slot = postings.add(terms);
      owners[slot] = { entry, isAnswer };
      entry.slots.push(slot);
    };
    for (const asked of [document.question, ...(document.variants ?? [])]) {
      add(asked, false);
    }
    if (document.answer) {
      add(`${document.question} ${document.answer}`, true);
    }
    entries.set(keyOf(document.id, document.language), entry);
  }

  function judge(text: string, { language = detectLanguage(text), limit = 5 }: SearchOptions = {}) {
    const terms = spelling.read(countTerms(text), postings.has);
    const query: Query = { terms, ...postings.score(terms) };
    const isWanted = (slot: number): boolean =>
      language === 'any' || owners[slot]?.entry.language === language;
    const slots = bestSlots(query.scores, candidates(limit), isWanted);
    const ranked = collect(owners, slots, query.scores).slice(0, Math.max(closeLook, limit));
    const weighed = ranked
      .map((each) => weigh(postings, query, each))
      .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
    const unknown = query.ideal > 0 ? worthOf(query, (term) => !postings.has(term)) / query.ideal : 0;
    return weighed.slice(0, limit).map(({ entry, score, found, said }, place): JudgedHit => {
      const rival = weighed[place === 0 ? 1 : 0]?.score ?? 0;
      const evidence = { score, rival, ideal: query.ideal, found, said, unknown };
      return { id: entry.id, language: entry.language, evidence };
    });
  }

  return {
    upsert,
    remove,
    judge,
    search: (query, options) =>
      judge(query, options).map(({ id, language, evidence }) => ({
        id,
        score: evidence.score,
        probability: answerProbability(evidence, language),
      })),
    get size() {
      return entries.size;
    },
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
function weigh(postings: Postings, query: Query, ranked: Ranked): Weighed {
  const passages = ranked.entry.slots.map((slot) => postings.termsOf(slot));
  const has = (term: string): boolean => passages.some((terms) => terms.has(term));
  const found = worthOf(query, has) / query.ideal;
  const said = shareSaid(postings, query, ranked.best);
  const score =
    scoreOf(ranked) * Math.max(leastShare, found) ** foundPower * Math.max(leastShare, said) ** saidPower;
  return { entry: ranked.entry, score, found, said };
}

function worthOf({ worth }: Query, has: (term: string) => boolean): number {
  let sum = 0;
  for (const [term, value] of worth) {
    if (has(term)) sum += value;
  }
  return sum;
}

function shareSaid(postings: Postings, { terms }: Query, slot: number): number {
  let said = 0;
  let all = 0;
  for (const [term, count] of postings.termsOf(slot)) {
    const rarity = postings.rarityOf(term);
    all += rarity * count;
    said += rarity * Math.min(count, terms.get(term) ?? 0);
  }
  return all > 0 ? said / all : 0;
}
