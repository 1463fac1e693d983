import { describe, expect, it } from 'vitest';
import { withUsualWords } from './usual-words.ts';

describe('the usual words of a shop, mistyped', () => {
  it.each([
    ['I want to rteurn it', 'I want to return it'],
    ['cnacel my order please', 'cancel my order please'],
    ['get me a hmuan', 'get me a human'],
    ['escalate this to your supevisor', 'escalate this to your supervisor'],
    ['我要推货', '我要退货'],
    ['没发或呢', '没发货呢'],
  ])('reads “%s” as “%s”', (typed, meant) => {
    expect(withUsualWords(typed)).toBe(meant);
  });

  it.each([
    'is the older one different',
    'I would like to receive it at my personal address',
    'the zip broke after a month, hiding in the rally jacket',
    'where can I exchange the jackets I ordered',
    '你别发火啊',
    '退件收到了吗',
    '五六天了',
  ])('leaves “%s”', (text) => {
    expect(withUsualWords(text)).toBe(text);
  });
});
