import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

/** `npm run screenshots`: the README's pictures, made anew from the product as it is. */
export default defineConfig({
  ...base,
  testDir: import.meta.dirname,
  testMatch: 'pictures.ts',
  workers: 1,
  reporter: [['list']],
});
