import { expect, type Locator, type Page } from '@playwright/test';

/** The demo shop's page and the chat on it, as a customer sees and uses them. */
export type ShopPage = ReturnType<typeof shopPage>;

/** What the shop's sign-in says of its demo customers; who they are is drawn anew with the demo shop's history. */
export const visitors = {
  lateOrder: /订单过了承诺时间还没发货|should have left by now/,
  stuckParcel: /包裹在路上好几天没动|has not moved for days/,
  justDelivered: /刚收到货，可以退换|could go back/,
  overdueRefund: /退款迟迟没到|refund that is overdue/,
  english: /英文客人，包裹在路上|Writes English, a parcel on its way/,
  englishNewOrder: /英文客人，刚下单还能取消|Writes English, an order that can still be cancelled/,
} as const;

/** The shop on a page of the browser. */
export function shopPage(page: Page) {
  const chat = page.frameLocator('#baton-chat iframe');
  const field = chat.getByRole('textbox');
  const signIn = page.locator('.sign-in');
  return {
    page,
    chat,
    field,
    launcher: page.locator('#baton-chat').getByRole('button'),
    log: chat.getByRole('log'),
    /** What the head of the chat says about who answers. */
    status: chat.locator('header').getByRole('status'),
    notices: chat.locator('.notice'),
    cards: chat.locator('.card'),
    banner: chat.locator('.banner'),
    /** The messages with these words, of whomever. */
    message: (text: string | RegExp): Locator => chat.getByRole('article').filter({ hasText: text }),
    async open(origin: string): Promise<void> {
      await page.goto(`${origin}/shop/`);
      await expect(page.locator('.goods li').first()).toBeVisible();
    },
    /** Signs in to the shop as one of its demo customers. Gives their name. */
    async signIn(hint: RegExp): Promise<string> {
      await signIn.locator('summary').click();
      const choice = signIn.getByRole('button', { name: hint });
      const name = await choice.locator('b').evaluate((words) => words.firstChild?.textContent?.trim() ?? '');
      await choice.click();
      await expect(signIn.locator('summary')).toHaveText(name);
      return name;
    },
    async openChat(): Promise<void> {
      await this.launcher.click();
      await expect(field).toBeVisible();
    },
    async say(text: string): Promise<void> {
      await field.fill(text);
      await field.press('Enter');
      await expect(field).toHaveValue('');
    },
  };
}
