import { NETWORK_CUT } from './support/complaints.ts';
import { inConversation } from './support/in-conversation.ts';
import { expect, test } from './support/story-test.ts';

test.beforeEach(({ complaints }) => complaints.forgive(NETWORK_CUT));

test('D4 a console without network says so, and catches up on what was said meanwhile', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.cut();
  await expect(lin.page.getByText('连不上服务器，正在重试')).toBeVisible();
  await customer.say('还在吗？');
  await customer.say('我补充一下，是上周买的那件');
  await expect(customer.message('我补充一下').getByText('已发送')).toBeVisible();
  lin.line.restore();
  await expect(lin.message('我补充一下')).toBeVisible();
  await expect(lin.page.getByText('连不上服务器')).toHaveCount(0);
  const live = await lin.conversation.getByTestId('message').locator('p').allInnerTexts();
  await lin.page.reload();
  await lin.rows('mine').first().click();
  await expect(lin.conversation.getByTestId('message').locator('p')).toHaveText(live);
});

test('D5 what an agent writes without network is sent once, in its order, when it is back', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.cut();
  await expect(lin.page.getByText('连不上服务器，正在重试')).toBeVisible();
  await lin.say('第一句，断网时写的');
  await lin.say('第二句，断网时写的');
  await expect(lin.conversation.getByTestId('outgoing')).toHaveCount(2);
  await expect(lin.conversation.getByTestId('outgoing').first()).toContainText('等网络恢复');
  lin.line.restore();
  await expect(lin.conversation.getByTestId('outgoing')).toHaveCount(0);
  await expect(
    customer.chat.locator('.message:not(.mine) .bubble').filter({ hasText: '断网时写的' }),
  ).toHaveText(['第一句，断网时写的', '第二句，断网时写的']);
});

test('D1 D5 an answer whose acknowledgement is lost is not sent twice', async ({ agent, visitor }) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.deafen();
  await lin.say('这句到了，但没有听到回音');
  await expect(customer.message('没有听到回音')).toBeVisible();
  await expect(lin.conversation.getByTestId('outgoing')).toHaveCount(1);
  lin.line.cut();
  lin.line.restore();
  await expect(lin.conversation.getByTestId('outgoing')).toHaveCount(0);
  await expect(lin.message('没有听到回音')).toHaveCount(1);
  await expect(customer.message('没有听到回音')).toHaveCount(1);
});

test('D5 what is unsent when the console is closed is sent by the next one', async ({ agent, visitor }) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.cut();
  await expect(lin.page.getByText('连不上服务器，正在重试')).toBeVisible();
  await lin.say('关掉窗口之前写的');
  await expect(lin.conversation.getByTestId('outgoing')).toHaveCount(1);
  await lin.page.close();
  lin.line.restore();
  const again = await lin.context.newPage();
  await again.goto(lin.line.origin);
  await expect(customer.message('关掉窗口之前写的')).toHaveCount(1);
});

test('D4 D5 the chat without network says so, and sends what was written once it is back', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  customer.line.cut();
  await expect(customer.banner).toContainText('正在重新连接');
  await customer.say('地铁里没信号时写的');
  await expect(customer.message('地铁里没信号时写的')).toContainText('发送中');
  await lin.say('这句在您没信号的时候发出');
  // Had the customer's come first, the console would ask whether this still holds (rule D7).
  await expect(lin.message('这句在您没信号的时候发出')).toContainText('已发送');
  customer.line.restore();
  await expect(lin.message('地铁里没信号时写的')).toHaveCount(1);
  await expect(customer.message('这句在您没信号的时候发出')).toHaveCount(1);
  await expect(customer.banner).toHaveCount(0);
  await customer.page.reload();
  await customer.openChat();
  await expect(customer.message('地铁里没信号时写的')).toHaveCount(1);
  await expect(customer.message('这句在您没信号的时候发出')).toHaveCount(1);
});

test('D4 a conversation that could not be read without network shows itself once it is back', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await customer.openChat();
  await customer.say('你好，转人工');
  await expect(lin.rows('waiting')).toHaveCount(1);
  lin.line.cut();
  await expect(lin.page.getByText('连不上服务器，正在重试')).toBeVisible();
  await lin.rows('waiting').first().click();
  await expect(lin.conversation.getByRole('alert')).toContainText('没能读到这个会话');
  lin.line.restore();
  await expect(lin.message('你好，转人工')).toBeVisible();
  await expect(lin.customer).not.toContainText('没能读到');
});
