import type { Sku } from '#shared/domain/ids';
import { NETWORK_CUT } from './support/complaints.ts';
import { articleAnswer } from './support/knowledge.ts';
import { visitors } from './support/shop-page.ts';
import type { ShopServer } from './support/shop-server.ts';
import { type AtConsole, type AtShop, expect, test } from './support/story-test.ts';
import type { WebhookPartner } from './support/webhook-partner.ts';

/** Who plays, and what of them is known before. */
type Cast = {
  server: ShopServer;
  miniProgram: WebhookPartner;
  /** The upset customer at the shop's page, whom the shop vouches for. */
  customer: AtShop;
  name: string;
  lin: AtConsole;
  emma: AtConsole;
};

const GRACE = { id: 'grace-01', name: 'Grace Miller' };
const NOTE = '仓库说今晚发，先别承诺补偿';
const ANSWER = '您好，我是林晓，刚查到您的包裹今天一定发出，给您添麻烦了。';

test('an upset customer gets a person’s answer', async ({ server, complaints, visitor, agent, webhook }) => {
  test.slow();
  complaints.forgive(NETWORK_CUT);
  const miniProgram = await webhook({ zh: '公众号', en: 'Account' });
  const lin = await agent('lin.xiao', { language: 'zh' });
  const emma = await agent('emma.tan', { language: 'en' });
  const customer = await visitor({ language: 'zh' });
  const name = await customer.signIn(visitors.lateOrder);
  const cast: Cast = { server, miniProgram, customer, name, lin, emma };

  await test.step('T8 the bot answers from the knowledge base, and says that it is a bot', () =>
    botAnswers(cast));
  await test.step('I1 the bot looks up the order of a customer whom the shop vouches for', () =>
    botLooksUp(cast));
  await test.step('H7 a calm customer of another channel waits for a person', () => calmOneWaits(cast));
  await test.step('H1 H7 the mood turns, and the customer is told who is coming, and when', () =>
    moodTurns(cast));
  await test.step('D4 a reload of the chat loses nothing', () => chatReloads(cast));
  await test.step('Q1 Q3 the upset one stands above the calm one, with the reason', () => queueOrders(cast));
  await test.step('H3 one agent takes the conversation, the other sees it go', () => oneTakes(cast));
  await test.step('I1 I3 two channels are one conversation; the answer takes the last one', () =>
    twoChannels(cast));
  await test.step('the agent sees who this is, and the bot’s part folded', () => agentSees(cast));
  await test.step('D6 the answer goes from sent over delivered to read', () => answerIsRead(cast));
  await test.step('T9 one key sends a card, which leads to an order', () => cardIsBought(cast));
  await test.step('a note stays among colleagues', () => noteIsKept(cast));
  await test.step('D4 a reload of the console loses nothing, not even the draft', () => consoleReloads(cast));
  await test.step('H7 the agent closes with the root cause by keyboard, and the customer is told', () =>
    closes(cast));
  await test.step('what is said after the end opens a new conversation, with its past', () =>
    comesBack(cast));
  expect(miniProgram.unsigned, 'T6 whatever left on the webhook was signed').toEqual([]);
});

async function botAnswers({ customer }: Cast): Promise<void> {
  await customer.openChat();
  await customer.say('运费多少');
  const answer = customer.message(articleAnswer('shipping-fee', 'zh')).last();
  await expect(answer).toBeVisible();
  await expect(answer).toHaveAccessibleName(/^机器人/);
  await customer.say('大概几天到');
  await expect(customer.message(articleAnswer('delivery-time', 'zh')).last()).toBeVisible();
}

async function botLooksUp({ customer, server, name }: Cast): Promise<void> {
  const before = await customer.cards.count();
  await customer.say('我的订单到哪了');
  await expect(customer.cards).toHaveCount(before + 1);
  const number = /SY\d+/.exec(await customer.cards.last().innerText())?.[0] ?? '';
  const owner = await server.database.db
    .selectFrom('orders')
    .innerJoin('customers', 'customers.id', 'orders.customer_id')
    .select('customers.name')
    .where('orders.number', '=', number)
    .executeTakeFirstOrThrow();
  expect(owner.name).toBe(name);
}

async function calmOneWaits({ miniProgram, lin }: Cast): Promise<void> {
  await miniProgram.say(GRACE, 'Hello! How long does delivery take?', { language: 'en' });
  await expect
    .poll(() => miniProgram.toldTo(GRACE.id).join('\n'))
    .toContain(articleAnswer('delivery-time', 'en'));
  await miniProgram.say(GRACE, 'Thank you. Could I talk to a person about a gift, please?', {
    language: 'en',
  });
  await expect
    .poll(() => miniProgram.toldTo(GRACE.id).join('\n'))
    .toMatch(/A person is joining, in about \d+ min/);
  await expect(lin.rows('waiting')).toHaveCount(1);
  await expect(lin.rows('waiting').first()).toContainText('要求人工');
}

