import { CONSOLE_ORIGIN } from '#shared/desktop/origin';

/** Whether an origin is a console's: this server's own, the one under which proxies publish it, or the desktop app's. */
export type IsConsoleOrigin = (origin: string, host: string | undefined) => boolean;

/** `publicUrl` is where browsers reach this server, when a proxy stands before it. */
export function createOriginCheck(publicUrl: string | null): IsConsoleOrigin {
  const published = publicUrl === null ? null : new URL(publicUrl).origin;
  return (origin, host) => {
    if (origin === CONSOLE_ORIGIN || origin === published) return true;
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  };
}
