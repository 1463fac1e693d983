import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../../../build/scripts/chromium.ts';
import { consolePage } from '../../../e2e/support/console-page.ts';

/** A customer's chat and an agent's console in a real browser, who talk with each other. */
export type TwoScreens = { console: Screen; chat: Screen; stop(): Promise<void> };

/** Where one writes and the other reads. */
export type Screen = {
  /** Writes and presses Enter; gives the moment of the key, in milliseconds of the computer's clock. */
  say(text: string): Promise<number>;
  /** Takes back what was said last; gives the moment of the key or the press. */
  recall(text: string): Promise<number>;
  /** The moment of the drawing in which these words stand there, or no longer do. */
  drawn(text: string, isThere: boolean): Promise<number>;
};

type Seats = { url: string; agentToken: string; customerToken: string };

/** Opens both, each with a profile of its own, with the conversation of the two before them. */
export async function openTwoScreens({ url, agentToken, customerToken }: Seats): Promise<TwoScreens> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: name it in CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  return {
    console: await openConsole(browser, url, agentToken),
    chat: await openChat(browser, url, customerToken),
    stop: () => browser.close(),
  };
}

async function openConsole(browser: Browser, url: string, token: string): Promise<Screen> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  await context.addCookies([{ name: 'baton_session', value: token, url }]);
  const page = await context.newPage();
  await page.goto(url);
  const { rows, field } = consolePage(page);
  await rows('mine').first().click();
  await field.waitFor();
  return {
    ...(await watched(page)),
    say: (text) => acted(page, async () => say(page, text)),
    recall: () => acted(page, async () => page.keyboard.press('Alt+z')),
  };
}

async function openChat(browser: Browser, url: string, token: string): Promise<Screen> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 400, height: 700 } });
  await context.addInitScript((kept) => localStorage.setItem('baton.session', kept), token);
  const page = await context.newPage();
  await page.goto(`${url}/widget/index.html`);
  await page.getByRole('article').first().waitFor();
  return {
    ...(await watched(page)),
    say: (text) => acted(page, async () => say(page, text)),
    recall: (text) =>
      acted(page, () =>
        page.getByRole('article').filter({ hasText: text }).locator('button.recall').press('Enter'),
      ),
  };
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox').last();
  await field.fill(text);
  await field.press('Enter');
}

/** Notes the moment of every key from here on, and sees when words come and go. */
async function watched(page: Page): Promise<Pick<Screen, 'drawn'>> {
  await page.evaluate(() => {
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => Object.assign(window, { actedAt: performance.timeOrigin + timeStamp }),
      { capture: true },
    );
  });
  return { drawn: (text, isThere) => page.evaluate(drawnAt, { text, isThere }) };
}

async function acted(page: Page, act: () => Promise<unknown>): Promise<number> {
  await act();
  return await page.evaluate(() => (window as unknown as { actedAt: number }).actedAt);
}

/** Runs in the page: the moment of the first drawing in which the words stand in the log, or no longer do. */
function drawnAt({ text, isThere }: { text: string; isThere: boolean }): Promise<number> {
  return new Promise((resolve) => {
    const isSo = (): boolean => {
      const log = document.querySelector('[data-testid=thread], [role=log]');
      return (log?.textContent?.includes(text) ?? false) === isThere;
    };
    const changes = new MutationObserver(() => look());
    const look = (): void => {
      if (!isSo()) return;
      changes.disconnect();
      requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    };
    changes.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}
