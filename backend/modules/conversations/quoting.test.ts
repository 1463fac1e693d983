import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConversationId, EntryId } from '#shared/domain/ids';
import { quotes, type Retelling, retold, withoutQuotes } from './quoting.ts';

describe('D19 what quotes words that are gone', () => {
  it.each([
    ['客人说：我的卡号是 6222…', '我的卡号是 6222 0000，请尽快'],
    ['6222 0000', '我的卡号是 6222 0000，请尽快'],
    ['asks: where is parcel ZX-99', 'Hello, where is parcel ZX-99? It is late'],
    ['红色', '要红色的'],
    ['202611220001', '订单 20261-12200-01 退货'],
    ['在吗\n好\n多久', '好'],
    ['yes a please', 'a'],
  ])('%s', (text, gone) => expect(quotes(text, gone)).toBe(true));

  it.each([
    ['您好，请问有什么可以帮您', '我的卡号是 6222 0000'],
    ['Thank you for waiting', 'Where is my parcel'],
    ['', '我的'],
    ['好', '好的'],
    ['Yes, return it', 'a'],
    ['您好，请稍等', '好'],
    ['3 到 5 天', '。'],
    ['退货', ''],
  ])('not %s', (text, gone) => expect(quotes(text, gone)).toBe(false));

  it('finds any clipping of a text of which enough is left', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10, maxLength: 60 }), fc.nat(50), (text, from) => {
        const gone = `a${text}z`;
        const start = Math.min(from, gone.length - 9);
        const part = gone.slice(start, start + 9);
        fc.pre(
          part.trim().length === 9 &&
            part.toLowerCase().length === 9 &&
            gone.toLowerCase().length === gone.length,
        );
        expect(quotes(`… ${part} …`, gone)).toBe(true);
      }),
    );
  });

  it('takes it out of what was kept as JSON: items of lists go, other members become null', () => {
    const kept = {
      flow: { name: 'faq', data: { question: '能用花呗分期吗' } },
      strikes: 2,
      tried: [{ code: 'tried.answered', params: {} }],
      entities: [
        { type: 'payment', value: '花呗分期' },
        { type: 'size', value: 'XL' },
      ],
      lastArticle: null,
    };
    expect(withoutQuotes(kept, '请问能用花呗分期吗')).toEqual({
      ...kept,
      flow: null,
      entities: [{ type: 'size', value: 'XL' }],
    });
  });
});

describe('D19 answers told again', () => {
  const entryId = '01980000-0000-7000-8000-000000000001' as EntryId;
  const conversationId = '01980000-0000-7000-8000-000000000002' as ConversationId;
  const at = '2026-11-22T04:00:00.000Z';
  const recalled: Retelling = {
    entryId,
    conversationId,
    content: { type: 'recalled' },
    at,
    preview: { before: '旧话', now: null },
    cues: ['太差'],
    rewritten: new Map(),
  };
  const summary = (preview: string, when = at) => ({
    id: conversationId,
    mood: { score: -0.4, cues: ['太差', '骗子'] },
    last: { at: when, authorKind: 'customer', preview, ofCustomer: '旧话' },
  });

  it('rows show what they would have shown, entries say what they say now, all else stays', () => {
    const other = {
      id: '01980000-0000-7000-8000-000000000009',
      seq: 2,
      author: {},
      body: { type: 'note', text: '旧话' },
    };
    const said = {
      id: entryId,
      seq: 1,
      author: {},
      body: { type: 'message', content: { type: 'text', text: '旧话' }, mood: null },
    };
    expect(
      retold({ conversation: summary('旧话'), entry: said, others: [other], count: 3 }, recalled),
    ).toEqual({
      conversation: {
        id: conversationId,
        mood: { score: -0.4, cues: ['骗子'] },
        last: { at, authorKind: 'customer', preview: '', isRecalled: true, ofCustomer: null },
      },
      entry: { ...said, body: { ...said.body, content: { type: 'recalled' } } },
      others: [other],
      count: 3,
    });
  });

  it('a later message in the same words stays', () => {
    const later = summary('旧话', '2026-11-22T04:00:09.000Z');
    expect(retold(later, recalled)).toMatchObject({ last: { preview: '旧话' } });
  });
});
