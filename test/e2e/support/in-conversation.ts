import { type AtConsole, type AtShop, expect } from './story-test.ts';

/** A customer at the shop's page asks for a person, and an agent takes it. */
export async function inConversation({ customer, lin }: { customer: AtShop; lin: AtConsole }): Promise<void> {
  await customer.openChat();
  await customer.say('你好，转人工');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.takeNext();
  await expect(lin.message('你好，转人工')).toBeVisible();
}
