import { type SpawnOptions, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type ElectronBinary, obtainElectron } from './electron-binary.ts';
import { house } from './step.ts';

/** Where the console was opened. */
export type OpenedIn = 'desktop app' | 'browser' | 'nowhere';

/** What decides where the console opens. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  readonly obtainElectron: () => Promise<ElectronBinary>;
  /** Starts a program and tells whether it runs, or has done its work. */
  readonly run: (program: string, parameters: readonly string[], options: SpawnOptions) => Promise<boolean>;
}

const here: Surroundings = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  obtainElectron,
  run: startProgram,
};

/**
 * Opens the console at `url`: as the desktop app where that can run, else in the browser, else nowhere; says in one line which and why.
 * Never fails, because a console that did not open can be opened by hand. The desktop app ends with this process.
 */
export async function openConsole(
  { url, log }: { readonly url: string; readonly log: (line: string) => void },
  surroundings = here,
): Promise<OpenedIn> {
  const { platform, env, isRoot } = surroundings;
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  if (!hasDisplay) {
    log(`No display here: open ${url} in a browser.`);
    return 'nowhere';
  }
  // Chromium's sandbox does not work for root, and without it the desktop app is not what we promise.
  const electron = isRoot
    ? { missing: 'the desktop app does not run as root' }
    : await surroundings.obtainElectron();
  if ('path' in electron) {
    const parameters = [join(house, 'out/app'), `--server=${new URL(url).origin}`];
    if (await surroundings.run(electron.path, parameters, { stdio: 'ignore' })) {
      log('The console opens as the desktop app.');
      return 'desktop app';
    }
  }
  const why = 'missing' in electron ? electron.missing : 'the desktop app did not start';
  const [program, ...parameters] = browserCommand(platform, url);
  const isOpened = await surroundings.run(program, parameters, { stdio: 'ignore' });
  log(
    `${capitalised(why)}: ${isOpened ? `the console opens in the browser at ${url}` : `open ${url} in a browser`}.`,
  );
  return isOpened ? 'browser' : 'nowhere';
}

function browserCommand(platform: NodeJS.Platform, url: string): [program: string, ...parameters: string[]] {
  if (platform === 'darwin') return ['open', url];
  // The shell's `start` would read an & in the address as its own.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

/** Most programs that can't show a window say so by ending at once: no sandbox, no browser, no such display. */
const SETTLED_AFTER_MS = 3_000;

/** Starts a program that ends with this process. False when it can't be started or fails within the time in which such programs fail. */
export function startProgram(
  program: string,
  parameters: readonly string[],
  options: SpawnOptions,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, options);
    const end = (): void => void child.kill();
    process.once('exit', end);
    child.once('exit', (code) => {
      process.off('exit', end);
      resolve(code === 0);
    });
    child.once('error', () => resolve(false));
    setTimeout(() => resolve(true), SETTLED_AFTER_MS).unref();
    child.unref();
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
