import type { Language } from '#shared/domain/language';
import type { KnowledgeArticle } from '#shared/domain/learning';
import type { ArticleHit } from '#shared/protocol/agent-requests';
import type { Clock } from '../../runtime/clock.ts';
import type { Transact } from '../../runtime/transact.ts';
import type { Article, KnowledgeRepository } from './ports.ts';
import { createRetrieval, type Retrieval } from './retrieval.ts';

/** How long an index may be used before it is asked whether another node has changed an article. */
const CHECK_EVERY_MS = 5_000;

/** An article that may answer, with the calibrated chance that it does. */
export type KnowledgeHit = ArticleHit & { intent: string | null; tags: string[] };

/** The one knowledge base, for the bot and for the console. */
export type KnowledgeService = {
  /** Best first. What another node changed is found within five seconds, what this node changed at once. */
  search(query: string, options: { language: Language; limit: number }): Promise<KnowledgeHit[]>;
  save(article: Omit<Article, 'updatedAt'>): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<KnowledgeArticle[]>;
  listVersions(id: string): Promise<KnowledgeArticle[]>;
  /** Articles were changed by somebody else's hands: the next search reads them anew. */
  forget(): void;
};

type Index = {
  retrieval: Retrieval;
  articles: Map<string, Article>;
  fingerprint: string;
  checkedAtMs: number;
};

/** The knowledge base over its table, with an index in memory that is rebuilt when articles change. */
export function createKnowledgeService(ports: {
  transact: Transact<{ knowledge: KnowledgeRepository }>;
  clock: Clock;
}): KnowledgeService {
  const { transact, clock } = ports;
  let index: Index | null = null;

  async function freshIndex(): Promise<Index> {
    const nowMs = clock.now().getTime();
    if (index && nowMs - index.checkedAtMs < CHECK_EVERY_MS) return index;
    const known = index?.fingerprint;
    const read = await transact(async ({ knowledge }) => {
      const fingerprint = await knowledge.readFingerprint();
      return { fingerprint, articles: fingerprint === known ? null : await knowledge.listArticles() };
    });
    index =
      read.articles === null && index
        ? { ...index, checkedAtMs: nowMs }
        : buildIndex(read.articles ?? [], read.fingerprint, nowMs);
    return index;
  }

  return {
    async search(query, { language, limit }) {
      const { retrieval, articles } = await freshIndex();
      return retrieval.search(query, { language, limit }).flatMap(({ id, probability }) => {
        const article = articles.get(id);
        if (!article) return [];
        const { title, answer, intent, tags } = article;
        return [{ id, title, answer, intent, tags, confidence: probability }];
      });
    },
    async save(article) {
      await transact(({ knowledge }) => knowledge.saveArticle({ ...article, updatedAt: clock.now() }));
      index = null;
    },
    async remove(id) {
      await transact(({ knowledge }) => knowledge.removeArticle(id));
      index = null;
    },
    list: () => transact(({ knowledge }) => knowledge.listCurrent()),
    listVersions: (id) => transact(({ knowledge }) => knowledge.listVersions(id)),
    forget() {
      index = null;
    },
  };
}

function buildIndex(list: readonly Article[], fingerprint: string, checkedAtMs: number): Index {
  const retrieval = createRetrieval();
  for (const article of list) {
    for (const language of ['zh', 'en'] as const) {
      // Who wrote it in one language only answers in that one.
      if (article.title[language] === '') continue;
      retrieval.upsert({
        id: article.id,
        language,
        question: article.title[language],
        variants: article.questions[language],
        answer: article.answer[language],
      });
    }
  }
  return {
    retrieval,
    articles: new Map(list.map((article) => [article.id, article])),
    fingerprint,
    checkedAtMs,
  };
}
