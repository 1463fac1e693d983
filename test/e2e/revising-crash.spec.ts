import { sql } from 'kysely';
import { NETWORK_CUT } from './support/complaints.ts';
import { consolePage } from './support/console-page.ts';
import { crash } from './support/crash.ts';
import { inConversation } from './support/in-conversation.ts';
import { letPass, press, tombstones } from './support/revising.ts';
import { shopPage } from './support/shop-page.ts';
import type { ShopServer } from './support/shop-server.ts';
import { type AtConsole, type AtShop, expect, test } from './support/story-test.ts';

test.beforeEach(({ complaints }) => complaints.forgive(NETWORK_CUT));

/** Two messages; while the line is cut the first is recalled and the second edited, and both wait for it. */
async function askWithoutLine({ customer, lin }: { customer: AtShop; lin: AtConsole }): Promise<void> {
  await inConversation({ customer, lin });
  await lin.say('第一句');
  await lin.say('第二句');
  await expect(customer.message('第二句')).toBeVisible();
  lin.line.cut();
  await expect(lin.page.getByTestId('link-banner')).toHaveAttribute('data-status', 'offline');
  await press(lin, '第一句', '撤回');
  await expect(lin.message('第一句')).toContainText('撤回中 · 等网络恢复');
  await press(lin, '第二句', '修改');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await lin.field.fill('第二句，改过');
  await lin.field.press('Enter');
  await expect(lin.composer).toContainText('等网络恢复后自动保存');
}

/** The console's page dies without a word, and is opened again in the same browser. */
async function crashAndReturn(lin: AtConsole, meanwhile: () => Promise<void> = async () => undefined) {
  await crash(lin.page);
  await meanwhile();
  lin.line.restore();
  const page = await lin.context.newPage();
  await page.goto(lin.line.origin);
  const again: AtConsole = { ...lin, ...consolePage(page) };
  await expect(again.rows('mine')).toHaveCount(1);
  return again;
}

async function revisions({ database }: ShopServer): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from entries where type = 'revised'`.execute(database.db);
  return rows[0]?.count ?? 0;
}

test('D5 D19 D1 what was edited and recalled without a line outlives a crash of the console, and is done once', async ({
  agent,
  visitor,
  server,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await askWithoutLine({ customer, lin });
  const again = await crashAndReturn(lin);
  await expect(customer.log).toContainText('林晓 撤回了一条消息');
  await expect(customer.message('第二句，改过')).toContainText('已编辑');
  await again.rows('mine').first().click();
  await expect(tombstones(again)).toHaveText(/你撤回了一条消息/);
  await expect(again.message('第二句，改过')).toContainText('已编辑');
  await expect(again.composer).toHaveAttribute('data-mode', 'reply');
  await again.page.reload();
  await expect(again.rows('mine')).toHaveCount(1);
  expect(await revisions(server)).toBe(2);
});

test('D5 D19 D1 a recall whose answer was lost with the page is asked again under the same id', async ({
  agent,
  visitor,
  server,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await lin.say('说错了的一句');
  await expect(customer.message('说错了的一句')).toBeVisible();
  await expect(lin.message('说错了的一句')).toContainText(/已送达|已读/);
  lin.line.deafen();
  await press(lin, '说错了的一句', '撤回');
  await expect(customer.log).toContainText('林晓 撤回了一条消息');
  await expect(tombstones(lin)).toHaveCount(0);
  const again = await crashAndReturn(lin);
  await again.rows('mine').first().click();
  await expect(tombstones(again)).toHaveText(/你撤回了一条消息/);
  await expect(again.page.getByText('没能撤回')).toHaveCount(0);
  expect(await revisions(server)).toBe(1);
});

test('D5 D19 what comes too late after a crash is told, and the words of the edit are kept', async ({
  agent,
  visitor,
  server,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await askWithoutLine({ customer, lin });
  const again = await crashAndReturn(lin, async () => {
    await letPass(server, '第一句', 180);
    await letPass(server, '第二句', 180);
  });
  const { page } = again;
  await expect(
    page.getByText(/没能撤回发给 .+ 的消息：发出超过两分钟，不能再修改或撤回/).first(),
  ).toBeVisible();
  await expect(page.getByText(/没能修改发给 .+ 的消息：发出超过两分钟/).first()).toBeVisible();
  await expect(customer.message('第一句')).toBeVisible();
  await again.rows('mine').first().click();
  await expect(again.field).toHaveValue('第二句，改过');
  await expect(again.composer.getByRole('alert')).toHaveText('发出超过两分钟，不能再修改或撤回');
  await again.composer.getByRole('button', { name: '放进回复框' }).click();
  await expect(again.field).toHaveValue('第二句，改过');
  await page.reload();
  await again.rows('mine').first().click();
  await expect(again.field).toHaveValue('第二句，改过');
  expect(await revisions(server)).toBe(0);
});

test('D5 D19 D1 what a customer took back without a line outlives a crash of the shop’s page', async ({
  agent,
  visitor,
  server,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await customer.say('我的口令是琥珀海豚');
  await expect(lin.message('我的口令是琥珀海豚')).toBeVisible();
  await expect(customer.message('我的口令是琥珀海豚').getByText(/已发送|已读/)).toBeVisible();
  customer.line.cut();
  await expect(customer.banner).toContainText('正在重新连接');
  await customer.message('我的口令是琥珀海豚').hover();
  await customer.message('我的口令是琥珀海豚').getByRole('button', { name: /^撤回/ }).click();
  await expect(customer.message('我的口令是琥珀海豚')).toContainText('撤回中');
  await crash(customer.page);
  customer.line.restore();
  const again = shopPage(await customer.context.newPage());
  await again.open(customer.line.origin);
  await again.openChat();
  await expect(again.log).toContainText('你撤回了一条消息');
  await expect(tombstones(lin)).toHaveText(/客人撤回了一条消息/);
  await expect(lin.page.locator('body')).not.toContainText('琥珀海豚');
  expect(await revisions(server)).toBe(1);
});
