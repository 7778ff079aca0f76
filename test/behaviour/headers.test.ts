/** The head of an answer, and what stands between events, as they were captured. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';

const mock = await createMock({ eventsPerSecond: 1e6 });

const hi = [{ role: 'user', content: 'hi' }];
const contents = [{ role: 'user', parts: [{ text: 'hi' }] }];
const vertex = '/bypass/vertex/v1/models/gemini-2.5-flash';
const calls = {
  chat: ['/v1/chat/completions', { model: 'gemini-2.5-flash', messages: hi }],
  chatStream: ['/v1/chat/completions', { model: 'gemini-2.5-flash', messages: hi, stream: true }],
  message: ['/bypass/anthropic/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: hi }],
  messageStream: ['/bypass/anthropic/v1/messages', { model: 'claude-sonnet-4-6', max_tokens: 9, messages: hi, stream: true }],
  content: [`${vertex}:generateContent`, { contents }],
  contentStream: [`${vertex}:streamGenerateContent?alt=sse`, { contents }],
  contentList: [`${vertex}:streamGenerateContent`, { contents }],
  response: ['/bypass/openai/v1/responses', { model: 'openai/gpt-5.2', input: 'hi' }],
  responseStream: ['/bypass/openai/v1/responses', { model: 'openai/gpt-5.2', input: 'hi', stream: true }],
} as const;

async function send(name: keyof typeof calls, headers: Record<string, string> = {}) {
  const [path, body] = calls[name];
  const response = await mock.fetch(`http://mock${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { header: (header: string) => response.headers.get(header), text: await response.text() };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the id of a request', () => {
  test.each(['chat', 'chatStream'] as const)('is that of the answer: %s', async (name) => {
    const { header, text } = await send(name);
    expect(header('http_x_reqid')).toMatch(/^chatcmpl-[0-9a-f]{32}$/);
    expect(text).toContain(`"${header('http_x_reqid')}"`);
    expect([header('http-x-reqid'), header('x-request-id'), header('request-id')]).toEqual([null, null, null]);
  });

  test.each([
    ['message', 'chatptmsg'],
    ['messageStream', 'chatptmsg'],
    ['content', 'chatptvtx'],
    ['contentStream', 'chatptvtx'],
    ['contentList', 'chatptvtx'],
    ['responseStream', 'chatptrsp'],
  ] as const)('names its path, twice: %s', async (name, prefix) => {
    const { header } = await send(name);
    expect(header('http_x_reqid')).toMatch(new RegExp(`^${prefix}-[0-9a-f]{32}$`));
    expect(header('x-request-id')).toBe(header('http_x_reqid'));
    expect(header('request-id')).toBeNull();
  });

  test('is the upstream’s beside that of the gateway, where Responses answers as a whole', async () => {
    const { header } = await send('response');
    expect(header('http_x_reqid')).toMatch(/^chatptrsp-[0-9a-f]{32}$/);
    expect(header('x-request-id')).toMatch(uuid);
    expect(header('request-id')).toBe(header('x-request-id'));
    expect((await send('response')).header('request-id')).not.toBe(header('request-id'));
  });

  test('comes with errors too', async () => {
    const { header } = await send('content', { prefer: 'code=429' });
    expect(header('http_x_reqid')).toMatch(/^chatptvtx-[0-9a-f]{32}$/);
  });
});

test('limits come with whole answers of Responses only', async () => {
  const { header } = await send('response');
  expect(
    ['limit', 'remaining', 'reset', 'renewalperiod']
      .flatMap((kind) => [`x-ratelimit-${kind}-requests`, `x-ratelimit-${kind}-tokens`])
      .map(header),
  ).toEqual(['15000', '15000000', '14999', '14999957', '0', '0', '60', '60']);
  expect([header('x-ratelimit-key'), header('x-ratelimit-abusepenalty-active')]).toEqual([expect.any(String), expect.any(String)]);
  for (const name of ['responseStream', 'chat', 'message', 'content'] as const)
    expect((await send(name)).header('x-ratelimit-limit-requests')).toBeNull();
});

test.each([
  ['chat', 'application/json; charset=utf-8', null, null],
  ['message', 'application/json', 'no-cache', null],
  ['content', 'application/json; charset=UTF-8', 'no-cache', null],
  ['contentList', 'application/json; charset=UTF-8', 'no-cache', null],
  ['contentStream', 'text/event-stream', 'no-cache', 'attachment'],
  ['response', 'application/json', 'no-cache', null],
] as const)('the content of %s is described as captured', async (name, type, cache, disposition) => {
  const { header } = await send(name);
  expect([header('content-type'), header('cache-control'), header('content-disposition')]).toEqual([type, cache, disposition]);
});

test.each([
  ['messageStream', '\n\n\n', /\n\n\n(event|data): /g],
  ['responseStream', '\n\n', /\n\n(event|data): /g],
  ['chatStream', '\n\n', /\n\n(event|data): /g],
  ['contentStream', '\r\n\r\n', /\r\n\r\n(event|data): /g],
] as const)('events of %s are apart as captured', async (name, end, between) => {
  const { text } = await send(name);
  const events = text.match(/^data: /gm) ?? [];
  expect(events.length).toBeGreaterThan(1);
  expect(text.match(between)).toHaveLength(events.length - 1);
  expect(text.endsWith(end)).toBe(true);
});
