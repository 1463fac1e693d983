import { describe, expect, it } from 'vitest';
import { articles as demoArticles } from '../../../backend/demo/content/knowledge/knowledge.ts';
import { readDevelopmentShop } from './development-shop.ts';

describe('the shop on which the search is tuned', () => {
  for (const language of ['zh', 'en'] as const) {
    it(`has whole articles with three questions each, none of them the demo shop’s (${language})`, () => {
      const { articles, unanswerable } = readDevelopmentShop(language);
      expect(articles.length).toBeGreaterThanOrEqual(40);
      expect(unanswerable.length).toBeGreaterThanOrEqual(30);
      const titles = new Set(demoArticles.map(({ title }) => title[language]));
      for (const { id, title, variants, answer, questions } of articles) {
        expect(
          [title, answer, ...variants, ...questions].every((text) => text.length > 1),
          id,
        ).toBe(true);
        expect(questions.length, id).toBe(3);
        expect(titles.has(title), id).toBe(false);
      }
    });
  }
});
