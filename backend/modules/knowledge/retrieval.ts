import type { Language } from '#shared/domain/language';
import { detectLanguage } from '../language/index.ts';
import { answerProbability, type Evidence } from './retrieval-confidence.ts';
import { createRanking, type RetrievalDocument } from './retrieval-ranking.ts';
import { kinship, subjectsIn } from './retrieval-subjects.ts';

export type { RetrievalDocument } from './retrieval-ranking.ts';

/** A found document. `score` compares hits of one search only; `probability` is the calibrated chance that this hit answers. */
export type RetrievalHit = { id: string; score: number; probability: number };

/** A found document with what its chance is judged by. */
type JudgedHit = { id: string; language: Language; evidence: Evidence };

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

/** So many hits are asked what they are about; one further down is taken for being about something else. */
const closelyJudged = 3;

/** Makes an empty index. */
export function createRetrieval(): Retrieval {
  const { upsert, remove, rank, count } = createRanking();

  function judge(query: string, { language = detectLanguage(query), limit = 5 }: SearchOptions = {}) {
    const asked = subjectsIn(query, language === 'any' ? detectLanguage(query) : language);
    return rank(query, { language, limit }).map((ranked, place): JudgedHit => {
      const about = place < closelyJudged ? ranked.passages : [];
      const evidence = { ...ranked, entries: count(language), ...kinship(asked, about, ranked.language) };
      return { id: ranked.id, language: ranked.language, evidence };
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
      return count('any');
    },
  };
}
