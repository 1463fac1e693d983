import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { CONSOLE_URL } from '#shared/desktop/origin';
import { startShell } from '../../../electron/main/shell.ts';
import { toChromium, toElectron } from '../../support/electron-double/addresses.ts';
import { type Computer, createComputer } from '../../support/electron-double/computer.ts';
import { createElectronDouble, type ElectronDouble } from '../../support/electron-double/electron-double.ts';
import { startOriginRelay } from '../../support/electron-double/origin-relay.ts';
import type { WindowDouble } from '../../support/electron-double/window-double.ts';
import type { Desktop, DesktopHost, RunningApp } from './host.ts';

const builtApp = join(import.meta.dirname, '../../../out/app');

/** The double: always here. */
export const doubleHost: DesktopHost = {
  name: 'the double of Electron',
  isMissing: null,
  async reach(server) {
    const relay = await startOriginRelay(server);
    return { address: relay.origin, stop: relay.stop };
  },
  createDesktop: async (browser, consoleFolder) =>
    createDoubleDesktop(browser, consoleFolder, createComputer()),
};

/** A desktop on a computer of which the test holds the inside: its screens, its keychain, the answers of its user. */
export function createDoubleDesktop(
  browser: Browser,
  consoleFolder: string,
  computer: Computer,
): DoubleDesktop {
  const contexts: BrowserContext[] = [];
  const boot = async (argv: readonly string[], server: string | null): Promise<ElectronDouble> => {
    const context = await browser.newContext();
    contexts.push(context);
    const double = createElectronDouble(computer, context, argv);
    const files = {
      console: consoleFolder,
      preload: join(builtApp, 'preload/index.cjs'),
      icons: join(builtApp, 'icons'),
    };
    await startShell(double.electron, { argv, platform: computer.platform, server, files });
    return double;
  };
  return {
    boot: (argv) => boot(['baton', ...argv], null),
    async start({ server, argv = [] } = {}) {
      const double = await boot(['baton', ...argv], server ?? null);
      const [window] = double.app.windows;
      if (!window) throw new Error('The app opened no window');
      await (await window.webContents.page()).waitForURL(toChromium(CONSOLE_URL));
      await expect.poll(() => window.seen.isVisible).toBe(true);
      return runningApp({
        double,
        window,
        again: async (others) => void (await boot(['baton', ...others], null)),
      });
    },
    async dispose() {
      for (const context of contexts) await context.close();
      rmSync(computer.userData, { recursive: true, force: true });
    },
  };
}

/** A desktop whose running apps also show their inside. */
export interface DoubleDesktop extends Desktop {
  /** A start of which nothing is expected, not even a window. */
  boot(argv: readonly string[]): Promise<ElectronDouble>;
  start(options?: { readonly server?: string; readonly argv?: readonly string[] }): Promise<DoubleApp>;
}

/** A running app and the double inside it. */
export interface DoubleApp extends RunningApp {
  readonly double: ElectronDouble;
  readonly window: WindowDouble;
}

function runningApp(parts: {
  readonly double: ElectronDouble;
  readonly window: WindowDouble;
  readonly again: (argv: readonly string[]) => Promise<void>;
}): DoubleApp {
  const { double, window, again } = parts;
  const page = () => window.webContents.page();
  return {
    double,
    window,
    page,
    address: async () => toElectron((await page()).url()),
    windowPreferences: async () => ({ ...window.options.webPreferences }),
    place: async () => window.getNormalBounds(),
    moveTo: async (place) => window.moveTo(place),
    isVisible: async () => window.seen.isVisible,
    clickClose: async () => void window.close(),
    loseFocus: async () => window.blur(),
    startAgain: again,
    notices: async () =>
      double.notices.map(({ options }) => ({
        title: options.title ?? '',
        body: options.body ?? '',
        isSticky: options.timeoutType === 'never',
      })),
    async clickNotice(title) {
      const notice = double.notices.find(({ options }) => options.title === title);
      if (!notice) throw new Error(`No notice "${title}" shows`);
      notice.click();
    },
    badge: async () => double.app.badgeCount,
    openedOutside: async () => double.openedOutside,
    crash: () => window.webContents.crash(),
    quit: async () => double.app.quit(),
  };
}
