import { NETWORK_CUT } from './support/complaints.ts';
import { expect, test } from './support/story-test.ts';

test('T10 a lead shuts an account in the console: its holder is out at once, and comes back when it is open again', async ({
  agent,
  server,
  complaints,
}) => {
  // Chromium tells of the refused sign-in.
  complaints.forgive(NETWORK_CUT);
  const lin = await agent('lin.xiao');
  const lead = await agent('qiao.lan', { language: 'en' });
  const row = lead.dialog.getByTestId('account').filter({ hasText: 'lin.xiao' });

  await lead.page.getByRole('button', { name: /^Me: / }).click();
  await lead.page.getByRole('menuitem', { name: 'Accounts' }).click();
  await expect(row).toContainText('Lin Xiao');
  const own = lead.dialog.getByTestId('account').filter({ hasText: 'qiao.lan' });
  await expect(own.getByRole('button')).toHaveCount(0);
  await row.getByRole('button', { name: 'Deactivate the account of Lin Xiao' }).click();
  await row.getByRole('button', { name: 'Deactivate now' }).press('Enter');
  await expect(row).toContainText('Deactivated');
  await expect(lin.page.getByText('这个账号已停用，请联系管理员。')).toBeVisible();
  await lin.page.locator('input[name=login]').fill('lin.xiao');
  await lin.page.locator('input[name=password]').fill(server.password);
  await lin.page.locator('input[name=password]').press('Enter');
  await expect(lin.page.getByText('账号或密码不对。')).toBeVisible();

  await row.getByRole('button', { name: 'Reactivate the account of Lin Xiao' }).click();
  await expect(row.getByRole('button', { name: 'Deactivate the account of Lin Xiao' })).toBeVisible();
  await lin.signIn('lin.xiao', server.password);
});
