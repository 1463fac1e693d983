import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { createBadge, trayImage } from './badge.ts';
import { answerCalls, tellFact } from './calls.ts';
import { registerConsoleScheme, serveConsole } from './console-files.ts';
import { guardContents } from './contents-guard.ts';
import type { ElectronParts, WindowPart } from './electron-parts.ts';
import { createHandlers } from './handlers.ts';
import { watchIdle } from './idle.ts';
import { createLinkInbox, type LinkInbox, listenForLinks } from './links.ts';
import { offerContextMenu, setApplicationMenu } from './menu.ts';
import { createNotices } from './notices.ts';
import { createDoorOutside } from './outside.ts';
import { recoverFromCrashes } from './recovery.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { chooseServer } from './server-choice.ts';
import { guardSession } from './session-guard.ts';
import { openSettings, type SettingsFile } from './settings.ts';
import { type Texts, textsFor } from './texts.ts';
import { createTray } from './tray.ts';
import { createWeakStorageQuestion } from './weak-storage.ts';
import { hideOnClose, openWindow, showWindow, windowOptions } from './window.ts';

/** Names the app to Windows, which shows notices only for names it knows; the same as in the packaging. */
const APP_ID = 'shop.baton.console';

/** How the shell was started. */
export interface Start {
  readonly argv: readonly string[];
  readonly platform: NodeJS.Platform;
  /** Given when a checkout is started for a server; an installed app asks its user instead. */
  readonly server: string | null;
  readonly files: {
    readonly console: string;
    readonly preload: string;
    readonly icons: string;
  };
}

/** Runs the desktop app: everything that must be in place before Electron is ready, then the window and what serves it. */
export async function startShell(electron: ElectronParts, start: Start): Promise<void> {
  const { app } = electron;
  let window: WindowPart | null = null;
  const show = (): void => {
    if (window) showWindow(window);
  };
  const inbox = createLinkInbox();

  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  registerConsoleScheme(electron.protocol);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  listenForLinks(app, start.argv, { follow: inbox.follow, show });
  app.on('activate', show);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  await app.whenReady();

  const texts = textsFor(app.getLocale());
  const { settings, secrets } = openMemory(electron, start, texts);
  const getServer = (): string | null => settings.get().serverAddress;
  guardSession(electron.session.defaultSession, getServer);
  await serveConsole(electron.protocol, start.files.console, getServer);
  setApplicationMenu(electron.Menu, texts, start.platform);

  window = openWindow(electron, optionsFor(electron, start), settings);
  hideOnClose(app, window);
  recoverFromCrashes(electron, window, texts);
  serveWindow(electron, start, { window, settings, secrets, texts, inbox, show });
}

/** What outlives a start. A server given at the start is chosen as if the user had typed it. */
function openMemory(
  { app, dialog, safeStorage }: ElectronParts,
  { platform, server }: Start,
  texts: Texts,
): { settings: SettingsFile; secrets: Secrets } {
  const folder = app.getPath('userData');
  const settings = openSettings(join(folder, 'settings.json'));
  const isWeakAccepted = createWeakStorageQuestion(dialog, settings, texts);
  const secrets = openSecrets({ safeStorage, platform, isWeakAccepted, file: join(folder, 'secrets.json') });
  if (server !== null) chooseServer(server, settings, secrets);
  return { settings, secrets };
}

function optionsFor(
  { app, nativeTheme }: ElectronParts,
  { files, platform }: Start,
): BrowserWindowConstructorOptions {
  return windowOptions({
    preload: files.preload,
    icon: join(files.icons, 'baton.png'),
    isDark: nativeTheme.shouldUseDarkColors,
    isPackaged: app.isPackaged,
    platform,
  });
}

/** Connects the console in the window with the system: its calls, and the facts it is told. */
function serveWindow(
  electron: ElectronParts,
  { files, platform }: Start,
  parts: {
    readonly window: WindowPart;
    readonly settings: SettingsFile;
    readonly secrets: Secrets;
    readonly texts: Texts;
    readonly inbox: LinkInbox;
    readonly show: () => void;
  },
): void {
  const { app } = electron;
  const { window, settings, secrets, texts, inbox, show } = parts;
  const { webContents } = window;
  const tray = createTray(electron, {
    image: trayImage(files.icons, platform, false),
    texts,
    open: show,
    quit: () => app.quit(),
  });
  const notices = createNotices(electron, platform, (link) => {
    inbox.follow(link);
    show();
  });
  const setBadge = createBadge(electron, { window, tray, texts, platform, icons: files.icons });
  const openOutside = createDoorOutside(electron.shell);
  answerCalls(
    electron.ipcMain,
    createHandlers({ app, window, settings, secrets, notices, setBadge, openOutside }),
  );
  inbox.deliverTo(webContents, (link) => tellFact(webContents, 'link:followed', link));
  watchIdle(electron.powerMonitor, (state) => tellFact(webContents, 'idle:changed', state));
  offerContextMenu(electron.Menu, webContents, texts);
}
