import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/domain/language';
import { isSameQuestion, sentencesOn, tells } from './article-sentence.ts';

const points = '确认收货后到账，一元 1 分。100 分抵 ¥1，有效 12 个月。退货时那笔积分会扣回。';
const abroad =
  'We ship to Hong Kong and Japan: ¥58, in 5–12 days. Duties are paid by the recipient; sleeping bags stay home.';

function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}

describe('the part of an article that answers', () => {
  it.each([
    ['会过期吗', points, '100 分抵 ¥1，有效 12 个月。'],
    ['退货的话积分怎么算', points, '退货时那笔积分会扣回。'],
    ['how long', abroad, 'We ship to Hong Kong and Japan: ¥58, in 5–12 days.'],
    ['can you send sleeping bags', abroad, 'sleeping bags stay home.'],
  ] as const)('“%s”', (question, article, said) => {
    expect(sentencesOn(question, article, languageOf(question))).toBe(said);
  });

  it('is none where nothing of it was asked', () => {
    expect(sentencesOn('颜色偏黄', points, 'zh')).toBeNull();
    expect(sentencesOn('is it blue', abroad, 'en')).toBeNull();
  });
});

describe('whether an article tells what is asked', () => {
  it.each([
    ['customs?', abroad, true],
    ['how long does it take', abroad, true],
    ['how much is gift wrap', abroad, false],
    ['会过期吗', points, true],
    ['运费多少钱', '券满 ¥199 可用。', true],
    ['包装多少钱', '券满 ¥199 可用。', false],
  ] as const)('“%s”', (question, article, isTold) => {
    expect(tells(question, article, languageOf(question))).toBe(isTold);
  });
});

describe('the same question again', () => {
  it('is one in much the same words', () => {
    expect(isSameQuestion('退货运费谁出啊', '退货运费谁出', 'zh')).toBe(true);
    expect(isSameQuestion('who pays return shipping then', 'who pays for return shipping', 'en')).toBe(true);
    expect(isSameQuestion('会过期吗', '积分怎么兑换', 'zh')).toBe(false);
  });
});