async function moodTurns({ customer }: Cast): Promise<void> {
  await customer.say('都过了承诺时间还没发货，你们到底怎么回事？');
  await customer.say('说了一遍又一遍，全是敷衍，我非常生气！马上给我转人工！');
  await expect(customer.notices.last()).toContainText(/正在为您转接人工客服，预计约 \d+ 分钟/);
  await expect(customer.status).toContainText(/正在为您接通人工客服，约 \d+ 分钟/);
}

async function chatReloads({ customer }: Cast): Promise<void> {
  const said = customer.log.locator('.bubble, .notice, .card h2');
  await expect(customer.log.locator('.waiting'), 'what is on its way has no place yet').toHaveCount(0);
  const before = await said.allInnerTexts();
  await customer.page.reload();
  await customer.openChat();
  // What was said in earlier conversations stands behind a button.
  await expect(said).toHaveText(before.slice(before.lastIndexOf('运费多少')));
}

async function queueOrders({ lin, emma, name }: Cast): Promise<void> {
  await expect(lin.rows('waiting')).toHaveCount(2);
  await expect(lin.rows('waiting').nth(0)).toContainText(name);
  await expect(lin.rows('waiting').nth(0)).toContainText(/非常生气|有些不满/);
  await expect(lin.rows('waiting').nth(1)).toContainText(GRACE.name);
  await expect(emma.rows('waiting').nth(0)).toContainText(name);
  await expect(emma.rows('waiting').nth(0)).toContainText(/very angry|upset/i);
  await expect(emma.rows('waiting').nth(1)).toContainText(/asked for a person/i);
}

async function oneTakes({ lin, emma, customer, name }: Cast): Promise<void> {
  await emma.rows('waiting').first().click();
  await expect(emma.conversation.getByRole('button', { name: /^Take/ })).toBeVisible();
  await lin.takeNext();
  await expect(lin.conversation).toHaveAccessibleName(new RegExp(name));
  await expect(emma.conversation.getByText('Lin Xiao has it now')).toBeVisible();
  await expect(emma.conversation.getByRole('button', { name: /^Take/ })).toHaveCount(0);
  await emma.page.mouse.move(640, 10);
  await expect(emma.rows('waiting')).toHaveCount(1);
  await expect(emma.rows('waiting')).toContainText(GRACE.name);
  await expect(customer.notices.last()).toContainText('人工客服 林晓 已加入');
  await expect(customer.status).toContainText('林晓');
}

async function twoChannels({ server, miniProgram, lin, customer }: Cast): Promise<void> {
  const login = await customer.page.evaluate(
    () => JSON.parse(localStorage.getItem('demo-shop.visitor') ?? '').signedIn.customer.login as string,
  );
  const identityToken = await server.identityToken(login);
  await miniProgram.say({ id: 'mini-77' }, '我在小程序里也问一下，到底哪天发？', {
    identityToken,
    language: 'zh',
  });
  await expect(lin.message('我在小程序里也问一下')).toBeVisible();
  await expect(lin.thread).toContainText('起改用公众号');
  await expect(lin.rows('mine')).toHaveCount(1);
  await lin.say('小程序里也看到了，是同一位客人。');
  await expect.poll(() => miniProgram.toldTo('mini-77')).toContain('小程序里也看到了，是同一位客人。');
  const told = miniProgram.told.find(({ text }) => text === '小程序里也看到了，是同一位客人。');
  expect(told?.author).toEqual({ kind: 'agent', name: '林晓' });
  await customer.say('我回网页了');
  await expect(lin.message('我回网页了')).toBeVisible();
}

async function agentSees({ lin, name }: Cast): Promise<void> {
  await expect(lin.customer).toContainText(name);
  await expect(lin.customer.getByRole('img', { name: '已验证' }).first()).toBeVisible();
  for (const identity of ['店铺账号', '网页', '公众号']) {
    await expect(lin.customer.getByRole('listitem').filter({ hasText: identity }).first()).toBeVisible();
  }
  await expect(lin.customer.getByTestId('order').first()).toContainText('¥');
  const fold = lin.conversation.getByRole('button', { name: /机器人对话 \d+ 条/ }).last();
  await lin.scrollUpTo(fold);
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(lin.message(articleAnswer('shipping-fee', 'zh'))).toHaveCount(0);
  await fold.click();
  await lin.scrollUpTo(lin.message(articleAnswer('shipping-fee', 'zh')));
  await lin.scrollToEnd();
}

