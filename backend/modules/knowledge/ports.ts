import type { AgentId } from '#shared/domain/ids';
import type { Language, Localized } from '#shared/domain/language';
import type { ArticleContent, KnowledgeArticle } from '#shared/domain/learning';

/** What the shop answers to a question, in both languages, and how customers ask it. */
export type Article = {
  id: string;
  title: Localized;
  questions: Record<Language, string[]>;
  answer: Localized;
  tags: string[];
  intent: string | null;
  updatedAt: Date;
};

/** A person's change of an article: a new one where it names none, its removal where it has no content. */
export type ArticleChange = {
  target: { id: string; version: number } | null;
  content: ArticleContent | null;
  by: AgentId;
  at: Date;
};

export type KnowledgeRepository = {
  listArticles(): Promise<Article[]>;
  /** Changes whenever an article was added, changed or removed, on whichever node. */
  readFingerprint(): Promise<string>;
  saveArticle(article: Article): Promise<void>;
  removeArticle(id: string): Promise<void>;
  /** Articles as they are, by title. */
  listCurrent(): Promise<KnowledgeArticle[]>;
  /** All versions of an article, newest first. */
  listVersions(id: string): Promise<KnowledgeArticle[]>;
  /** Keeps the change as the next version; null where the article is not at the version named, or not there. */
  writeVersion(change: ArticleChange): Promise<KnowledgeArticle | null>;
};
