import { describe, expect, it } from 'vitest';
import { contentSchema, entryBodySchema, messageTextSchema, TEXT_MAX } from './entry.ts';

describe('entries', () => {
  it('T3 a message has words in it, and not too many', () => {
    expect(messageTextSchema.parse('  在吗 \n')).toBe('在吗');
    for (const text of ['', '  \n', 'x'.repeat(TEXT_MAX + 1), 7, null])
      expect(messageTextSchema.safeParse(text).success).toBe(false);
  });

  it('T3 a card’s link, price and kind are what the contract says', () => {
    const card = {
      type: 'product',
      productId: 'p',
      sku: 's',
      title: { zh: '壶', en: 'Pot' },
      variant: { zh: '大', en: 'L' },
      priceFen: 19_900,
      stock: 3,
      pictureUrl: '/pictures/s.svg',
      buyUrl: '/shop/?sku=s',
    };
    expect(contentSchema.safeParse({ type: 'card', card }).success).toBe(true);
    for (const wrong of [
      { priceFen: 1.5 },
      { priceFen: -1 },
      { stock: -1 },
      { type: 'coupon' },
      { sku: '' },
    ]) {
      expect(contentSchema.safeParse({ type: 'card', card: { ...card, ...wrong } }).success).toBe(false);
    }
  });

  it('D6 a failed delivery says why', () => {
    const body = { type: 'delivery', entryId: '01a20393-2caf-7415-b1a5-9d1105504127' };
    const failed = { state: 'failed', reason: { code: 'channel.unreachable' } };
    expect(entryBodySchema.parse({ ...body, delivery: failed })).toMatchObject({
      delivery: { reason: { params: {} } },
    });
    expect(entryBodySchema.safeParse({ ...body, delivery: { state: 'failed' } }).success).toBe(false);
  });
});
