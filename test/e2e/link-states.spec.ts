import type { WebSocketRoute } from '@playwright/test';
import { sql } from 'kysely';
import { NETWORK_CUT } from './support/complaints.ts';
import { consolePage } from './support/console-page.ts';
import { inConversation } from './support/in-conversation.ts';
import { type AtConsole, expect, test } from './support/story-test.ts';

test.beforeEach(({ complaints }) => complaints.forgive(NETWORK_CUT));

/** As long as it takes to know of a dead line at most, with time for a busy machine. */
const NOTICED = { timeout: 40_000 };

const banner = ({ page }: Pick<AtConsole, 'page'>) => page.getByTestId('link-banner');

test('D17 F8 console and chat on a line that swallows everything know it, and are current as soon as it is back', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.swallow();
  customer.line.swallow();
  const goneAt = Date.now();
  await expect(banner(lin)).toHaveAttribute('data-status', 'offline', NOTICED);
  const consoleKnewMs = Date.now() - goneAt;
  await expect(customer.banner).toContainText('正在重新连接', NOTICED);
  const chatKnewMs = Date.now() - goneAt;
  await customer.say('这句写在黑洞里');
  lin.line.restore();
  customer.line.restore();
  const backAt = Date.now();
  await expect(lin.message('这句写在黑洞里')).toHaveCount(1);
  await expect(banner(lin)).toHaveCount(0);
  const consoleBackMs = Date.now() - backAt;
  await expect(customer.banner).toHaveCount(0);
  await expect(customer.message('这句写在黑洞里')).toContainText(/已发送|已读/);
  process.stdout.write(
    `A swallowed line: known by the console after ${consoleKnewMs} ms, by the chat after ${chatKnewMs} ms; console current ${consoleBackMs} ms after its return\n`,
  );
});

test('D5 what was written before the session ended waits for its author, and for nobody else', async ({
  agent,
  visitor,
  server,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.cut();
  await expect(banner(lin)).toHaveAttribute('data-status', 'offline');
  await lin.say('会话过期之前写的');
  await sql`update agent_sessions set ended_at = now()`.execute(server.database.db);
  lin.line.restore();
  await expect(lin.page.getByText('登录已过期')).toBeVisible();
  await lin.signIn('zhou.yan', server.password);
  await expect(lin.page.getByTestId('outgoing')).toHaveCount(0);
  await expect(customer.message('会话过期之前写的')).toHaveCount(0);
  await lin.page.context().clearCookies();
  await lin.page.reload();
  await lin.signIn('lin.xiao', server.password);
  await expect(customer.message('会话过期之前写的')).toHaveCount(1);
  await lin.rows('mine').first().click();
  await expect(lin.message('会话过期之前写的')).toHaveCount(1);
});

test('D5 what is written where the conversation itself can’t be read is shown, and sent once it can', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });
  await lin.page.reload();
  await expect(lin.rows('mine')).toHaveCount(1);

  lin.line.cut();
  await expect(banner(lin)).toHaveAttribute('data-status', 'offline');
  await lin.rows('mine').first().click();
  await expect(lin.conversation.getByRole('alert')).toContainText('没能读到这个会话');
  await lin.say('没看到记录也先回一句');
  await expect(lin.conversation.getByTestId('outgoing')).toContainText('没看到记录也先回一句');
  await expect(lin.conversation.getByTestId('outgoing')).toContainText('等网络恢复');
  lin.line.restore();
  await expect(lin.conversation.getByTestId('outgoing')).toContainText(/又说了/);
  await lin.conversation.getByRole('button', { name: '仍然发送' }).click();
  await expect(lin.message('没看到记录也先回一句')).toHaveCount(1);
  await expect(customer.message('没看到记录也先回一句')).toHaveCount(1);
});

test('D7 words written to a view that is behind ask first, and those behind them wait for the answer', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  await inConversation({ customer, lin });

  lin.line.cut();
  await expect(banner(lin)).toHaveAttribute('data-status', 'offline');
  await customer.say('等等，我说错了');
  await expect(customer.message('等等，我说错了').getByText('已发送')).toBeVisible();
  await lin.say('好的，马上给您退');
  await lin.say('退款三天内到');
  lin.line.restore();
  const outgoing = lin.conversation.getByTestId('outgoing');
  await expect(outgoing.first()).toHaveAttribute('data-state', 'stale');
  await expect(outgoing.last()).toContainText('等上面那条');
  await expect(customer.message('好的，马上给您退')).toHaveCount(0);
  await lin.conversation.getByRole('button', { name: '仍然发送' }).click();
  await expect(lin.conversation.getByTestId('outgoing')).toHaveCount(0);
  await expect(customer.chat.locator('.message:not(.mine) .bubble').filter({ hasText: /退/ })).toHaveText([
    '好的，马上给您退',
    '退款三天内到',
  ]);
});

/** Lets a page's socket through, with what the server says changed on its way. */
function changing(change: (said: string) => string): (route: WebSocketRoute) => void {
  return (route) => {
    const server = route.connectToServer();
    route.onMessage((said) => server.send(said));
    server.onMessage((said) => route.send(typeof said === 'string' ? change(said) : said));
  };
}

for (const { language, trouble, words, retry } of [
  { language: 'zh', trouble: 'unreadable', words: '没能打开你的工作台', retry: '再试一次' },
  { language: 'en', trouble: 'unreadable', words: 'could not open your workspace', retry: 'Try again' },
  { language: 'zh', trouble: 'busy', words: '服务器现在忙不过来', retry: null },
  { language: 'en', trouble: 'busy', words: 'too much to do at the moment', retry: null },
] as const) {
  test(`D17 a server that is ${trouble} at sign-in is told as such, and tried again (${language})`, async ({
    place,
    server,
  }) => {
    let isTroubled = true;
    const { context, line } = await place({ language });
    const page = await context.newPage();
    await page.routeWebSocket(
      /socket\.io/,
      changing((said) => {
        if (!isTroubled) return said;
        if (trouble === 'unreadable') return said.replace('"serverTime"', '"serverDate"');
        if (!said.includes('"shop"')) return said;
        return said.replace(
          /^(43\/agent,\d+)\[.*$/s,
          '$1[{"ok":false,"error":{"code":"overloaded","message":"busy","retryAfterMs":1500}}]',
        );
      }),
    );
    await page.goto(line.origin);
    await page.locator('input[name=login]').fill('lin.xiao');
    await page.locator('input[name=password]').fill(server.password);
    await page.locator('input[name=password]').press('Enter');
    await expect(page.getByTestId('link-banner')).toContainText(words);
    await expect(page.getByTestId('link-banner')).toHaveAttribute('data-status', trouble);
    isTroubled = false;
    if (retry !== null) await page.getByRole('button', { name: retry }).click();
    await expect(consolePage(page).page.getByTestId('queue-pane')).toBeVisible();
    await expect(page.getByTestId('link-banner')).toHaveCount(0);
  });
}
