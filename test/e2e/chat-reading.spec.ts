import { inConversation } from './support/in-conversation.ts';
import { expect, test } from './support/story-test.ts';

test('D6 what a customer has read is no news on the shop’s next page, and what they were writing is still there', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  const news = customer.page.locator('#baton-chat .count');
  await inConversation({ customer, lin });
  await lin.say('您好，请讲');
  await expect(customer.message('您好，请讲')).toBeVisible();
  await expect(lin.message('您好，请讲')).toContainText('已读');
  await customer.field.fill('还没写完的一句');
  await customer.open(customer.line.origin);
  await expect(news).toBeHidden();
  await lin.say('我查到了');
  await expect(news).toHaveText('1');
  await customer.openChat();
  await expect(customer.message('我查到了')).toBeVisible();
  await expect(customer.field).toHaveValue('还没写完的一句');
  await expect(news).toBeHidden();
});
