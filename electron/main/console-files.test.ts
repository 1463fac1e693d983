import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerConsoleScheme, serveConsole } from './console-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-console-'));
let answer: (request: Request) => Response | Promise<Response>;
let server: string | null = null;

beforeAll(async () => {
  mkdirSync(join(folder, 'console/assets'), { recursive: true });
  mkdirSync(join(folder, 'console-evil'));
  writeFileSync(join(folder, 'console/index.html'), '<title>Baton</title>');
  writeFileSync(join(folder, 'console/assets/main.js'), 'export {}');
  writeFileSync(join(folder, 'console/assets/a b.svg'), '<svg/>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'console-evil/secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'console/link.txt'));
  symlinkSync(join(folder, 'console-evil'), join(folder, 'console/linked'));
  await serveConsole(
    {
      registerSchemesAsPrivileged: () => undefined,
      handle: (_scheme, handler) => {
        answer = handler;
      },
    },
    join(folder, 'console'),
    () => server,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET'): Response | Promise<Response> =>
  answer(new Request(url, { method }));

describe('serving the console', () => {
  it('tells Chromium that app:// is a standard, secure scheme, and nothing more', () => {
    let registered: unknown;
    registerConsoleScheme({
      registerSchemesAsPrivileged: (schemes) => {
        registered = schemes;
      },
      handle: () => undefined,
    });
    expect(registered).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it.each([
    ['app://baton/index.html', 'text/html; charset=utf-8', '<title>Baton</title>'],
    ['app://baton/index.html?x=1#y', 'text/html; charset=utf-8', '<title>Baton</title>'],
    ['app://baton/assets/main.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['app://baton/assets/a%20b.svg', 'image/svg+xml', '<svg/>'],
  ])('serves %s with its type', async (url, type, body) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(body);
  });

  it.each([
    'app://baton/',
    'app://baton/missing.js',
    'app://baton/../secret.txt',
    'app://baton/..%2fsecret.txt',
    'app://baton/%2e%2e/secret.txt',
    'app://baton/%252e%252e/secret.txt',
    'app://baton/..%5csecret.txt',
    'app://baton/..\\secret.txt',
    'app://baton/assets/../../secret.txt',
    'app://baton//etc/passwd',
    'app://baton/\\\\server\\share',
    'app://baton/index.html%00.js',
    'app://baton/INDEX.HTML',
    'app://baton/index.html/',
    'app://baton/assets',
    'app://baton/link.txt',
    'app://baton/linked/secret.txt',
    'app://baton-evil/secret.txt',
    'app://baton.evil/index.html',
    'app://baton:1/index.html',
    'app://user@baton/index.html',
    'app:index.html',
    'app:///index.html',
  ])('case D4: refuses %s', async (url) => {
    const given = await get('app://baton/index.html');
    expect(given.status).toBe(200);
    let response: Response;
    try {
      response = await get(url);
    } catch (error) {
      // A URL with a user name never becomes a request.
      expect(String(error)).toContain('credentials');
      return;
    }
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
  });

  it('refuses to be written to', async () => {
    expect((await get('app://baton/index.html', 'POST')).status).toBe(403);
    expect((await get('app://baton/index.html', 'DELETE')).status).toBe(403);
  });

  it('sends the policy for the server of the moment with every answer', async () => {
    server = null;
    expect((await get('app://baton/index.html')).headers.get('content-security-policy')).toContain(
      "connect-src 'none'",
    );
    server = 'https://shop.example';
    for (const url of ['app://baton/index.html', 'app://baton/missing.js']) {
      expect((await get(url)).headers.get('content-security-policy')).toContain(
        'connect-src https://shop.example wss://shop.example',
      );
    }
  });
});
