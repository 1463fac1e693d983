import type { Locator } from '@playwright/test';
import { type AtConsole, expect, test } from './support/story-test.ts';
import type { WebhookPartner } from './support/webhook-partner.ts';

/** What plays: a customer on a partner's app that refuses what it is given, the agent who answers, and the lead who watches. */
type Cast = { partner: WebhookPartner; lin: AtConsole; lead: AtConsole };

const MING = { id: 'ming-01', name: '阿明' };
const LOST = '您好阿明，包裹今天下午送到。';
const GIVEN_UP = '另外送您一张优惠券。';

test('D14 what does not arrive is seen by the agent and the lead, sent again, or let go with a reason', async ({
  agent,
  webhook,
}) => {
  test.slow();
  const partner = await webhook({ zh: '合作平台', en: 'Partner app' });
  const lin = await agent('lin.xiao', { language: 'zh' });
  const lead = await agent('gu.hang', { language: 'en' });
  const cast: Cast = { partner, lin, lead };

  await test.step('the agent answers, and the partner refuses', () => isRefused(cast));
  await test.step('the lead sees it, with the reason', () => isSeen(cast));
  await test.step('D6 sent again in vain it stays what it is', () => isTriedInVain(cast));
  await test.step('all of the channel goes again when the partner takes it', () => goesAgain(cast));
  await test.step('what is of no use any more is let go, and says so', () => isLetGo(cast));
  expect(partner.unsigned, 'T6 whatever left on the webhook was signed').toEqual([]);
});

function lost(at: AtConsole, text: string): Locator {
  return at.message(text).getByTestId('lost');
}

async function isRefused({ partner, lin }: Cast): Promise<void> {
  await partner.say(MING, '转人工');
  await expect(lin.rows('waiting')).toHaveCount(1);
  await lin.rows('waiting').first().click();
  await lin.take();
  await expect.poll(() => partner.toldTo(MING.id).join('')).toContain('已加入');
  partner.refuseWith({ status: 422, reason: '客人关闭了消息' });
  await lin.say(LOST);
  await expect(lost(lin, LOST)).toContainText('没送到 · 渠道拒收：客人关闭了消息');
  await expect(lin.rows('mine').first()).toContainText('1 条未送达');
}

async function isSeen({ lead }: Cast): Promise<void> {
  const { page } = lead;
  await expect(page.getByRole('button', { name: 'Undelivered: 1 message' })).toBeVisible();
  await lead.key('m');
  const place = page.getByTestId('undelivered');
  await expect(place.getByTestId('channel-trouble')).toContainText('Partner app 1 undelivered');
  const row = place.getByTestId('undelivered-row');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Lin Xiao to 阿明');
  await expect(row).toContainText('Not delivered · the channel refused it: 客人关闭了消息');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(lead.conversation).toContainText(LOST);
  await expect(lost(lead, LOST)).toContainText('Not delivered');
}

async function isTriedInVain({ lin, lead, partner }: Cast): Promise<void> {
  await lost(lin, LOST).getByRole('button', { name: '重发' }).click();
  await expect(lost(lin, LOST)).toContainText('渠道拒收');
  await lin.say(GIVEN_UP);
  await expect(lost(lin, GIVEN_UP)).toBeVisible();
  expect(partner.toldTo(MING.id)).not.toContain(LOST);
  await lead.key('m');
  await expect(lead.page.getByTestId('undelivered-row')).toHaveCount(2);
}

async function goesAgain({ partner, lin, lead }: Cast): Promise<void> {
  await lost(lin, GIVEN_UP).getByRole('button', { name: '不再发' }).click();
  const question = lin.page.getByRole('dialog', { name: '不再发这条消息' });
  await expect(question).toBeVisible();
  await lin.page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  partner.refuseWith({ status: 422, reason: '客人关闭了消息' });
  const place = lead.page.getByTestId('undelivered');
  await expect(place.getByRole('button', { name: 'Send all again (2)' })).toBeVisible();
  await expect.poll(() => place.getByTestId('undelivered-row').count()).toBe(2);
  partner.refuseWith(null);
  await place
    .getByTestId('undelivered-row')
    .filter({ hasText: LOST })
    .getByRole('button', { name: 'Send again' })
    .click();
  await expect(place.getByTestId('undelivered-row')).toHaveCount(1);
  await expect.poll(() => partner.toldTo(MING.id)).toContain(LOST);
  await expect(lin.message(LOST)).toContainText('已发送');
  partner.refuseWith({ status: 422, reason: '客人关闭了消息' });
  await place.getByRole('button', { name: 'Send it again (1)' }).click();
  await expect(lead.page.getByText('Partner app: 1 message is being sent again')).toBeVisible();
  await expect(place.getByTestId('undelivered-row')).toContainText('Tried 2 times');
}

async function isLetGo({ lin, lead, partner }: Cast): Promise<void> {
  const row = lead.page.getByTestId('undelivered-row');
  await row.getByRole('button', { name: 'Let it go' }).click();
  const question = lead.page.getByRole('dialog', { name: 'Let this message go' });
  await question.getByRole('textbox').fill('Told him by phone');
  await lead.page.keyboard.press('Control+Enter');
  await expect(question).toBeHidden();
  await expect(row).toHaveCount(0);
  await expect(lead.page.getByText('Everything arrived')).toBeVisible();
  await expect(lost(lin, GIVEN_UP)).toHaveText('没送到，不再发：Told him by phone');
  await expect(lin.rows('mine').first()).not.toContainText('未送达');
  expect(partner.toldTo(MING.id)).not.toContain(GIVEN_UP);
}
