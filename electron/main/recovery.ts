import type { ElectronParts, WindowPart } from './electron-parts.ts';
import type { Texts } from './texts.ts';

const AGAIN_WITHIN_MS = 60_000;

/** When the page's process dies: load it again by itself once; when that happens twice in a minute, ask rather than loop. */
export function recoverFromCrashes(
  electron: Pick<ElectronParts, 'app' | 'dialog'>,
  window: WindowPart,
  texts: Texts,
): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const isAgain = performance.now() - lastCrash < AGAIN_WITHIN_MS;
    lastCrash = performance.now();
    if (!isAgain) window.webContents.reload();
    else void askToRestart(electron, texts);
  });
}

async function askToRestart(
  { app, dialog }: Pick<ElectronParts, 'app' | 'dialog'>,
  texts: Texts,
): Promise<void> {
  const { message, detail, restart } = texts.crashed;
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message,
    detail,
    buttons: [restart, texts.quit],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) app.relaunch();
  app.exit();
}
