import type { BrowserContext } from '@playwright/test';
import { PROTOCOL_VERSION } from '#shared/protocol/version';
import { NETWORK_CUT } from './support/complaints.ts';
import { inConversation } from './support/in-conversation.ts';
import { type AtConsole, type AtShop, expect, test } from './support/story-test.ts';

/** A packet of Socket.IO that carries an event or an answer: what stands before its JSON, and that. */
const PACKET = /^(4[23](?:\/\w+,)?\d*)(\[.*\])$/s;

/** Lets the sockets of a browser through from now on, with what either side says changed on its way. */
async function between(
  context: BrowserContext,
  { toServer = (said: string) => said, toClient = (said: string) => said },
): Promise<void> {
  await context.routeWebSocket(/socket\.io/, (route) => {
    const server = route.connectToServer();
    route.onMessage((said) => server.send(typeof said === 'string' ? toServer(said) : said));
    server.onMessage((said) => route.send(typeof said === 'string' ? toClient(said) : said));
  });
}

/** What a later server of the same version might say: more of everything, messages of a kind that is not known yet, and events of other names. */
function grown(said: string): string {
  const [, head, json] = PACKET.exec(said) ?? [];
  if (head === undefined || json === undefined) return said;
  return head + JSON.stringify(grownPart(JSON.parse(json)));
}

function grownPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(grownPart);
  if (typeof part !== 'object' || part === null) return part;
  const { type, text, ...others } = part as Record<string, unknown>;
  // A phrase's parameters are a list of their own, by name.
  const { params, ...rest } = others;
  const grownRest = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, grownPart(one)]));
  const more = {
    ...grownRest,
    ...(params === undefined ? {} : { params }),
    fromTomorrow: { some: ['thing'] },
  };
  if (type === 'text' && text === '一份文件') return { ...more, type: 'file', name: 'invoice.pdf' };
  return { ...more, ...(type === undefined ? {} : { type }), ...(text === undefined ? {} : { text }) };
}

test('D20 what a later server says beyond what is known changes nothing for console and chat', async ({
  agent,
  visitor,
}) => {
  const lin = await agent('lin.xiao');
  const customer = await visitor();
  for (const { context } of [lin, customer]) await between(context, { toClient: grown });
  await lin.page.reload();
  await customer.page.reload();
  await inConversation({ customer, lin });
  await lin.say('您好，请讲');
  await expect(customer.message('您好，请讲')).toBeVisible();
  await customer.say('一份文件');
  await expect(lin.conversation.getByText(/的一条内容要用新版本才能看/)).toBeVisible();
  await expect(customer.log).toContainText('这条消息要用新版聊天才能看');
  await customer.say('看得到吗');
  await expect(lin.message('看得到吗')).toBeVisible();
  await lin.say('看到了');
  await expect(customer.message('看到了')).toHaveCount(1);
  await expect(lin.page.getByTestId('link-banner')).toHaveCount(0);
  await expect(customer.banner).toHaveCount(0);
});

const words = {
  zh: {
    console: '服务器已升级，请刷新本页；没有发出的内容都会留着。',
    reload: '刷新',
    chat: '聊天已经更新，请重新载入；没发出的消息会留着',
    chatReload: '重新载入',
  },
  en: {
    console: 'The server has been upgraded. Please reload this page; nothing unsent is lost.',
    reload: 'Reload',
    chat: 'This chat has been updated. Please reload it; nothing unsent is lost.',
    chatReload: 'Reload',
  },
};

type Cast = { lin: AtConsole; customer: AtShop };

/** Puts a server of a later version before both pages, as far as they can tell, from the next connect on for which `isUpgraded` says so. */
async function upgrading({ lin, customer }: Cast, isUpgraded: () => boolean): Promise<void> {
  const ours = `"protocol":${PROTOCOL_VERSION}`;
  const served = `"serverProtocol":${PROTOCOL_VERSION}`;
  for (const { context, page } of [lin, customer]) {
    await between(context, {
      toServer: (said) => (isUpgraded() ? said.replace(ours, '"protocol":0') : said),
      toClient: (said) => said.replace(served, `"serverProtocol":${PROTOCOL_VERSION + 1}`),
    });
    await page.reload();
  }
}

for (const language of ['zh', 'en'] as const) {
  test(`D20 D5 who is left behind by an upgrade is asked to reload, and loses neither drafts nor what is unsent (${language})`, async ({
    agent,
    visitor,
    complaints,
  }) => {
    complaints.forgive(NETWORK_CUT);
    const lin = await agent('lin.xiao', { language });
    const customer = await visitor({ language });
    const say = words[language];
    let isUpgraded = false;
    await upgrading({ lin, customer }, () => isUpgraded);
    await inConversation({ customer, lin });
    isUpgraded = true;
    for (const { line } of [lin, customer]) {
      line.cut();
      line.restore();
    }

    const banner = lin.page.getByTestId('link-banner');
    await expect(banner).toHaveAttribute('data-status', 'outdated');
    await expect(banner).toContainText(say.console);
    await expect(customer.banner).toContainText(say.chat);
    await lin.say('sent by an old console');
    await lin.field.fill('a draft of an agent');
    await customer.say('sent by an old chat');
    await customer.field.fill('a draft of a customer');
    await expect(lin.conversation.getByTestId('outgoing')).toContainText('sent by an old console');

    isUpgraded = false;
    await customer.banner.getByRole('button', { name: say.chatReload }).click();
    await expect(customer.message('sent by an old chat')).toBeVisible();
    await expect(customer.field).toHaveValue('a draft of a customer');
    await expect(customer.banner).toHaveCount(0);
    await banner.getByRole('button', { name: say.reload }).click();
    await expect(lin.rows('mine')).toHaveCount(1);
    await lin.rows('mine').first().click();
    await expect(lin.field).toHaveValue('a draft of an agent');
    await expect(lin.message('sent by an old chat')).toHaveCount(1);
    // What the customer wrote meanwhile had not been seen (rule D7).
    const outgoing = lin.conversation.getByTestId('outgoing');
    await expect(outgoing.or(lin.message('sent by an old console'))).toHaveCount(1);
    if ((await outgoing.count()) > 0) await outgoing.getByRole('button').first().click();
    await expect(customer.message('sent by an old console')).toHaveCount(1);
    await expect(lin.message('sent by an old console')).toHaveCount(1);
  });
}
