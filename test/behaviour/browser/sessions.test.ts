/** Pages of parallel workers on one mock: each has a base URL of its own session, switches scenarios while it runs, and sees no other's. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { executablePath, launch, openPage } from './chromium.js';

const workers = ['one', 'two of us', 'drei/四'];
const rounds = [1, 2, 3];

/** Runs in the page: what the assistant says to a greeting. */
const greet = (page: Page, base: string): Promise<string> =>
  page.evaluate(async (url) => {
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json' },
      body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'hello' }] }),
    });
    return (await response.json()).choices[0].message.content;
  }, base);

describe.skipIf(!executablePath)('parallel workers', () => {
  let mock: Mock;
  let url: string;
  let browser: Browser;
  const open = async (session: string) => {
    const base = `${url}/__session/${encodeURIComponent(session)}`;
    const page = await openPage(browser);
    await page.goto(`${base}/`);
    return { base, page };
  };
  beforeAll(async () => {
    mock = await createMock();
    ({ url } = await mock.listen());
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });

  test('switch their scenarios from the test', async () => {
    const documented = await greet((await open('nobody')).page, url);
    const work = async (session: string): Promise<string[]> => {
      const { base, page } = await open(session);
      const said: string[] = [];
      for (const round of rounds) {
        const answers = [{ text: `${session} ${round}` }, { text: `${session} ${round} again` }];
        const added = await mock.use({ when: { user: 'hello' }, answers }, { session });
        said.push(await greet(page, base), await greet(page, base));
        expect(added.calls).toBe(2);
        await added.remove();
      }
      said.push(await greet(page, base));
      return said;
    };
    expect(await Promise.all(workers.map(work))).toEqual(
      workers.map((session) => [...rounds.flatMap((round) => [`${session} ${round}`, `${session} ${round} again`]), documented]),
    );
    for (const session of workers)
      expect(mock.journal({ session }).filter(({ operation }) => operation)).toHaveLength(2 * rounds.length + 1);
  });

  test('switch their scenarios from the page, and reset their own only', async () => {
    const pages = await Promise.all(workers.map(open));
    const add = ({ base, page }: (typeof pages)[number], text: string): Promise<number> =>
      page.evaluate(async ([address, body]) => (await fetch(`${address}/__mock/scenarios`, { method: 'POST', body })).status, [
        base,
        JSON.stringify({ when: { user: 'hello' }, answers: [{ text }] }),
      ] as const);
    const greetings = () => Promise.all(pages.map(({ base, page }) => greet(page, base)));
    expect(await Promise.all(pages.map((opened, index) => add(opened, `page ${index}`)))).toEqual([201, 201, 201]);
    expect(await greetings()).toEqual(['page 0', 'page 1', 'page 2']);
    const [first] = pages as [(typeof pages)[number]];
    await first.page.evaluate((address) => fetch(`${address}/__mock/reset`, { method: 'POST' }), first.base);
    const [reset, ...others] = await greetings();
    expect(reset).not.toBe('page 0');
    expect(others).toEqual(['page 1', 'page 2']);
  });
});
