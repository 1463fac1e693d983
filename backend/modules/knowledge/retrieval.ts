import type { Language } from '#shared/domain/language';
import { detectLanguage } from '../language/index.ts';
import { answerProbability } from './retrieval-confidence.ts';
import { bestSlots, createPostings } from './retrieval-postings.ts';
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
  /** How many documents the index holds. */
  readonly size: number;
};

/** How much of a document's score comes from its answer's text, beside the best of its questions. */
const answerShare = 0.25;
/** How much of the second-best way to ask is added to the best, then half as much of the third, and so on: agreement speaks for a document. */
const secondShare = 0.2;

type Entry = { id: string; language: Language; slots: number[] };
type Owner = { entry: Entry; isAnswer: boolean };
type Ranked = { entry: Entry; asked: number; share: number; told: number };

/** Makes an empty index. Each way to ask is a passage of its own, so that many variants do not water a short question down. */
export function createRetrieval(): Retrieval {
  const entries = new Map<string, Entry>();
  const postings = createPostings();
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
      const slot = postings.add(countTerms(text));
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

  /** Scores by document; the slots come best first. */
  function collect(slots: readonly number[], scores: Float64Array): Ranked[] {
    const found = new Map<Entry, Ranked>();
    for (const slot of slots) {
      const { entry, isAnswer } = owners[slot] as Owner;
      const score = scores[slot] as number;
      const ranked = found.get(entry) ?? { entry, asked: 0, share: 1, told: 0 };
      if (isAnswer) {
        ranked.told = score;
      } else {
        ranked.asked += score * ranked.share;
        ranked.share = ranked.share === 1 ? secondShare : ranked.share / 2;
      }
      found.set(entry, ranked);
    }
    return [...found.values()];
  }

  return {
    upsert,
    remove,
    search(query, { language = detectLanguage(query), limit = 5 } = {}) {
      const { scores, ideal } = postings.score(countTerms(query));
      const isWanted = (slot: number): boolean =>
        language === 'any' || owners[slot]?.entry.language === language;
      return topHits(collect(bestSlots(scores, candidates(limit), isWanted), scores), ideal, limit);
    },
    get size() {
      return entries.size;
    },
  };
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

function topHits(ranked: readonly Ranked[], ideal: number, limit: number): RetrievalHit[] {
  const hits = ranked
    .map((each) => ({ id: each.entry.id, language: each.entry.language, score: scoreOf(each) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return hits.slice(0, limit).map(({ id, language, score }, place) => {
    const rival = hits[place === 0 ? 1 : 0]?.score ?? 0;
    return { id, score, probability: answerProbability({ score, rival, ideal }, language) };
  });
}
