import type { Language } from '#shared/domain/language';
import { articles } from '../../../backend/demo/content/index.ts';

/** What the demo shop's knowledge base answers; what the bot says must hold these very words. */
export function articleAnswer(id: string, language: Language): string {
  const article = articles.find((one) => one.id === id);
  if (article === undefined) throw new Error(`There is no article ${id}`);
  return article.answer[language];
}
