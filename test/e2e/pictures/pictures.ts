import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { startTestPostgres } from '../../support/postgres.ts';
import { consolePage } from '../support/console-page.ts';
import { shopPage, visitors } from '../support/shop-page.ts';
import type { Setup } from '../support/story-test.ts';
import { palettePng } from './palette-png.ts';
import { playScene, type Scene } from './scene.ts';

const folder = resolve(import.meta.dirname, '../../../docs/images');

const test = base.extend<object, { scene: Scene }>({
  scene: [
    async ({ browserName: _ }, use) => {
      const postgres = await startTestPostgres();
      const scene = await playScene(await postgres.createDatabase());
      await use(scene);
      await scene.stop();
      await postgres.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test('the pictures of the README', async ({ browser, scene }) => {
  test.slow();
  const lin = await atConsole({ browser, scene, login: 'lin.xiao' }, { language: 'zh' });
  await expect(lin.rows('waiting')).toHaveCount(5);
  await picture(lin.page, 'queue');

  await lin.key('g');
  await expect(lin.field).toBeVisible();
  await expect(lin.recommendations.first()).toBeVisible();
  await expect(lin.message(/转人工/).last()).toBeInViewport();
  await lin.field.fill('您别急，我现在就去催仓库，今天一定给您发出，');
  await expect(lin.thread.getByText('林晓 已加入').last()).toBeInViewport();
  await picture(lin.page, 'conversation');

  await lin.key('e');
  await lin.dialog.getByText('答应了后续').click();
  await lin.dialog.getByRole('combobox').fill('发货');
  await lin.page.keyboard.press('ArrowDown');
  await expect(lin.dialog.getByRole('option', { selected: true })).toContainText('仓库发货晚了');
  await lin.dialog.getByRole('textbox').fill('已催仓库加急，今晚 18 点前给客人单号');
  await picture(lin.page, 'close');
  await lin.page.keyboard.press('Escape');

  const emma = await atConsole(
    { browser, scene, login: 'emma.tan' },
    { language: 'en', theme: 'dark', viewport: { width: 1920, height: 1080 } },
  );
  await emma.rows('waiting').filter({ hasText: 'This is the third time' }).click();
  await emma.key('a');
  await expect(emma.field).toBeVisible();
  await expect(emma.recommendations.first()).toBeVisible();
  await expect(emma.thread.getByText('Emma Tan has joined').last()).toBeInViewport();
  await picture(emma.page, 'conversation-dark');
  expect(await emma.rows('mine').count()).toBe(1);
});

test('the picture of the shop', async ({ browser, scene }) => {
  const context = await place(browser, {});
  const customer = shopPage(await context.newPage());
  await customer.open(scene.url);
  await customer.signIn(visitors.lateOrder);
  await customer.openChat();
  await customer.say('我的订单到哪了');
  await expect(customer.cards.last()).toBeVisible();
  await customer.say('还要等多久？请帮我转人工');
  await expect(customer.notices.last()).toContainText('分钟');
  await picture(customer.page, 'shop-widget');
});

function place(
  browser: Browser,
  { language = 'zh', theme = 'light', viewport }: Setup,
): Promise<BrowserContext> {
  return browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: viewport ?? { width: 1280, height: 800 },
  });
}

async function atConsole(
  { browser, scene, login }: { browser: Browser; scene: Scene; login: string },
  setup: Setup,
) {
  const page = await (await place(browser, setup)).newPage();
  await page.goto(scene.url);
  const agent = consolePage(page);
  await agent.signIn(login, scene.password);
  return agent;
}

/** Takes a picture once every image in sight is there. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight),
  );
  await page.mouse.move(640, 4);
  const taken = await page.screenshot({ animations: 'disabled' });
  const { width, pixels } = await decode(page, taken);
  writeFileSync(
    resolve(folder, `${name}.png`),
    palettePng(new Uint8Array(Uint32Array.from(pixels).buffer), width),
  );
}

/** The pixels of a screenshot, red, green, blue and alpha in turn. An empty page decodes it, where no policy is in the way. */
async function decode(page: Page, png: Buffer): Promise<{ width: number; pixels: number[] }> {
  const desk = await page.context().newPage();
  const decoded = await desk.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) throw new Error('There is no canvas to draw on');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      return { width: image.width, pixels: [...new Uint32Array(data.buffer)] };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await desk.close();
  return decoded;
}
