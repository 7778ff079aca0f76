/** A page of another origin calls the mock server: with preflight, with credentials, and shows the results. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import type { PreparedExample } from '../../../src/contract/prepared.js';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { executablePath, launch, openPage } from './chromium.js';
import { type Site, serveSite } from './site.js';

describe.skipIf(!executablePath)('a page of another origin', () => {
  let mock: Mock;
  let url: string;
  let site: Site;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    mock = await createMock({ eventsPerSecond: 100 });
    ({ url } = await mock.listen());
    site = await serveSite({ '/': '<!doctype html><title>app</title>' }, `default-src 'self' ${url}; img-src data: ${url}`);
    browser = await launch();
    page = await openPage(browser);
    await page.goto(site.url);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await mock.close();
  });

  const call = (path: string, init: RequestInit = {}) =>
    page.evaluate(
      async ([address, options]) => {
        const response = await fetch(address, {
          credentials: 'include',
          ...options,
          headers: { Authorization: 'Bearer key', 'Content-Type': 'application/json', ...options.headers },
        });
        return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
      },
      [`${url}${path}`, init] as const,
    );

  const operationOf = (id: string) => {
    const operation = contract.operations.find((candidate) => candidate.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    return operation;
  };
  const exampleOf = (id: string, fits: (example: PreparedExample) => boolean = () => true) => {
    const { path, method, examples } = operationOf(id);
    return { path, init: { method, body: JSON.stringify(examples.find(fits)?.request.body) } };
  };

  test('may call with credentials, its own headers, and any method', async () => {
    const { path, init } = exampleOf('createChatCompletion');
    const answer = await call(path, { ...init, headers: { Prefer: 'latency-ms=1', 'X-Trace': 'a' } });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ object: 'chat.completion' });
    expect((await call('/v1/files/unknown', { method: 'DELETE' })).status).toBe(404);
  });

  test('may read the headers that matter', async () => {
    const { headers } = await call('/v1/models', { headers: { Prefer: 'code=429' } });
    expect(headers).toMatchObject({
      'retry-after': expect.any(String),
      'x-mock-operation': 'listModels',
      'x-nexconn-contract': expect.any(String),
    });
  });

  test('reads a stream event by event', async () => {
    const chat = exampleOf('createChatCompletion');
    const { text } = await call(chat.path, {
      method: 'POST',
      body: JSON.stringify({ model: 'any', stream: true, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    expect(text.trimEnd().endsWith('data: [DONE]')).toBe(true);
  });

  test('plays the video of a finished job', async () => {
    const { path, init } = exampleOf('createVideo');
    const { id } = JSON.parse((await call(path, { ...init, headers: { Prefer: 'task-seconds=0' } })).text);
    const source = /http:[^"]+\.mp4/.exec((await call(`${path}/${id}`)).text)?.[0] ?? '';
    expect(source.startsWith(url)).toBe(true);
    const played = await page.evaluate(async (address) => {
      const video = Object.assign(document.createElement('video'), { src: address, muted: true, crossOrigin: 'use-credentials' });
      document.body.append(video);
      await new Promise((resolve, reject) => {
        video.onloadedmetadata = resolve;
        video.onerror = () => reject(new Error(video.error?.message));
      });
      const { duration, videoWidth } = video;
      await video.play();
      await new Promise((resolve) => {
        video.ontimeupdate = () => video.currentTime > 0 && resolve(undefined);
      });
      return { duration, videoWidth, time: video.currentTime };
    }, source);
    expect(played.duration).toBeGreaterThan(0);
    expect(played.videoWidth).toBeGreaterThan(0);
    expect(played.time).toBeGreaterThan(0);
  });

  test('decodes the pictures of an answer, by address and inline', async () => {
    const widthOf = (source: string) =>
      page.evaluate(async (src) => {
        const image = Object.assign(new Image(), { src });
        await image.decode();
        return image.naturalWidth;
      }, source);
    const { path, init } = exampleOf('createImage');
    const { task_id } = JSON.parse((await call(path, { ...init, headers: { Prefer: 'task-seconds=0' } })).text);
    const { text } = await call(operationOf('getImageTask').path.replace(/\{.*?\}/, task_id));
    const address: string = JSON.parse(text).data[0].url;
    expect(address.startsWith(url)).toBe(true);
    expect(await widthOf(address)).toBeGreaterThan(0);

    const inline = exampleOf('createImage', ({ body }) => JSON.stringify(body).includes('b64_json'));
    const { b64_json } = JSON.parse((await call(inline.path, inline.init)).text).data[0];
    expect(await widthOf(`data:image/png;base64,${b64_json}`)).toBeGreaterThan(0);
  });
});
