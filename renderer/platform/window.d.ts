import type { DesktopBridge } from '#shared/desktop/bridge';

declare global {
  interface Window {
    /** Present only in the desktop app. Read by `platform/index.ts` alone; everything else asks the Platform. */
    readonly batonDesktop?: DesktopBridge;
  }
}
