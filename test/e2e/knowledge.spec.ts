import { expect, test } from './support/story-test.ts';

const QUESTIONS = ['你们的工厂可以参观吗', '能去工厂参观吗', '工厂参观要预约吗'];
const REPLY = '欢迎参观，工厂每周六开放，请提前三天预约。';

test('what the bot could not answer is added to the knowledge base by a lead, and answers from then on', async ({
  agent,
  visitor,
  server,
}) => {
  test.slow();
  const lead = await agent('qiao.lan', { viewport: { width: 1280, height: 800 } });
  const { page } = lead;
  const pane = page.getByTestId('knowledge');

  await test.step('customers ask what nobody wrote down; a person answers one of them', async () => {
    for (const question of QUESTIONS) {
      const customer = await visitor();
      await customer.openChat();
      await customer.say(question);
      const offer = customer.chat.getByRole('article').getByRole('button', { name: '转人工' });
      await expect(offer).toBeVisible();
      if (question === QUESTIONS[0]) {
        await offer.click();
        await lead.rows('waiting').first().click();
        await lead.take();
        await lead.say(REPLY);
        await expect(customer.log).toContainText(REPLY);
      }
    }
    await server.runJob('learning-gathering');
  });
  await test.step('they stand together, with what the person answered', async () => {
    await lead.key('k');
    await expect(async () => {
      await pane.getByRole('tab', { name: '模型' }).click();
      await pane.getByRole('tab', { name: '待收录' }).click();
      await expect(pane.getByTestId('candidate')).toContainText('工厂', { timeout: 5000 });
    }).toPass({ timeout: 60_000 });
    await expect(pane.getByText('3 人问过')).toBeVisible();
    await expect(pane.getByLabel('回答').first()).toHaveValue(REPLY);
  });
  await test.step('what is missing is named; approved, it answers at once', async () => {
    await pane.getByLabel('标题').first().fill('');
    await pane.getByRole('button', { name: '收录', exact: true }).click();
    await expect(pane.getByText('需要标题')).toBeVisible();
    await pane.getByLabel('标题').first().fill('工厂参观');
    await pane.getByRole('button', { name: '收录', exact: true }).click();
    await expect(page.getByText('已收录，立即生效')).toBeVisible();
    await expect(pane.getByText('没有待收录的问题')).toBeVisible();
    const customer = await visitor();
    await customer.openChat();
    await customer.say('请问工厂能参观吗');
    await expect(customer.log).toContainText(REPLY);
  });
  await test.step('it is changed, and brought back as it was', async () => {
    await pane.getByRole('tab', { name: '知识库' }).click();
    await pane.getByPlaceholder('查找条目').fill('工厂');
    await pane.getByRole('button', { name: /工厂参观/ }).click();
    await pane.getByLabel('回答').first().fill('暂时不开放。');
    await pane.getByRole('button', { name: '保存' }).click();
    await expect(pane.getByText('第 2 版')).toBeVisible();
    await pane.getByRole('button', { name: /历史版本/ }).click();
    await page.getByRole('menuitem', { name: /第 1 版/ }).click();
    await expect(pane.getByLabel('回答').first()).toHaveValue(REPLY);
    await pane.getByRole('button', { name: '保存' }).click();
    await expect(pane.getByText('第 3 版')).toBeVisible();
  });
});
