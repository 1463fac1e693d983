import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

const house = resolve(import.meta.dirname, '../..');

/**
 * The shell's main process: one ES module with everything in it but Electron and Node, so that the packaged app has no node_modules.
 * Beside it go its icons and the app's own package.json. Built before the preload, because it empties the folder that holds both.
 */
export default defineConfig({
  root: resolve(house, 'electron'),
  publicDir: resolve(house, 'build/packaging/shipped'),
  plugins: [appManifest()],
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: resolve(house, 'electron/main/main.ts'),
    outDir: resolve(house, 'out/app'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'main/main.js', codeSplitting: false } },
  },
});

/** Electron and the packager read name, version and entry from here. It has no dependencies, so none are packed. */
function appManifest(): Plugin {
  const { name, version, description, license, author } = manifest;
  const app = {
    name,
    productName: 'Baton',
    version,
    description,
    license,
    author,
    type: 'module',
    main: 'main/main.js',
  };
  return {
    name: 'baton:app-manifest',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: `${JSON.stringify(app, null, 2)}\n` });
    },
  };
}
