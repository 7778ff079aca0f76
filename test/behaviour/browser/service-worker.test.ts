/** The mock in a page, behind Mock Service Worker, under a policy that forbids what a careless mock would do. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { project } from '../../../scripts/lib/project.js';
import { eventually } from '../../eventually.js';
import { executablePath, launch, openPage } from './chromium.js';
import { type Site, serveSite } from './site.js';

const policy = `default-src 'self'; connect-src 'self' ${contract.server}; img-src 'self' ${contract.server}; media-src 'self' ${contract.server}`;

const app = `
  import { setupWorker } from 'msw/browser';
  import { mockGateway } from './src/msw/index.ts';
  const gateway = mockGateway({ taskPolls: 3, eventsPerSecond: 100 });
  const worker = setupWorker(...gateway.handlers);
  const makesCode = () => { try { return new Function('return true')(); } catch { return false; } };
  Object.assign(window, { gateway, violations: [] });
  // The proof that the policy holds is a violation itself, which the listener learns of a little later.
  window.codeIsMade = makesCode();
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.violations.push([violatedDirective, blockedURI]));
  worker.start({ quiet: true, onUnhandledRequest: 'bypass' }).then(() => document.body.dataset.ready = 'yes');
`;

/** Runs in the page: sends a request to the gateway and tells what came. */
async function call(page: Page, path: string, init: RequestInit = {}) {
  return page.evaluate(
    async ([url, options]) => {
      const response = await fetch(url, {
        ...options,
        headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json', ...options.headers },
      });
      return { status: response.status, example: response.headers.get('x-mock-example'), body: await response.json() };
    },
    [`${contract.server}${path}`, init] as const,
  );
}

const operationOf = (name: string, role: string) => {
  const found = contract.operations.find(({ task }) => task?.name === name && task.role === role);
  if (!found) throw new Error(`no ${role} of ${name}`);
  return found;
};

describe.skipIf(!executablePath)('in a page with a strict content security policy', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: app, resolveDir: project.root },
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
    site = await serveSite(
      {
        '/': '<!doctype html><title>app</title><body><script type="module" src="/app.js"></script>',
        '/app.js': outputFiles[0]?.text ?? '',
        '/mockServiceWorker.js': await readFile(worker, 'utf8'),
      },
      policy,
    );
    browser = await launch();
    page = await openPage(browser);
    await page.goto(site.url);
    await page.waitForSelector('body[data-ready]', { state: 'attached' });
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('requests are answered', async () => {
    const [example] = contract.operations.find(({ id }) => id === 'createChatCompletion')?.examples ?? [];
    const answer = await call(page, '/v1/chat/completions', { method: 'POST', body: JSON.stringify(example?.request.body) });
    expect(answer).toMatchObject({ status: 200, example: example?.name, body: { object: 'chat.completion' } });
  });

  /** Reads a stream to its end, or until there have been so many events. */
  const stream = (prefer: string, most = Number.POSITIVE_INFINITY) =>
    page.evaluate(
      async ([url, wish, count]) => {
        const controller = new AbortController();
        const started = performance.now();
        const response = await fetch(url, {
          method: 'POST',
          headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json', Prefer: wish },
          body: JSON.stringify({ model: 'any', stream: true, messages: [{ role: 'user', content: 'Hi' }] }),
          signal: controller.signal,
        });
        const decoder = new TextDecoder();
        const reader = response.body?.getReader();
        let text = '';
        const events = () => text.split('data: ').length - 1;
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
          text += decoder.decode(part.value);
          if (events() >= count) break;
        }
        const time = performance.now() - started;
        controller.abort();
        return { events: events(), text, time, type: response.headers.get('content-type') };
      },
      [`${contract.server}/v1/chat/completions`, prefer, most] as const,
    );

  test('a stream arrives event by event', async () => {
    // The rest never comes, so these have arrived before the stream was complete.
    for (const count of [1, 2, 3]) expect((await stream(`stream-fault=stall@${count}`, count)).events).toBe(count);
  });

  test('a stream ends as it should, at its pace', async () => {
    const { events, text, time, type } = await stream('events-per-second=20');
    expect(type).toContain('text/event-stream');
    expect(text.trimEnd().endsWith('data: [DONE]')).toBe(true);
    expect(events).toBeGreaterThan(3);
    // The last event is a word that comes with the one before it.
    expect(time).toBeGreaterThan(50 * (events - 1) - 10);
  });

  test('a job goes through its states, and its video plays', async () => {
    const create = operationOf('videos', 'create');
    const query = operationOf('videos', 'query');
    const created = await call(page, create.path, { method: 'POST', body: JSON.stringify(create.examples[0]?.request.body) });
    const { id } = created.body;
    const poll = () => call(page, query.path.replace(/\{.*?\}/, id));
    expect((await poll()).body.status).not.toBe('completed');
    await eventually(async () => expect((await poll()).body.status).toBe('completed'));
    const [{ url }] = (await poll()).body.task_result.videos;
    expect(url.startsWith(contract.server)).toBe(true);
    const played = await page.evaluate(async (source) => {
      const video = Object.assign(document.createElement('video'), { src: source, muted: true });
      document.body.append(video);
      await new Promise((resolve, reject) => {
        video.onloadedmetadata = resolve;
        video.onerror = () => reject(new Error(video.error?.message));
      });
      await video.play();
      await new Promise((resolve) => {
        video.ontimeupdate = () => video.currentTime > 0 && resolve(undefined);
      });
      return { width: video.videoWidth, time: video.currentTime };
    }, url);
    expect(played.width).toBeGreaterThan(0);
    expect(played.time).toBeGreaterThan(0);
  });

  test('errors speak the dialect of the path', async () => {
    const refused = await call(page, '/v1/messages', { method: 'POST', body: '{}' });
    expect(refused).toMatchObject({ status: 400, body: { type: 'error', error: { type: 'invalid_request_error' } } });
    expect((await call(page, '/v1/models', { headers: { Authorization: 'Bearer sk-mock-503' } })).status).toBe(503);
  });

  test('the page can ask what happened', async () => {
    const journal = await page.evaluate(() =>
      (window as unknown as { gateway: { journal(): { operation?: string }[] } }).gateway.journal(),
    );
    expect(journal.map(({ operation }) => operation)).toContain('createChatCompletion');
  });

  test('the policy forbade nothing', async () => {
    const violations = await page.evaluate(() => (window as unknown as { violations: [string, string][] }).violations);
    expect(violations.filter(([, blocked]) => blocked !== 'eval')).toEqual([]);
    expect(violations.length).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => (window as unknown as { codeIsMade: boolean }).codeIsMade)).toBe(false);
  });
});
