import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSlots } from './retrieval-best.ts';

describe('the best slots', () => {
  it('are those that sorting them all would give, equals in the order of their slots', () => {
    const scoreOf = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 9, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(scoreOf, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (list, most) => {
        const isWanted = (slot: number): boolean => slot % 3 !== 1;
        const sorted = list
          .map((score, slot) => ({ score, slot }))
          .filter(({ score, slot }) => score > 0 && isWanted(slot))
          .toSorted((a, b) => b.score - a.score || a.slot - b.slot);
        const wanted = sorted.slice(0, most).map(({ slot }) => slot);
        expect(bestSlots(Float64Array.from(list), most, isWanted)).toEqual(wanted);
      }),
    );
  });
});
