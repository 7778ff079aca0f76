import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path !== undefined && existsSync(path));

export default defineConfig({
  testDir: 'tests',
  timeout: 120_000,
  workers: 1,
  reporter: 'json',
  use: { launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] } },
});
