/** The reference page in a browser: an operation is found, called, and its answer shown. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { executablePath, launch, noteComplaints, openPage, refused } from './chromium.js';

describe.skipIf(!executablePath)('the reference page', () => {
  let mock: Mock;
  let url: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    mock = await createMock({ taskSeconds: 0.5 });
    ({ url } = await mock.listen());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });
  beforeEach(async () => {
    page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    noteComplaints(page, complaints, refused);
    await page.goto(url);
    return async () => {
      await page.close();
      expect(complaints).toEqual([]);
    };
  });

  test('it is small, and what an operation takes comes when it is opened', async () => {
    const debug = await page.context().newCDPSession(page);
    await debug.send('Network.enable');
    await debug.send('Network.setCacheDisabled', { cacheDisabled: true });
    const loaded: number[] = [];
    debug.on('Network.loadingFinished', ({ encodedDataLength }) => loaded.push(encodedDataLength));
    await page.reload({ waitUntil: 'networkidle' });
    expect(loaded).toHaveLength(1);
    await open('createChatCompletion');
    await page.locator('[id="createChatCompletion.body.messages"]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(60_000 + 1_500 * contract.operations.length);
  });

  const open = async (id: string) => {
    await page.goto(`${url}/#${id}`);
    const operation = page.locator(`#${id}`);
    await operation.getByRole('button', { name: 'Send' }).waitFor();
    return operation;
  };

  test('an operation is opened from the list, called, and answered', async () => {
    await page.getByRole('link', { name: 'Create a chat completion' }).click();
    const operation = page.locator('#createChatCompletion');
    expect(await operation.locator('textarea').inputValue()).toContain('"messages"');
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.getByText('200 OK').waitFor();
    expect(await operation.locator('.answer pre').textContent()).toContain('"object": "chat.completion"');
    expect(mock.journal().at(-1)).toMatchObject({ operation: 'createChatCompletion', status: 200, violations: [], warnings: [] });
  });

  test('another example fills the editor; a stream is shown while it arrives, and can be stopped', async () => {
    const operation = await open('createMessage');
    const options = await operation.getByRole('combobox', { name: 'Request' }).locator('option').allTextContents();
    await operation
      .getByRole('combobox', { name: 'Request' })
      .selectOption({ index: options.findIndex((name) => name.endsWith('.stream')) });
    expect(await operation.locator('textarea').inputValue()).toContain('"stream": true');
    await operation.getByText('Mock behaviour').click();
    // The rest never comes: what is shown has been shown before the end, and only the button ends it.
    await operation.getByLabel('stream-fault').selectOption('stall@3');
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.locator('.events li').nth(2).waitFor();
    await operation.getByRole('button', { name: 'Stop' }).click();
    await operation.getByText('Stopped.').waitFor();
    expect(await operation.locator('.events li').count()).toBe(3);
  });

  test('errors are shown: a body that is no JSON, a refused one, one that was asked for', async () => {
    const operation = await open('createVideo');
    await operation.locator('textarea').fill('{"model":');
    await operation.getByText('The body is not JSON').waitFor();
    await operation.locator('textarea').fill('{"model": "sora-2"}');
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.getByText('400 Bad Request').waitFor();
    expect(await operation.locator('.answer pre').textContent()).toContain('prompt is required');
    await operation.getByRole('combobox', { name: 'Request' }).selectOption({ index: 1 });
    await operation.getByText('Mock behaviour').click();
    await operation.getByLabel('code').selectOption('429');
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.getByText('429 Too Many Requests').waitFor();
  });

  test('a job is followed to its video, which plays', async () => {
    const operation = await open('createVideo');
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.getByRole('button', { name: 'Follow the job' }).click();
    await operation.locator('.states .final').waitFor();
    const duration = await operation.locator('video').evaluate(
      (video: HTMLVideoElement) =>
        new Promise<number>((resolve) => {
          if (video.readyState > 0) resolve(video.duration);
          video.onloadedmetadata = () => resolve(video.duration);
        }),
    );
    expect(duration).toBeGreaterThan(0);
  });

  test('the key is kept until it is forgotten, and is in no address and nothing that is copied', async () => {
    const key = page.getByLabel('API key', { exact: true });
    await key.fill('sk-of-mine');
    await page.reload();
    expect(await key.inputValue()).toBe('sk-of-mine');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const operation = await open('listModels');
    // It says so for a moment only.
    const said = operation.getByRole('button', { name: 'Copy as curl' }).evaluate(
      (button: HTMLElement) =>
        new Promise<string | null>((resolve) => {
          new MutationObserver(() => resolve(button.textContent)).observe(button, { childList: true });
          button.click();
        }),
    );
    expect(await said).toBe('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('/v1/models');
    await operation.locator('.samples pre').waitFor();
    for (const text of [copied, await operation.textContent(), page.url(), await page.evaluate(() => JSON.stringify(localStorage))])
      expect(text).not.toContain('sk-of-mine');
    await page.getByRole('button', { name: 'Forget' }).click();
    await page.reload();
    expect(await key.inputValue()).toBe('any-key');
  });

  test('a sample is shown in the language that was chosen, for this server', async () => {
    const operation = await open('createChatCompletion');
    await operation.getByRole('button', { name: 'Python' }).click();
    expect(await operation.locator('.samples pre').textContent()).toContain(`HTTPConnection("${new URL(url).host}")`);
    const other = await open('createMessage');
    await page.reload();
    expect(await other.getByRole('button', { name: 'Python' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('the key goes with each request', async () => {
    await page.getByLabel('API key', { exact: true }).fill('sk-mock-402');
    const operation = await open('listModels');
    await operation.getByRole('button', { name: 'Send' }).click();
    await operation.getByText('402 Payment Required').waitFor();
  });

  test('the filter leaves what fits by name, model or field, and says where nothing does', async () => {
    const filter = page.getByRole('searchbox', { name: 'Filter' });
    await filter.fill('seedance query');
    expect(await page.locator('.operation:visible').count()).toBe(1);
    expect(await page.locator('#side li:visible').count()).toBe(1);
    await filter.fill('sora-2-pro');
    expect(await page.locator('#createVideo').isVisible()).toBe(true);
    expect(await page.locator('#listFiles').isVisible()).toBe(false);
    await filter.fill('reasoning_effort');
    expect(await page.locator('#createChatCompletion').isVisible()).toBe(true);
    await filter.fill('no such thing');
    await page.getByText('No operation has “no such thing”').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('#listFiles').isVisible()).toBe(true);
  });

  test('it works by keyboard', async () => {
    await page.locator('#listModels > summary').focus();
    await page.keyboard.press('Enter');
    const operation = page.locator('#listModels');
    await operation.getByRole('button', { name: 'Send' }).focus();
    await page.keyboard.press('Enter');
    await operation.getByText('200 OK').waitFor();
  });

  test('it fits a telephone, where the list of operations opens over the page', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open('createChatCompletion');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await page.locator('#side').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Operations' }).click();
    await page.getByRole('link', { name: 'List the models' }).click();
    expect(await page.locator('#side').isVisible()).toBe(false);
    expect(await page.locator('#listModels').getAttribute('open')).not.toBeNull();
  });
});
