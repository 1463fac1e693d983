import { describe, expect, it } from 'vitest';
import { isOpen } from './hours.ts';

describe('H16: the hours in which people are there', () => {
  it.each([
    ['2026-11-22T01:00:00Z', true],
    ['2026-11-22T00:59:00Z', false],
    ['2026-11-22T13:59:00Z', true],
    ['2026-11-22T14:00:00Z', false],
  ])('9 to 22 in Shanghai at %s: %s', (now, is) => {
    const at = { now: new Date(now), timeZone: 'Asia/Shanghai' };
    expect(isOpen({ fromHour: 9, toHour: 22 }, at)).toBe(is);
  });

  it('may go over midnight, or be always', () => {
    const at = { now: new Date('2026-11-22T17:30:00Z'), timeZone: 'Asia/Shanghai' };
    expect(isOpen({ fromHour: 20, toHour: 4 }, at)).toBe(true);
    expect(isOpen({ fromHour: 0, toHour: 24 }, at)).toBe(true);
  });
});
