/** Applications without an SDK: jobs from their creation to the downloaded result, with `fetch` over a real socket. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;

beforeAll(async () => {
  // By polls rather than by time, so that every state is seen.
  mock = await createMock({ taskPolls: 12 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

async function call(method: string, path: string, body?: object, prefer?: string): Promise<any> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: 'Bearer any-key', 'content-type': 'application/json', ...(prefer && { prefer }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
  return response.json();
}

/** Asks until the answer is no other any more. */
async function follow(path: string, isEnd: (job: any) => boolean): Promise<{ states: string[]; jobs: any[] }> {
  const jobs = [];
  do jobs.push(await call('GET', path));
  while (!isEnd(jobs.at(-1)) && jobs.length < 20);
  return { states: [...new Set(jobs.map(({ status }) => status))], jobs };
}

const signatures: Record<string, (bytes: Buffer) => boolean> = {
  'video/mp4': (bytes) => bytes.subarray(4, 8).toString() === 'ftyp',
  'image/png': (bytes) => bytes.subarray(1, 4).toString() === 'PNG',
};

async function expectFile(address: string, type: string): Promise<void> {
  expect(address.startsWith(url), address).toBe(true);
  const response = await fetch(address);
  expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({ status: 200, type });
  expect(signatures[type]?.(Buffer.from(await response.arrayBuffer()))).toBe(true);
}

const ended = ({ status }: any) => /^(completed|failed|succeeded|succeed|ready)$/i.test(status);

