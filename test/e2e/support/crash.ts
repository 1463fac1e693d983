import type { Page } from '@playwright/test';

/** Kills the page's process: nothing in it is told that it ends. What its browser keeps for it stays. */
export async function crash(page: Page): Promise<void> {
  const died = page.waitForEvent('crash');
  const control = await page.context().newCDPSession(page);
  // Nobody is left to answer.
  control.send('Page.crash').catch(() => undefined);
  await died;
}
