import { join } from 'node:path';
import { BrowserWindow } from 'electron';

/** Opens the one window. */
export function openWindow(): BrowserWindow {
  return new BrowserWindow({ webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') } });
}

/** Exported and used by nobody: lawful for all but knip. */
export function closeWindow(window: BrowserWindow): void {
  window.close();
}
