/**
 * Takes the picture of the README from the mock itself: an operation of the page at `/` that was tried.
 *
 *   npm run picture
 *   CHROMIUM=<file>   where Chromium is
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { contract } from '../../compiled/contract.js';
import { createMock } from '../../src/upstream/index.js';
import { BadInput, flagsOf, run } from '../lib/bad-input.js';
import { project } from '../lib/project.js';
import { executablePath } from './chromium.js';

flagsOf();
await run(async () => {
  if (executablePath === undefined) throw new BadInput('There is no Chromium; name one with CHROMIUM.');
  const speaking = contract.operations.find(({ stream, body }) => stream && body);
  const mock = await createMock({ now: '2026-01-31T12:00:00Z', seed: 7 });
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  try {
    const { url } = await mock.listen();
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    await page.goto(url);
    const operation = page.locator(`#${speaking?.id}`);
    await page.locator(`a[href="#${speaking?.id}"]`).click();
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.getByText('200 OK').waitFor();
    await operation.locator('.answer').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(project.root, 'docs/mock.png') });
  } finally {
    await browser.close();
    await mock.close();
  }
  return 0;
});
