/** The tab of the page that shows what the mock is asked, in a browser: it is live, adds scenarios, sends again, and runs nothing of what it shows. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { eventually } from '../../eventually.js';
import { executablePath, launch, noteComplaints, openPage, refused } from './chromium.js';
import { serveSite } from './site.js';

/** Would run if it were taken for HTML; text it is. */
const hostile = '<img src=x onerror="window.harm=1"></script><script>window.harm=1</script>';

describe.skipIf(!executablePath)('what the mock is asked', () => {
  let mock: Mock;
  let url: string;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    mock = await createMock({
      scenarios: { name: 'from-code', when: { user: 'never said' }, answers: [{ text: 'One' }, { text: 'Two' }] },
    });
    ({ url } = await mock.listen());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });
  beforeEach(async () => {
    await mock.reset();
    page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    noteComplaints(page, complaints, refused);
    await page.goto(`${url}/#activity`);
    return async () => {
      expect(await page.evaluate(() => (window as { harm?: number }).harm)).toBeUndefined();
      await page.close();
      expect(complaints).toEqual([]);
    };
  });

  const chat = (content: string, { base = url, ...headers }: Record<string, string> = {}) =>
    fetch(`${base}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret-of-mine', 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content }] }),
    });
  const entries = (): Locator => page.locator('.entry');
  const board = (name: string): Locator => page.getByRole('region', { name, exact: true });
  const scenario = () => page.getByLabel('Scenario, as JSON');
  const add = () => page.getByRole('button', { name: 'Add', exact: true });

  test('is reached by a tab, and left by another', async () => {
    await page.goto(url);
    await page.getByRole('link', { name: 'Activity' }).click();
    await page.getByRole('heading', { name: 'Journal' }).waitFor();
    expect(await page.locator('#main').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Reference' }).click();
    await page.getByRole('link', { name: 'List the models' }).waitFor();
    expect(await page.locator('#activity').isVisible()).toBe(false);
    expect(await page.locator('.views [aria-current]').textContent()).toBe('Reference');
  });

  test('appears while it happens, the newest first, with what was found', async () => {
    await page.getByText('No requests yet.').waitFor();
    await chat('first');
    await page.getByText('1 request, the newest first.').waitFor();
    await fetch(`${url}/v1/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: '{"colour":"blue"}',
    });
    await page.getByText('2 requests, the newest first.').waitFor();
    const [newest, oldest] = await page.locator('.entry > summary').allTextContents();
    expect(oldest).toContain('/v1/chat/completionscreateChatCompletion');
    expect(newest).toMatch(/\/v1\/messagescreateMessage\d+ violations?.*400$/s);
    await entries().first().locator('summary').first().click();
    await entries().first().getByText('model is required').waitFor();
    expect(await entries().first().locator('pre').textContent()).toContain('"colour": "blue"');
    await board('Coverage').getByText('2 of ').first().waitFor();
  });

  test('tells no key', async () => {
    await chat('Hi');
    await entries().first().locator('summary').first().click();
    await entries().getByText('Request headers').click();
    await entries().getByText('[redacted]').waitFor();
    expect(await page.content()).not.toContain('secret-of-mine');
  });

  test('an open stream is shown as open, then with its events; what is open on the page stays open', async () => {
    const held = mock.hold('createChatCompletion', { answer: { text: 'One two three' } });
    const asked = chat('stream it');
    await held.request;
    await entries().getByText('open').waitFor();
    await entries().first().locator('summary').first().click();
    held.answer();
    await asked;
    await entries().locator('summary').getByText('200').waitFor();
    expect(await entries().first().getAttribute('open')).not.toBeNull();
  });

  test('an entry is sent again, with the key of the page, and the answer is shown', async () => {
    await chat('Say it again', { 'x-trace': 'abc' });
    await page.getByLabel('API key').fill('another-key');
    await entries().first().locator('summary').first().click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('.answer .status').getByText('200 OK').waitFor();
    await page.getByText('2 requests, the newest first.').waitFor();
    const [first, again] = mock.journal();
    expect(again).toMatchObject({ path: first?.path, status: 200, requestBody: first?.requestBody, warnings: first?.warnings });
    expect(again?.requestHeaders).toMatchObject({ 'x-trace': 'abc', authorization: '[redacted]' });
    await page.getByLabel('API key').fill('sk-mock-402');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.locator('.answer .status').getByText('402').waitFor();
  });

  test('a scenario that is added here answers the next request, tells how far it is, and is removed', async () => {
    await board('Scenarios').getByText('next: 1 of 2').waitFor();
    await scenario().fill('{"name":"mine","when":{"user":"refund"},"answers":[{"text":"Done."},{"error":429}]}');
    await add().click();
    await page.getByText('mine is tried before all others.').waitFor();
    expect(await (await chat('a refund')).text()).toContain('Done.');
    await entries().getByText('scenario mine').waitFor();
    const mine = page.locator('.scenarios li').filter({ hasText: 'mine' });
    await mine.getByText('next: 2 of 2 {"error":429}').waitFor();
    expect(await mine.textContent()).toContain('added while it runs, 1 call');
    // What was there from the start stays.
    expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Remove mine' }).click();
    await mine.waitFor({ state: 'detached' });
    expect(await (await chat('a refund')).text()).not.toContain('Done.');
    expect(await page.locator('.scenarios li').allTextContents()).toEqual([expect.stringContaining('from-code of code, 0 calls')]);
  });

  test('what is wrong with a scenario is said in the words of the mock', async () => {
    await scenario().fill('{"when":{"usr":"x"},"answers":[{"txt":"x"}]}');
    await add().click();
    await page.getByText('there is no member usr here; did you mean user?').waitFor();
    await page.getByText('there is no member txt here; did you mean text?').waitFor();
    await scenario().fill('when: {}');
    await add().click();
    await page.getByText('the scenario is not valid JSON').waitFor();
    expect(await page.getByText('did you mean user?').count()).toBe(0);
    await scenario().fill('{"name":"from-code","answers":[{"text":"x"}]}');
    await add().click();
    await page.getByText('there is a scenario from-code already').waitFor();
  });

  test.each(['a text', 'a call of a tool, then a text', 'an error, twice', 'a stream that breaks'])(
    'one can begin with %s',
    async (name) => {
      await page.getByLabel('Begin with').selectOption(name);
      await add().click();
      await page.getByText('is tried before all others.').waitFor();
    },
  );

  test('what a request says is shown as the text that it is', async () => {
    const path = encodeURIComponent(hostile);
    await chat(hostile, { prefer: `session=${path}`, 'x-trace': hostile });
    await mock.use({
      when: { query: { [hostile]: hostile } },
      answers: [{ response: { text: hostile, headers: { 'content-type': 'text/html' } }, breaksContract: true }],
    });
    await fetch(`${url}/v1/chat/completions?${path}=${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify({ model: hostile, messages: [{ role: 'user', content: hostile }], [hostile]: hostile }),
    });
    await fetch(`${url}/v1/${path}`, { method: 'POST', headers: { authorization: 'Bearer k' }, body: `${hostile}\0\ud800` });
    await page.getByText('3 requests, the newest first.').waitFor();
    for (const entry of await entries().all()) {
      await entry.locator('summary').first().click();
      await entry.getByText('Request headers').click();
    }
    await eventually(async () => expect(await page.locator('.entry pre').filter({ hasText: 'onerror' }).count()).toBe(2));
    // The body of what has no operation was not read.
    await page.getByText('The journal does not have the body').waitFor();
    const again = page.getByRole('button', { name: 'Send again', disabled: false });
    await again.evaluateAll((buttons: HTMLButtonElement[]) => {
      for (const button of buttons) button.click();
    });
    await eventually(async () => expect(await page.locator('.answer .status').count()).toBe(2));
    await page.locator('.answer pre').filter({ hasText: 'onerror' }).waitFor();
    await scenario().fill(JSON.stringify({ [hostile]: 1 }));
    await add().click();
    await board('Scenarios').getByText('there is no member').waitFor();
    expect(await page.locator('#activity img, #activity script').count()).toBe(0);
  });

  test('a body that is large, and made to be slow to look at, is cut', async () => {
    await chat('x'.repeat(3_000_000), { [`x-${'y'.repeat(500)}`]: 'z' });
    await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify({ list: Array.from({ length: 200_000 }, String), ['"'.repeat(2_000_000)]: 1 }),
    });
    await page.getByText('2 requests, the newest first.').waitFor();
    for (const entry of await entries().all()) {
      await entry.locator('summary').first().click();
      await entry
        .locator('pre')
        .getByText(/characters\)/)
        .first()
        .waitFor();
      expect((await entry.locator('pre').textContent())?.length).toBeLessThan(101_000);
    }
  });

  test('of a session, only its own are shown, sent and added', async () => {
    const name = 'one & two/of <us>';
    const session = encodeURIComponent(name);
    await chat('of nobody');
    await chat('of the session', { base: `${url}/__session/${session}` });
    for (const address of [`${url}/?session=${session}#activity`, `${url}/__session/${session}#activity`]) {
      await page.goto('about:blank');
      await page.goto(address);
      expect(await page.getByLabel('Session', { exact: true }).inputValue()).toBe(name);
      await entries().first().waitFor();
      const before = await entries().count();
      await entries().first().locator('summary').first().click();
      await page.getByRole('button', { name: 'Send again' }).click();
      await page.locator('.answer .status').getByText('200 OK').waitFor();
      await eventually(async () => expect(await entries().count()).toBe(before + 1));
    }
    expect(mock.journal({ session: name })).toHaveLength(3);
    expect(mock.journal({ session: '' })).toHaveLength(1);
    await page.getByLabel(/^Scenario, as JSON, for session one/).fill('{"answers":[{"text":"Mine alone."}]}');
    await add().click();
    await page.getByText('is tried before all others.').waitFor();
    expect(await (await chat('Hi')).text()).not.toContain('Mine alone.');
    expect(await (await chat('Hi', { base: `${url}/__session/${session}` })).text()).toContain('Mine alone.');
    await page.goto(`${page.url().split('#')[0]}#listModels`);
    await page.locator('#listModels').getByRole('button', { name: 'Send' }).click();
    await page.locator('#listModels').getByText('200 OK').waitFor();
    expect(mock.journal({ session: name, operation: 'listModels' })).toHaveLength(1);
    await page.goto(`${page.url().split('#')[0]}#activity`);
    await page.getByLabel('Session', { exact: true }).fill('');
    await page.getByLabel('Session', { exact: true }).press('Enter');
    await page.getByText(/^7 requests/).waitFor();
  });

  test('nobody is asked while the tab is not shown, and the page tells when nobody answers', async () => {
    await page.getByText('No requests yet.').waitFor();
    await page.getByRole('link', { name: 'Reference' }).click();
    const operation = page.locator('#listModels');
    await operation.locator('summary').first().click();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (let count = 0; count < 3; count++) {
      await operation.getByRole('button', { name: 'Send' }).click();
      await eventually(() => expect(mock.journal()).toHaveLength(count + 1));
    }
    const isControl = (address: string) => address.includes('/__mock/');
    // One look may have been under way.
    expect(asked.filter(isControl).length).toBeLessThanOrEqual(3);
    await page.route(/__mock/, (route) => route.abort());
    await page.getByRole('link', { name: 'Activity' }).click();
    await page.getByText('The mock does not tell').waitFor();
    await page.unroute(/__mock/);
    await page.getByText('3 requests, the newest first.').waitFor();
    expect(await page.getByText('The mock does not tell').count()).toBe(0);
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !/ERR_FAILED/.test(text)));
  });

  test('it works by keyboard, and fits a telephone', async () => {
    await chat('Hi');
    await page.setViewportSize({ width: 390, height: 800 });
    await entries().first().locator('summary').first().focus();
    await page.keyboard.press('Enter');
    // What is not loaded yet cannot be sent again: until then the button takes no focus.
    await page.getByRole('button', { name: 'Send again', disabled: false }).waitFor();
    await page.getByRole('button', { name: 'Send again' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.answer .status').getByText('200 OK').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('a page of elsewhere learns nothing of it, and adds nothing', async () => {
    await chat('Between us');
    // The name leads to this machine, and is none of its own: the browser lets the page call as it likes.
    const site = await serveSite({ '/': '<!doctype html><title>elsewhere</title>' }, 'connect-src *');
    const other = await launch(['--host-resolver-rules=MAP elsewhere.example 127.0.0.1']);
    const elsewhere = await openPage(other);
    await elsewhere.goto(site.url.replace('127.0.0.1', 'elsewhere.example'));
    const tried = await elsewhere.evaluate(async (address) => {
      const text = await fetch(`${address}/__mock/requests`).then((response) => response.text(), String);
      await fetch(`${address}/__mock/scenarios`, { method: 'POST', mode: 'no-cors', body: '{"answers":[{"text":"Harm."}]}' }).catch(
        () => {},
      );
      return text;
    }, url);
    // It is refused, and without a leave to read why.
    expect(tried).toBe('TypeError: Failed to fetch');
    expect(await (await chat('Hi')).text()).not.toContain('Harm.');
    await other.close();
    await site.close();
  });
});
