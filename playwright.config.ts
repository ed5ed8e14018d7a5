import { defineConfig } from '@playwright/test';

/** Stories with two to four people, each in a browser of their own. One at a time: each needs the machine. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 480_000,
  expect: { timeout: 20_000 },
  // Four browsers, video and a media server on a shared machine: a second try, named as flaky in the list, where nobody watches.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
});
