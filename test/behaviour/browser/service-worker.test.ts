/** The mock in a page, behind Mock Service Worker, under a policy that forbids what a careless mock would do. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { project } from '../../../scripts/lib/project.js';
import { areaOf } from '../../../src/contract/area.js';
import type { PreparedExample } from '../../../src/contract/prepared.js';
import type { MockGateway } from '../../../src/msw/index.js';
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

/** The scripts of the page, each a file of its own: a policy that allows those of the page's own origin allows what is loaded later. */
async function buildScripts(): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: app, resolveDir: project.root, sourcefile: 'app.js' },
    outdir: '/',
    entryNames: 'app',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}

interface App {
  page: Page;
  /** What the site serves, by path. */
  files: Record<string, string>;
  /** Areas whose examples have been asked for, in order. */
  areas: string[];
  /** What the page's console says of errors. */
  errors: string[];
  /** Takes the site off the network. */
  cut(): Promise<void>;
}

describe.skipIf(!executablePath)('in a page with a strict content security policy', () => {
  let browser: Browser;
  let scripts: Record<string, string>;
  let page: Page;
  let areas: string[];
  const sites: Site[] = [];

  async function open(): Promise<App> {
    const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
    const files: Record<string, string> = {
      '/': '<!doctype html><title>app</title><body><script type="module" src="/app.js"></script>',
      ...scripts,
      '/mockServiceWorker.js': await readFile(worker, 'utf8'),
    };
    const site = await serveSite(files, policy);
    sites.push(site);
    const opened = await openPage(browser);
    const app: App = { page: opened, files, areas: [], errors: [], cut: () => site.close() };
    opened.on('request', (request) => {
      const [, area] = /\/([\w-]+)-examples-\w+\.js$/.exec(request.url()) ?? [];
      if (area !== undefined && request.frame() === opened.mainFrame()) app.areas.push(area);
    });
    opened.on('console', (message) => message.type() === 'error' && app.errors.push(message.text()));
    await opened.goto(site.url);
    await opened.waitForSelector('body[data-ready]', { state: 'attached' });
    return app;
  }

  beforeAll(async () => {
    scripts = await buildScripts();
    browser = await launch();
    ({ page, areas } = await open());
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all(sites.map((site) => site.close()));
  });

  /** The area of a path, and the file that has its examples. */
  const areaAt = (path: string) => {
    const operation = contract.operations.find((candidate) => candidate.path === path);
    const area = operation ? areaOf(operation) : '';
    return { area, file: Object.keys(scripts).find((name) => name.startsWith(`/${area}-examples-`)) ?? '' };
  };

  test('what examples say is loaded when a request first needs it, and not before', async () => {
    expect(areas).toEqual([]);
    expect((await call(page, '/v1/models', { headers: { Authorization: 'Bearer sk-mock-503' } })).status).toBe(503);
    expect((await call(page, '/v1/messages', { method: 'POST', body: '{}' })).status).toBe(400);
    // A refusal takes no example.
    expect(areas).toEqual([]);
    expect((await call(page, '/v1/models')).status).toBe(200);
    expect(areas).toEqual([areaAt('/v1/models').area]);
    const body = JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'Hi' }] });
    for (let count = 0; count < 2; count++) expect((await call(page, '/v1/chat/completions', { method: 'POST', body })).status).toBe(200);
    expect(areas).toEqual(['/v1/models', '/v1/chat/completions'].map((path) => areaAt(path).area));
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

  test('what cannot be loaded is an error in the dialect of the path, told on the console, and tried again by the next request', async () => {
    const { page: other, files, errors, areas: asked } = await open();
    const { area, file } = areaAt('/v1/messages');
    const body = JSON.stringify({ model: 'any', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] });
    const ask = () => call(other, '/v1/messages', { method: 'POST', body });
    const chunk = files[file] ?? '';
    delete files[file];
    expect(await ask()).toMatchObject({ status: 500, body: { type: 'error', error: { message: expect.stringContaining(area) } } });
    expect(errors.join()).toContain('gateway.ready()');
    files[file] = chunk;
    expect(await ask()).toMatchObject({ status: 200, body: { type: 'message' } });
    expect(asked).toEqual([area, area]);
  });

  test('once ready, it answers without a network', async () => {
    const { page: other, cut, areas: asked } = await open();
    await other.evaluate(() => (window as unknown as { gateway: MockGateway }).gateway.ready());
    expect([...asked].sort()).toEqual([...new Set(contract.operations.map(areaOf))].sort());
    await cut();
    const reached = () =>
      fetch('/app.js').then(
        () => true,
        () => false,
      );
    expect(await other.evaluate(reached)).toBe(false);
    for (const { path, method, examples } of contract.operations.filter(({ task }) => task === undefined || task.role === 'create')) {
      const { request, status } = examples[0] as PreparedExample;
      const url = path.replace(/\{(\w+)\}/g, (_, name: string) => request.path?.[name] ?? '');
      // An answer, not a stream: it is read as JSON.
      const sent = request.body && JSON.stringify({ ...(request.body as object), stream: undefined });
      expect((await call(other, url, { method, ...(sent && { body: sent }) })).status, `${method} ${path}`).toBe(status);
    }
  });
});
