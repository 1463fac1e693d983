import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { Localized } from '#shared/domain/language';
import { startTestPostgres, type TestPostgres } from '../../support/postgres.ts';
import { type Complaints, listenForComplaints } from './complaints.ts';
import { type ConsolePage, consolePage } from './console-page.ts';
import { type Line, layLine } from './line.ts';
import { type ShopPage, shopPage } from './shop-page.ts';
import { type ShopServer, startShopServer } from './shop-server.ts';
import { openWebhook, type WebhookPartner } from './webhook-partner.ts';

export { expect } from '@playwright/test';

/** How somebody's browser is set up. */
export type Setup = {
  language?: 'zh' | 'en';
  theme?: 'light' | 'dark';
  viewport?: { width: number; height: number };
};

/** A browser of one's own, with a network of its own. */
type Place = { context: BrowserContext; line: Line };
/** Somebody at the console, or at the shop's page. */
export type AtConsole = ConsolePage & Place;
export type AtShop = ShopPage & Place;

type Fixtures = {
  /** The whole backend with the demo shop, on a database of its own. */
  server: ShopServer;
  /** What any page complained of; nothing, or the test has failed. */
  complaints: Complaints;
  place: (setup: Setup) => Promise<Place>;
  /** Somebody of the staff at a console, signed in. */
  agent: (login: string, setup?: Setup) => Promise<AtConsole>;
  /** A visitor at the shop's page. */
  visitor: (setup?: Setup) => Promise<AtShop>;
  /** The far end of a webhook of the shop's; to be opened before the consoles, which learn the channels' names when they start. */
  webhook: (name: Localized) => Promise<WebhookPartner>;
};

/** A test with the whole product, every part of it real, in processes and browsers of its own. */
export const test = base.extend<Fixtures, { postgres: TestPostgres }>({
  postgres: [
    // Playwright reads the names of what a fixture needs from its first parameter, so there must be one.
    async ({ browserName: _ }, use) => {
      const postgres = await startTestPostgres();
      await use(postgres);
      await postgres.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  server: async ({ postgres }, use) => {
    const server = await startShopServer(await postgres.createDatabase());
    await use(server);
    await server.stop();
  },
  complaints: async ({ browserName: _ }, use) => {
    const complaints = listenForComplaints();
    await use(complaints);
    expect(complaints.all(), 'what the pages complained of').toEqual([]);
  },
  place: async ({ browser, server, complaints }, use) => {
    const places: Place[] = [];
    await use(async ({ language = 'zh', theme = 'light', viewport }) => {
      const line = await layLine(server.url);
      const context = await browser.newContext({
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        colorScheme: theme,
        viewport: viewport ?? { width: 1280, height: 800 },
      });
      await complaints.watch(context);
      places.push({ context, line });
      return { context, line };
    });
    for (const { context, line } of places) {
      await context.close();
      await line.stop();
    }
  },
  agent: async ({ place, server }, use) => {
    await use(async (login, setup = {}) => {
      const { context, line } = await place(setup);
      const page = await context.newPage();
      await page.goto(line.origin);
      const agent = Object.assign(consolePage(page), { context, line });
      await agent.signIn(login, server.password);
      return agent;
    });
  },
  visitor: async ({ place }, use) => {
    await use(async (setup = {}) => {
      const { context, line } = await place(setup);
      const visitor = Object.assign(shopPage(await context.newPage()), { context, line });
      await visitor.open(line.origin);
      return visitor;
    });
  },
  webhook: async ({ server }, use) => {
    const partners: WebhookPartner[] = [];
    await use(async (name) => {
      const partner = await openWebhook(server, name);
      partners.push(partner);
      return partner;
    });
    for (const partner of partners) await partner.stop();
  },
});
