import { type CustomerClient, clientId, connectCustomer, openSession } from '../support/clients.ts';
import { type AtConsole, expect, test } from './support/story-test.ts';
import type { WebhookPartner } from './support/webhook-partner.ts';

/** What plays: one customer on two channels, the agent who chooses between them, and the lead who steps in. */
type Cast = { partner: WebhookPartner; web: CustomerClient; lin: AtConsole; lead: AtConsole };

/** A name that the shop has not vouched for before: the two channels meet in it, and nothing else does. */
const SHOP_CUSTOMER = 'lead-spec-customer';
const SENDER = { id: 'sender-01', name: 'Nora Bell' };
const ON_THE_WEB = 'This goes to the website.';

test('I3 H9 I2 an agent chooses the channel of a reply; a lead takes over, passes on, and parts what was joined', async ({
  agent,
  webhook,
  server,
}) => {
  test.slow();
  const partner = await webhook({ zh: '合作平台', en: 'Partner app' });
  const lin = await agent('lin.xiao', { language: 'en' });
  const lead = await agent('qiao.lan', { language: 'en' });
  const identityToken = await server.identityToken(SHOP_CUSTOMER);
  const web = await connectCustomer(
    server.url,
    await openSession(server.url, { identityToken, language: 'en' }),
  );
  await web.ask('message:send', { clientId: clientId(), text: 'I want to talk to a person' });
  await partner.say(SENDER, 'I am here as well now', { language: 'en', identityToken });
  const cast: Cast = { partner, web, lin, lead };

  await test.step('I3 the reply goes out on the channel that the agent chose', () => choosesChannel(cast));
  await test.step('H9 the lead takes over from the agent, who learns of it', () => takesOver(cast));
  await test.step('a transfer has the freest colleague chosen already', () => passesOn(cast));
  await test.step('I2 the lead parts the two records', () => parts(cast));
  expect(partner.unsigned, 'T6 whatever left on the webhook was signed').toEqual([]);
  web.close();
});

async function choosesChannel({ partner, web, lin }: Cast): Promise<void> {
  await expect(lin.rows('waiting').first()).toContainText('Partner app');
  await lin.rows('waiting').first().click();
  await lin.take();
  const target = lin.composer.getByTestId('reply-channel');
  await expect(target).toContainText('to Partner app');
  await target.click();
  await lin.page.getByRole('menuitemcheckbox', { name: /^Web/ }).click();
  await expect(target).toContainText('to Web');
  await lin.say(ON_THE_WEB);
  await expect(lin.message(ON_THE_WEB)).toContainText('Web');
  await expect
    .poll(() =>
      web
        .heard('entry:appended')
        .flatMap(({ entries }) => entries)
        .some(({ content }) => content.type === 'text' && content.text === ON_THE_WEB),
    )
    .toBe(true);
  expect(partner.toldTo(SENDER.id)).not.toContain(ON_THE_WEB);
}

async function takesOver({ lin, lead }: Cast): Promise<void> {
  await lead.page.getByRole('tab', { name: 'Colleagues' }).click();
  await lead.rows('others').first().click();
  await lead.conversation.getByRole('button', { name: 'Take over from Lin Xiao' }).click();
  await expect(lead.composer).toBeVisible();
  await expect(lin.page.getByText('Qiao Lan has it now').first()).toBeVisible();
  await expect(lin.composer).toHaveCount(0);
  await expect(lin.rows('mine')).toHaveCount(0);
}

async function passesOn({ lin, lead }: Cast): Promise<void> {
  await lead.key('t');
  const question = lead.page.getByRole('dialog', { name: /^Transfer/ });
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(question.getByRole('radiogroup')).toContainText('Lin Xiao');
  await lead.dialogOpens();
  await lead.page.keyboard.press('Control+Enter');
  await expect(question).toBeHidden();
  await lin.rows('offered').first().click();
  await expect(lin.conversation.getByRole('button', { name: /^Decline/ })).toBeVisible();
  await lin.key('x');
  await lead.page.getByRole('tab', { name: 'Queue' }).click();
  await expect(lead.rows('waiting')).toHaveCount(1);
}

async function parts({ lead }: Cast): Promise<void> {
  await lead.rows('waiting').first().click();
  await lead.customer.getByRole('button', { name: 'Part', exact: true }).click();
  const question = lead.page.getByRole('dialog', { name: /^Part the two records/ });
  await lead.dialogOpens();
  await expect(question).toContainText('exactly as it was');
  await lead.page.keyboard.press('Control+Enter');
  await expect(question).toBeHidden();
  await expect(lead.page.getByText(/^The records of .* are parted$/)).toBeVisible();
  await expect(lead.customer.getByRole('button', { name: 'Part', exact: true })).toHaveCount(0);
}
