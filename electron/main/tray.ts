import type { ElectronParts, TrayPart } from './electron-parts.ts';
import type { Texts } from './texts.ts';

/** The icon by the clock, from which a hidden window comes back. */
export function createTray(
  electron: Pick<ElectronParts, 'Tray' | 'Menu'>,
  parts: {
    readonly image: string;
    readonly texts: Texts;
    readonly open: () => void;
    readonly quit: () => void;
  },
): TrayPart {
  const { image, texts, open, quit } = parts;
  const tray = new electron.Tray(image);
  tray.setToolTip(texts.appName);
  tray.setContextMenu(
    electron.Menu.buildFromTemplate([
      { label: texts.open, click: open },
      { type: 'separator' },
      { label: texts.quit, click: quit },
    ]),
  );
  tray.on('click', open);
  return tray;
}
