import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { ContentsPart, MenuPart } from './electron-parts.ts';
import type { Texts } from './texts.ts';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** The application's menu: what every program of the system has, in the user's language. What the product does is in the console. */
export function setApplicationMenu(Menu: MenuPart, texts: Texts, platform: NodeJS.Platform): void {
  const { menu, item } = texts;
  const isMac = platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: menu.file,
        submenu: [
          { role: 'close', label: item.close },
          ...(isMac ? [] : [SEPARATOR, { role: 'quit', label: texts.quit } as const]),
        ],
      },
      {
        label: menu.edit,
        submenu: [
          { role: 'undo', label: item.undo },
          { role: 'redo', label: item.redo },
          SEPARATOR,
          { role: 'cut', label: item.cut },
          { role: 'copy', label: item.copy },
          { role: 'paste', label: item.paste },
          { role: 'pasteAndMatchStyle', label: item.pasteAsText },
          { role: 'selectAll', label: item.selectAll },
        ],
      },
      {
        label: menu.view,
        submenu: [
          { role: 'reload', label: item.reload },
          SEPARATOR,
          { role: 'zoomIn', label: item.zoomIn },
          { role: 'zoomOut', label: item.zoomOut },
          { role: 'resetZoom', label: item.actualSize },
          SEPARATOR,
          { role: 'togglefullscreen', label: item.fullScreen },
        ],
      },
      { label: menu.window, role: 'window', submenu: [{ role: 'minimize', label: item.minimize }] },
    ]),
  );
}

/** The menu of a right click, which Electron leaves out: cut, copy and paste where they can do something. */
export function offerContextMenu(Menu: MenuPart, contents: ContentsPart, { item }: Texts): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }: ContextMenuParams) => {
    if (isEditable) {
      Menu.buildFromTemplate([
        { role: 'cut', label: item.cut, enabled: editFlags.canCut },
        { role: 'copy', label: item.copy, enabled: editFlags.canCopy },
        { role: 'paste', label: item.paste, enabled: editFlags.canPaste },
        SEPARATOR,
        { role: 'selectAll', label: item.selectAll },
      ]).popup();
    } else if (selectionText.trim() !== '') {
      Menu.buildFromTemplate([{ role: 'copy', label: item.copy }]).popup();
    }
  });
}
