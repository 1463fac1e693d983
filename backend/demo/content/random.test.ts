import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerBetween, pick, pickWeighted, seededRandom, shuffled } from './random.ts';

describe('the seeded random numbers', () => {
  it('are the same for the same seed, others for another, always in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, same] = [seededRandom(seed), seededRandom(seed)];
        const numbers = Array.from({ length: 50 }, () => one());
        expect(numbers).toEqual(Array.from({ length: 50 }, () => same()));
        for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
      }),
    );
    expect(seededRandom(1)()).not.toBe(seededRandom(2)());
  });

  it('keep within the bounds that are asked for, both reached', () => {
    const random = seededRandom(3);
    const drawn = new Set(Array.from({ length: 400 }, () => integerBetween(random, -2, 3)));
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2, 3]);
  });

  it('shuffle without losing or adding anything', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, list) => {
        const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);
        expect(sorted(shuffled(seededRandom(seed), list))).toEqual(sorted(list));
      }),
    );
  });

  it('never pick what has no weight, nor anything from nothing', () => {
    const random = seededRandom(5);
    const drawn = Array.from({ length: 200 }, () =>
      pickWeighted(random, [
        ['a', 1],
        ['b', 0],
        ['c', 3],
      ] as const),
    );
    expect(new Set(drawn)).toEqual(new Set(['a', 'c']));
    expect(() => pick(random, [])).toThrow(RangeError);
    expect(() => pickWeighted(random, [])).toThrow(RangeError);
  });
});
