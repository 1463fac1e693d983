import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { obtainElectron } from './electron-binary.ts';

let folder: string;

/** An npm package of Electron whose installer is the given script. */
function placePackage(installer: string, version = '45.0.0'): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }));
  writeFileSync(join(folder, 'install.js'), installer);
}

const obtain = (limitMs = 5_000) =>
  obtainElectron({ folder, memory: join(folder, 'cache/memory.json'), limitMs });

const downloading = `
  const fs = require('node:fs'), path = require('node:path');
  fs.mkdirSync(path.join(__dirname, 'dist'));
  fs.writeFileSync(path.join(__dirname, 'dist/electron'), '');
  fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;
const noting = `require('node:fs').appendFileSync(require('node:path').join(__dirname, 'tries'), 'x');`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-electron-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('obtaining Electron', () => {
  it('downloads it once and finds it from then on', async () => {
    placePackage(downloading);
    expect(await obtain()).toEqual({ path: join(folder, 'dist/electron') });
    placePackage('process.exit(1)');
    expect(await obtain()).toEqual({ path: join(folder, 'dist/electron') });
  });

  it('remembers a try that failed, until another version is wanted', async () => {
    placePackage(`${noting} process.exit(1)`);
    expect(await obtain()).toEqual({ missing: 'Electron 45.0.0 could not be downloaded' });
    expect(await obtain()).toHaveProperty(
      'missing',
      expect.stringContaining('could not be downloaded earlier'),
    );
    expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('x');
    placePackage(downloading, '46.0.0');
    expect(await obtain()).toEqual({ path: join(folder, 'dist/electron') });
  });

  it('gives up at the limit', async () => {
    placePackage('setTimeout(() => {}, 60_000)');
    const startedAtMs = Date.now();
    expect(await obtain(300)).toEqual({ missing: 'Electron 45.0.0 could not be downloaded' });
    expect(Date.now() - startedAtMs).toBeLessThan(30_000);
  });
});
