import { type ModelServer, startModelServer } from '../support/model-server.ts';
import { startShopServer } from './support/shop-server.ts';
import { type AtConsole, type AtShop, test as base, expect } from './support/story-test.ts';

/** The same product, with a language model at a local address. */
const test = base.extend<{ model: ModelServer }>({
  model: async ({ browserName: _ }, use) => {
    const model = await startModelServer();
    await use(model);
    await model.stop();
  },
  server: async ({ postgres, model }, use) => {
    const environment = { BATON_MODEL_URL: model.url, BATON_MODEL_NAME: 'local-model' };
    const server = await startShopServer(await postgres.createDatabase(), { environment });
    await use(server);
    await server.stop();
  },
});

const ASKED = 'How do I return a jacket that does not fit?';
const PIECES = [
  'You can send it back ',
  'within 7 days of delivery [1]. ',
  'Shall I start the return for you?',
];
const DRAFT = 'You can send it back within 7 days of delivery. Shall I start the return for you?';

async function served(customer: AtShop, lin: AtConsole): Promise<void> {
  await customer.openChat();
  await customer.chat.getByRole('button', { name: 'Talk to a person' }).click();
  await customer.say(ASKED);
  await lin.rows('waiting').first().click();
  await lin.take();
  // Whatever the customer says makes a draft out of date.
  await expect(lin.message(ASKED)).toBeVisible();
}

test('T8 an agent has a reply drafted, changes and sends it; both sides see that AI drafted it', async ({
  agent,
  visitor,
  model,
}) => {
  const customer = await visitor({ language: 'en' });
  const lin = await agent('lin.xiao');
  await served(customer, lin);
  const panel = lin.page.getByTestId('model-draft');

  await test.step('the draft comes piece by piece, with what it is based on', async () => {
    const pause = Promise.withResolvers<void>();
    model.answerWith({ pieces: PIECES, cut: 420, pauseAfter: pause.promise });
    await lin.key('d');
    await expect(panel).toHaveAttribute('data-state', 'composing');
    pause.resolve();
    await expect(panel).toHaveAttribute('data-state', 'ready');
    await expect(panel).toContainText(DRAFT);
    await expect(panel).toContainText('依据');
    await expect(lin.message(DRAFT)).toHaveCount(0);
  });
  await test.step('used, it is in the reply and can be changed; sent, it is labelled', async () => {
    await panel.getByRole('button', { name: /用这段/ }).click();
    await expect(lin.field).toHaveValue(DRAFT);
    await expect(panel).toHaveCount(0);
    await lin.field.press('End');
    await lin.field.pressSequentially(' – Lin');
    await lin.field.press('Enter');
    await expect(lin.message('– Lin')).toContainText('AI 起草');
    await expect(customer.chat.getByText('Drafted by AI, checked by a person')).toBeVisible();
  });
  await test.step('what the agent writes without it is not', async () => {
    await lin.say('Anything else?');
    await expect(lin.message('Anything else?')).not.toContainText('AI 起草');
    await expect(customer.chat.getByText('Drafted by AI')).toHaveCount(1);
  });
});

test('T8 translations and summaries are there when asked for, and a draft that is out of date says so', async ({
  agent,
  visitor,
  model,
}) => {
  const customer = await visitor({ language: 'en' });
  const lin = await agent('lin.xiao');
  await served(customer, lin);
  const panel = lin.page.getByTestId('model-draft');

  await test.step('what the customer said, in the agent’s language, under it', async () => {
    model.answerWith({ pieces: ['夹克不合身，', '怎么退货？'] });
    await lin.message(ASKED).getByRole('button', { name: '翻译' }).click();
    await expect(lin.message(ASKED).getByTestId('translation')).toContainText('夹克不合身，怎么退货？');
    await lin.message(ASKED).getByRole('button', { name: '收起译文' }).click();
    await expect(lin.page.getByTestId('translation')).toHaveCount(0);
  });
  await test.step('what the agent wrote, in the customer’s language', async () => {
    model.answerWith({ pieces: ['You can return it within 7 days.'] });
    await lin.field.fill('7 天内可以退。');
    await lin.composer.getByRole('button', { name: '译成英文' }).click();
    await panel.getByRole('button', { name: /用这段/ }).click();
    await expect(lin.field).toHaveValue('You can return it within 7 days.');
    await lin.field.fill('');
  });
  await test.step('the whole of it in a few sentences', async () => {
    model.answerWith({ pieces: ['客人的夹克不合身，想退货，还没有得到答复。'] });
    await lin.handoffCard.getByRole('button', { name: '生成摘要' }).click();
    await expect(lin.page.getByTestId('model-summary')).toContainText('想退货');
  });
  await test.step('a draft that the customer overtakes is dropped, and can be had anew', async () => {
    model.answerWith({ isStalled: true });
    const asked = model.asked.length;
    await lin.composer.getByTestId('draft-reply').click();
    await expect(panel).toHaveAttribute('data-state', 'composing');
    // What is said before the model is asked is not too late for the draft.
    await expect.poll(() => model.asked.length).toBeGreaterThan(asked);
    await customer.say('Never mind, cancel my order instead.');
    await expect(panel).toContainText('已作废');
    model.answerWith({ status: 401 });
    await panel.getByRole('button', { name: '重写' }).click();
    await expect(panel).toContainText('拒绝');
    await panel.getByRole('button', { name: '关闭草稿' }).click();
    await expect(panel).toHaveCount(0);
  });
});
