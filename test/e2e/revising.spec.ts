import { NETWORK_CUT } from './support/complaints.ts';
import { inConversation } from './support/in-conversation.ts';
import { comesToRest, letPass, pointAt, press, tombstones } from './support/revising.ts';
import { type AtConsole, type AtShop, expect, test } from './support/story-test.ts';

type Cast = { customer: AtShop; lin: AtConsole };

test('D19 an agent edits and recalls what was said: the customer, the rows and the search follow', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  const cast: Cast = { customer, lin };
  await test.step('other words take the place of the first', () => edits(cast));
  await test.step('what is recalled is gone from both sides, the row and the search', () => recalls(cast));
  await test.step('its author can write it once more', () => writesAgain(cast));
  await expect(customer.log).not.toContainText('琥珀海豚');
});

async function edits({ customer, lin }: Cast): Promise<void> {
  await lin.say('您的包裹明天道');
  await expect(customer.message('您的包裹明天道')).toBeVisible();
  await lin.field.fill('这句还没写完');
  await press(lin, '您的包裹明天道', '修改');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await expect(lin.composer).toContainText(/正在修改 \d\d:\d\d 的消息还剩 [01]:\d\d/);
  await expect(lin.field).toBeFocused();
  await expect(lin.field).toHaveValue('您的包裹明天道');
  await lin.page.keyboard.press('Escape');
  await expect(lin.field).toHaveValue('这句还没写完');
  await press(lin, '您的包裹明天道', '修改');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await lin.field.fill('您的包裹明天到');
  await lin.field.press('Enter');
  await expect(lin.composer).toHaveAttribute('data-mode', 'reply');
  await expect(lin.field).toHaveValue('这句还没写完');
  await expect(lin.message('您的包裹明天到')).toContainText('已编辑');
  await expect(lin.conversation).not.toContainText('明天道');
  await expect(customer.message('您的包裹明天到')).toContainText('已编辑');
  await expect(customer.log).not.toContainText('明天道');
  await expect(lin.rows('mine').first()).toContainText('您的包裹明天到');
  await lin.field.fill('');
}

async function recalls({ customer, lin }: Cast): Promise<void> {
  // Words that stand nowhere else: digits might be part of an order's number, which is drawn by the day.
  await lin.say('您的口令是琥珀海豚');
  await expect(customer.message('琥珀海豚')).toBeVisible();
  await press(lin, '琥珀海豚', '撤回');
  await expect(tombstones(lin)).toHaveText(/你撤回了一条消息/);
  await expect(lin.field).toBeFocused();
  await expect(customer.log).toContainText('林晓 撤回了一条消息');
  await expect(customer.log).not.toContainText('琥珀海豚');
  await expect(lin.rows('mine').first()).toContainText('消息已撤回');
  await expect(lin.page.locator('body')).not.toContainText('琥珀海豚');
  await lin.sendFirstCard();
  const card = lin.conversation.getByTestId('message').last();
  await expect(customer.cards).toHaveCount(1);
  await expect(card).toContainText('¥');
  const recall = card.getByRole('button', { name: '撤回', exact: true });
  await pointAt(card, recall);
  await expect(card.getByRole('button', { name: '修改', exact: true })).toHaveCount(0);
  await recall.click();
  await expect(customer.cards).toHaveCount(0);
  await expect(tombstones(lin)).toHaveCount(2);
  await lin.page.keyboard.press('Control+k');
  await lin.dialogOpens();
  await lin.page.keyboard.type('琥珀海豚');
  await expect(lin.dialog.getByRole('status')).toContainText('没有');
  await lin.page.keyboard.press('Escape');
  await expect(lin.dialog).toHaveCount(0);
  await customer.page.reload();
  await customer.openChat();
  await expect(customer.chat.locator('.recalled')).toHaveText(['林晓 撤回了一条消息', '林晓 撤回了一条消息']);
  await expect(customer.log).not.toContainText('琥珀海豚');
}

async function writesAgain({ customer, lin }: Cast): Promise<void> {
  await tombstones(lin).getByRole('button', { name: '重新编辑' }).click();
  await expect(lin.field).toHaveValue('您的口令是琥珀海豚');
  await lin.field.fill('口令不方便在这里说');
  await lin.field.press('Enter');
  await expect(customer.message('口令不方便在这里说')).toBeVisible();
  await lin.page.reload();
  await lin.rows('mine').first().click();
  await expect(tombstones(lin)).toHaveText([/你撤回了一条消息/, /你撤回了一条消息/]);
  await expect(tombstones(lin).getByRole('button')).toHaveCount(0);
}

