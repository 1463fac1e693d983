import { describe, expect, it } from 'vitest';
import { questionsEn } from '../../../test/evaluation/knowledge-questions-en.ts';
import { questionsZh } from '../../../test/evaluation/knowledge-questions-zh.ts';
import { createRetrieval } from './retrieval.ts';
import { kinship, subjectsIn } from './retrieval-subjects.ts';
import { subjectQuestionsEn } from './subject-questions-en.ts';
import { subjectQuestionsZh } from './subject-questions-zh.ts';

describe('what shops are asked about', () => {
  it('holds none of the questions on which the search is measured', () => {
    const plain = (text: string): string => text.toLowerCase().replace(/[\p{P}\s]/gu, '');
    const written = [subjectQuestionsZh, subjectQuestionsEn].flatMap((subjects) =>
      Object.values(subjects).flatMap((ways) => ways.split('|').map(plain)),
    );
    const measured = [...questionsZh, ...questionsEn].map(([, question]) => plain(question));
    expect(measured.filter((question) => written.includes(question))).toEqual([]);
  });

  it('is told in words of one’s own, in either language', () => {
    expect([...subjectsIn('钱扣了我两次', 'zh').keys()][0]).toBe('charged-twice');
    expect([...subjectsIn('my money was taken two times', 'en').keys()][0]).toBe('charged-twice');
  });

  it('agrees with an article on the same and not with its neighbour', () => {
    const asked = subjectsIn('我的银行卡一直付不了款', 'zh');
    const same = kinship(asked, ['付款失败', '支付不成功怎么办'], 'zh');
    const near = kinship(asked, ['支持哪些付款方式', '能用银行卡吗'], 'zh');
    expect(same.agrees).toBeGreaterThan(near.agrees);
    expect(same.strays).toBeLessThan(near.strays);
  });

  it('keeps a shop from answering what only an article it lacks would answer', () => {
    const withBoth = createRetrieval();
    const withOne = createRetrieval();
    for (const index of [withBoth, withOne]) {
      index.upsert({
        id: 'ways',
        language: 'en',
        question: 'Ways to pay',
        variants: ['do you take visa cards', 'can I pay with a foreign card'],
        answer: 'Cards and bank transfer.',
      });
    }
    withBoth.upsert({
      id: 'failed',
      language: 'en',
      question: 'Payment fails',
      variants: ['my card is refused at checkout'],
      answer: 'Try another card, or ask your bank.',
    });
    const question = 'why was my card refused';
    const [right] = withBoth.search(question, { language: 'en' });
    const [neighbour] = withOne.search(question, { language: 'en' });
    expect(right?.id).toBe('failed');
    expect(right?.probability ?? 0).toBeGreaterThan(3 * (neighbour?.probability ?? 0));
  });
});
