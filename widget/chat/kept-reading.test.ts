import { beforeEach, describe, expect, it } from 'vitest';
import { keepReading, readUpTo } from './kept-reading.ts';

beforeEach(() => localStorage.clear());

describe('how far the customer has read', () => {
  it('is known on the next page of the shop, for each conversation, and never goes back', () => {
    keepReading('one', 7);
    keepReading('two', 3);
    keepReading('one', 5);
    expect([readUpTo('one'), readUpTo('two'), readUpTo('three')]).toEqual([7, 3, 0]);
    expect(JSON.parse(localStorage.getItem('baton.read') ?? '')).toEqual([
      ['one', 7],
      ['two', 3],
    ]);
  });

  it('is known of the latest conversations, and as long as the page lives where nothing can be kept', () => {
    for (let count = 1; count <= 12; count += 1) keepReading(`many ${count}`, 1);
    expect(JSON.parse(localStorage.getItem('baton.read') ?? '')).toHaveLength(10);
    localStorage.setItem('baton.read', 'nonsense');
    expect(readUpTo('many 12')).toBe(1);
  });
});
