import { describe, expect, it } from 'vitest';
import type { ElectronBinary } from './electron-binary.ts';
import { openConsole, type Surroundings, startProgram } from './open-console.ts';

const url = 'http://127.0.0.1:4600/console';

/** Opens the console in the given surroundings and tells what was said and started. */
async function open(traits: Partial<Surroundings> & { readonly failing?: string }) {
  const said: string[] = [];
  const started: string[] = [];
  const opened = await openConsole(
    { url, log: (line) => said.push(line) },
    {
      platform: 'linux',
      env: { DISPLAY: ':0' },
      isRoot: false,
      obtainElectron: async (): Promise<ElectronBinary> => ({ path: '/opt/electron' }),
      run: async (program, parameters) => {
        started.push([program, ...parameters].join(' '));
        return program !== traits.failing;
      },
      ...traits,
    },
  );
  return { opened, said, started };
}

describe('opening the console', () => {
  it('starts the desktop app with the origin of the server, where it can run', async () => {
    const { opened, said, started } = await open({});
    expect(opened).toBe('desktop app');
    expect(started).toHaveLength(1);
    expect(started[0]).toMatch(/^\/opt\/electron .*out\/app --server=http:\/\/127\.0\.0\.1:4600$/);
    expect(said).toEqual(['The console opens as the desktop app.']);
  });

  it('tries nothing without a display and says what to do', async () => {
    const { opened, said, started } = await open({ env: {} });
    expect(opened).toBe('nowhere');
    expect(started).toEqual([]);
    expect(said).toEqual([`No display here: open ${url} in a browser.`]);
  });

  it('opens the browser for root, without asking for Electron', async () => {
    const { opened, said, started } = await open({
      isRoot: true,
      obtainElectron: () => Promise.reject(new Error('must not be asked')),
    });
    expect(opened).toBe('browser');
    expect(started).toEqual([`xdg-open ${url}`]);
    expect(said).toEqual([
      `The desktop app does not run as root: the console opens in the browser at ${url}.`,
    ]);
  });

  it('opens the browser when Electron is not to be had, and says why', async () => {
    const { opened, said } = await open({
      obtainElectron: async () => ({ missing: 'Electron was not found' }),
    });
    expect(opened).toBe('browser');
    expect(said).toEqual([`Electron was not found: the console opens in the browser at ${url}.`]);
  });

  it('opens the browser when the desktop app does not start', async () => {
    const { opened, started } = await open({ failing: '/opt/electron' });
    expect(opened).toBe('browser');
    expect(started[1]).toBe(`xdg-open ${url}`);
  });

  it('says what to do when nothing can be opened', async () => {
    const { opened, said } = await open({ isRoot: true, failing: 'xdg-open' });
    expect(opened).toBe('nowhere');
    expect(said).toEqual([`The desktop app does not run as root: open ${url} in a browser.`]);
  });

  it('uses the command of each system', async () => {
    expect((await open({ platform: 'darwin', env: {}, isRoot: true })).started).toEqual([`open ${url}`]);
    expect((await open({ platform: 'win32', env: {}, isRoot: true })).started).toEqual([
      `rundll32 url.dll,FileProtocolHandler ${url}`,
    ]);
  });
});

describe('starting a program', () => {
  const start = (code: string) => startProgram(process.execPath, ['-e', code], { stdio: 'ignore' });

  it('has failed when the program ends badly at once, as Electron does without its sandbox', async () => {
    expect(await start('process.exit(1)')).toBe(false);
    expect(await start('process.kill(process.pid, "SIGTERM")')).toBe(false);
    expect(await startProgram('/no/such/program', [], {})).toBe(false);
  });

  it('has worked when the program has done its work or goes on', async () => {
    expect(await start('')).toBe(true);
    expect(await start('setTimeout(() => {}, 5_000)')).toBe(true);
  });
});
