import type { BrowserContext } from '@playwright/test';
import type { BrowserWindowConstructorOptions, NotificationConstructorOptions } from 'electron';
import type { ElectronParts } from '../../../electron/main/electron-parts.ts';
import { AppDouble } from './app-double.ts';
import type { Computer } from './computer.ts';
import { eventDouble } from './events.ts';
import { IpcDouble } from './ipc-double.ts';
import { SessionDouble } from './session-double.ts';
import {
  dialogDouble,
  MenuDouble,
  NotificationDouble,
  PowerMonitorDouble,
  safeStorageDouble,
  TrayDouble,
} from './system-doubles.ts';
import { WindowDouble } from './window-double.ts';

/** Electron for one start of the app on a computer, and what a person or a test can see of it and do from outside. */
export interface ElectronDouble {
  readonly electron: ElectronParts;
  readonly app: AppDouble;
  readonly ipc: IpcDouble;
  readonly session: SessionDouble;
  readonly powerMonitor: PowerMonitorDouble;
  /** What shows on the screen now. */
  readonly notices: readonly NotificationDouble[];
  readonly trays: readonly TrayDouble[];
  readonly openedOutside: readonly string[];
}

/** A start on a computer, with its pages in a context of Chromium. Typed by Electron's own declarations, so the double can't drift from them. */
export function createElectronDouble(
  computer: Computer,
  context: BrowserContext,
  argv: readonly string[],
): ElectronDouble {
  const app = new AppDouble(computer, argv);
  const ipc = new IpcDouble();
  const session = new SessionDouble();
  const notices: NotificationDouble[] = [];
  const trays: TrayDouble[] = [];
  const openedOutside: string[] = [];
  const powerMonitor = new PowerMonitorDouble();

  const electron = {
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(options: BrowserWindowConstructorOptions) {
        super({ computer, context, ipc, session }, options);
        app.windows.push(this);
        app.emit('web-contents-created', eventDouble({}), this.webContents);
      }
    },
    Menu: {
      buildFromTemplate: (template) => new MenuDouble(template),
      setApplicationMenu: () => undefined,
    },
    Notification: class extends NotificationDouble {
      constructor(options: NotificationConstructorOptions) {
        super(notices, options);
      }
    },
    Tray: class extends TrayDouble {
      constructor(image: string) {
        super(image);
        trays.push(this);
      }
    },
    dialog: dialogDouble(computer),
    ipcMain: ipc,
    nativeImage: { createFromPath: () => ({ isEmpty: () => false }) },
    nativeTheme: { shouldUseDarkColors: false },
    powerMonitor,
    protocol: session.protocol,
    safeStorage: safeStorageDouble(computer),
    screen: {
      getAllDisplays: () => computer.screens.map((workArea) => ({ workArea })),
      getPrimaryDisplay: () => ({
        workArea: computer.screens[0] ?? { x: 0, y: 0, width: 1280, height: 800 },
      }),
    },
    session: { defaultSession: session },
    shell: {
      openExternal: async (url) => void openedOutside.push(url),
    },
  } satisfies ElectronParts;

  return { electron, app, ipc, session, notices, trays, openedOutside, powerMonitor };
}
