import { sql } from 'kysely';
import { type AtShop, expect, test } from './support/story-test.ts';

function tokenOf({ page }: AtShop): Promise<string | null> {
  const frame = page.frames().find((one) => one.url().includes('/widget/')) ?? page.mainFrame();
  return frame.evaluate(() => localStorage.getItem('baton.session'));
}

test('T12 the chat’s token is exchanged after a day; the past stays, also in a second tab that had the old one', async ({
  visitor,
  server,
}) => {
  const customer = await visitor();
  await customer.openChat();
  await customer.say('运费多少');
  await expect(customer.chat.getByRole('article')).toHaveCount(2);
  const first = await tokenOf(customer);
  const tab = await customer.context.newPage();
  await tab.goto(customer.page.url());
  await tab.locator('#baton-chat').getByRole('button').click();
  await expect(tab.frameLocator('#baton-chat iframe').getByRole('article')).toHaveCount(2);

  await sql`update customer_sessions set issued_at = issued_at - interval '2 days'`.execute(
    server.database.db,
  );
  await customer.page.reload();
  await customer.openChat();
  await expect(customer.chat.getByRole('article')).toHaveCount(2);
  await expect.poll(() => tokenOf(customer)).not.toBe(first);
  await customer.page.reload();
  await customer.openChat();
  await customer.say('还在吗');
  await expect(customer.message('运费多少')).toBeVisible();
  const there = tab.frameLocator('#baton-chat iframe');
  await expect(there.getByRole('article').filter({ hasText: '还在吗' })).toBeVisible();
  await tab.reload();
  await tab.locator('#baton-chat').getByRole('button').click();
  await expect(there.getByRole('article').filter({ hasText: '还在吗' })).toBeVisible();
  await expect(there.getByRole('article').filter({ hasText: '运费多少' })).toBeVisible();
});