test('D19 a customer takes back what they said, by pointer and by keys, and the agent sees only that', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await customer.say('我的暗号是松烟墨');
  await expect(lin.message('松烟墨')).toBeVisible();
  await customer.message('松烟墨').hover();
  await customer.message('松烟墨').getByRole('button', { name: /^撤回/ }).click();
  await expect(customer.log).toContainText('你撤回了一条消息');
  await expect(customer.log).not.toContainText('松烟墨');
  await expect(tombstones(lin)).toContainText('客人撤回了一条消息');
  await expect(lin.page.locator('body')).not.toContainText('松烟墨');
  await expect(lin.conversation.locator('[aria-live=polite]').first()).toHaveText('客人撤回了一条消息');

  await customer.say('发错了');
  await expect(lin.message('发错了')).toBeVisible();
  const recall = customer.chat.getByRole('button', { name: '撤回“发错了”' });
  await expect(recall).toBeVisible();
  await customer.page.keyboard.press('Shift+Tab');
  await expect(recall).toBeFocused();
  await customer.page.keyboard.press('Enter');
  await expect(tombstones(lin)).toHaveCount(2);
  await expect(customer.field).toBeFocused();
});

test('D19 what quotes or was made of recalled words lets go of them too', async ({ agent, visitor }) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await customer.openChat();
  await customer.say('你们把我的琥珀海豚会员卡弄丢了，太气人了！');
  await customer.say('转人工');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.rows('waiting').first().click();
  await expect(lin.message('琥珀海豚')).toBeVisible();
  await expect(lin.handoffCard).toContainText('琥珀海豚');
  await customer.message('琥珀海豚').hover();
  await customer.message('琥珀海豚').getByRole('button', { name: /^撤回/ }).click();
  await expect(tombstones(lin)).toHaveText(/客人撤回了一条消息/);
  await expect(lin.page.locator('body')).not.toContainText('琥珀海豚');
});

