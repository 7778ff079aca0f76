/** The stock fal client, pointed at the queue of the mock over a real socket. */
import { ApiError, createFalClient, type FalClient, type QueueStatus } from '@fal-ai/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;

beforeAll(async () => {
  // By polls rather than by time, so that every state is seen.
  mock = await createMock({ taskPolls: 4 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

/** The client knows one host; its middleware is where applications send it to another. */
const client = (credentials = 'any-key', prefer?: string): FalClient =>
  createFalClient({
    credentials,
    requestMiddleware: async (request) => ({
      ...request,
      url: request.url.replace('https://queue.fal.run', `${url}/queue`),
      headers: { ...request.headers, ...(prefer !== undefined && { prefer }) },
    }),
  });

interface MediaFile {
  url: string;
  content_type?: string;
}

async function download({ url: address }: MediaFile): Promise<{ type: string | null; bytes: Buffer }> {
  expect(address.startsWith(url)).toBe(true);
  const response = await fetch(address);
  expect(response.status).toBe(200);
  return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
}

const failure = (promise: Promise<unknown>): Promise<ApiError<{ detail?: unknown }>> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error) => error,
  );

const catVideo = { prompt: 'A cat naps in the sun', resolution: '720p' } as const;

describe('vidu', () => {
  const endpoint = 'fal-ai/vidu/q2/text-to-video';

  test('subscribe: submitted, followed and fetched', async () => {
    const updates: QueueStatus[] = [];
    const { data } = await client().subscribe(endpoint, {
      input: catVideo,
      pollInterval: 10,
      logs: true,
      onQueueUpdate: (update) => updates.push(update),
    });
    expect([...new Set(updates.map(({ status }) => status))]).toEqual(['IN_QUEUE', 'IN_PROGRESS', 'COMPLETED']);
    const { type, bytes } = await download(data.video);
    expect(type).toBe('video/mp4');
    expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
  });

  test('step by step', async () => {
    const { queue } = client();
    const submitted = await queue.submit(endpoint, { input: catVideo });
    const { request_id: requestId } = submitted;
    const base = `${url}/queue/fal-ai/vidu/requests/${requestId}`;
    expect(submitted).toMatchObject({ status: 'IN_QUEUE', response_url: base, status_url: `${base}/status`, cancel_url: '' });
    expect((await queue.status(endpoint, { requestId })).status).toBe('IN_QUEUE');

    const early = await failure(queue.result(endpoint, { requestId }));
    expect(early).toBeInstanceOf(ApiError);
    expect(early).toMatchObject({ status: 400, body: { status: 'IN_QUEUE', request_id: requestId } });

    await queue.subscribeToStatus(endpoint, { requestId, pollInterval: 20 });
    const { data } = await queue.result(endpoint, { requestId });
    expect(data.video).toMatchObject({ url: expect.stringContaining(requestId), content_type: 'video/mp4' });
  });

  test('a failed job is completed, with a reason, and has no result', async () => {
    const { queue } = client('any-key', 'task=failed, task-seconds=0');
    const { request_id: requestId } = await queue.submit(endpoint, { input: catVideo });
    expect(await queue.status(endpoint, { requestId })).toMatchObject({
      status: 'COMPLETED',
      detail: { msg: expect.any(String), type: 'VENDOR_FAILED' },
    });
    const error = await failure(queue.result(endpoint, { requestId }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 500, body: { detail: { type: 'VENDOR_FAILED' } } });
  });

  test('a failed job fails the subscription', async () => {
    const error = await failure(client('any-key', 'task=failed').subscribe(endpoint, { input: catVideo, pollInterval: 10 }));
    expect(error).toMatchObject({ status: 500, body: { detail: { type: 'VENDOR_FAILED' } } });
  });
});

describe('kling-image', () => {
  test('as many pictures as asked for', async () => {
    const input = { prompt: 'The cat of <<<image_1>>> naps', image_urls: ['https://example.com/cat.jpg'], num_images: 3 };
    const { data } = await client().subscribe('fal-ai/kling-image/o1', { input, pollInterval: 10 });
    const images: MediaFile[] = data.images;
    expect(new Set(images.map(({ url }) => url)).size).toBe(3);
    for (const image of images) {
      const { type, bytes } = await download(image);
      expect(type).toBe('image/png');
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    }
  });
});

describe('errors become the client’s own class', () => {
  const submit = (credentials: string, input: object = catVideo) =>
    failure(client(credentials).queue.submit<string>('fal-ai/vidu/q2/text-to-video', { input }));

  test('400 names the field', async () => {
    const error = await submit('any-key', { ...catVideo, duration: 'long' });
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 400, body: { detail: 'duration must be integer, got string "long"' } });
  });

  test.each([401, 402, 403, 404, 500])('%i', async (status) => {
    const error = await submit(`sk-mock-${status}`);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, body: { detail: expect.any(String) } });
  });

  test('404 for a job of nobody', async () => {
    const error = await failure(client().queue.result('fal-ai/vidu', { requestId: 'qvideo-nobody-1' }));
    expect(error).toMatchObject({ status: 404, body: { detail: 'request not found' } });
  });
});
