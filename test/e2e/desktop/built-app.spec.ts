import { cpSync, existsSync, rmSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { createComputer } from '../../support/electron-double/computer.ts';
import { createElectronDouble } from '../../support/electron-double/electron-double.ts';

const house = join(import.meta.dirname, '../../..');

/** Gives the bundle our double where it asks for Electron; a bundle that asks for anything else fails to load. */
function provideElectron(electron: object): { deregister(): void } {
  Object.assign(globalThis, { electronDouble: electron });
  return registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url: 'electron:double', shortCircuit: true } : next(name, context),
    load: (url, context, next) => {
      if (url !== 'electron:double') return next(url, context);
      const names = Object.keys(electron).join(', ');
      return {
        format: 'module',
        source: `export const { ${names} } = globalThis.electronDouble;`,
        shortCircuit: true,
      };
    },
  });
}

test('the bundle that ships starts and finds its files where they are packed', async ({ browser }) => {
  const computer = createComputer();
  const packed = join(computer.userData, 'app');
  cpSync(join(house, 'out/app'), packed, { recursive: true });
  cpSync(join(import.meta.dirname, 'page'), join(packed, 'console'), { recursive: true });
  const context = await browser.newContext();
  const double = createElectronDouble(computer, context, ['baton']);
  const hooks = provideElectron(double.electron);
  try {
    await import(pathToFileURL(join(packed, 'main/main.js')).href);
    const [window] = double.app.windows;
    if (!window) throw new Error('The app opened no window');
    await expect.poll(() => window.seen.isVisible).toBe(true);
    await expect(await window.webContents.page()).toHaveTitle('A page for the shell');
    const files = [String(window.options.icon), ...double.trays.map(({ image }) => image)];
    expect(files.map((file) => [file, existsSync(file)])).toEqual([
      [join(packed, 'icons/baton.png'), true],
      [join(packed, 'icons/tray.png'), true],
    ]);
  } finally {
    hooks.deregister();
    await context.close();
    rmSync(computer.userData, { recursive: true });
  }
});
