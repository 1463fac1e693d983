import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../../support/shop.ts';
import { beginTalk } from './talk.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await shop.channels.prepare();
  await shop.settings.write('shop', {
    ...(await shop.settings.read('shop')),
    name: { zh: '空店', en: 'Bare Shop' },
  });
}, 120_000);
afterAll(() => shop.close());

describe('a shop that has brought no goods', () => {
  it.each([
    ['zh', ['这款多少钱', '那件红色的还有吗', '有没有防水的']],
    ['en', ['how much is this one', 'do you have it in blue', 'got anything waterproof']],
  ] as const)('is never asked which of them is meant (%s)', async (language, lines) => {
    for (const line of lines) {
      const talk = await beginTalk(shop, { talker: 'guest', language, taken: new Set() });
      const turn = await talk.say(line);
      expect(turn.text, line).not.toMatch(/哪一款|[Ww]hich product/u);
      expect(`${turn.text}${turn.choices.join()}${turn.handoff}`, line).toMatch(
        /人工|person|handoff|asked/iu,
      );
    }
  });
});
