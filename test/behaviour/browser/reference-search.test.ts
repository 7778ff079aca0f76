/** What there is on the reference page is found and linked to: the search by keyboard, addresses of fields and schemas. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { eventually } from '../../eventually.js';
import { executablePath, launch, noteComplaints, openPage } from './chromium.js';

describe.skipIf(!executablePath)('finding a part of the reference page', () => {
  let mock: Mock;
  let url: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    mock = await createMock();
    ({ url } = await mock.listen());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });
  beforeEach(async () => {
    page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    noteComplaints(page, complaints);
    await page.goto(url);
    return async () => {
      await page.close();
      expect(complaints).toEqual([]);
    };
  });

  const query = () => page.getByRole('combobox', { name: 'Search' });
  const chosen = () => page.locator('#found [aria-selected="true"]');
  /** Whether the part is where it can be read, below the bar. */
  const isInView = (id: string) =>
    page.waitForFunction((name) => {
      const { top } = document.getElementById(name)?.getBoundingClientRect() ?? { top: -1 };
      return top >= 50 && top < innerHeight;
    }, id);

  test('is searched for by keyboard, chosen, and opened', async () => {
    await page.keyboard.press('Control+k');
    await query().fill('messages');
    await page.locator('#found li').first().waitFor();
    expect(await chosen().textContent()).toContain('createChatCompletion request');
    await page.keyboard.press('ArrowDown');
    expect(await chosen().textContent()).toContain('createMessage request');
    expect(await query().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    // From the first to the last.
    expect(await page.locator('#found li').last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(page.url()).toBe(`${url}/#createChatCompletion.body.messages`);
    await isInView('createChatCompletion.body.messages');
  });

  test('a slash opens the search outside of fields, and Escape closes it', async () => {
    await page.getByRole('searchbox', { name: 'Filter' }).focus();
    await page.keyboard.press('/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.locator('#listModels > summary').focus();
    await page.keyboard.press('/');
    await query().fill('no such thing at all');
    await page.getByText('Nothing is called “no such thing at all”.').waitFor();
    expect(await query().getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest('details')?.id)).toBe('listModels');
  });

  test.each([
    ['createVideo', 'Operation'],
    ['sora-2-pro', 'Model'],
    ['CreateResponseRequest', 'Schema'],
    ['Query file status', 'Page'],
  ])('%s is found as what it is', async (name, kind) => {
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await query().fill(name);
    await page.locator('#found li').first().getByText(kind, { exact: true }).waitFor();
  });

  test('nothing is loaded for the search until it is opened, and then once', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    expect(asked.filter((path) => path.endsWith('search.json'))).toEqual([]);
    for (let count = 0; count < 2; count++) {
      await page.keyboard.press('Control+k');
      await query().fill('video');
      await page.locator('#found li').first().waitFor();
      await page.keyboard.press('Escape');
    }
    expect(asked.filter((path) => path.endsWith('search.json'))).toHaveLength(1);
  });

  test('an address leads into fields that were never opened, and back', async () => {
    await page.goto(`${url}/#createChatCompletion.body.messages.tool_calls`);
    await isInView('createChatCompletion.body.messages.tool_calls');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('createChatCompletion.body.messages.tool_calls');
    await page.goto(`${url}/#schema:ChatCompletionResponse.choices`);
    await isInView('schema:ChatCompletionResponse.choices');
    expect(await page.locator('.layout').isVisible()).toBe(false);
    await page.goBack();
    await isInView('createChatCompletion.body.messages.tool_calls');
    await page.goForward();
    await isInView('schema:ChatCompletionResponse.choices');
  });

  test('the link of a field is copied', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${url}/#createChatCompletion.body.model`);
    await isInView('createChatCompletion.body.model');
    await page.getByRole('link', { name: 'Link to messages' }).first().focus();
    await page.keyboard.press('Enter');
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => expect(await copied()).toMatch(/#createChatCompletion\.body\.messages$/));
    expect(page.url()).toBe(await copied());
  });

  test('schemas are listed with their fields and what uses them, and filtered by both names', async () => {
    await page.getByRole('link', { name: 'Schemas' }).click();
    const filter = page.locator('#schemas').getByRole('searchbox');
    await filter.fill('logit_bias');
    const schema = page.locator('[id="schema:ChatCompletionRequest"]');
    await schema.locator('summary').first().click();
    await schema.getByText('Used by').waitFor();
    await filter.fill('no such thing');
    await page.getByText('No schema and no field matches “no such thing”.').waitFor();
    await filter.fill('');
    await schema.locator('.uses').getByRole('link', { name: 'createChatCompletion' }).click();
    await isInView('createChatCompletion');
  });

  test('what does not come is said, and asked for again', async () => {
    // The operation that is open at first asks for them, too.
    await page.goto('about:blank');
    await page.route(/schemas\.html/, (route) => route.abort());
    await page.goto(url);
    await page.getByRole('link', { name: 'Schemas' }).click();
    await page.getByText('The schemas could not be loaded').waitFor();
    await page.unroute(/schemas\.html/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[id="schema:ChatCompletionRequest"]').waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/ERR_FAILED/.test(text)));
  });
});
