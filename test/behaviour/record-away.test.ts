/** Where exchanges cannot be recorded they go on as ever, it is said once, and nothing half written is left. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createProxy } from '../../src/proxy/index.js';
import { withoutFailures } from '../../src/recording/losses.js';
import { createRecorder } from '../../src/recording/recorder.js';
import { contractFetch } from '../../src/testing/index.js';
import { createMock as createUpstreamMock } from '../../src/upstream/index.js';
import { eventually } from '../eventually.js';
import { createMock } from '../mocks.js';
import { readRecordings } from '../recordings.js';

const said: string[] = [];
const listen = () => vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
afterEach(() => {
  vi.restoreAllMocks();
  said.length = 0;
});

async function gatewayUrl(): Promise<string> {
  const gateway = await createMock({ eventsPerSecond: 1000 });
  onTestFinished(() => gateway.close());
  return (await gateway.listen()).url;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'record-away-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Each gives a `fetch` to an address whose calls are recorded in a folder. */
const recorders: Record<string, (folder: string) => Promise<{ url: string; call: typeof fetch }>> = {
  async 'the mock'(folder) {
    const mock = await createUpstreamMock({ upstream: await gatewayUrl(), record: folder });
    onTestFinished(() => mock.close());
    return { url: (await mock.listen()).url, call: fetch };
  },
  async 'the proxy'(folder) {
    const record = withoutFailures(await createRecorder(folder), (line) => console.error(line));
    const proxy = createProxy({ target: new URL(await gatewayUrl()), record: async (recording) => void (await record(recording)) });
    onTestFinished(() => proxy.close());
    return { url: (await proxy.listen()).url, call: fetch };
  },
  async contractFetch(folder) {
    return { url: await gatewayUrl(), call: contractFetch(fetch, { record: folder, onViolation: 'throw' }) };
  },
};

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const chat = (stream: boolean) =>
  JSON.stringify({ model: 'gemini-2.5-flash', stream, messages: [{ role: 'user', content: 'Why is the sky blue?' }] });

describe.each(Object.entries(recorders))('%s', (_, open) => {
  test('goes on without recordings where something stands in the place of the folder, and records again', async () => {
    listen();
    const folder = await emptyFolder();
    const { url, call } = await open(folder);
    const both = async () => {
      for (const stream of [false, true]) {
        const response = await call(`${url}/v1/chat/completions`, { method: 'POST', headers, body: chat(stream) });
        expect([response.status, (await response.text()).length > 100]).toEqual([200, true]);
      }
    };
    await both();
    await eventually(async () => expect(await readRecordings(folder)).toHaveLength(2));
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
    await both();
    await both();
    await eventually(async () => expect(said).toHaveLength(1));
    // None of them is still being tried when there can be a folder again.
    await eventually(() => expect(process.getActiveResourcesInfo()).not.toContain('FSReqPromise'));
    await rm(folder);
    await both();
    await eventually(async () => expect(await readRecordings(folder)).toHaveLength(2));
    expect(said).toEqual([
      expect.stringMatching(/Exchanges cannot be recorded, and go on without: ENOTDIR/),
      expect.stringMatching(/Exchanges are recorded again; 4 were not\./),
    ]);
    expect((await readdir(folder)).filter((name) => !name.endsWith('.json'))).toEqual([]);
  });
});

test('contractFetch makes its calls where there can be no folder at all', async () => {
  listen();
  const checked = contractFetch(fetch, { record: '/dev/null/x' });
  const url = await gatewayUrl();
  for (let call = 0; call < 3; call++) expect((await checked(`${url}/v1/models`, { headers })).status).toBe(200);
  await expect(checked('http://127.0.0.1:1/v1/models', { headers })).rejects.toThrow('fetch failed');
  expect(said).toEqual([expect.stringMatching(/^contractFetch, \/dev\/null\/x: Exchanges cannot be recorded, and go on without: /)]);
});
