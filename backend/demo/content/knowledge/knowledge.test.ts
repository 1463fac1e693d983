import { describe, expect, it } from 'vitest';
import { policies, yuan } from '../policies.ts';
import { articles, chapterNames } from './knowledge.ts';

const han = /\p{Script=Han}/u;
const languages = ['zh', 'en'] as const;

describe('the knowledge base', () => {
  it('has at least 60 articles with ids and titles of their own, some in every chapter', () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
    for (const language of languages) {
      expect(new Set(articles.map(({ title }) => title[language])).size).toBe(articles.length);
    }
    for (const chapter of Object.keys(chapterNames)) {
      expect(
        articles.some((article) => article.chapter === chapter),
        chapter,
      ).toBe(true);
    }
  });

  it('knows four ways or more to ask for each in each language, and none leads to two articles', () => {
    for (const language of languages) {
      const asked = articles.flatMap(({ questions }) => questions[language]);
      expect(new Set(asked).size).toBe(asked.length);
      for (const { id, questions } of articles) {
        expect(questions[language].length, id).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it('is in Chinese and in English throughout', () => {
    for (const { id, title, questions, answer } of articles) {
      for (const text of [title.zh, answer.zh, ...questions.zh]) expect(text, id).toMatch(han);
      for (const text of [title.en, answer.en, ...questions.en]) expect(text, id).not.toMatch(han);
    }
  });

  it('answers in one to four sentences', () => {
    for (const { id, answer } of articles) {
      expect(answer.zh.match(/[。！？]/g)?.length ?? 1, id).toBeLessThanOrEqual(4);
      expect(answer.en.match(/[.!?](?=\s|$)/g)?.length ?? 1, id).toBeLessThanOrEqual(5);
      expect(answer.zh.length, id).toBeLessThan(200);
      expect(answer.en.length, id).toBeLessThan(420);
    }
  });

  it('says the same amounts of money in both languages', () => {
    for (const { id, answer } of articles) {
      const amounts = (text: string) =>
        new Set((text.match(/¥[\d.,]*\d/g) ?? []).map((sum) => sum.replace(',', '')));
      expect(amounts(answer.en), id).toEqual(amounts(answer.zh));
    }
  });

  it.each([
    ['shipping-fee', [`¥${yuan(policies.shipping.freeFromFen)}`, `¥${yuan(policies.shipping.feeFen)}`]],
    ['dispatch-time', [`${policies.shipping.sameDayBeforeHour}`, `${policies.shipping.dispatchWithinHours}`]],
    [
      'late-dispatch-compensation',
      policies.shipping.lateDispatchCoupons.map(({ valueFen }) => `¥${yuan(valueFen)}`),
    ],
    ['tracking-not-updated', [`${policies.shipping.stuckAfterHours}`, `${policies.shipping.lostAfterDays}`]],
    ['return-window', [`${policies.returns.windowDays}`]],
    ['quality-problem', [`${policies.returns.qualityWindowDays}`]],
    ['refund-time', [`${policies.returns.inspectionHours}`, `${policies.returns.refundWorkingDays}`]],
    ['price-protection', [`${policies.orders.priceProtectionDays}`]],
    ['tiers', policies.membership.tiers.map(({ fromFen }) => `¥${yuan(fromFen)}`)],
    ['special-vat-invoice', [`${policies.invoice.specialWorkingDays}`]],
    ['warranty-terms', [`${policies.warranty.zipAndSeamMonths}`, `${policies.warranty.tentAndPackMonths}`]],
  ])('%s quotes the policy', (id, figures) => {
    const answer = articles.find((article) => article.id === id)?.answer;
    for (const figure of figures) {
      expect(answer?.zh).toContain(figure);
      expect(answer?.en).toContain(figure);
    }
  });

  it('mentions garment sizes with the return window of the policy', () => {
    const answer = articles.find(({ id }) => id === 'waist-and-length')?.answer;
    expect(answer?.zh).toContain(`${policies.returns.windowDays} 天`);
  });
});
