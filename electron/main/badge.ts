import { join } from 'node:path';
import type { ElectronParts, TrayPart, WindowPart } from './electron-parts.ts';
import type { Texts } from './texts.ts';

/** Shows the unread count wherever the system has a place for it: dock or launcher, task bar, tray. */
export function createBadge(
  electron: Pick<ElectronParts, 'app' | 'nativeImage'>,
  parts: {
    readonly window: WindowPart;
    readonly tray: TrayPart;
    readonly icons: string;
    readonly texts: Texts;
    readonly platform: NodeJS.Platform;
  },
): (count: number) => void {
  const { window, tray, icons, texts, platform } = parts;
  return (count) => {
    const words = count > 0 ? texts.unread(count) : '';
    electron.app.setBadgeCount(count);
    tray.setImage(trayImage(icons, platform, count > 0));
    tray.setToolTip(words ? `${texts.appName} · ${words}` : texts.appName);
    if (platform !== 'win32') return;
    const overlay = join(icons, `unread-${count > 9 ? '9-plus' : count}.png`);
    window.setOverlayIcon(count > 0 ? electron.nativeImage.createFromPath(overlay) : null, words);
  };
}

/** The tray's picture; macOS recolours pictures whose name ends in "Template" to fit its menu bar. */
export function trayImage(icons: string, platform: NodeJS.Platform, hasUnread: boolean): string {
  const name = hasUnread ? 'tray-unread' : 'tray';
  return join(icons, platform === 'darwin' ? `${name}-Template.png` : `${name}.png`);
}

/** Flashes the task bar entry or bounces the dock icon, unless the window has the focus already. */
export function attractAttention(app: ElectronParts['app'], window: WindowPart): void {
  if (window.isFocused()) return;
  window.flashFrame(true);
  window.once('focus', () => window.flashFrame(false));
  app.dock?.bounce('informational');
}
