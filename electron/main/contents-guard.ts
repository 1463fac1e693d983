import { CONSOLE_URL } from '#shared/desktop/origin';
import type { ContentsPart } from './electron-parts.ts';

/**
 * Keeps a page where it is: no navigation but a reload, no frames elsewhere, no new windows, no webviews. A link leaves the app through the
 * bridge only, which the console calls after it has shown the real host (T4).
 */
export function guardContents(contents: ContentsPart): void {
  contents.on('will-navigate', keepHome);
  contents.on('will-frame-navigate', keepHome);
  contents.on('will-redirect', keepHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function keepHome(event: { readonly url: string; preventDefault(): void }): void {
  if (event.url.replace(/#.*$/s, '') !== CONSOLE_URL) event.preventDefault();
}
