import { describe, expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

describe('A5 the throttle', () => {
  it('lets the first failures pass, then doubles the wait up to the longest, and forgets with time', () => {
    let nowMs = 0;
    const terms = { free: 2, firstWaitMs: 1000, longestWaitMs: 4000, memoryMs: 60_000 };
    const throttle = createThrottle(terms, { now: () => new Date(nowMs) });
    const waits: number[] = [];
    for (let failures = 0; failures < 7; failures += 1) {
      waits.push(throttle.waitMs('lin'));
      throttle.fail('lin');
    }
    expect(waits).toEqual([0, 0, 0, 1000, 2000, 4000, 4000]);
    expect(throttle.waitMs('chen')).toBe(0);
    nowMs += 3000;
    expect(throttle.waitMs('lin')).toBe(1000);
    nowMs += 60_000;
    expect(throttle.waitMs('lin')).toBe(0);
  });

  it('forgets who came in, and keeps a bounded number of keys under a flood', () => {
    const terms = { free: 0, firstWaitMs: 1000, longestWaitMs: 1000, memoryMs: 60_000 };
    const throttle = createThrottle(terms, { now: () => new Date(0) });
    throttle.fail('lin');
    expect(throttle.clear('lin')).toBe(1);
    expect(throttle.waitMs('lin')).toBe(0);
    for (let failures = 0; failures < 3; failures += 1) throttle.fail('office');
    throttle.forgive('office', 2);
    expect(throttle.waitMs('office')).toBe(1000);
    throttle.forgive('office', 1);
    expect(throttle.waitMs('office')).toBe(0);
    throttle.fail('first');
    for (let key = 0; key < 20_000; key += 1) throttle.fail(`key-${key}`);
    expect(throttle.waitMs('first')).toBe(0);
    expect(throttle.waitMs('key-19999')).toBe(1000);
  });
});
