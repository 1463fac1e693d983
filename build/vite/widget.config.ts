import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const house = resolve(import.meta.dirname, '../..');

/**
 * The customer's side: the framed chat app and the demo shop's page that embeds it.
 * The loader that a shop's page includes is a classic script and has a configuration of its own.
 * Customers bring their own browsers, so the target is what all current browsers have had for years.
 */
export default defineConfig({
  root: resolve(house, 'widget'),
  // Absolute, because the demo shop's page is served from a path of its own.
  base: '/widget/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: resolve(house, 'out/widget'),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        app: resolve(house, 'widget/index.html'),
        'demo-shop': resolve(house, 'widget/demo-shop/index.html'),
      },
    },
  },
});