async function answerIsRead({ lin, customer, name }: Cast): Promise<void> {
  await lin.field.pressSequentially('您好');
  await expect(customer.log.getByRole('status')).toContainText('林晓 正在输入');
  await customer.field.pressSequentially('快');
  await expect(lin.conversation).toContainText(`${name} 正在输入`);
  await customer.field.fill('');

  customer.line.cut();
  await expect(customer.banner).toBeVisible();
  await lin.say(ANSWER);
  await expect(lin.message(ANSWER)).toContainText('已发送');
  await customer.chat.getByRole('button', { name: '关闭聊天' }).click();
  customer.line.restore();
  await expect(lin.message(ANSWER)).toContainText('已送达');
  await expect(customer.launcher).toContainText('1');
  await customer.openChat();
  await expect(customer.message(ANSWER)).toHaveAccessibleName(/^林晓/);
  await expect(lin.message(ANSWER)).toContainText('已读');
}

async function cardIsBought({ server, lin, customer }: Cast): Promise<void> {
  const before = await customer.cards.count();
  await lin.field.focus();
  await lin.sendFirstCard();
  await expect(customer.cards).toHaveCount(before + 1);
  const card = customer.cards.last();
  const shown = await card.innerText();
  await card.getByRole('button', { name: '去购买' }).click();
  await expect(lin.conversation.getByText('已点购买')).toBeVisible();
  const page = customer.page.locator('.product');
  await expect(page.locator('h1')).toHaveText((await card.getByRole('heading').textContent()) ?? '');
  const sku = new URLSearchParams(new URL(customer.page.url()).hash.split('?')[1]).get('sku') as Sku;
  const variant = await server.database.db
    .selectFrom('variants')
    .select('price_fen')
    .where('sku', '=', sku)
    .executeTakeFirstOrThrow();
  expect(shown.replaceAll(',', '')).toContain(`¥${variant.price_fen / 100}`);
  await page.locator('.buy').click();
  await expect(page.getByRole('status')).toContainText(/下单成功，订单号 SY\d+/);
}

async function noteIsKept({ lin, customer, miniProgram, server }: Cast): Promise<void> {
  await lin.field.focus();
  await lin.page.keyboard.press('Alt+n');
  await expect(lin.composer).toHaveAttribute('data-mode', 'note');
  await lin.say(NOTE);
  await expect(lin.conversation.getByTestId('note')).toContainText(NOTE);
  await lin.page.keyboard.press('Escape');
  await expect(lin.composer).toHaveAttribute('data-mode', 'reply');
  const kept = await server.database.db
    .selectFrom('entries')
    .select('customer_seq')
    .where('type', '=', 'note')
    .executeTakeFirstOrThrow();
  expect(kept.customer_seq).toBeNull();
  await expect(customer.log).not.toContainText(NOTE);
  expect(JSON.stringify(miniProgram.told)).not.toContain(NOTE);
}

async function consoleReloads({ lin, customer }: Cast): Promise<void> {
  await lin.field.fill('这句还没写完');
  await expect.poll(lin.keptDrafts).toContain('这句还没写完');
  await lin.page.reload();
  await lin.rows('mine').first().click();
  await expect(lin.field).toHaveValue('这句还没写完');
  await expect(lin.conversation.getByTestId('note')).toContainText(NOTE);
  for (const words of [ANSWER, '我回网页了', '我在小程序里也问一下'])
    await lin.scrollUpTo(lin.message(words));
  await lin.field.fill('');
  await expect(customer.log).not.toContainText('这句还没写完');
}

async function closes({ lin, customer, name }: Cast): Promise<void> {
  await lin.key('e');
  await lin.dialogOpens();
  await expect(lin.dialog).toContainText(`结束与 ${name} 的会话`);
  await lin.page.keyboard.type('发货');
  await lin.page.keyboard.press('ArrowDown');
  await expect(lin.dialog.getByRole('option', { selected: true })).toHaveCount(1);
  await lin.page.keyboard.press('Control+Enter');
  await expect(lin.dialog).toHaveCount(0);
  await expect(lin.conversation).toContainText('结束：解决了 · 根因');
  await expect(customer.notices.last()).toContainText('本次服务已结束');
  await expect(customer.status).toContainText('本次会话已结束');
}

async function comesBack({ lin, customer }: Cast): Promise<void> {
  const answers = customer.message(articleAnswer('shipping-fee', 'zh'));
  const before = await answers.count();
  await customer.say('再问一下，运费多少');
  await expect(answers).toHaveCount(before + 1);
  await expect(customer.message(ANSWER)).toBeVisible();
  await customer.say('转人工');
  await expect(lin.rows('waiting')).toHaveCount(2);
  await lin.rows('waiting').filter({ hasText: '转人工' }).click();
  await lin.take();
  await lin.scrollUpTo(lin.message(ANSWER));
  await expect(lin.customer).toContainText('解决了');
}
