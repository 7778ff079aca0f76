/** A browser for the tests that need one. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a browser; absent where there is none, which is said once. */
export const executablePath = places.find((path) => path && existsSync(path));

if (!executablePath) console.warn('No Chromium found, so the browser tests are skipped. Set CHROMIUM to the path of one.');

/** Milliseconds that a busy machine may take for a step. */
const timeout = 120_000;

/** @param more arguments, beside the usual ones */
export const launch = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    timeout,
    executablePath: executablePath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...more,
    ],
  });

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(timeout);
  return page;
}
