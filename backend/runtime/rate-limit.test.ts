import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCounters } from './rate-limit.ts';

const START = Date.parse('2026-11-22T10:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

describe('D8 the rate limit', () => {
  it('lets so many pass in each stretch of time, says when to come again, and lets pass then', async () => {
    const limit = createCounters(null).rate({ name: 'test', points: 3, seconds: 2 });
    const waits: number[] = [];
    for (let asked = 0; asked < 5; asked += 1) waits.push(await limit.take('a'));
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    for (const wait of waits.slice(3)) {
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(2000);
    }
    pass(2001);
    expect(await limit.take('a')).toBe(0);
  });

  it('keeps keys apart, and what is counted under another name', async () => {
    const counters = createCounters(null);
    const one = counters.rate({ name: 'one', points: 1, seconds: 1 });
    const other = counters.rate({ name: 'other', points: 1, seconds: 1 });
    expect([await one.take('a'), await one.take('b'), await other.take('a')]).toEqual([0, 0, 0]);
    expect(await one.take('a')).toBeGreaterThan(0);
  });
});

describe('A5 the throttle', () => {
  const terms = { name: 'test', free: 2, firstWaitSeconds: 1, longestWaitSeconds: 4, memorySeconds: 60 };

  it('lets the first tries pass, then one at a time, and each keeps the door shut twice as long, up to the longest', async () => {
    const throttle = createCounters(null).throttle(terms);
    expect([await throttle.enter('lin'), await throttle.enter('lin')]).toEqual([0, 0]);
    for (const wait of [1000, 2000, 4000, 4000]) {
      expect(await throttle.enter('lin')).toBe(0);
      expect(await throttle.enter('lin')).toBe(wait);
      pass(wait - 1);
      expect(await throttle.enter('lin')).toBe(1);
      pass(2);
    }
    expect(await throttle.enter('chen')).toBe(0);
  });

  it('lets of many tries made at once no more pass than one after another', async () => {
    const throttle = createCounters(null).throttle(terms);
    const waits = await Promise.all(Array.from({ length: 50 }, () => throttle.enter('lin')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
    pass(1001);
    const later = await Promise.all(Array.from({ length: 50 }, () => throttle.enter('lin')));
    expect(later.filter((wait) => wait === 0)).toHaveLength(1);
  });

  it('forgets who came in, takes tries back, and forgets all with time', async () => {
    const throttle = createCounters(null).throttle(terms);
    for (let tries = 0; tries < 3; tries += 1) await throttle.enter('lin');
    expect(await throttle.enter('lin')).toBeGreaterThan(0);
    expect(await throttle.clear('lin')).toBe(3);
    expect(await throttle.enter('lin')).toBe(0);
    for (let tries = 0; tries < 2; tries += 1) await throttle.enter('office');
    await throttle.forgive('office', 2);
    expect(await throttle.enter('office')).toBe(0);
    for (let tries = 0; tries < 5; tries += 1) await throttle.enter('late');
    pass(61_000);
    expect(await throttle.enter('late')).toBe(0);
  });
});
