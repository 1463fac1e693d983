import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textParts } from './text-parts.ts';

describe('T4 text from outside', () => {
  it('loses and changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (noise) => {
        const text = `${noise} https://a.example/x。${noise}`;
        expect(
          textParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('takes only web addresses as links, without the sentence’s punctuation', () => {
    const links = (text: string): string[] =>
      textParts(text).flatMap((part) => (part.isLink ? [part.text] : []));
    expect(links('看 https://shop.example/a?b=1。谢谢')).toEqual(['https://shop.example/a?b=1']);
    expect(links('(see www.example.com).')).toEqual(['www.example.com']);
    expect(links('javascript:alert(1) data:text/html,x file:///etc/passwd')).toEqual([]);
  });
});
