import { describe, expect, it } from 'vitest';
import { asksForSize, measuresIn, sizeFor } from './size.ts';

const guide: Parameters<typeof sizeFor>[0] = [
  { size: 'S', heightCm: [155, 164], weightKg: [45, 55] },
  { size: 'M', heightCm: [162, 172], weightKg: [53, 65] },
  { size: 'L', heightCm: [170, 180], weightKg: [63, 76] },
  { size: 'XL', heightCm: [178, 188], weightKg: [74, 88] },
];

describe('a body as customers tell it', () => {
  it.each([
    ['175 70kg', 175, 70],
    ['我一米七五 140斤', 175, 70],
    ['身高168体重55', 168, 55],
    ['170 130斤穿什么', 170, 65],
    ['1.82m, 80 kg', 182, 80],
    ["5'11 and 165 lbs", 180, 75],
    ['im 165cm', 165, null],
    ['60公斤', null, 60],
    ['有黑色M码吗', null, null],
    ['订单 SY261120776432', null, null],
  ])('%s', (text, heightCm, weightKg) => {
    expect(measuresIn(text)).toEqual({ heightCm, weightKg });
  });

  it('gets the size whose ranges fit, the larger of two, and none where nothing comes near', () => {
    expect(sizeFor(guide, { heightCm: 175, weightKg: 70 })?.size).toBe('L');
    expect(sizeFor(guide, { heightCm: 171, weightKg: 64 })?.size).toBe('L');
    expect(sizeFor(guide, { heightCm: 165, weightKg: null })?.size).toBe('M');
    expect(sizeFor(guide, { heightCm: 205, weightKg: 120 })).toBeNull();
  });

  it.each(['我穿什么码合适', '选M还是L', 'which size should I take', 'M or L?'])(
    '“%s” asks for a size',
    (text) => {
      expect(asksForSize(text)).toBe(true);
    },
  );

  it.each(['鞋子要买几码', 'what size for the boots', '什么时候发货'])(
    '“%s” is no question for the guide',
    (text) => {
      expect(asksForSize(text)).toBe(false);
    },
  );
});
