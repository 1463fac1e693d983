import { describe, expect, it } from 'vitest';
import { createRetrieval } from './retrieval.ts';

/** A shop of few articles, in both languages. */
function smallShop() {
  const index = createRetrieval();
  const zh = { fee: '满多少包邮', return: '怎么申请退货', size: '外套穿什么码', points: '积分怎么用' };
  const en = {
    fee: 'How much is shipping?',
    return: 'How do I return an item?',
    track: 'Where can I track my parcel?',
  };
  for (const [id, question] of Object.entries(zh)) index.upsert({ id, language: 'zh', question });
  for (const [id, question] of Object.entries(en)) index.upsert({ id, language: 'en', question });
  return index;
}

describe('what was typed wrongly', () => {
  it.each([
    ['满多少包油', 'fee'],
    ['怎么伸请推货', 'return'],
    ['外套传什么码', 'size'],
    ['tuihuo', 'return'],
    ['鸡分怎么用', 'points'],
  ])('reads %s by its sound', (query, id) => {
    expect(smallShop().search(query, { language: 'zh' })[0]?.id).toBe(id);
  });

  it.each([
    ['retrun an itme', 'return'],
    ['trak my parcel', 'track'],
    ['how much is shiping', 'fee'],
  ])('reads %s by its letters', (query, id) => {
    expect(smallShop().search(query, { language: 'en' })[0]?.id).toBe(id);
  });

  it('leaves alone what is written as the shop writes it', () => {
    const [typed] = smallShop().search('积分怎么用', { language: 'zh' });
    const [mistyped] = smallShop().search('鸡分怎么用', { language: 'zh' });
    expect(typed?.probability).toBeGreaterThan(mistyped?.probability ?? 1);
  });

  it('forgets the words of a removed article', () => {
    const index = smallShop();
    index.remove('return');
    expect(index.search('tuihuo', { language: 'zh' }).map(({ id }) => id)).not.toContain('return');
  });
});

describe('“I don’t know” in a shop of four articles', () => {
  it.each(['股票怎么开户', '今天天气怎么样', '你们老板几岁', '高铁票怎么买'])('is said to %s', (query) => {
    expect(smallShop().search(query, { language: 'zh' })[0]?.probability ?? 0).toBeLessThan(0.4);
  });

  it.each(['how do I open a bank account', 'who won the match', 'what is the weather like'])(
    'is said to %s',
    (query) => {
      expect(smallShop().search(query, { language: 'en' })[0]?.probability ?? 0).toBeLessThan(0.4);
    },
  );
});
