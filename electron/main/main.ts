import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
} from 'electron';
import { startShell } from './shell.ts';

const here = import.meta.dirname;

// Only a checkout takes orders from its command line; an installed app's may come from a web page that opened a link (case D9).
const order = (name: string): string | null =>
  (app.isPackaged ? '' : app.commandLine.getSwitchValue(name)) || null;

// A checkout shares nothing with an installed Baton: neither its sign-in nor its single instance.
if (!app.isPackaged) {
  const profile = order('profile') ?? join(app.getPath('appData'), 'baton-checkout');
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', profile);
}

await startShell(
  {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    Notification,
    nativeImage,
    nativeTheme,
    powerMonitor,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
    Tray,
  },
  {
    argv: process.argv,
    platform: process.platform,
    server: order('server'),
    files: {
      // Packaged, the console lies beside us in the archive; in a checkout it is where its build put it.
      console: join(here, app.isPackaged ? '../console' : '../../console'),
      preload: join(here, '../preload/index.cjs'),
      icons: join(here, '../icons'),
    },
  },
);
