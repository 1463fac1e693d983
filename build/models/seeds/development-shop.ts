import { readFileSync } from 'node:fs';
import type { Language } from '#shared/domain/language';

/** An article of the shop on which the search is tuned, with questions that it answers, in words of their own. */
export type DevelopmentArticle = {
  id: string;
  intent: string;
  title: string;
  variants: readonly string[];
  answer: string;
  questions: readonly string[];
};

/** That shop in one language, with questions to which it has no answer. */
export type DevelopmentShop = {
  articles: readonly DevelopmentArticle[];
  unanswerable: readonly string[];
};

/** Reads the shop of our own on which the search is tuned; none of it is in the shop that is measured. */
export function readDevelopmentShop(language: Language): DevelopmentShop {
  const text = readFileSync(new URL(`./development-shop-${language}.txt`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return {
    articles: lines.filter((line) => !line.startsWith('- ')).map(articleIn),
    unanswerable: lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
  };
}

function articleIn(line: string): DevelopmentArticle {
  const [id = '', intent = '', title = '', variants = '', answer = '', questions = ''] = line.split(' | ');
  return { id, intent, title, variants: variants.split(' ; '), answer, questions: questions.split(' ; ') };
}
