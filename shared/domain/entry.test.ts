import { describe, expect, it } from 'vitest';
import {
  contentSchema,
  customerEntrySchema,
  entryBodySchema,
  entrySchema,
  messageTextSchema,
  TEXT_MAX,
} from './entry.ts';

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

const id = '01a20393-2caf-7415-b1a5-9d1105504127';
const entry = {
  id,
  conversationId: id,
  seq: 7,
  customerSeq: 3,
  at: '2026-11-22T10:00:00.000Z',
  author: { kind: 'bot' },
  channelId: null,
};
const message = (content: object) => ({
  type: 'message',
  content,
  clientId: null,
  mood: null,
  delivery: null,
});

describe('what a later version tells', () => {
  it.each([
    ['an entry', { type: 'poll-opened', question: '?' }],
    ['a message', message({ type: 'file', name: 'a.pdf' })],
    ['a card', message({ type: 'card', card: { type: 'coupon', code: 'x' } })],
  ])('D20 D4 keeps its place in the log: %s', (_, body) => {
    const read = entrySchema.parse({ ...entry, body });
    expect([read.seq, read.body]).toEqual([7, { type: 'unknown' }]);
  });

  it('D20 D4 keeps its place in the customer’s log too, and new fields are let go', () => {
    const { author, channelId, ...rest } = entry;
    const mine = {
      ...rest,
      author: { kind: 'bot', name: null, mood: 'new' },
      clientId: null,
      isPinned: true,
    };
    const read = customerEntrySchema.parse({ ...mine, content: { type: 'file', name: 'a.pdf' } });
    expect(read.content).toEqual({ type: 'unknown' });
    expect(read).not.toHaveProperty('isPinned');
    expect(read.author).not.toHaveProperty('mood');
  });

  it('T3 is not what is known and malformed', () => {
    for (const body of [
      { type: 'note', text: 7 },
      message({ type: 'text' }),
      message({ words: 'x' }),
      null,
      'x',
    ])
      expect(entrySchema.safeParse({ ...entry, body }).success).toBe(false);
  });
});
