import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { house } from './step.ts';

/** Electron's program on this computer, or a sentence on why there is none. */
export type ElectronBinary = { readonly path: string } | { readonly missing: string };

/** Where to look and what to try; only tests give other than the defaults. */
export interface ElectronPlaces {
  /** The npm package, which comes without the program. */
  readonly folder: string;
  /** Remembers a try that failed, so that later starts don't wait for another. */
  readonly memory: string;
  readonly limitMs: number;
}

const defaults: ElectronPlaces = {
  folder: join(house, 'node_modules/electron'),
  memory: join(cacheFolder(), 'electron-download.json'),
  limitMs: 20_000,
};

/** The program if it lies here already; nothing is fetched. */
export function findElectron({ folder } = defaults): ElectronBinary {
  const program = readText(join(folder, 'path.txt'));
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const path = program === null ? null : join(dist, program);
  return path !== null && existsSync(path) ? { path } : { missing: 'Electron is not downloaded' };
}

/** The program, fetched when it is not here: one try of at most 20 s, whose failure is remembered until another version is wanted. */
export async function obtainElectron(places = defaults): Promise<ElectronBinary> {
  const found = findElectron(places);
  if ('path' in found) return found;
  const { folder, memory, limitMs } = places;
  const version = readText(join(folder, 'package.json')) ?? '';
  const wanted = /"version":\s*"([^"]+)"/.exec(version)?.[1] ?? 'unknown';
  if (readText(memory) === failureOf(wanted)) {
    return { missing: `Electron ${wanted} could not be downloaded earlier (delete ${memory} to try again)` };
  }
  await runInstaller(join(folder, 'install.js'), limitMs);
  const fetched = findElectron(places);
  if ('path' in fetched) return fetched;
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, failureOf(wanted));
  return { missing: `Electron ${wanted} could not be downloaded` };
}

function failureOf(version: string): string {
  return `${JSON.stringify({ version, outcome: 'failed' })}\n`;
}

/** Ends with the installer or at the limit, whichever is first; what it achieved is for the caller to see. */
function runInstaller(script: string, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      stdio: 'ignore',
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** The user's folder for what can be fetched again. */
function cacheFolder(): string {
  const home = homedir();
  const places: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library/Caches'),
    win32: process.env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'),
  };
  return join(places[process.platform] ?? process.env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'baton');
}
