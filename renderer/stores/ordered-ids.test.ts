import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrderedIds } from './ordered-ids.ts';

const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  rank: fc.option(fc.integer({ min: 0, max: 5 })),
});

describe('ordered ids', () => {
  it('Q3 stand as if sorted by rank, then id, after any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const order = new OrderedIds<string>();
        const model = new Map<string, number>();
        for (const { id, rank } of changes) {
          if (rank === null) expect(order.remove(id)).toBe(model.delete(id));
          else {
            expect(order.place(id, rank)).toBe(model.get(id) !== rank);
            model.set(id, rank);
          }
        }
        const sorted = [...model].toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([id]) => id);
        expect(order.ids).toEqual(sorted);
      }),
    );
  });
});
