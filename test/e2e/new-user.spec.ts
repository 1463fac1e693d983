import { test as base, expect } from '@playwright/test';
import { listenForComplaints } from './support/complaints.ts';
import { type ConsolePage, consolePage } from './support/console-page.ts';
import { npmStart, type Started } from './support/npm-start.ts';

const FIVE_MINUTES_MS = 300_000;
const REPLY = '您好，我来帮您处理，请稍等。';

const test = base.extend<{ product: Started }>({
  product: async ({ browserName: _ }, use) => {
    const product = await npmStart(['--simulate']);
    await use(product);
    await product.stop();
    expect(product.said()).toContain('Stopping: finishing what is in flight.');
  },
});

test.setTimeout(FIVE_MINUTES_MS + 60_000);

test('npm start -- --simulate: within five minutes a conversation is taken over, answered with a card and closed', async ({
  browser,
  product,
}) => {
  const startedAt = performance.now() - product.readyMs;
  const context = await browser.newContext({ locale: 'zh-CN' });
  const complaints = listenForComplaints();
  await complaints.watch(context);
  const agent = consolePage(await context.newPage());
  await agent.page.goto(product.console);
  await agent.signIn(product.login, product.password);
  await expect(agent.rows('waiting').first()).toBeVisible({ timeout: 120_000 });
  const firstMs = performance.now() - startedAt;

  // They write when they please: who answers one who just has is asked whether it still holds (rule D7).
  await agent.page.addLocatorHandler(agent.conversation.getByRole('button', { name: '仍然发送' }), (button) =>
    button.click(),
  );
  await agent.takeNext();
  await agent.say(REPLY);
  // Who it is was drawn by the time of day: some are just typing for a while, and read on only then.
  await expect(agent.message(REPLY)).toContainText(/已送达|已读/, { timeout: 60_000 });
  await sendCard(agent);
  await expect(
    agent.conversation.locator('[data-testid=message][data-author=agent] img').last(),
  ).toBeVisible();

  await agent.key('e');
  await agent.dialogOpens();
  await agent.page.keyboard.press('ArrowDown');
  await agent.page.keyboard.press('Control+Enter');
  await expect(agent.dialog).toHaveCount(0);
  await expect(agent.thread.getByText(/结束：解决了 · 根因/).last()).toBeVisible();
  const wholeMs = performance.now() - startedAt;
  await expect(agent.rows('waiting').nth(1), 'the queue goes on living').toBeVisible({ timeout: 120_000 });

  process.stdout.write(
    `A new user: ready after ${seconds(product.readyMs)}, first customer waiting after ${seconds(firstMs)}, closed after ${seconds(wholeMs)}\n`,
  );
  expect(wholeMs).toBeLessThan(FIVE_MINUTES_MS);
  expect(complaints.all()).toEqual([]);
  await context.close();
});

/** By one key where goods are offered; to somebody upset about nothing that was bought none are, and the agent finds one by its name. */
async function sendCard(agent: ConsolePage): Promise<void> {
  const nothing = agent.page.getByText('现在没有合适的推荐');
  await expect(agent.recommendations.first().or(nothing)).toBeVisible();
  if (await nothing.isHidden()) return await agent.sendFirstCard();
  await agent.page.keyboard.press('Alt+s');
  await agent.page.keyboard.type('杯');
  await expect(agent.recommendations.first()).toContainText('杯');
  await agent.page.keyboard.press('Enter');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
