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
  // A busy machine is not a failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes only when repeated hides a fault of ours.
  retries: 0,
  reporter: [['list'], [resolve(import.meta.dirname, '../reporters/playwright-reporter.ts')]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: [...chromiumFlags] },
    viewport: { width: 1280, height: 800 },
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
