import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalUrl } from './external-url.ts';

describe('T4, case D3: what may be handed to the operating system', () => {
  it.each([
    ['https://shop.example/a?b=c#d', 'https://shop.example/a?b=c#d'],
    ['HTTP://Shop.Example', 'http://shop.example/'],
    ['https:\\\\shop.example\\a', 'https://shop.example/a'],
    ['mailto:care@shop.example?subject=Hi', 'mailto:care@shop.example?subject=Hi'],
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
    ['  https://shop.example/\n', 'https://shop.example/'],
  ])('%s is opened as %s', (text, opened) => expect(externalUrl(text)).toBe(opened));

  it('opens nothing whose scheme is another, however it is written', () => {
    const scheme = fc.constantFrom(
      'file',
      'javascript',
      'data',
      'vbscript',
      'ms-msdt',
      'search-ms',
      'ms-officecmd',
      'smb',
      'ssh',
      'tel',
      'app',
      'baton',
      'blob',
      'about',
    );
    const disguise = fc.constantFrom(
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => ` ${name}`,
      (name: string) => `\u0000${name}`,
      (name: string) => `${name.slice(0, 2)}\n${name.slice(2)}`,
      (name: string) => `\u202e${name}`,
    );
    const rest = fc.constantFrom(
      '//shop.example/',
      'https://shop.example/',
      '///etc/passwd',
      '\\\\server\\share',
    );
    fc.assert(
      fc.property(scheme, disguise, rest, (name, hide, tail) => {
        expect(externalUrl(`${hide(name)}:${tail}`)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    'https://bank.example@evil.example/',
    'https://:secret@evil.example/',
    'https://',
    '/relative',
    '\\\\server\\share',
    'shop.example',
    '',
    `https://shop.example/${'x'.repeat(3_000)}`,
  ])('refuses %s', (text) => expect(externalUrl(text)).toBeNull());
});
