import { describe, expect, it } from 'vitest';
import { mergeHeld } from './held-order.ts';

describe('Q4 a held order', () => {
  it('keeps everybody in place whatever the live order becomes', () => {
    expect(mergeHeld(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual({
      ids: ['a', 'b', 'c'],
      hasChanged: true,
      arrived: 0,
    });
  });

  it('puts newcomers at the end and keeps those who left as shadows', () => {
    expect(mergeHeld(['a', 'b'], ['x', 'b', 'y'])).toEqual({
      ids: ['a', 'b', 'x', 'y'],
      hasChanged: true,
      arrived: 2,
    });
  });

  it('says nothing while nothing has changed', () => {
    expect(mergeHeld(['a', 'b'], ['a', 'b'])).toEqual({ ids: ['a', 'b'], hasChanged: false, arrived: 0 });
  });
});
