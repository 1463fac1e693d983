import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { CONSOLE_ORIGIN, CONSOLE_SCHEME } from '#shared/desktop/origin';
import { contentSecurityPolicy } from './content-policy.ts';
import type { ElectronParts } from './electron-parts.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Tells Chromium, before the app is ready, that `app://` is a secure origin like https: storage, fetch and a CSP apply to it. */
export function registerConsoleScheme(protocol: ElectronParts['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: CONSOLE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the console's files at `app://baton/`. The files are listed once and a request is looked up in that list: no path is ever made from
 * an address, so there is nothing to escape from. Whatever is not in the list is 403.
 */
export async function serveConsole(
  protocol: ElectronParts['protocol'],
  root: string,
  getServer: () => string | null,
): Promise<void> {
  const files = await listFiles(root);
  protocol.handle(CONSOLE_SCHEME, async (request) => {
    const file = request.method === 'GET' ? files.get(request.url.replace(/[?#].*$/s, '')) : undefined;
    if (file === undefined) return new Response(null, { status: 403, headers: securityHeaders(getServer()) });
    return new Response(await readFile(file), {
      headers: {
        ...securityHeaders(getServer()),
        'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
      },
    });
  });
}

function securityHeaders(server: string | null): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(server),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
}

/** Address → file, of the plain files under the root; links are left out, for they may point elsewhere. */
async function listFiles(root: string, at = ''): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const entry of await readdir(join(root, at), { withFileTypes: true })) {
    const path = `${at}/${entry.name}`;
    if (entry.isFile()) files.set(`${CONSOLE_ORIGIN}${encodeURI(path)}`, join(root, path));
    if (entry.isDirectory()) for (const [url, file] of await listFiles(root, path)) files.set(url, file);
  }
  return files;
}
