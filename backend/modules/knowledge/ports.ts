import type { Language, Localized } from '#shared/domain/language';

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

export type KnowledgeRepository = {
  listArticles(): Promise<Article[]>;
  /** Changes whenever an article was added, changed or removed, on whichever node. */
  readFingerprint(): Promise<string>;
  saveArticle(article: Article): Promise<void>;
  removeArticle(id: string): Promise<void>;
};
