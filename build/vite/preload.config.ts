import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const house = resolve(import.meta.dirname, '../..');

/** The preload: one CommonJS file that requires nothing but Electron, which is all that a sandboxed preload may do. */
export default defineConfig({
  root: resolve(house, 'electron'),
  publicDir: false,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: resolve(house, 'electron/preload/preload.ts'),
    outDir: resolve(house, 'out/app/preload'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false } },
  },
});
