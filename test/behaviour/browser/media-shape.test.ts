/** Players see pictures and videos in the shape that was asked for, of each family and each kind of answer that has some. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { executablePath, launch, openPage } from './chromium.js';

describe.skipIf(!executablePath)('media are as asked', () => {
  let mock: Mock;
  let url: string;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    mock = await createMock({ taskSeconds: 0 });
    ({ url } = await mock.listen());
    browser = await launch();
    page = await openPage(browser);
    await page.goto(url);
  });
  afterAll(async () => {
    await browser.close();
    await mock.close();
  });

  async function ask(path: string, body?: unknown) {
    const response = await fetch(url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    expect(response.ok, text).toBe(true);
    return { text, json: JSON.parse(text) };
  }

  /** The first picture or video of an answer, as a player has it: width to height, and seconds. */
  async function play(text: string): Promise<(number | undefined)[]> {
    const [address = ''] = /(?:http:|data:)[^"]+/.exec(text.replace(/"(?:status|response)_url":"[^"]*"/g, '')) ?? [];
    const seen = await page.evaluate(
      `(async (address) => {
        if (!/mp4$/.test(address)) {
          const image = new Image();
          image.src = address;
          await image.decode();
          return [image.naturalWidth / image.naturalHeight];
        }
        const video = document.createElement('video');
        await new Promise((resolve, reject) => Object.assign(video, { onloadeddata: resolve, onerror: () => reject(video.error), muted: true, src: address }));
        return [video.videoWidth / video.videoHeight, video.duration];
      })(${JSON.stringify(address)})`,
    );
    return seen as number[];
  }

  const chat = [{ role: 'user', content: 'A cat' }];
  const seedance = { model: 'bytedance/doubao-seedance-2-0-260128', content: [{ type: 'text', text: 'A cat' }] };
  const imageModel = 'gemini-2.5-flash-image';

  test.each<[family: string, path: string, body: unknown, query: (id: string) => string, seen: number[]]>([
    [
      'videos',
      '/v1/videos',
      { model: 'kling-v2-6', prompt: 'A cat', size: '1080x1920', seconds: '10' },
      (id) => `/v1/videos/${id}`,
      [9 / 16, 10],
    ],
    [
      'seedance',
      '/v3/contents/generations/tasks',
      { ...seedance, ratio: '3:4', duration: 4 },
      (id) => `/v3/contents/generations/tasks/${id}`,
      [3 / 4, 4],
    ],
    [
      'vidu',
      '/queue/fal-ai/vidu/q2/text-to-video',
      { prompt: 'A cat', aspect_ratio: '1:1', duration: 8 },
      (id) => `/queue/fal-ai/vidu/requests/${id}`,
      [1, 8],
    ],
    [
      'kling-image-o1',
      '/queue/fal-ai/kling-image/o1',
      { prompt: 'A cat', aspect_ratio: '2:3' },
      (id) => `/queue/fal-ai/kling-image/requests/${id}`,
      [2 / 3],
    ],
    [
      'images',
      '/v1/images/generations',
      { model: 'kling-v2', prompt: 'A cat', aspect_ratio: '16:9' },
      (id) => `/v1/images/tasks/${id}`,
      [16 / 9],
    ],
  ])('the job of %s', async (_, path, body, query, seen) => {
    const { json } = await ask(path, body);
    const { text } = await ask(query(json.id ?? json.request_id ?? json.task_id));
    expect(await play(text)).toEqual(seen);
  });

  test('a Veo video', async () => {
    const body = {
      model: 'veo-3.0-generate-001',
      instances: [{ prompt: 'A cat' }],
      parameters: { aspectRatio: '9:16', durationSeconds: 6 },
    };
    const { json } = await ask('/v1/videos/generations', body);
    expect(await play((await ask(`/v1/videos/generations/${json.id}`)).text)).toEqual([9 / 16, 6]);
  });

  test('a picture in a chat', async () => {
    const { text } = await ask('/v1/chat/completions', { model: imageModel, messages: chat, image_config: { aspect_ratio: '4:5' } });
    expect(await play(text)).toEqual([4 / 5]);
  });

  test('what is not asked is as the answer says', async () => {
    const { json } = await ask('/v1/videos', { model: 'kling-v2-6', prompt: 'A cat' });
    const { text, json: done } = await ask(`/v1/videos/${json.id}`);
    expect((await play(text))[1]).toBe(Number(done.task_result.videos[0].duration));
  });
});
