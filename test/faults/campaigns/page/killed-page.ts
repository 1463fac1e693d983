import type { Page } from '@playwright/test';
import type { ConversationId } from '#shared/domain/ids';
import { type ConsolePage, consolePage } from '../../../e2e/support/console-page.ts';
import { type ChromiumProcess, startChromium } from './chromium-process.ts';

/** A console in a Chromium of its own that can be killed and comes back on the same profile. */
export type KilledPage = {
  open(id: ConversationId): Promise<ConsolePage>;
  /** Numbers of the messages that stood in the thread for anybody to read, as long as somebody could report it. */
  seen: ReadonlySet<number>;
  /** How those of this conversation stand that the server has not acknowledged: number and state of each. */
  outgoing(id: ConversationId): Promise<{ number: number; state: string }[]>;
  kill(): Promise<void>;
};

type Account = { login: string; password: string };

/** On a busy machine a browser takes its time, which is no failure. */
const PATIENCE_MS = 120_000;

/** A message with its number, which is looked for everywhere. */
export function numbered(number: number): string {
  return `请稍等，我看一下〔${number}〕`;
}

/** The numbers in a text. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/〔(\d+)〕/g)].map((found) => Number(found[1]));
}

/** Starts the browser on the profile and signs in, where the session did not outlive the last kill. */
export async function openKilledPage(
  { profile, url }: { profile: string; url: string },
  { login, password }: Account,
): Promise<KilledPage> {
  const chromium: ChromiumProcess = await startChromium(profile);
  const { page } = chromium;
  page.setDefaultTimeout(PATIENCE_MS);
  const seen = new Set<number>();
  await page.exposeFunction('reportWords', (text: string) => {
    for (const number of numbersIn(text)) seen.add(number);
  });
  await page.addInitScript(watchWords);
  await page.goto(url);
  const console = consolePage(page);
  await page.locator('input[name=login], [data-testid=queue-pane]').first().waitFor();
  if (await page.locator('input[name=login]').isVisible()) {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill(password);
    await page.locator('input[name=password]').press('Enter');
    await page.getByTestId('queue-pane').waitFor();
  }
  async function open(id: ConversationId): Promise<ConsolePage> {
    // Whatever floats over the list at this moment is not what is tried here.
    await page
      .locator(`[data-testid=queue-row][data-conversation-id="${id}"]`)
      .first()
      .dispatchEvent('click');
    await console.field.waitFor();
    return console;
  }
  return {
    seen,
    open,
    async outgoing(id) {
      await open(id);
      return await readOutgoing(page);
    },
    kill: chromium.kill,
  };
}

async function readOutgoing(page: Page): Promise<{ number: number; state: string }[]> {
  const rows = await page
    .getByTestId('outgoing')
    .evaluateAll((all) => all.map((row) => [row.textContent, row.getAttribute('data-state')]));
  return rows.flatMap(([text, state]) =>
    numbersIn(text ?? '').map((number) => ({ number, state: state ?? '' })),
  );
}

/** Runs in the page: reports the words of every line that comes into the conversation. */
function watchWords(): void {
  const report = (window as unknown as { reportWords: (text: string) => void }).reportWords;
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const line = target instanceof Element ? target : target.parentElement;
      // What is only typed is no message yet: that is in the composer, beside the thread.
      const log = line?.closest('[data-testid=thread]');
      if (log) report(log.textContent ?? '');
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}
