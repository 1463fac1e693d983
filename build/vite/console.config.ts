import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

const house = resolve(import.meta.dirname, '../..');

/** For `npm run dev:console`: a backend that `npm start` runs on its usual port. */
const backend = {
  target: 'http://localhost:4600',
  changeOrigin: true,
  headers: { origin: 'http://localhost:4600' },
};

/**
 * The console, as the browser and the desktop shell both load it.
 * Relative addresses, because the shell serves it from `app://`; nothing inline, because its CSP allows nothing inline.
 */
export default defineConfig({
  root: resolve(house, 'renderer'),
  base: './',
  plugins: [react(), tailwindcss()],
  define: { __BATON_VERSION__: JSON.stringify(manifest.version) },
  server: { proxy: { '/api': backend, '/pictures': backend, '/socket.io': { ...backend, ws: true } } },
  build: {
    outDir: resolve(house, 'out/console'),
    emptyOutDir: true,
    target: 'chrome150',
    // A data: address would need a wider CSP than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    reportCompressedSize: false,
  },
});
