import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, mayLoad } from './content-policy.ts';

describe('the content policy', () => {
  it('allows nothing inline, no code from text and nothing by default', () => {
    for (const server of [null, 'https://shop.example']) {
      const policy = contentSecurityPolicy(server);
      expect(policy).not.toMatch(/unsafe|\*|http:(?!\/\/127)|blob:/);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      for (const directive of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(directive);
      }
    }
  });

  it('names one server for data and pictures, by http and by web socket', () => {
    const policy = contentSecurityPolicy('http://127.0.0.1:4600');
    expect(policy).toContain("img-src 'self' data: http://127.0.0.1:4600;");
    expect(policy).toContain('connect-src http://127.0.0.1:4600 ws://127.0.0.1:4600;');
  });
});

describe('what the session may load', () => {
  const server = 'https://shop.example:8443';

  it.each([
    'app://baton/index.html',
    'app://baton/assets/main.js',
    'data:image/png;base64,AAAA',
    'blob:app://baton/0b0c',
    'https://shop.example:8443/api',
    'wss://shop.example:8443/socket.io/',
  ])('loads %s', (url) => expect(mayLoad(url, server)).toBe(true));

  it.each([
    'https://shop.example/',
    'https://shop.example:84431/',
    'https://shop.example:8443@evil.example/',
    'http://shop.example:8443/',
    'https://evil.example/https://shop.example:8443/',
    'file:///etc/passwd',
    'app://baton-evil/x',
    'app://baton@evil/x',
    'blob:https://evil.example/0b0c',
    'ftp://shop.example:8443/',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
  ])('does not load %s', (url) => expect(mayLoad(url, server)).toBe(false));

  it('loads from no server until one is chosen', () => {
    expect(mayLoad('https://shop.example:8443/api', null)).toBe(false);
    expect(mayLoad('app://baton/index.html', null)).toBe(true);
  });
});
