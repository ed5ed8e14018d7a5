import { defineConfig } from '@playwright/test';

/** Stories with two to four people, each in a browser of their own. One at a time: each needs the machine. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 480_000,
  expect: { timeout: 20_000 },
  // On a shared CI machine, four browsers and a media server may be too slow: one more try, listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter: 'list',
  // A step that hangs fails long before its story does, with a picture of what it waited for.
  use: { actionTimeout: 60_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