test('D19 what comes too late is refused with the reason, and the words stay', async ({
  agent,
  visitor,
  server,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await lin.say('今天一定到');
  // Had the customer spoken before it was stored, the server would have asked whether it still holds (rule D7).
  await expect(customer.message('今天一定到')).toBeVisible();
  await customer.say('好的，等你们');
  await expect(lin.message('好的，等你们')).toBeVisible();
  await letPass(server, '今天一定到', 180);
  await letPass(server, '好的，等你们', 180);

  await press(lin, '今天一定到', '撤回');
  await expect(lin.page.getByText('没能撤回：发出超过两分钟，不能再修改或撤回').first()).toBeVisible();
  await expect(customer.message('今天一定到')).toBeVisible();
  await press(lin, '今天一定到', '修改');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await lin.field.fill('后天一定到');
  await lin.field.press('Enter');
  await expect(lin.composer.getByRole('alert')).toHaveText('发出超过两分钟，不能再修改或撤回');
  await expect(lin.field).toHaveValue('后天一定到');
  await lin.composer.getByRole('button', { name: '放进回复框' }).click();
  await expect(lin.composer).toHaveAttribute('data-mode', 'reply');
  await expect(lin.field).toHaveValue('后天一定到');

  await customer.message('好的，等你们').hover();
  await customer.message('好的，等你们').getByRole('button', { name: /^撤回/ }).click();
  await expect(customer.message('好的，等你们').getByRole('alert')).toHaveText('超过两分钟，不能撤回了');

  // Read anew, the time of the message itself says that it is too late.
  await lin.page.reload();
  await lin.rows('mine').first().click();
  await lin.message('今天一定到').hover();
  await expect(lin.message('今天一定到').getByTestId('message-actions')).toHaveCount(0);
});

test('D19 Q4 what runs out under the pointer stays until that has gone, and nothing moves', async ({
  agent,
  server,
  visitor,
}) => {
  test.slow();
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await lin.say('马上为您处理');
  await lin.say('请稍等');
  await expect(lin.message('请稍等')).toContainText(/已送达|已读/);
  // Half a minute is left of the two. The clock runs by itself: a page that was told another time would ask the server for it.
  await letPass(server, '马上为您处理', 90);
  await letPass(server, '请稍等', 90);
  await lin.page.reload();
  await lin.rows('mine').first().click();
  const message = lin.message('马上为您处理');
  const button = message.getByRole('button', { name: '撤回', exact: true });
  await comesToRest(message);
  await pointAt(message, button);
  const before = await message.boundingBox();
  await expect(lin.message('请稍等').getByTestId('message-actions')).toHaveCount(1);
  await expect(lin.message('请稍等').getByTestId('message-actions')).toHaveCount(0, { timeout: 60_000 });
  await expect(button).toBeVisible();
  expect(await message.boundingBox()).toEqual(before);
  await lin.field.hover();
  await expect(message.getByTestId('message-actions')).toHaveCount(0);
  expect(await message.boundingBox()).toEqual(before);
});

test('D19 an agent edits, recalls and writes again without a mouse', async ({ agent, visitor }) => {
  const lin = await agent('lin.xiao', { language: 'en' });
  const customer = await visitor({ language: 'en' });
  await customer.openChat();
  await customer.say('A person, please');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.takeNext();
  const { keyboard } = lin.page;
  await expect(lin.message('A person, please')).toBeVisible();
  await keyboard.press('r');
  await expect(lin.field).toBeFocused();
  await keyboard.type('It leavs today');
  await keyboard.press('Enter');
  await expect(customer.message('It leavs today')).toBeVisible();
  await expect(lin.message('It leavs today')).toHaveCount(1);
  await keyboard.press('ArrowUp');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await expect(lin.field).toHaveAccessibleName('Edit a message that was sent');
  await keyboard.press('Control+a');
  await keyboard.type('It leaves today');
  await keyboard.press('Enter');
  await expect(customer.message('It leaves today')).toContainText('Edited');
  await expect(lin.message('It leaves today')).toContainText('Edited');
  await expect(lin.composer).toHaveAttribute('data-mode', 'reply');
  await expect(lin.field).toBeFocused();
  await keyboard.press('Alt+z');
  await expect(customer.log).toContainText('Lin Xiao unsent a message');
  await expect(tombstones(lin).getByRole('button', { name: 'Edit again' })).toBeVisible();
  await expect(lin.field).toBeFocused();
  await keyboard.press('Shift+Tab');
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if ((await lin.page.locator(':focus').textContent()) === 'Edit again') break;
    await keyboard.press('Shift+Tab');
  }
  await keyboard.press('Enter');
  await expect(lin.field).toHaveValue('It leaves today');
  await expect(lin.field).toBeFocused();
  await keyboard.press('Enter');
  await expect(customer.message('It leaves today')).toBeVisible();
  // The buttons of a message are reached by Tab too, and named.
  const edit = lin.message('It leaves today').getByRole('button', { name: 'Edit', exact: true });
  await edit.focus();
  await expect(edit).toBeVisible();
  await keyboard.press('Enter');
  await expect(lin.field).toBeFocused();
  await keyboard.press('Escape');
  await lin.key('?');
  await expect(lin.dialog).toContainText('Edit my last message');
  await expect(lin.dialog).toContainText('Recall my last message');
});

test('D19 D1 what was asked without a line is done when it is back', async ({
  agent,
  visitor,
  complaints,
}) => {
  complaints.forgive(NETWORK_CUT);
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await lin.say('第一句');
  await lin.say('第二句');
  // Had the customer spoken before it was stored, the server would have asked whether it still holds (rule D7).
  await expect(customer.message('第二句')).toBeVisible();
  await customer.say('客人的一句');
  await expect(lin.message('客人的一句')).toBeVisible();
  lin.line.cut();
  customer.line.cut();
  await expect(lin.page.getByTestId('link-banner')).toHaveAttribute('data-status', 'offline');
  await press(lin, '第一句', '撤回');
  await expect(lin.message('第一句')).toContainText('撤回中 · 等网络恢复');
  await press(lin, '第二句', '修改');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await lin.field.fill('第二句，改过');
  await lin.field.press('Enter');
  await expect(lin.composer).toContainText('等网络恢复后自动保存');
  await customer.message('客人的一句').hover();
  await customer.message('客人的一句').getByRole('button', { name: /^撤回/ }).click();
  await expect(customer.message('客人的一句')).toContainText('撤回中');
  customer.line.restore();
  await expect(customer.log).toContainText('你撤回了一条消息');
  lin.line.restore();
  await expect(tombstones(lin)).toHaveText([/你撤回了一条消息/, /客人撤回了一条消息/]);
  await expect(lin.composer).toHaveAttribute('data-mode', 'reply');
  await expect(customer.message('第二句，改过')).toContainText('已编辑');
  await expect(customer.log).not.toContainText('第一句');
});
