import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  reporter: 'line',
  // A Chromium of the system, where one is named; else the one that `npx playwright install chromium` fetches.
  use: { launchOptions: { executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] } },
});
