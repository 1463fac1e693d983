import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.ts';

describe('how far words stand on what was said before', () => {
  it.each([
    ['要多久', 'wholly'],
    ['多少钱来着', 'wholly'],
    ['how long does it take?', 'wholly'],
    ['那运费呢', 'partly'],
    ['会过期吗', 'partly'],
    ['customs?', 'partly'],
    ['what about the down jacket', 'partly'],
    ['退货运费谁出', 'alone'],
    ['冲锋衣可以机洗吗', 'alone'],
    ['how do i return an item bought abroad', 'alone'],
    ['', 'alone'],
    ['？？', 'alone'],
  ] as const)('“%s”: %s', (text, standing) => {
    expect(standingOf(text, /\p{Script=Han}|？/u.test(text) ? 'zh' : 'en')).toBe(standing);
  });

  it('takes anything that people type, and a long text always by itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('zh', 'en'), (text, language) => {
        expect(['wholly', 'partly', 'alone']).toContain(standingOf(text, language));
        expect(standingOf(`${'x'.repeat(50)}${text}y`, language)).toBe('alone');
      }),
    );
  });
});
