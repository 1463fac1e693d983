import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import { CONSOLE_URL } from '#shared/desktop/origin';
import { findElectron } from '../../../build/scripts/electron-binary.ts';
import type { Desktop, DesktopHost, RunningApp, ShownNotice } from './host.ts';

const builtApp = join(import.meta.dirname, '../../../out/app');
const binary = findElectron();

/** Electron itself, where its program lies, a display exists and we are not root, for whom Chromium's sandbox does not work. */
export const electronHost: DesktopHost = {
  name: 'Electron itself',
  isMissing: whyMissing(),
  reach: async (address) => ({ address, stop: () => Promise.resolve() }),
  createDesktop: async (_browser, consoleFolder) => createElectronDesktop(consoleFolder),
};

function whyMissing(): string | null {
  if ('missing' in binary) return binary.missing;
  if (process.platform === 'linux' && !(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']))
    return 'no display';
  return process.getuid?.() === 0 ? 'root can not run it' : null;
}

/** What the tests note inside the main process. */
interface Notes {
  notices: { title: string; body: string; timeoutType: string; emit(event: 'click'): void }[];
  badge: number;
  opened: string[];
}

function createElectronDesktop(consoleFolder: string): Desktop {
  const root = mkdtempSync(join(tmpdir(), 'baton-electron-'));
  // The app finds its console beside itself, so a copy of it can be given another.
  cpSync(builtApp, join(root, 'out/app'), { recursive: true });
  cpSync(consoleFolder, join(root, 'out/console'), { recursive: true });
  const running = new Set<ElectronApplication>();
  const launch = (options: readonly string[]): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: 'path' in binary ? binary.path : '',
      args: [join(root, 'out/app'), `--profile=${join(root, 'profile')}`, ...options],
    });
  return {
    async start({ server, argv = [] } = {}) {
      const app = await launch([...(server === undefined ? [] : [`--server=${server}`]), ...argv]);
      running.add(app);
      await takeNotes(app);
      await (await app.firstWindow()).waitForURL(CONSOLE_URL);
      const shown = runningApp(app, async (others) => {
        // It hands its arguments on and ends, which Playwright may take for a failed launch.
        const second = await launch(others).catch(() => null);
        await second?.waitForEvent('close').catch(() => undefined);
      });
      await expect.poll(() => shown.isVisible()).toBe(true);
      return shown;
    },
    async dispose() {
      for (const app of running)
        await app.evaluate(({ app: inside }) => inside.exit()).catch(() => undefined);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Stands in front of what would leave the app, inside its main process. */
async function takeNotes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: inside, Notification, shell }) => {
    const notes: Notes = { notices: [], badge: 0, opened: [] };
    Object.assign(globalThis, { notes });
    Notification.prototype.show = function show(this: Notes['notices'][number]) {
      notes.notices.push(this);
    };
    Notification.prototype.close = function close(this: Notes['notices'][number]) {
      notes.notices = notes.notices.filter((each) => each !== this);
    };
    inside.setBadgeCount = (count = 0) => {
      notes.badge = count;
      return true;
    };
    shell.openExternal = async (url) => void notes.opened.push(url);
  });
}

function runningApp(app: ElectronApplication, startAgain: RunningApp['startAgain']): RunningApp {
  const page = () => app.firstWindow();
  const notes = <T>(read: (notes: Notes) => T): Promise<T> =>
    app.evaluate((_electron, source) => {
      const inside = globalThis as unknown as { notes: Notes };
      return (new Function('notes', `return (${source})(notes)`) as (notes: Notes) => T)(inside.notes);
    }, read.toString());
  return {
    page,
    startAgain,
    address: async () => (await page()).url(),
    windowPreferences: () =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        // Electron has this for its own tests and leaves it out of its types.
        const contents = window?.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        return contents.getLastWebPreferences();
      }),
    place: () =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return window?.getNormalBounds() ?? { x: 0, y: 0, width: 0, height: 0 };
      }),
    moveTo: (place) =>
      app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place),
    isVisible: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
    clickClose: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    loseFocus: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur()),
    notices: () =>
      notes(({ notices }) =>
        notices.map(
          ({ title, body, timeoutType }): ShownNotice => ({ title, body, isSticky: timeoutType === 'never' }),
        ),
      ),
    async clickNotice(title) {
      await app.evaluate((_electron, wanted) => {
        const inside = globalThis as unknown as { notes: Notes };
        inside.notes.notices.find((notice) => notice.title === wanted)?.emit('click');
      }, title);
    },
    badge: () => notes(({ badge }) => badge),
    openedOutside: () => notes(({ opened }) => opened),
    crash: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
    quit: () => app.close(),
  };
}
