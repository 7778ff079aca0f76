/** The two places in which teams run vitest, each as a project. */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { executablePath } from './chromium.js';

const setupFiles = ['nexconn-contract/testing/vitest'];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'node', include: ['node/*.spec.ts'], setupFiles } },
      {
        extends: true,
        // What vite finds only while the page runs makes it load the page again.
        optimizeDeps: {
          include: ['nexconn-contract', 'nexconn-contract/mock', 'nexconn-contract/testing', 'nexconn-contract/testing/vitest'],
        },
        test: {
          name: 'page',
          include: ['page/*.spec.ts'],
          setupFiles,
          globalSetup: ['page/serve-mock.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
