import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, extractEntities, extractFeatures, normalise, redact } from './index.ts';
import { withRejection } from './linear-model.ts';

describe('detectLanguage', () => {
  it.each([
    ['你好，这款耳机防水吗', 'zh'],
    ['where is my order', 'en'],
    ['iPhone 15 Pro Max 有货吗', 'zh'],
    ['XL', 'zh'],
    ['请问有 wireless charging 吗', 'zh'],
    ['I bought 茅台 last week and it never arrived', 'en'],
    ['退款！！！', 'zh'],
  ] as const)('reads %s as %s after Chinese', (text, language) => {
    expect(detectLanguage(text, 'zh')).toBe(language);
  });

  it.each(['SY261122004211', '😡', '???', 'OK', '42', ''])(
    'keeps the conversation’s language for %s',
    (text) => {
      expect(detectLanguage(text, 'en')).toBe('en');
      expect(detectLanguage(text, 'zh')).toBe('zh');
    },
  );

  it('reads letter shorthand as Chinese inside a Chinese conversation only', () => {
    expect(detectLanguage('tmd', 'zh')).toBe('zh');
    expect(detectLanguage('nihao', 'en')).toBe('en');
  });

  it('answers for any text whatever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['zh', 'en']).toContain(detectLanguage(text));
      }),
    );
  });
});

describe('extractFeatures', () => {
  it('sees the same in full-width and plain writing', () => {
    const shape = { unitNgrams: 2, letterNgrams: [3, 4] } as const;
    const names = (text: string) => extractFeatures(text, shape).map((feature) => feature.name);
    expect(names('ＯＫ，退款１２３４５')).toEqual(names('ok,退款12345'));
  });

  it('keeps no long number: two order numbers of one length are the same feature', () => {
    const shape = { unitNgrams: 3, letterNgrams: [0, 0] } as const;
    expect(extractFeatures('8861234567', shape)).toEqual(extractFeatures('1111111111', shape));
  });

  it('points into the normalised text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const length = normalise(text).length;
        for (const { start, end } of extractFeatures(text, { unitNgrams: 3, letterNgrams: [3, 5] })) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
    );
  });
});

describe('extractEntities', () => {
  it.each([
    ['我的订单号是SY261122004211', 'order-number', 'SY261122004211'],
    ['订单 202611220012345 还没到', 'order-number', '202611220012345'],
    ['order #10023 please', 'order-number', '10023'],
    ['快递单号 78123456789012 不动了', 'tracking-number', '78123456789012'],
    ['手机１３８００１３８０００', 'phone', '13800138000'],
    ['call +1 (415) 555-2671', 'phone', '14155552671'],
    ['邮箱 Li.Lei@example.com 收', 'email', 'li.lei@example.com'],
    ['身份证 11010519491231002X', 'id-card', '11010519491231002X'],
    ['付了¥199.5', 'amount', '19950'],
    ['一共 20 块', 'amount', '2000'],
    ['I paid $49.9', 'amount', '$49.90'],
    ['想要黑色的', 'colour', '黑色'],
    ['do you have it in Navy', 'colour', 'navy'],
    ['我穿42码', 'size', '42'],
    ['size xl please', 'size', 'XL'],
    ['容量500ml吗', 'size', '500ml'],
    ['12月3日能到吗', 'date', '12月3日'],
    ['can it come by Friday', 'date', 'by friday'],
    ['地址改成浙江省杭州市西湖区文三路100号', 'address', '浙江省杭州市西湖区文三路100号'],
    ['send it to 221 Baker Street', 'address', '221 baker street'],
  ] as const)('finds in "%s" the %s', (text, kind, value) => {
    expect(extractEntities(text)).toContainEqual(expect.objectContaining({ kind, value }));
  });

  it.each(['一共3件', '我要2个', 'I have 3 questions', '等了10天了', '第二件半价'])(
    'finds no number of consequence in "%s"',
    (text) => {
      expect(extractEntities(text).filter((entity) => /number|phone|card|amount/u.test(entity.kind))).toEqual(
        [],
      );
    },
  );

  it('gives places in the message that do not overlap', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('13800138000', 'a@b.cn', '¥20', ' 订单', '黑色', 'SY2611220042', '１２', '😡', ' '),
        ),
        (parts) => {
          const text = parts.join('');
          let end = 0;
          for (const entity of extractEntities(text)) {
            expect(text.slice(entity.start, entity.end)).toBe(entity.text);
            expect(entity.start).toBeGreaterThanOrEqual(end);
            end = entity.end;
          }
        },
      ),
    );
  });
});

describe('redact', () => {
  it('T7 hides who a person is and keeps what support works with', () => {
    expect(redact('我是13800138000，订单SY261122004211，邮箱a@b.cn')).toBe(
      '我是[phone]，订单SY261122004211，邮箱[email]',
    );
  });

  it('T7 leaves no phone number behind, however it is written', () => {
    for (const phone of ['138 0013 8000', '+86 13800138000', '138-0013-8000', '１３８００１３８０００']) {
      expect(redact(`电话${phone}谢谢`)).toBe('电话[phone]谢谢');
    }
  });
});

describe('withRejection', () => {
  it('lets "none of these" win exactly where the likeliest other class is not sure enough', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (shares, leastSure) => {
          const total = shares.reduce((sum, value) => sum + value, 0);
          const chances = Float64Array.from(shares, (value) => value / total);
          const top = Math.max(...chances.slice(1));
          fc.pre(Math.abs(top - leastSure) > 1e-6);
          const judged = withRejection(chances, { classAt: 0, leastSure });
          expect(judged.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          expect(judged.indexOf(Math.max(...judged)) === 0).toBe(top < leastSure);
        },
      ),
    );
  });
});

describe('pairs of words', () => {
  it('are the same whichever word comes first, and reach as far as the window', () => {
    const shape = { unitNgrams: 1, letterNgrams: [0, 0] as const, pairWindow: 3 };
    const names = (text: string) => new Set(extractFeatures(text, shape).map(({ name }) => name));
    expect(names('cancel the order').has('cancel&order')).toBe(true);
    expect(names('the order please cancel').has('cancel&order')).toBe(true);
    expect(names('order it or simply please cancel').has('cancel&order')).toBe(false);
    expect(names('取消订单')).toEqual(new Set([...'取消订单', '^取', '单$']));
  });

  it('may be of words without their endings', () => {
    const shape = { unitNgrams: 1, letterNgrams: [0, 0] as const, pairWindow: 3, pairStems: true };
    const names = (text: string) => new Set(extractFeatures(text, shape).map(({ name }) => name));
    expect(names('cancelled my orders').has('cancel&order')).toBe(true);
    expect(names('cancelling the order').has('cancel&order')).toBe(true);
  });
});
