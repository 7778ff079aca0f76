/**
 * axe finds nothing on the reference page, in light and dark, wide and narrow, whatever has been opened, sent and followed. A look takes seconds, so that
 * the usual suite takes two of the four, and some of the states; the weekly one takes them all.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { runs } from '../../runs.js';
import { executablePath, launch, openPage } from './chromium.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const isWhole = runs(1) > 1;

const all = [
  ['light', 1280],
  ['dark', 390],
  ['dark', 1280],
  ['light', 390],
] as const;

async function findings(page: Page): Promise<string[]> {
  // What lies half below the bar on top, where the page happens to be, would be too small a target.
  await page.evaluate('scrollTo(0, 0)');
  // By the protocol of the debugger: the policy of the page lets no other script in.
  const { violations } = (await page.evaluate(
    `${axe}; axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResults;
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target)
        .join(' | ')}`,
  );
}

describe.skipIf(!executablePath)('axe', () => {
  let mock: Mock;
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    mock = await createMock({ taskSeconds: 0.3, eventsPerSecond: 200 });
    ({ url } = await mock.listen());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });

  test.each(isWhole ? all : all.slice(0, 2))('finds nothing in %s, %i wide', async (colorScheme, width) => {
    const page = await openPage(browser, { viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
    const expectNone = async (state: string) => expect(await findings(page), state).toEqual([]);
    const open = async (id: string) => {
      await page.goto(`${url}/#${id}`);
      const operation = page.locator(`[id="${id}"]`);
      await operation.getByRole('button', { name: 'Send' }).waitFor();
      await operation.locator('.samples pre').waitFor();
      return operation;
    };
    if (isWhole) {
      await page.goto(url);
      await expectNone('at first');
    }

    const chat = await open('createMessage');
    const request = chat.getByRole('combobox', { name: 'Request' });
    const options = await request.locator('option').allTextContents();
    await request.selectOption({ index: options.findIndex((name) => name.endsWith('.stream')) });
    await chat.getByRole('button', { name: 'Send' }).click();
    await chat.locator('.events').getByText('message_stop').first().waitFor();
    await expectNone('after a stream');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill('messages');
    await page.locator('#found li').first().waitFor();
    await expectNone('with results of the search');
    await page.keyboard.press('Escape');
    if (!isWhole) return page.close();

    const video = await open('createVideo');
    await video.getByRole('button', { name: 'Send' }).click();
    await video.getByRole('button', { name: 'Follow the job' }).click();
    await video.locator('.states .final').waitFor();
    await expectNone('after a job');

    await page.goto(`${url}/#schema:ChatCompletionRequest.messages`);
    await page.locator('[id="schema:ChatCompletionRequest.messages.role"]').waitFor();
    await expectNone('in the list of schemas');

    await page.goto(`${url}/#activity`);
    await page.locator('.entry summary').first().click();
    await page.getByRole('button', { name: 'Send again' }).first().waitFor();
    await expectNone('in the tab of what is asked');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  test('with forced colours what is chosen can still be told', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 }, forcedColors: 'active' });
    await page.goto(url);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill('messages');
    const chosen = page.locator('#found [aria-selected="true"]');
    await chosen.waitFor();
    expect(await chosen.evaluate((option) => getComputedStyle(option).outlineStyle)).toBe('solid');
    await page.close();
  });
});
