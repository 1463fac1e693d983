import { expect, type Page } from '@playwright/test';
import { describeShell } from './shell-test.ts';

/** What the page complains of from now on: errors of its own, and whatever its content policy stopped. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

describeShell('the console in the shell', (test) => {
  test('asks for the server once, signs in, and is still signed in after the next start', async ({
    productDesktop,
    shop,
  }) => {
    test.slow();
    const first = await productDesktop.start();
    const page = await first.page();
    const address = page.locator('input[name=server]');
    await address.fill('http://shop.example');
    await address.press('Enter');
    await expect(page.locator('[role=alert], [aria-invalid=true]').first()).toBeVisible();
    await address.fill(shop.address.replace('http://', ''));
    await address.press('Enter');

    await page.locator('input[name=login]').fill(shop.login);
    await page.locator('input[name=password]').fill(shop.password);
    await page.locator('input[name=password]').press('Enter');
    await expect(page.locator('input[name=password]')).toBeHidden();
    await expect(page.getByRole('main')).toBeVisible();
    await first.quit();

    const second = await productDesktop.start();
    const again = await second.page();
    const complaints = complaintsOf(again);
    await again.reload();
    await expect(again.getByRole('main')).toBeVisible();
    await expect(again.locator('input[name=password]')).toHaveCount(0);
    expect(complaints).toEqual([]);
  });

  test('runs under the policy of the shell without a complaint', async ({ productDesktop, server }) => {
    const app = await productDesktop.start({ server: server.origin });
    const page = await app.page();
    const complaints = complaintsOf(page);
    await page.reload();
    await expect(page.locator('input[name=login]')).toBeVisible();
    expect(complaints).toEqual([]);
  });
});
