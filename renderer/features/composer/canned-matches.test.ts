import { describe, expect, it } from 'vitest';
import { matchingReplies, slashQuery } from './canned-matches.ts';

const replies = [
  {
    code: 'a',
    shortcut: 'late',
    title: { zh: '发货晚了', en: 'Late dispatch' },
    text: { zh: '非常抱歉', en: 'So sorry' },
  },
  {
    code: 'b',
    shortcut: 'sorry',
    title: { zh: '道歉', en: 'Apology' },
    text: { zh: '抱歉让您久等', en: 'Sorry to keep you' },
  },
];

describe('canned replies', () => {
  it('are looked for by a slash at the start of a line only', () => {
    expect(slashQuery('/lat', 4)).toEqual({ query: 'lat', from: 0, to: 4 });
    expect(slashQuery('你好\n/道', 5)).toEqual({ query: '道', from: 3, to: 5 });
    expect(slashQuery('1/2', 3)).toBeNull();
    expect(slashQuery('//', 2)).toBeNull();
  });

  it('stand in the order: shortcut, title, words, in either language', () => {
    expect(matchingReplies(replies, 'sorry').map(({ code }) => code)).toEqual(['b', 'a']);
    expect(matchingReplies(replies, '发货').map(({ code }) => code)).toEqual(['a']);
    expect(matchingReplies(replies, 'nothing')).toEqual([]);
  });
});
