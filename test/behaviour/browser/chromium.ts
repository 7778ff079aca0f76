/** A browser for the tests that need one. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { executablePath } from '../../../scripts/release/chromium.js';

/** Absent where there is none, which is said once. */
export { executablePath };

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

/** Notes the mistakes of a page: what it throws, and what stands on its console, but for what a test expects there. */
export function noteComplaints(page: Page, complaints: string[], expected?: RegExp): void {
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && !expected?.test(message.text()) && complaints.push(message.text()));
}

/** A refused request, which is what some tests are about. */
export const refused = /status of 4\d\d/;

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(timeout);
  return page;
}
