import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackend, type TestBackend } from '../support/backend.ts';
import { sendRaw } from '../support/raw-http.ts';

/** The built pages as they are served: policies, caches, and nothing but them. Case X3. */

let backend: TestBackend;
let house: string;
beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'baton-pages-'));
  const write = (path: string, text: string) => writeFileSync(join(house, path), text);
  for (const folder of ['console/assets', 'widget/assets', 'widget/demo-shop', 'widget-evil']) {
    mkdirSync(join(house, folder), { recursive: true });
  }
  write('console/index.html', '<!doctype html><title>console</title>');
  write('console/assets/index-abc123.js', 'console');
  write('widget/index.html', '<!doctype html><title>chat</title>');
  write('widget/loader.js', 'loader');
  write('widget/assets/app-abc123.js', 'app');
  write('widget/demo-shop/index.html', '<!doctype html><title>shop</title>');
  write('widget-evil/secret.txt', 'secret');
  write('secret.txt', 'secret');
  symlinkSync(join(house, 'secret.txt'), join(house, 'console/link.txt'));
  backend = await startBackend({
    hasShop: true,
    folders: { console: join(house, 'console'), widget: join(house, 'widget') },
    environment: {
      BATON_WIDGET_ANCESTORS: 'https://shop.example',
      BATON_PUBLIC_URL: 'https://baton.shop.example',
    },
  });
});
afterAll(async () => {
  await backend.stop();
  rmSync(house, { recursive: true });
});

const get = (path: string) => sendRaw(backend.url, { method: 'GET', path });

function directives(policy: unknown): Map<string, string> {
  const parts = String(policy).split('; ');
  return new Map(parts.map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]));
}

describe('X3 pages under their policies', () => {
  it.each([
    ['/', 'console', "'none'"],
    ['/index.html', 'console', "'none'"],
    ['/shop/', 'shop', "'none'"],
    ['/widget/index.html', 'chat', 'https://shop.example'],
  ])('%s is the %s, framed by %s', async (path, title, ancestors) => {
    const { status, headers, text } = await get(path);
    expect([status, text]).toEqual([200, `<!doctype html><title>${title}</title>`]);
    const policy = directives(headers['content-security-policy']);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('frame-ancestors')).toBe(ancestors);
    expect(String(headers['content-security-policy'])).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toContain('max-age');
  });

  it('built files are kept for ever, the loader for minutes and by every origin', async () => {
    for (const path of ['/assets/index-abc123.js', '/widget/assets/app-abc123.js']) {
      expect((await get(path)).headers['cache-control']).toContain('immutable');
    }
    const { headers } = await get('/widget/loader.js');
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('answers of the API are kept by nobody, and can be no page', async () => {
    const { headers } = await get('/api/shop/goods');
    expect(headers['cache-control']).toBe('no-store');
    expect(String(headers['content-security-policy'])).toContain('sandbox');
  });
});

describe('nothing but the built files', () => {
  it.each([
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/widget/..%2f..%2fsecret.txt',
    '/widget/../../secret.txt',
    '/widget/..%2fwidget-evil/secret.txt',
    '/widget/%00',
    '/widget/demo-shop/index.html',
    '/assets/',
    '/widget/',
    '/index.html/x',
    '//etc/passwd',
  ])('%s', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('secret');
  });
});
