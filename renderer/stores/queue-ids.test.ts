import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWaiting, urgencies, type Waiting } from '#shared/domain/queue-order';
import { QueueIds } from './queue-ids.ts';

const NOW = Date.UTC(2026, 10, 22);
const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  place: fc.option(
    fc.record({
      waitingSinceMs: fc.integer({ min: NOW - 3_600_000, max: NOW }),
      urgency: fc.constantFrom(...urgencies),
    }),
  ),
});

describe('the ids of those who wait', () => {
  it('Q3 stand in the contract’s order after any changes and at any time', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.array(fc.nat(600_000)), (changes, passing) => {
        const queue = new QueueIds<string>();
        const model = new Map<string, Waiting>();
        for (const { id, place } of changes) {
          if (place === null) expect(queue.remove(id)).toBe(model.delete(id));
          else {
            const { waitingSinceMs, urgency } = model.get(id) ?? {};
            const isSame = waitingSinceMs === place.waitingSinceMs && urgency === place.urgency;
            expect(queue.place(id, place)).toBe(!isSame);
            model.set(id, { conversationId: id, ...place });
          }
        }
        let now = NOW;
        for (const ms of [0, ...passing]) {
          now += ms;
          const before = [...queue.ids];
          const hasChanged = queue.settle(now);
          const order = [...model.values()].toSorted((a, b) => compareWaiting(a, b, now));
          expect(queue.ids).toEqual(order.map(({ conversationId }) => conversationId));
          expect(hasChanged).toBe(before.join() !== queue.ids.join());
        }
        const oldest = Math.min(...[...model.values()].map(({ waitingSinceMs }) => waitingSinceMs));
        expect(model.get(queue.oldest() ?? '')?.waitingSinceMs ?? Number.POSITIVE_INFINITY).toBe(oldest);
      }),
    );
  });
});
