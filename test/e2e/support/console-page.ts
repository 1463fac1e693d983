import { expect, type Locator, type Page } from '@playwright/test';

/** The console as an agent sees and uses it, in whatever language it speaks. */
export type ConsolePage = ReturnType<typeof consolePage>;

/** The console on a page that shows it. */
export function consolePage(page: Page) {
  const conversation = page.getByTestId('conversation');
  const composer = page.getByTestId('composer');
  const field = composer.getByRole('textbox');
  return {
    page,
    conversation,
    composer,
    field,
    thread: conversation.getByTestId('thread'),
    handoffCard: page.getByTestId('handoff-card'),
    customer: page.getByTestId('customer-panel'),
    recommendations: page.getByTestId('recommendation'),
    dialog: page.getByRole('dialog'),
    /** The rows of one of the lists, topmost first. */
    rows: (list: 'waiting' | 'mine' | 'others' | 'bot' | 'closed' | 'offered'): Locator =>
      page.getByTestId(`rows-${list}`).getByTestId('queue-row'),
    /** The messages with these words. */
    message: (text: string | RegExp): Locator =>
      conversation.getByTestId('message').filter({ hasText: text }),
    async signIn(login: string, password: string): Promise<void> {
      await page.locator('input[name=login]').fill(login);
      await page.locator('input[name=password]').fill(password);
      await page.locator('input[name=password]').press('Enter');
      await expect(page.getByTestId('queue-pane')).toBeVisible();
      await expect(page.getByTestId('queue-loading')).toHaveCount(0);
    },
    /** Takes the first of the queue, by its key. */
    async takeNext(): Promise<void> {
      await expect(page.getByRole('button', { name: /^(Take next|接下一位)/ })).toBeEnabled();
      await this.key('g');
      await this.isTaken();
    },
    /** Takes the conversation that is open, by its key. */
    async take(): Promise<void> {
      await expect(conversation.getByRole('button', { name: /^(Take|接待)/ })).toBeEnabled();
      await this.key('a');
      await this.isTaken();
    },
    /** Whoever answers before the log is there is asked whether it still holds (rule D7). */
    async isTaken(): Promise<void> {
      await expect(composer).toBeVisible();
      await expect(this.thread).toBeVisible();
    },
    /** A dialog opens, and hears the keys from now on: the focus comes with its first frame. */
    async dialogOpens(): Promise<void> {
      await expect(page.locator('[role=dialog]:focus-within')).toBeVisible();
    },
    /** Sends the first of the goods that are offered, by its key. */
    async sendFirstCard(): Promise<void> {
      await expect(this.recommendations.first().getByRole('button')).toBeEnabled();
      await page.keyboard.press('Alt+1');
    },
    /** Writes a reply and sends it as agents do. */
    async say(text: string): Promise<void> {
      await field.fill(text);
      await field.press('Enter');
      await expect(field).toHaveValue('');
    },
    /** Scrolls up through what was said until it shows, from the end anew where it ran past. Only what is in sight is drawn. */
    async scrollUpTo(wanted: Locator): Promise<void> {
      const thread = conversation.getByTestId('thread');
      await expect(async () => {
        if (await wanted.isVisible()) return;
        await thread.hover();
        await page.mouse.wheel(0, -300);
        if ((await thread.evaluate((log) => log.scrollTop)) === 0) {
          await thread.evaluate((log) => log.scrollTo(0, log.scrollHeight));
        }
        await expect(wanted).toBeVisible({ timeout: 300 });
      }).toPass({ timeout: 60_000 });
    },
    async scrollToEnd(): Promise<void> {
      await conversation.getByTestId('thread').evaluate((thread) => thread.scrollTo(0, thread.scrollHeight));
    },
    /** The drafts as they lie on the device, in words. */
    keptDrafts: (): Promise<string> =>
      page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open('baton');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
              reading.onsuccess = () => {
                opening.result.close();
                resolve(JSON.stringify(reading.result));
              };
            };
          }),
      ),
    /** Presses a single key outside all text fields. */
    async key(name: string): Promise<void> {
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      );
      await page.keyboard.press(name);
    },
  };
}
