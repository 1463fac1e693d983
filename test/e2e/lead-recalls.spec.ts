import { inConversation } from './support/in-conversation.ts';
import { press, tombstones } from './support/revising.ts';
import { expect, test } from './support/story-test.ts';

test('D19 a lead takes back what the shop said, and alone reads what it was', async ({ agent, visitor }) => {
  const lin = await agent('lin.xiao');
  const lead = await agent('gu.hang');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await lin.say('赔您一万元');
  await expect(lin.message('赔您一万元')).toBeVisible();
  await lin.page.keyboard.press('ArrowUp');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await lin.field.fill('赔您一千元');
  await lin.field.press('Enter');
  await expect(customer.message('赔您一千元')).toBeVisible();
  await lead.page.getByRole('tab', { name: /同事/ }).click();
  await lead.rows('others').first().click();
  await lead.message('赔您一千元').getByRole('button', { name: '已编辑，查看原文' }).click();
  await expect(lead.page.getByTestId('versions')).toContainText('赔您一万元');
  await lead.page.keyboard.press('Escape');

  await press(lead, '赔您一千元', '撤回');
  const question = lead.page.getByRole('dialog', { name: '撤回 林晓 的这条消息？' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: '撤回' }).click();
  await expect(tombstones(lead)).toContainText('你撤回了 林晓 的一条消息');
  await expect(tombstones(lin)).toContainText(/撤回了你的一条消息/);
  await expect(customer.log).toContainText('林晓 撤回了一条消息');
  await expect(customer.log).not.toContainText('赔您');
  await expect(tombstones(lin).getByRole('button')).toHaveCount(0);

  await tombstones(lead).getByRole('button', { name: '查看原文' }).click();
  await expect(lead.page.getByTestId('versions').getByRole('listitem')).toHaveText([
    /赔您一万元/,
    /赔您一千元/,
  ]);
});
