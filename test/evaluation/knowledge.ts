import type { Language } from '#shared/domain/language';
import { articles } from '../../backend/demo/content/knowledge/knowledge.ts';
import { withIntent } from '../../backend/modules/bot/article-confidence.ts';
import { createIntentModel } from '../../backend/modules/intent/index.ts';
import { createRetrieval } from '../../backend/modules/knowledge/index.ts';
import { questionsEn } from './knowledge-questions-en.ts';
import { questionsZh } from './knowledge-questions-zh.ts';

type Article = (typeof articles)[number];
type Question = readonly [answers: string, question: string];

/** What came first for a question, how sure it was, whether it is right, and whether the shop has an answer at all. */
export type Asked = { question: string; got: string; sure: number; isRight: boolean; hasAnswer: boolean };

const questions: Record<Language, readonly Question[]> = { zh: questionsZh, en: questionsEn };
const SMALL = 20;
const SMALL_SHOPS = 12;

/** Asks a shop with all of the demo articles everything. */
export function askFullShop(language: Language): Asked[] {
  return ask(articles, language);
}

/** Asks shops of twenty articles what they can answer and as much that they can't. */
export function askSmallShops(language: Language): Asked[] {
  const random = randomFrom(7);
  return Array.from({ length: SMALL_SHOPS }, () => {
    const asked = ask(shuffled(articles, random).slice(0, SMALL), language);
    const answerable = asked.filter(({ hasAnswer }) => hasAnswer);
    const others = shuffled(
      asked.filter(({ hasAnswer }) => !hasAnswer),
      random,
    );
    return [...answerable, ...others.slice(0, answerable.length)];
  }).flat();
}

function ask(shop: readonly Article[], language: Language): Asked[] {
  const index = createRetrieval();
  const intents = createIntentModel();
  const byId = new Map(shop.map((article) => [article.id, article]));
  for (const { id, title, questions: variants, answer } of shop) {
    index.upsert({
      id,
      language,
      question: title[language],
      variants: variants[language],
      answer: answer[language],
    });
  }
  return questions[language].map(([answers, question]) => {
    const right = answers.split('|').filter((id) => byId.has(id));
    const wish = intents.classify(question, language);
    const [best] = index
      .search(question, { language, limit: 5 })
      .map(({ id, probability }) => {
        const article = { intent: byId.get(id)?.intent ?? null, confidence: probability };
        return { id, sure: withIntent(article, wish, language) };
      })
      .toSorted((a, b) => b.sure - a.sure);
    const got = best?.id ?? '-';
    return {
      question,
      got,
      sure: best?.sure ?? 0,
      isRight: right.includes(got),
      hasAnswer: right.length > 0,
    };
  });
}

/**
 * Of what is answered when so large a share of the answerable questions is: how much is wrong, and from which confidence that is. Questions
 * without an answer that are answered all the same count as wrong.
 */
export function riskAt(asked: readonly Asked[], coverage: number): { wrong: number; from: number } {
  const surest = asked.toSorted((a, b) => b.sure - a.sure);
  const wanted = coverage * asked.filter(({ hasAnswer }) => hasAnswer).length;
  let answerable = 0;
  const end = surest.findIndex(({ hasAnswer }) => {
    answerable += Number(hasAnswer);
    return answerable >= wanted;
  });
  const answered = surest.slice(0, end + 1);
  const wrong = answered.filter(({ isRight }) => !isRight).length / answered.length;
  return { wrong, from: answered.at(-1)?.sure ?? 1 };
}

/** The share of answerable questions whose right article comes first. */
export function rightFirst(asked: readonly Asked[]): number {
  const answerable = asked.filter(({ hasAnswer }) => hasAnswer);
  return answerable.filter(({ isRight }) => isRight).length / answerable.length;
}

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
