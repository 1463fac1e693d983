import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { CONSOLE_URL } from '#shared/desktop/origin';
import type { AppPart, ElectronParts, WindowPart } from './electron-parts.ts';
import type { Settings, SettingsFile } from './settings.ts';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const SMALLEST = { minWidth: 960, minHeight: 600 };
/** As much of the window as must be on a screen for a hand to get hold of it. */
const GRIP = { width: 160, height: 40 };

/** What the window is made with, besides its place. Each line is an item of Electron's security list or a reason of ours. */
export function windowOptions(parts: {
  readonly preload: string;
  readonly icon: string;
  readonly isDark: boolean;
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
}): BrowserWindowConstructorOptions {
  return {
    ...SMALLEST,
    title: 'Baton',
    icon: parts.icon,
    show: false,
    // The console's own background, so that nothing flashes before it paints.
    backgroundColor: parts.isDark ? '#141413' : '#f4f4f2',
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // A middle click would open a window.
      disableBlinkFeatures: 'Auxclick',
      devTools: !parts.isPackaged,
      // Elsewhere than on macOS the checker downloads its dictionaries from an address that is not the user's server.
      spellcheck: parts.platform === 'darwin',
      // A hidden console must still ring for a waiting customer.
      backgroundThrottling: false,
    },
  };
}

/** Opens the one window where it was last time, shows it when it has painted, and keeps its place from then on. */
export function openWindow(
  electron: Pick<ElectronParts, 'BrowserWindow' | 'screen'>,
  options: BrowserWindowConstructorOptions,
  settings: SettingsFile,
): WindowPart {
  const saved = settings.get().window;
  const window = new electron.BrowserWindow({ ...options, ...placeFor(saved, electron.screen) });
  if (saved?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  const keepPlace = (): void => {
    if (window.isDestroyed()) return;
    settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  };
  // Linux does not tell the end of a move, so the place is kept whenever the user turns to something else.
  window.on('blur', keepPlace);
  window.on('close', keepPlace);
  void window.loadURL(CONSOLE_URL);
  return window;
}

/** Brings the window to the front, however it was put away. */
export function showWindow(window: WindowPart): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Closing puts the window away and the console goes on ringing; quitting is said in the menu or at the tray. */
export function hideOnClose(app: AppPart, window: WindowPart): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    window.hide();
  });
}

/** The saved place if enough of it is still on a screen, for screens get unplugged; else a default that fits the main screen. */
export function placeFor(saved: Settings['window'], screen: ElectronParts['screen']): Partial<Rectangle> {
  if (saved !== null && screen.getAllDisplays().some(({ workArea }) => holdsGrip(workArea, saved))) {
    const { x, y, width, height } = saved;
    return { x, y, width, height };
  }
  const { width, height } = screen.getPrimaryDisplay().workArea;
  return { width: Math.min(DEFAULT_SIZE.width, width), height: Math.min(DEFAULT_SIZE.height, height) };
}

function holdsGrip(area: Rectangle, place: Rectangle): boolean {
  const across = Math.min(area.x + area.width, place.x + place.width) - Math.max(area.x, place.x);
  // The title bar is what one drags a window by, so its top edge must be on the screen too.
  return across >= GRIP.width && place.y >= area.y && place.y + GRIP.height <= area.y + area.height;
}
