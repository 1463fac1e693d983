import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../../../test/support/shop.ts';
import { createKnowledgeService, type KnowledgeService } from './index.ts';

let shop: Shop;
let otherNode: KnowledgeService;
const article = {
  id: 'boat-hire',
  title: { zh: '皮划艇租赁', en: 'Renting a kayak' },
  questions: { zh: ['可以租皮划艇吗', '皮划艇多少钱一天'], en: ['can I rent a kayak', 'kayak rental price'] },
  answer: { zh: '皮划艇每天 ¥80。', en: 'Kayaks are ¥80 a day.' },
  tags: [],
  intent: null,
};

beforeAll(async () => {
  shop = await openShop();
  const store = { knowledge: shop.store.knowledge };
  otherNode = createKnowledgeService({ transact: (work) => work(store), clock: shop.clock });
});
afterAll(() => shop.close());

const inChinese = { language: 'zh', limit: 3 } as const;

describe('the knowledge base', () => {
  it('finds nothing in an empty shop', async () => {
    expect(await shop.knowledge.search('可以租皮划艇吗', inChinese)).toEqual([]);
    expect(await otherNode.search('可以租皮划艇吗', inChinese)).toEqual([]);
  });

  it('finds an article at once where it was saved, and soon on another node', async () => {
    await shop.knowledge.save(article);
    const [hit] = await shop.knowledge.search('租皮划艇多少钱', inChinese);
    expect(hit).toMatchObject({ id: 'boat-hire', answer: article.answer });
    shop.pass(6_000);
    expect(await otherNode.search('租皮划艇多少钱', inChinese)).toHaveLength(1);
    const [english] = await otherNode.search('can i rent a kayak', { language: 'en', limit: 3 });
    expect(english?.id).toBe('boat-hire');
  });

  it('answers with the new words after a change, and with none after a removal', async () => {
    shop.pass(1_000);
    await shop.knowledge.save({
      ...article,
      answer: { zh: '皮划艇每天 ¥95。', en: 'Kayaks are ¥95 a day.' },
    });
    shop.pass(6_000);
    expect((await otherNode.search('皮划艇', inChinese))[0]?.answer.zh).toContain('95');
    await shop.knowledge.remove('boat-hire');
    shop.pass(6_000);
    expect(await otherNode.search('皮划艇', inChinese)).toEqual([]);
  });
});
