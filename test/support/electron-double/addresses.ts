import { CONSOLE_ORIGIN } from '#shared/desktop/origin';

/** Chromium lets nobody serve an unknown scheme, so the console's origin has a secure stand-in there. Mapped both ways, the shell sees its own. */
const STAND_IN = 'https://baton.app.localhost';

/** The address in Chromium for an address of Electron's. */
export function toChromium(url: string): string {
  return url.startsWith(CONSOLE_ORIGIN) ? STAND_IN + url.slice(CONSOLE_ORIGIN.length) : url;
}

/** The address in Electron for an address of Chromium's. */
export function toElectron(url: string): string {
  return url.startsWith(STAND_IN) ? CONSOLE_ORIGIN + url.slice(STAND_IN.length) : url;
}
