/** Streams in pieces that heed neither events nor characters say the same to every reader as streams that come event by event. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { collect, createNexconnClient, type Fetch } from '../../src/client/index.js';
import { createProxy } from '../../src/proxy/index.js';
import { contractFetch } from '../../src/testing/index.js';
import { createMock as createReplay } from '../../src/upstream/index.js';
import { eventually } from '../eventually.js';
import { createMock } from '../mocks.js';

const text = 'Grüße aus 里斯本 ☔️: morgen scheint die Sonne 😀👩‍👩‍👧, 再见!';
const mock = await createMock({ eventsPerSecond: 5000, scenarios: { name: 'said', answers: [{ text }] } });
const { url } = await mock.listen();
const proxy = createProxy({ target: new URL(url) });
const proxied = (await proxy.listen()).url;
afterAll(() => Promise.all([proxy.close(), mock.close()]));

const question = 'Wie wird das Wetter? 🌦';
const messages = [{ role: 'user' as const, content: question }];
const contents = [{ role: 'user' as const, parts: [{ text: question }] }];
const model = 'gemini-2.5-flash';

const sizes = [1, 7, 100_000];
const prefer = (size: number | undefined): { headers: Record<string, string> } => ({
  headers: size === undefined ? {} : { prefer: `chunks=${size}` },
});

type Client = ReturnType<typeof createNexconnClient>;
const protocols = {
  'chat completions': (client: Client, size?: number) => client.streamChatCompletion({ model, messages }, prefer(size)),
  Messages: (client: Client, size?: number) => client.streamMessage({ model, max_tokens: 900, messages }, prefer(size)),
  generateContent: (client: Client, size?: number) => client.streamGenerateContent({ model, contents }, prefer(size)),
  Responses: (client: Client, size?: number) => client.streamResponse({ model: 'gpt-5', input: question }, prefer(size)),
};

/** What one reader makes of a stream: how many events, and what they say. */
async function heard(client: Client, ask: (client: Client, size?: number) => Parameters<typeof collect>[0], size?: number) {
  let events = 0;
  const answer = await collect(ask(client, size), () => events++);
  return { events, text: answer.text };
}

const checked = contractFetch(mock.fetch, { onViolation: 'collect', baseUrl: 'http://mock' });
const readers: Record<string, [fetch: Fetch, baseUrl: string]> = {
  'over a socket': [fetch, url],
  'in process': [mock.fetch, 'http://mock'],
  'under contractFetch': [checked, 'http://mock'],
  'through the proxy': [fetch, proxied],
};

describe.each(Object.entries(protocols))('%s', (_, ask) => {
  test.each(Object.entries(readers))('%s', async (_, [fetch, baseUrl]) => {
    const client = createNexconnClient({ apiKey: 'any-key', baseUrl, fetch, retry: false });
    const usual = await heard(client, ask);
    expect(usual.text).toBe(text);
    for (const size of sizes) expect(await heard(client, ask, size)).toEqual(usual);
  });
});

test('neither contractFetch nor the proxy found anything, and both counted the events', async () => {
  expect(checked.violations).toEqual([]);
  await eventually(() => expect(proxy.journal().filter(({ open }) => open)).toEqual([]));
  const seen = proxy.journal();
  expect(seen.flatMap(({ violations }) => violations)).toEqual([]);
  const counts = seen.map(({ operation, events }) => `${operation} ${events}`);
  expect(new Set(counts).size).toBe(Object.keys(protocols).length);
});

/** The pieces in which a body arrives. */
async function arriving(send: Fetch, path: string, body: object, size: number | undefined, baseUrl = 'http://mock'): Promise<string[]> {
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json', ...prefer(size).headers };
  const response = await send(new Request(`${baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  expect(response.status).toBe(200);
  const pieces: string[] = [];
  for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) pieces.push(Buffer.from(piece).toString('latin1'));
  return pieces;
}

test('a replayed stream is cut too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chunks-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const record = contractFetch(mock.fetch, { record: folder, baseUrl: 'http://mock' });
  const asking = (fetch: Fetch) => createNexconnClient({ apiKey: 'any-key', baseUrl: 'http://mock', fetch, retry: false });
  const recorded = await heard(asking(record), protocols.Messages);
  const replaying = await createReplay({ replay: folder });
  const [first] = await arriving(replaying.fetch, '/v1/messages', { model, max_tokens: 900, messages, stream: true }, 3);
  expect(first).toHaveLength(3);
  for (const size of sizes) expect(await heard(asking(replaying.fetch), protocols.Messages, size)).toEqual(recorded);
});

describe.each([
  ['server-sent events', '/v1/chat/completions', { model, messages, stream: true }],
  ['a JSON array', `/bypass/vertex/v1/models/${model}:streamGenerateContent`, { contents }],
])('%s', (_, path, body) => {
  test.each(sizes)('come in pieces of %i bytes', async (size) => {
    const pieces = await arriving(mock.fetch, path, body, size);
    const whole = pieces.join('');
    expect(pieces.slice(0, -1).filter((piece) => piece.length !== size)).toEqual([]);
    expect(pieces).toHaveLength(Math.ceil(whole.length / size));
    expect(Buffer.from(whole, 'latin1').toString()).toContain('😀');
  });
});

test.each([
  ['the mock', url],
  ['the proxy', proxied],
])('from a socket of %s they are read as they were cut', async (_, baseUrl) => {
  const pieces = await arriving(fetch, '/v1/chat/completions', { model, messages, stream: true }, 7, baseUrl);
  expect(pieces.length).toBeGreaterThan(pieces.join('').length / 7 / 2);
  const decode = (piece: string) => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(piece, 'latin1'));
  expect(() => pieces.map(decode)).toThrow();
});

test.each(['cut@2', 'stall@2'])('with stream-fault=%s, what was said before it arrives', async (fault) => {
  const controller = new AbortController();
  const client = createNexconnClient({ apiKey: 'any-key', baseUrl: url, retry: false });
  const headers = { prefer: `chunks=100000, stream-fault=${fault}` };
  let events = 0;
  const reading = collect(client.streamChatCompletion({ model, messages }, { headers, signal: controller.signal }), () => {
    if (++events === 2 && fault === 'stall@2') controller.abort();
  });
  await expect(reading).rejects.toThrow();
  expect(events).toBe(2);
});