describe('sora', () => {
  const request = { model: 'sora-2', prompt: 'A cat naps in the sun', seconds: '8', size: '720x1280' };

  test('from creation to the file, and on to a remix', async () => {
    const created = await call('POST', '/v1/videos', request);
    expect(created).toMatchObject({ object: 'video', status: 'queued', model: 'sora-2', seconds: '8', size: '720x1280' });
    const { states, jobs } = await follow(`/v1/videos/${created.id}`, ended);
    expect(states).toEqual(['queued', 'in_progress', 'completed']);
    const done = jobs.at(-1);
    expect(done).toMatchObject({ id: created.id, model: 'sora-2', seconds: '8', size: '720x1280', created_at: created.created_at });
    for (const video of done.task_result.videos) await expectFile(video.url, 'video/mp4');

    const remix = await call('POST', `/v1/videos/${created.id}/remix`, { prompt: 'At night' });
    expect(remix).toMatchObject({ status: 'queued', model: 'sora-2', seconds: '8', remixed_from_video_id: created.id });
    expect(remix.id).not.toBe(created.id);
  });

  test('that fails', async () => {
    const created = await call('POST', '/v1/videos', request, 'task=failed');
    const { states, jobs } = await follow(`/v1/videos/${created.id}`, ended);
    expect(states).toEqual(['queued', 'in_progress', 'failed']);
    expect(jobs.at(-1).error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(jobs.at(-1).task_result?.videos ?? []).toEqual([]);
  });
});

test('kling, through all its states', async () => {
  const created = await call('POST', '/v1/videos', {
    model: 'kling-v2-6',
    prompt: 'A cat naps',
    mode: 'pro',
    seconds: '10',
    size: '1920x1080',
  });
  const { states, jobs } = await follow(`/v1/videos/${created.id}`, ended);
  expect(states).toEqual(['queued', 'in_progress', 'downloading', 'uploading', 'completed']);
  expect(jobs.at(-1)).toMatchObject({ model: 'kling-v2-6', mode: 'pro', seconds: '10', size: '1920x1080' });
  await expectFile(jobs.at(-1).task_result.videos[0].url, 'video/mp4');
});

describe('veo', () => {
  const request = {
    model: 'veo-3.1-generate-preview',
    instances: [{ prompt: 'A cat naps' }],
    parameters: { sampleCount: 2, durationSeconds: 8, generateAudio: true },
  };

  test('from creation to the files', async () => {
    const { id } = await call('POST', '/v1/videos/generations', request);
    const { states, jobs } = await follow(`/v1/videos/generations/${id}`, ended);
    expect(states).toEqual(['Initializing', 'Queued', 'Running', 'Uploading', 'Completed']);
    expect(jobs[0].data?.videos ?? []).toEqual([]);
    const { videos } = jobs.at(-1).data;
    expect(videos).toHaveLength(2);
    for (const video of videos) await expectFile(video.url, 'video/mp4');
  });

  test('that fails says why in its message', async () => {
    const { id } = await call('POST', '/v1/videos/generations', request, 'task=failed');
    const { states, jobs } = await follow(`/v1/videos/generations/${id}`, ended);
    expect(states.at(-1)).toBe('Failed');
    expect(jobs.at(-1).message).toBeTruthy();
    expect(jobs.at(-1).data?.videos ?? []).toEqual([]);
  });
});

describe('seedance', () => {
  const request = {
    model: 'bytedance/doubao-seedance-2-0-260128',
    content: [{ type: 'text', text: 'A cat naps' }],
    resolution: '1080p',
    ratio: '9:16',
    duration: 10,
  };

  test('from creation to the file', async () => {
    const { id } = await call('POST', '/v3/contents/generations/tasks', request);
    const { states, jobs } = await follow(`/v3/contents/generations/tasks/${id}`, ended);
    expect(states).toEqual(['queued', 'running', 'succeeded']);
    expect(jobs.at(-1)).toMatchObject({ id, model: request.model, resolution: '1080p', ratio: '9:16', duration: 10 });
    await expectFile(jobs.at(-1).content.video_url, 'video/mp4');
  });

  test('that fails', async () => {
    const { id } = await call('POST', '/v3/contents/generations/tasks', request, 'task=failed');
    const { states, jobs } = await follow(`/v3/contents/generations/tasks/${id}`, ended);
    expect(states.at(-1)).toBe('failed');
    expect(jobs.at(-1).error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(jobs.at(-1).content).toBeUndefined();
  });
});

describe('kling images', () => {
  const request = { model: 'kling-v2-1', prompt: 'A cat naps', n: 3, aspect_ratio: '1:1' };

  test('from creation to as many files as asked for', async () => {
    const { task_id: id } = await call('POST', '/v1/images/generations', request);
    const { states, jobs } = await follow(`/v1/images/tasks/${id}`, ended);
    expect(states).toEqual(['processing', 'succeed']);
    const { data } = jobs.at(-1);
    expect(data.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2]);
    for (const image of data) await expectFile(image.url, 'image/png');
  });

  test('that fail', async () => {
    const { task_id: id } = await call('POST', '/v1/images/generations', request, 'task=failed');
    const { states, jobs } = await follow(`/v1/images/tasks/${id}`, ended);
    expect(states.at(-1)).toBe('failed');
    expect(jobs.at(-1).status_message).toBeTruthy();
  });
});

test('gemini images come at once, in the format asked for', async () => {
  const { data } = await call('POST', '/v1/images/generations', { model: 'gemini-2.5-flash-image', prompt: 'A cat naps' });
  expect(signatures['image/png']?.(Buffer.from(data[0].b64_json, 'base64'))).toBe(true);
});

test('a file, until a chat can use it', async () => {
  const created = await call('POST', '/v1/files', { model: 'gemini-3.0-pro-preview', source_url: 'https://example.com/cat.jpg' });
  const { states, jobs } = await follow(`/v1/files/${created.id}`, ended);
  expect(states).toEqual(['pending', 'uploading', 'ready']);
  expect(jobs.at(-1).expires_at - jobs.at(-1).created_at).toBe(172_800);
  expect((await call('GET', '/v1/files')).data.map(({ id }: { id: string }) => id)).toContain(created.id);
  const { choices } = await call('POST', '/v1/chat/completions', {
    model: 'gemini-3.0-pro-preview',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is this?' },
          { type: 'file', file: { file_id: created.id } },
        ],
      },
    ],
  });
  expect(choices[0].message.content).toBeTruthy();
});
