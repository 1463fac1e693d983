import { sql } from 'kysely';
import { inConversation } from './support/in-conversation.ts';
import { press, tombstones } from './support/revising.ts';
import { type AtConsole, expect, test } from './support/story-test.ts';
import type { WebhookPartner } from './support/webhook-partner.ts';

const MING = { id: 'ming-01', name: '阿明' };

/** A customer on the partner's app asks for a person, and the agent takes it. */
async function takes(lin: AtConsole, partner: WebhookPartner): Promise<void> {
  await partner.say(MING, '转人工');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.rows('waiting').first().click();
  await lin.take();
}

test('D19 what has left on a channel that takes nothing back can’t be changed; its customer’s recall is shown', async ({
  agent,
  webhook,
}) => {
  const partner = await webhook({ zh: '合作平台', en: 'Partner app' });
  const lin = await agent('lin.xiao');
  await takes(lin, partner);
  const eventId = await partner.say(MING, '我的手机号 13900000000');
  await expect(lin.message('13900000000')).toBeVisible();
  await lin.say('收到，马上查');
  await expect(lin.message('收到，马上查')).toContainText('已发送');
  await lin.message('收到，马上查').hover();
  await expect(lin.message('收到，马上查').getByTestId('message-actions')).toHaveCount(0);
  await partner.recall(MING.id, eventId);
  await expect(tombstones(lin)).toHaveText(/客人撤回了一条消息/);
  await expect(lin.page.locator('body')).not.toContainText('13900000000');
});

test('D19 a channel that takes revisions is told of edits and recalls', async ({
  agent,
  webhook,
  server,
}) => {
  const partner = await webhook({ zh: '合作平台', en: 'Partner app' });
  await sql`update channels set revises = true where kind = 'webhook'`.execute(server.database.db);
  const lin = await agent('lin.xiao');
  await takes(lin, partner);
  await lin.say('明天道');
  await expect(lin.message('明天道')).toContainText('已发送');
  await press(lin, '明天道', '修改');
  await expect(lin.composer).toHaveAttribute('data-mode', 'edit');
  await lin.field.fill('明天到');
  await lin.field.press('Enter');
  await expect(lin.message('明天到')).toContainText('已编辑');
  await expect.poll(() => partner.revised.map(({ text }) => text)).toEqual(['明天到']);
  await press(lin, '明天到', '撤回');
  await expect(tombstones(lin)).toHaveText(/你撤回了一条消息/);
  await expect.poll(() => partner.revised.map(({ text }) => text)).toEqual(['明天到', null]);
  expect(partner.unsigned, 'T6 whatever left on the webhook was signed').toEqual([]);
});

test('D19 what is taken back in an earlier conversation is gone where that is shown above the present one', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await customer.say('门禁口令是琥珀海豚');
  await expect(lin.message('琥珀海豚')).toBeVisible();
  await lin.key('e');
  await lin.dialogOpens();
  await lin.page.keyboard.press('Control+Enter');
  await expect(lin.dialog).toHaveCount(0);
  await customer.say('还有一个问题，转人工');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.takeNext();
  await expect(lin.message('还有一个问题')).toBeVisible();
  await lin.scrollUpTo(lin.message('琥珀海豚'));
  await customer.message('琥珀海豚').hover();
  await customer.message('琥珀海豚').getByRole('button', { name: /^撤回/ }).click();
  await expect(customer.log).toContainText('你撤回了一条消息');
  await expect(tombstones(lin)).toHaveText(/客人撤回了一条消息/);
  await expect(lin.page.locator('body')).not.toContainText('琥珀海豚');
});
