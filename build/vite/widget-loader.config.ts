import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const house = resolve(import.meta.dirname, '../..');

/**
 * The loader: one classic script under a name that never changes, because shops paste its address into their pages.
 * Built after the widget into the same folder.
 */
export default defineConfig({
  root: resolve(house, 'widget'),
  publicDir: false,
  build: {
    outDir: resolve(house, 'out/widget'),
    emptyOutDir: false,
    target: 'es2020',
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: resolve(house, 'widget/loader.ts'),
      output: { format: 'iife', entryFileNames: 'loader.js' },
    },
  },
});
