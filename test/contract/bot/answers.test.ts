import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemoShop, type Shop } from '../../support/shop.ts';
import { beginTalk, type Talk } from './talk.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openDemoShop();
}, 240_000);
afterAll(() => shop.close());

/** A talk, and what the learning loop will read of it, in the order of the questions. */
async function noted(
  lines: readonly string[],
): Promise<{ article_id: string | null; outcome: string; question: string }[]> {
  const before = (await rows()).map(({ id }) => id);
  const talk: Talk = await beginTalk(shop, { talker: 'guest', language: 'zh', taken: new Set() });
  for (const line of lines) await talk.say(line);
  return (await rows()).filter(({ id }) => !before.includes(id)).map(({ id: _, ...row }) => row);
}

async function rows() {
  return await shop.db
    .selectFrom('bot_answers')
    .innerJoin('entries', 'entries.id', 'bot_answers.entry_id')
    .select(['bot_answers.id', 'article_id', 'outcome', 'question'])
    .orderBy('entries.seq')
    .execute();
}

describe('what the knowledge base was asked', () => {
  it('is kept with the article that was said', async () => {
    expect(await noted(['运费多少'])).toEqual([
      { article_id: 'shipping-fee', outcome: 'answered', question: '运费多少' },
    ]);
  });

  it('is kept where nothing was found, without what identifies a person', async () => {
    const [first] = await noted(['健身房年卡怎么办理，我电话13812345678']);
    expect(first).toMatchObject({ article_id: null, outcome: 'unanswered' });
    expect(first?.question).not.toContain('13812345678');
  });

  it('is kept of the one question without an answer, where others beside it were answered', async () => {
    expect(await noted(['运费多少？能开专票吗？你们招加盟商吗'])).toEqual([
      { article_id: null, outcome: 'unanswered', question: '你们招加盟商吗' },
    ]);
  });

  it('is marked as rejected when the customer says that it did not help, or asks the same again', async () => {
    expect(await noted(['运费多少', '答非所问'])).toContainEqual(
      expect.objectContaining({ article_id: 'shipping-fee', outcome: 'rejected' }),
    );
    expect(await noted(['几天内可以退货', '几天内可以退货'])).toContainEqual(
      expect.objectContaining({ article_id: 'return-window', outcome: 'rejected' }),
    );
  });

  it('is not kept of small talk and orders', async () => {
    expect(await noted(['你好', '查我的订单', '谢谢'])).toEqual([]);
  });
});
