import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../build/scripts/chromium.ts';

const executablePath = findChromium();
if (executablePath === undefined) {
  throw new Error(
    'No Chromium found: install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}

/** The browser tests. Each spec starts the backend that it needs, on a port of its own. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.spec.ts',
  outputDir: resolve(import.meta.dirname, '../../test-results/e2e'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes only when repeated hides a fault of ours.
  retries: 0,
  reporter: [['list'], [resolve(import.meta.dirname, '../reporters/playwright-reporter.ts')]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...chromiumFlags] },
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
