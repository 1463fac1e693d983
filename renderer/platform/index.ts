import { createDesktopPlatform } from './desktop.ts';
import type { Platform } from './platform.ts';
import { createWebPlatform } from './web.ts';

export type * from './platform.ts';

/** Chooses the platform, once, for the composition root to hand on. */
export async function createPlatform(): Promise<Platform> {
  return window.batonDesktop ? await createDesktopPlatform(window.batonDesktop) : createWebPlatform();
}
