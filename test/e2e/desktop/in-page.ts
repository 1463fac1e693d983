import type { Page } from '@playwright/test';
import type { DesktopBridge } from '#shared/desktop/bridge';
import type { RunningApp } from './host.ts';

/** What the test page notes of itself, see page/page.js. */
export type PageWindow = Window & {
  readonly seen: {
    readonly links: { conversationId: string }[];
    readonly idle: string[];
    readonly evaluated: unknown;
  };
  readonly inlineScriptRan?: boolean;
  readonly batonDesktop: DesktopBridge;
};

/** Uses the bridge in the page. The function arrives there as source and must not close over anything. */
export function call<T>(page: Page, use: (bridge: DesktopBridge) => Promise<T>): Promise<T> {
  return callWith(page, null, use);
}

/** Like `call`, with something to give to the function. */
export async function callWith<T, A>(
  page: Page,
  argument: A,
  use: (bridge: DesktopBridge, argument: A) => Promise<T>,
): Promise<T> {
  const bridge = await page.evaluateHandle(() => (window as unknown as PageWindow).batonDesktop);
  return bridge.evaluate(use as never, argument) as Promise<T>;
}

/** The conversations that the page was told to open. */
export async function linksOf(app: RunningApp): Promise<string[]> {
  const page = await app.page();
  return page.evaluate(() => (window as unknown as PageWindow).seen.links.map((link) => link.conversationId));
}

/** What of a server a page can reach. */
export interface Reach {
  readonly http: boolean;
  readonly socket: boolean;
  readonly picture: boolean;
}

/** Tries to reach a server in each way that a page has. Runs in the page. */
export async function reach(origin: string): Promise<Reach> {
  const http = await fetch(`${origin}/http`).then(
    (response) => response.ok,
    () => false,
  );
  const socket = await new Promise<boolean>((resolve) => {
    try {
      const opened = new WebSocket(`${origin.replace('http', 'ws')}/socket`);
      opened.onopen = () => resolve(true);
      opened.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
  const picture = await new Promise<boolean>((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = `${origin}/picture.gif`;
  });
  return { http, socket, picture };
}
