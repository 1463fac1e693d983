import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packaging } from '../../build/packaging/packaging.ts';
import { buildTarget } from '../../build/scripts/build-targets.ts';
import manifest from '../../package.json' with { type: 'json' };
import { makeElectronStub } from './electron-stub.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-package-'));
const unpacked = join(folder, 'dist/linux-unpacked');
const archive = join(unpacked, 'resources/app.asar');

beforeAll(async () => {
  for (const target of ['console', 'shell'] as const) {
    const failed = (await buildTarget(target)).filter(({ tally }) => tally.failed > 0);
    expect(failed.map(({ output }) => output)).toEqual([]);
  }
  makeElectronStub(join(folder, 'electron'), manifest.devDependencies.electron);
  await build({
    linux: ['dir'],
    config: {
      ...packaging,
      electronDist: join(folder, 'electron'),
      directories: { ...packaging.directories, output: join(folder, 'dist') },
    },
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the archive, without its folders. */
function packedFiles(): string[] {
  const all = listPackage(archive, { isPack: false });
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}/`))).toSorted();
}

const read = (path: string): string => extractFile(archive, path).toString('utf8');

describe('the packaged desktop app', () => {
  it('lies beside Electron with nothing but the archive', () => {
    expect(readdirSync(unpacked).toSorted()).toEqual([
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'baton',
      'chrome-sandbox',
      'icudtl.dat',
      'locales',
      'resources',
      'resources.pak',
      'version',
    ]);
    expect(readdirSync(join(unpacked, 'resources'))).toEqual(['app.asar']);
  });

  it('speaks our two languages in what Chromium itself says', () => {
    expect(readdirSync(join(unpacked, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it('holds the shell, its icons and the console, no source maps and no node_modules', () => {
    const files = packedFiles();
    const shell = files.filter((path) => !path.startsWith('/console/') && !path.startsWith('/icons/'));
    expect(shell).toEqual(['/main/main.js', '/package.json', '/preload/index.cjs']);
    const icons = readdirSync(join(import.meta.dirname, '../../build/packaging/shipped/icons'));
    expect(files.filter((path) => path.startsWith('/icons/'))).toEqual(
      icons.map((name) => `/icons/${name}`).toSorted(),
    );
    expect(files).toContain('/console/index.html');
    expect(files.filter((path) => /\.map$|node_modules|\.test\.|\.ts$/.test(path))).toEqual([]);
  });

  it('is described by a manifest without dependencies or scripts', () => {
    const packed: unknown = JSON.parse(read('package.json'));
    expect(packed).toMatchObject({
      name: 'baton',
      productName: 'Baton',
      version: manifest.version,
      main: 'main/main.js',
    });
    for (const key of ['dependencies', 'devDependencies', 'scripts', 'imports'])
      expect(packed).not.toHaveProperty(key);
  });

  it('runs one bundled main module that needs only Electron and Node, and a preload that needs only Electron', () => {
    const imported = [...read('main/main.js').matchAll(/^import .* from "([^"]+)";$/gm)].map(
      ([, name]) => name,
    );
    expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual(['electron']);
    const required = [...read('preload/index.cjs').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(
      ([, name]) => name,
    );
    expect(required).toEqual(['electron']);
  });

  it('case D2: has the nine fuses of our table', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'baton'));
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === '1'.charCodeAt(0);
    expect({
      RunAsNode: isOn(FuseV1Options.RunAsNode),
      EnableCookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      EnableNodeOptionsEnvironmentVariable: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      EnableNodeCliInspectArguments: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      EnableEmbeddedAsarIntegrityValidation: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      OnlyLoadAppFromAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      LoadBrowserProcessSpecificV8Snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      GrantFileProtocolExtraPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
      WasmTrapHandlers: isOn(FuseV1Options.WasmTrapHandlers),
    }).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
    // A fuse that a later Electron adds must be decided upon here before it ships.
    expect(Object.keys(wire).filter((key) => /^\d+$/.test(key))).toHaveLength(9);
  });
});

describe('the configuration of the installers', () => {
  it('makes the installers of each system', () => {
    expect([packaging.win?.target, packaging.mac?.target, packaging.linux?.target]).toEqual([
      ['nsis'],
      ['dmg'],
      ['AppImage', 'deb'],
    ]);
  });

  it('claims our links, and names the app to Windows as the shell does', () => {
    expect(packaging.protocols).toEqual([{ name: 'Baton conversation', schemes: ['baton'] }]);
    expect(read('main/main.js')).toContain(`"${packaging.appId}"`);
  });

  it('has icons that are what their names say', () => {
    const icons = join(import.meta.dirname, '../../build/packaging/icons');
    expect(readFileSync(join(icons, 'icon.icns')).subarray(0, 4).toString()).toBe('icns');
    expect([...readFileSync(join(icons, 'icon.ico')).subarray(0, 4)]).toEqual([0, 0, 1, 0]);
    for (const name of readdirSync(icons).filter((each) => each.endsWith('.png'))) {
      const png = readFileSync(join(icons, name));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name);
    }
  });
});
