import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, shopDay, shopHour, shoppingMoment, withinHours } from './moments.ts';
import { seededRandom } from './random.ts';

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('the moments of the demo shop', () => {
  it('count hours and days in Beijing time', () => {
    const at = new Date('2026-11-30T17:30:00Z');
    expect(shopHour(at)).toBe(1);
    expect(shopDay(at)).toEqual({ year: 2026, month: 12, day: 1 });
  });

  it('lie on the day that was asked for', () => {
    fc.assert(
      fc.property(fc.integer(), moments, fc.integer({ min: 0, max: 400 }), (seed, now, daysAgo) => {
        const at = shoppingMoment(seededRandom(seed), now, daysAgo);
        expect(shopDay(at)).toEqual(shopDay(new Date(now.getTime() - daysAgo * DAY_MS)));
      }),
    );
  });

  it('are moved to opening hours, never back in time, never by more than a day', () => {
    fc.assert(
      fc.property(fc.integer(), moments, (seed, at) => {
        const moved = withinHours(seededRandom(seed), at, { from: 9, to: 21 });
        expect(shopHour(moved) >= 9 && shopHour(moved) < 21).toBe(true);
        expect(moved.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
        expect(moved.getTime() - at.getTime()).toBeLessThan(DAY_MS);
      }),
    );
  });
});
