import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRetrieval, type Retrieval } from './retrieval.ts';

function shopIndex(): Retrieval {
  const index = createRetrieval();
  index.upsert({
    id: 'return',
    language: 'zh',
    question: '怎么退货',
    variants: ['退货流程是什么', '不合适可以退吗'],
    answer: '签收后七天内可在订单页申请退货，商品需完好。',
  });
  index.upsert({
    id: 'freight',
    language: 'zh',
    question: '退货运费谁承担',
    answer: '质量问题由商家承担，其他原因由买家承担。',
  });
  index.upsert({
    id: 'invoice',
    language: 'zh',
    question: '怎么开发票',
    variants: ['可以开专票吗'],
    answer: '在订单页选择电子发票，填写抬头和税号。',
  });
  index.upsert({
    id: 'ship',
    language: 'zh',
    question: '多久发货',
    variants: ['什么时候发货'],
    answer: '下单后 48 小时内发出。',
  });
  index.upsert({
    id: 'wash',
    language: 'zh',
    question: '卫衣可以机洗吗',
    answer: '可以，建议冷水轻柔模式。',
  });
  index.upsert({
    id: 'return',
    language: 'en',
    question: 'How do I return an item?',
    variants: ['Can I send it back?'],
    answer: 'Within seven days, from the order page.',
  });
  index.upsert({
    id: 'ship',
    language: 'en',
    question: 'How long does delivery take?',
    answer: 'We dispatch within 48 hours.',
  });
  index.upsert({
    id: 'invoice',
    language: 'en',
    question: 'How can I get an invoice?',
    answer: 'Choose it on the order page.',
  });
  return index;
}

/** Hits with scores free of the last bits that adding and taking away fractions leaves behind. */
function rounded(index: Retrieval, query: string): Map<string, string> {
  return new Map(index.search(query, { language: 'zh' }).map((hit) => [hit.id, hit.score.toFixed(6)]));
}

describe('search', () => {
  it.each([
    ['我想退货', 'return'],
    ['退货的邮费谁出', 'freight'],
    ['能开张发票吗', 'invoice'],
    ['几时可以发货啊', 'ship'],
    ['如何退货', 'return'],
    ['税号填在哪里', 'invoice'],
  ])('finds for "%s" the article %s', (query, id) => {
    expect(shopIndex().search(query)[0]?.id).toBe(id);
  });

  it.each([
    ['returning my items', 'return'],
    ['how many days for shipping', 'ship'],
    ['how do I get an invoce', 'invoice'],
    ['I want to send back my shoes', 'return'],
  ])('finds for "%s" the article %s', (query, id) => {
    expect(shopIndex().search(query)[0]?.id).toBe(id);
  });

  it('searches the language of the query unless told otherwise', () => {
    const index = shopIndex();
    expect(index.search('How do I return', { language: 'zh' })).toEqual([]);
    expect(index.search('return', { language: 'any' }).map((hit) => hit.id)).toContain('return');
  });

  it('is sure of an article that asks the same, and says when it has nothing', () => {
    const index = shopIndex();
    expect(index.search('怎么开发票')[0]?.probability).toBeGreaterThan(0.8);
    expect(index.search('你们老板今年几岁了')[0]?.probability ?? 0).toBeLessThan(0.4);
    expect(index.search('what is the capital of France')[0]?.probability ?? 0).toBeLessThan(0.4);
    for (const far of [
      'write me a poem about dragons',
      'who won the world cup',
      '帮我写一首关于龙的诗',
      '怎么造火箭',
    ]) {
      expect(index.search(far)[0]?.probability ?? 0, far).toBeLessThan(0.4);
    }
    expect(index.search('😀😀')).toEqual([]);
    expect(index.search('')).toEqual([]);
  });

  it('gives the wanted number of hits, best first, each document once', () => {
    const hits = shopIndex().search('退货', { limit: 3 });
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).toSorted((a, b) => b - a));
    expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
  });
});

describe('upsert and remove', () => {
  it('replaces a document of the same id and language, and forgets a removed one', () => {
    const index = shopIndex();
    index.upsert({ id: 'ship', language: 'zh', question: '门店在哪里' });
    expect(index.search('什么时候发货').map((hit) => hit.id)).not.toContain('ship');
    expect(index.search('门店地址')[0]?.id).toBe('ship');
    index.remove('ship', 'zh');
    expect(index.search('门店在哪里').map((hit) => hit.id)).not.toContain('ship');
    expect(index.search('delivery time')[0]?.id).toBe('ship');
    index.remove('ship');
    expect(index.search('delivery time').map((hit) => hit.id)).not.toContain('ship');
  });

  it('after any changes answers like an index built afresh', () => {
    const texts = [
      '怎么退货',
      '退货运费',
      '多久发货',
      '开发票',
      'return an item',
      'delivery time',
      '尺码表',
      '',
    ];
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      text: fc.constantFrom(...texts),
      isRemoval: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const changed = createRetrieval();
        const current = new Map<string, string>();
        for (const { id, text, isRemoval } of changes) {
          if (isRemoval) {
            changed.remove(id);
            current.delete(id);
          } else {
            changed.upsert({ id, language: 'zh', question: text });
            current.set(id, text);
          }
        }
        const fresh = createRetrieval();
        for (const [id, question] of current) {
          fresh.upsert({ id, language: 'zh', question });
        }
        expect(changed.size).toBe(current.size);
        for (const query of texts) {
          expect(rounded(changed, query)).toEqual(rounded(fresh, query));
        }
      }),
    );
  });
});
