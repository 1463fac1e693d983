import { externalUrl } from '#shared/desktop/external-url';
import type { ElectronParts } from './electron-parts.ts';

const PAUSE_MS = 500;

/**
 * The one door out of the app: hands http, https and mailto to the system, as the URL parser wrote them back (T4, case D3). At most one in
 * half a second, so that a page gone wrong can't bury the desktop.
 */
export function createDoorOutside(shell: ElectronParts['shell']): (url: string) => Promise<boolean> {
  let lastOpened = Number.NEGATIVE_INFINITY;
  return async (url) => {
    const address = externalUrl(url);
    if (address === null || performance.now() - lastOpened < PAUSE_MS) return false;
    lastOpened = performance.now();
    await shell.openExternal(address);
    return true;
  };
}
