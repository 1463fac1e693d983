import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bagsOf, clusterOf, mostTelling } from './clusters.ts';

const gift = ['可以包装成礼物吗', '能不能帮忙包装成礼物', '有礼物包装吗', '礼物包装要钱吗'];
const wash = ['这件大衣可以机洗吗', '大衣能机洗吗', '能不能放洗衣机机洗'];
const store = [
  'Do you have a shop in Berlin?',
  'Is there a shop in Berlin where I can try things on?',
  'have you got a shop in berlin',
];
const student = ['Is there a student discount?', 'any discount for students'];

function groupsOf(texts: readonly string[], fixed: (number | null)[] = []): string[][] {
  return clusterOf(bagsOf(texts), fixed).map((members) => members.map((at) => texts[at] ?? '').sort());
}

describe('clusters of questions', () => {
  it('puts together what asks the same, in both languages, and keeps apart what does not', () => {
    const groups = groupsOf([...gift, ...wash, ...store, ...student].toSorted());
    for (const whole of [gift, wash, store, student]) {
      const home = groups.find((group) => group.includes(whole[0] ?? ''));
      expect(
        home?.every((text) => whole.includes(text)),
        String(home),
      ).toBe(true);
      expect(home?.length, String(home)).toBeGreaterThan(whole.length / 2);
    }
  });

  it('puts new questions to the candidates that exist, and never joins two of those', () => {
    const texts = [...gift, ...wash];
    const fixed = [0, null, null, null, 1, null, null];
    const groups = groupsOf(texts, fixed);
    expect(groups.find((group) => group.includes(gift[0] ?? ''))).not.toContain(wash[0]);
    const same = groupsOf(['可以机洗吗', '可以机洗吗', '可以机洗吗'], [0, 1, null]);
    expect(same).toHaveLength(2);
  });

  it('loses no question and doubles none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'退货换怎么能吗 abc'), maxLength: 8 }), {
          maxLength: 12,
        }),
        (texts) => {
          const all = clusterOf(bagsOf(texts)).flat();
          expect(all.toSorted((a, b) => a - b)).toEqual(texts.map((_, at) => at));
        },
      ),
    );
  });

  it('names a cluster by its most telling member', () => {
    expect(
      mostTelling([
        '可以的',
        '可以的，我们免费提供礼物包装，下单时备注即可',
        '礼物包装是免费的，下单备注就可以',
        '礼物包装免费，下单时备注',
      ]),
    ).toContain('礼物包装');
  });
});
