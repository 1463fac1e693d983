import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseServerAddress, socketOrigin } from './server-address.ts';

describe('reading a server address', () => {
  it.each([
    ['https://support.shop.com', 'https://support.shop.com'],
    ['support.shop.com', 'https://support.shop.com'],
    ['  Support.Shop.COM  ', 'https://support.shop.com'],
    ['support.shop.com:8443/console?x=1#y', 'https://support.shop.com:8443'],
    ['https://support.shop.com:443/', 'https://support.shop.com'],
    ['https://客服.example', 'https://xn--ubtq9x.example'],
    ['localhost:4600', 'http://localhost:4600'],
    ['http://127.0.0.1:4600/', 'http://127.0.0.1:4600'],
    ['127.0.0.1', 'http://127.0.0.1'],
    ['http://[::1]:4600', 'http://[::1]:4600'],
    ['https://192.168.1.5', 'https://192.168.1.5'],
  ])('takes %s', (typed, origin) => {
    expect(parseServerAddress(typed)).toEqual({ ok: true, origin });
  });

  it.each([
    'http://support.shop.com',
    'http://192.168.1.5:4600',
    'http://localhost.evil.com',
    'http://127.0.0.1.evil.com',
    'http://0.0.0.0',
  ])('refuses %s, which crosses a wire in the clear', (typed) => {
    expect(parseServerAddress(typed)).toEqual({ ok: false, reason: 'insecure' });
  });

  it.each([
    '',
    '   ',
    'not an address',
    'https://',
    'https://user:secret@shop.com',
    'http://localhost@evil.com',
    'ftp://shop.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'javascript://shop.com/%0aalert(1)',
    'app://baton',
    `https://${'a'.repeat(400)}.com`,
  ])('refuses %s', (typed) => {
    expect(parseServerAddress(typed)).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('gives an origin that the URL parser agrees with and that is secure, for any text at all', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc
        .tuple(
          fc.constantFrom('http://', 'https://', 'HTTP:/', '', '//', 'https:\\\\'),
          fc.string({
            unit: fc.constantFrom(
              'a',
              '.',
              '@',
              ':',
              '/',
              '\\',
              '#',
              '?',
              '[',
              ']',
              '1',
              '%',
              ' ',
              '\t',
              '。',
            ),
          }),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (typed) => {
        const parsed = parseServerAddress(typed);
        if (!parsed.ok) return;
        const url = new URL(parsed.origin);
        expect(url.origin).toBe(parsed.origin);
        expect(url.username + url.password).toBe('');
        const isLoopback = /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
        expect(url.protocol === 'https:' || isLoopback).toBe(true);
        expect(parseServerAddress(parsed.origin)).toEqual(parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows the origin of the web socket', () => {
    expect(socketOrigin('https://shop.com:8443')).toBe('wss://shop.com:8443');
    expect(socketOrigin('http://localhost:4600')).toBe('ws://localhost:4600');
  });
});
