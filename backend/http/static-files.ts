import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { contentSecurityPolicy, type PagePolicy } from './security-headers.ts';

export type StaticPorts = {
  /** The built console and widget; what was not built is not served. */
  folders: { console: string; widget: string };
  widgetAncestors: string;
  /** Whether the demo shop's page is served at `/shop/`. */
  hasShop: boolean;
};

const SHOP_PAGE = 'demo-shop/index.html';
/** Built files carry a hash in their name; pages and the loader keep their name and must be asked for again. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
const LOADER = 'public, max-age=300';

/** The console at `/`, the chat under `/widget/`, the demo shop's page at `/shop/`. */
export async function addStaticFiles(app: FastifyInstance, ports: StaticPorts): Promise<void> {
  const { folders, widgetAncestors, hasShop } = ports;
  const asPage = (reply: FastifyReply, page: PagePolicy) =>
    reply.headers({
      'content-security-policy': contentSecurityPolicy(page, widgetAncestors),
      'cache-control': ASK_AGAIN,
      'cross-origin-opener-policy': 'same-origin',
    });

  if (existsSync(folders.widget)) {
    await app.register(fastifyStatic, {
      root: folders.widget,
      prefix: '/widget/',
      index: false,
      allowedPath: (path) => !path.endsWith(SHOP_PAGE),
      cacheControl: false,
      setHeaders(reply, path) {
        setFileHeaders(reply, path);
        if (path.endsWith('.html')) void asPage(reply, 'widget').removeHeader('cross-origin-opener-policy');
      },
    });
  }
  if (existsSync(folders.console)) {
    await app.register(fastifyStatic, {
      root: folders.console,
      prefix: '/',
      wildcard: false,
      decorateReply: false,
      cacheControl: false,
      setHeaders(reply, path) {
        setFileHeaders(reply, path);
        if (path.endsWith('.html')) void asPage(reply, 'console');
      },
    });
  }
  if (hasShop && existsSync(join(folders.widget, SHOP_PAGE))) {
    app.get('/shop', async (_request, reply) => reply.redirect('/shop/'));
    // Read here and not by the widget's file server, which must not hand the page out under the widget's policy.
    const page = await readFile(join(folders.widget, SHOP_PAGE));
    app.get('/shop/', async (_request, reply) =>
      asPage(reply, 'shop').type('text/html; charset=utf-8').send(page),
    );
  }
}

function setFileHeaders(reply: FastifyReply, path: string): void {
  if (path.endsWith('/loader.js')) {
    void reply.headers({ 'cache-control': LOADER, 'cross-origin-resource-policy': 'cross-origin' });
  } else {
    void reply.header('cache-control', /\/assets\/[^/]+$/.test(path) ? FOREVER : ASK_AGAIN);
  }
}
