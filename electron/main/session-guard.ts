import { CONSOLE_ORIGIN } from '#shared/desktop/origin';
import { mayLoad } from './content-policy.ts';
import type { SessionPart } from './electron-parts.ts';

/**
 * All that the console may be granted; Electron's default is to grant everything. The network permissions are those Chromium asks for when a
 * page reaches a server on this machine or in the local network; which server, the content policy says.
 */
const GRANTED: ReadonlySet<string> = new Set([
  'notifications',
  'clipboard-sanitized-write',
  'fullscreen',
  'local-network-access',
  'local-network',
  'loopback-network',
]);

/** Denies every permission and device but the listed ones, every download, and every request that is not the console's or its server's. */
export function guardSession(session: SessionPart, getServer: () => string | null): void {
  session.setPermissionRequestHandler((...[, permission, answer, details]) =>
    answer(isGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayLoad(details.url, getServer()) }),
  );
}

function isGranted(permission: string, requester: string | undefined): boolean {
  const isConsole = requester === CONSOLE_ORIGIN || requester?.startsWith(`${CONSOLE_ORIGIN}/`) === true;
  return isConsole && GRANTED.has(permission);
}
