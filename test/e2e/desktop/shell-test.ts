import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startDemoBackend } from './demo-backend.ts';
import { doubleHost } from './double-host.ts';
import { electronHost } from './electron-host.ts';
import type { Desktop } from './host.ts';
import { type Neighbour, startNeighbour } from './neighbour.ts';

const hosts = [doubleHost, electronHost];
const testPage = join(import.meta.dirname, 'page');
const builtConsole = join(import.meta.dirname, '../../../out/console');

interface ShellFixtures {
  /** Skips the test, with the reason, on a host that can't run here. */
  readonly presence: undefined;
  /** A computer whose app shows a page made for tests. */
  readonly desktop: Desktop;
  /** A computer with the app as it ships. */
  readonly productDesktop: Desktop;
  /** A whole backend with the demo shop, under the address where this host's console reaches it. */
  readonly shop: { readonly address: string; readonly login: string; readonly password: string };
  /** The server that tests choose, and one that they don't. */
  readonly server: Neighbour;
  readonly stranger: Neighbour;
}

function testOn(host: (typeof hosts)[number]) {
  return base.extend<ShellFixtures>({
    presence: [
      // Playwright reads the names of what a fixture needs from its first parameter, so there must be one.
      async ({ browserName: _ }, use, info) => {
        info.skip(host.isMissing !== null, `${host.name} is missing: ${host.isMissing}`);
        await use(undefined);
      },
      { auto: true },
    ],
    desktop: async ({ browser }, use) => {
      const desktop = await host.createDesktop(browser, testPage);
      await use(desktop);
      await desktop.dispose();
    },
    productDesktop: async ({ browser }, use) => {
      const desktop = await host.createDesktop(browser, builtConsole);
      await use(desktop);
      await desktop.dispose();
    },
    shop: async ({ presence: _ }, use) => {
      const { url, login, password, stop } = await startDemoBackend();
      const way = await host.reach(url);
      await use({ address: way.address, login, password });
      await way.stop();
      await stop();
    },
    server: async ({ presence: _ }, use) => useNeighbour(use),
    stranger: async ({ presence: _ }, use) => useNeighbour(use),
  });
}

async function useNeighbour(use: (neighbour: Neighbour) => Promise<void>): Promise<void> {
  const neighbour = await startNeighbour();
  await use(neighbour);
  await neighbour.stop();
}

/** One specification, run on the double always and on Electron itself where it is; where not, it says so aloud. */
export function describeShell(title: string, define: (test: ReturnType<typeof testOn>) => void): void {
  for (const host of hosts) {
    // The first process only lists the tests; the workers that run them would say it again and again.
    if (host.isMissing !== null && process.env['TEST_WORKER_INDEX'] === undefined) {
      process.stdout.write(`NOT RUN on ${host.name} (${host.isMissing}): ${title}\n`);
    }
    base.describe(`${title}, on ${host.name}`, () => define(testOn(host)));
  }
}
