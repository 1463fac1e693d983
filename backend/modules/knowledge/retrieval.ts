import type { Language } from '#shared/domain/language';
import { detectLanguage } from '../language/index.ts';
import { answerProbability } from './retrieval-confidence.ts';
import { type Term, termsOf } from './retrieval-tokens.ts';

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
  readonly size: number;
};

const k1 = 1.2;
const lengthShare = 0.5;
const answerWeight = 0.25;

/** Each way to ask is a passage of its own, so that a long list of variants does not water a short one down. */
type Passage = { document: Entry; length: number; terms: Map<string, number>; weight: number };
type Entry = { id: string; language: Language; passages: Passage[] };
type Postings = Map<string, Map<Passage, number>>;

/** Makes an empty index. */
export function createRetrieval(): Retrieval {
  const entries = new Map<string, Entry>();
  const postings: Postings = new Map();
  let passageCount = 0;
  let totalLength = 0;

  function drop(key: string): void {
    const entry = entries.get(key);
    if (!entry) {
      return;
    }
    entries.delete(key);
    for (const passage of entry.passages) {
      passageCount -= 1;
      totalLength -= passage.length;
      for (const term of passage.terms.keys()) {
        const list = postings.get(term);
        list?.delete(passage);
        if (list?.size === 0) {
          postings.delete(term);
        }
      }
    }
  }

  function upsert(document: RetrievalDocument): void {
    const key = keyOf(document.id, document.language);
    drop(key);
    const entry: Entry = { id: document.id, language: document.language, passages: [] };
    entry.passages = passagesOf(document, entry);
    entries.set(key, entry);
    for (const passage of entry.passages) {
      passageCount += 1;
      totalLength += passage.length;
      for (const [term, count] of passage.terms) {
        const list = postings.get(term) ?? new Map<Passage, number>();
        list.set(passage, count);
        postings.set(term, list);
      }
    }
  }

  function search(
    query: string,
    { language = detectLanguage(query), limit = 5 }: SearchOptions = {},
  ): RetrievalHit[] {
    const wanted = countTerms(termsOf(query));
    const averageLength = totalLength / (passageCount || 1);
    const scores = new Map<Passage, number>();
    let ideal = 0;
    for (const [term, weight] of wanted) {
      const list = postings.get(term);
      const found = list?.size ?? 0;
      const idf = Math.log(1 + (passageCount - found + 0.5) / (found + 0.5));
      ideal += idf * Math.min(weight, 2);
      for (const [passage, count] of list ?? []) {
        const norm = k1 * (1 - lengthShare + (lengthShare * passage.length) / averageLength);
        const gain = (idf * Math.min(weight, 2) * count * (k1 + 1)) / (count + norm);
        scores.set(passage, (scores.get(passage) ?? 0) + gain);
      }
    }
    return rank(scores, language, { limit, ideal });
  }

  return {
    upsert,
    remove(id, language) {
      for (const each of language ? [language] : (['zh', 'en'] as const)) {
        drop(keyOf(id, each));
      }
    },
    search,
    get size() {
      return entries.size;
    },
  };
}

function keyOf(id: string, language: Language): string {
  return `${language}:${id}`;
}

function passagesOf(document: RetrievalDocument, entry: Entry): Passage[] {
  const asked = [document.question, ...(document.variants ?? [])].map((text) => ({ text, weight: 1 }));
  const told = document.answer
    ? [{ text: `${document.question} ${document.answer}`, weight: answerWeight }]
    : [];
  return [...asked, ...told].map(({ text, weight }) => {
    const terms = countTerms(termsOf(text));
    return {
      document: entry,
      terms,
      weight,
      length: [...terms.values()].reduce((sum, count) => sum + count, 0),
    };
  });
}

function countTerms(terms: readonly Term[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, weight } of terms) {
    counts.set(name, (counts.get(name) ?? 0) + weight);
  }
  return counts;
}

function rank(
  scores: ReadonlyMap<Passage, number>,
  language: Language | 'any',
  { limit, ideal }: { limit: number; ideal: number },
): RetrievalHit[] {
  const best = new Map<Entry, number>();
  const told = new Map<Entry, number>();
  for (const [passage, score] of scores) {
    const entry = passage.document;
    if (language === 'any' || entry.language === language) {
      const kept = passage.weight === 1 ? best : told;
      kept.set(entry, Math.max(kept.get(entry) ?? 0, score));
    }
  }
  for (const [entry, score] of told) {
    best.set(entry, (best.get(entry) ?? 0) * (1 - answerWeight) + score * answerWeight);
  }
  const hits = [...best]
    .sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
    .slice(0, Math.max(limit, 2));
  return hits.slice(0, limit).map(([entry, score], place) => {
    const rival = hits[place === 0 ? 1 : 0]?.[1] ?? 0;
    return { id: entry.id, score, probability: answerProbability({ score, rival, ideal }) };
  });
}
