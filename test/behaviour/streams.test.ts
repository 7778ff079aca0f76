/** Streams: chosen by the request, at the pace of a model, with the faults that were asked for. */
import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import responseValidators from '../../compiled/response-validators.js';
import type { PreparedOperation } from '../../src/contract/prepared.js';
import { createMock, type Mock } from '../../src/mock/index.js';

let mock: Mock;
let url: string;
beforeAll(async () => {
  mock = await createMock({ tokensPerSecond: 2000 });
  ({ url } = await mock.listen());
});
afterAll(() => mock.close());

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const streaming = contract.operations.filter(({ stream }) => stream);

function streamingRequest(operation: PreparedOperation): { path: string; body: unknown } {
  const [example] = operation.examples.filter(({ events }) => events);
  if (!example) throw new Error(`${operation.id} has no documented stream`);
  const query = new URLSearchParams(Object.entries(example.request.query ?? {}).map(([name, value]) => [name, String(value)]));
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => example.request.path?.[name] ?? 'any');
  return { path: `${path}${query.size > 0 ? `?${query}` : ''}`, body: example.request.body };
}

async function start(operation: PreparedOperation, prefer: string | undefined, signal?: AbortSignal): Promise<Response> {
  const { path, body } = streamingRequest(operation);
  return fetch(url + path, {
    method: 'POST',
    headers: { ...headers, ...(prefer && { prefer }) },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

/** Reads a stream to its end; an error of the connection ends it too. */
async function readAll(
  response: Response,
): Promise<{ data: string[]; names: (string | undefined)[]; text: string; times: number[]; broken: boolean }> {
  const result = { data: [] as string[], names: [] as (string | undefined)[], text: '', times: [] as number[], broken: false };
  const parser = createParser({
    onEvent({ data, event }) {
      result.data.push(data);
      result.names.push(event);
      result.times.push(performance.now());
    },
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const text = decoder.decode(chunk, { stream: true });
      result.text += text;
      parser.feed(text);
    }
  } catch {
    result.broken = true;
  }
  return result;
}

describe.each(streaming.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  const { stream } = operation;
  if (!stream) return;

  test('sends events that fit their schema, framed and ended as the protocol has it', async () => {
    const response = await start(operation, undefined);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const { data, names, text } = await readAll(response);
    if (stream.terminator !== undefined) expect(data.pop()).toBe(stream.terminator);
    const validate = responseValidators[`schema_${stream.event}`];
    for (const [index, line] of data.entries()) {
      const event = JSON.parse(line);
      expect(validate?.(event), `${line}: ${JSON.stringify(validate?.errors)}`).toBe(true);
      expect(names[index]).toBe(stream.framing === 'event' ? event.type : undefined);
    }
    expect(text.includes('\r\n')).toBe(stream.lineEnd === 'crlf');
  });

  test('without the wish for a stream, answers JSON', async () => {
    const { path, body } = streamingRequest(operation);
    const response = await fetch(url + path.replace(/\?.*/, ''), {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...(body as object), stream: undefined }),
    });
    expect(response.headers.get('content-type')).toBe('application/json');
    const validator = operation.responses[200]?.validator ?? '';
    expect(responseValidators[validator]?.(await response.json()), JSON.stringify(responseValidators[validator]?.errors)).toBe(true);
  });

  test('an error event in place of the third', async () => {
    const whole = await readAll(await start(operation, undefined));
    const { data, broken } = await readAll(await start(operation, 'stream-fault=error@2'));
    if (whole.data.length < 3) return;
    expect(broken).toBe(false);
    expect(data).toHaveLength(3);
    expect(data[2]).toContain('interrupted on request');
  });

  test('a connection that breaks after the second event', async () => {
    const { data, broken } = await readAll(await start(operation, 'stream-fault=cut@2'));
    expect(data).toHaveLength(2);
    expect(broken).toBe(true);
  });

  test('silence after the first event', async () => {
    const controller = new AbortController();
    const response = await start(operation, 'stream-fault=stall@1', controller.signal);
    setTimeout(() => controller.abort(), 300);
    const { data } = await readAll(response);
    expect(data).toHaveLength(1);
  });
});

describe('pace', () => {
  const [chat] = streaming as [PreparedOperation];

  test('the first event comes when it was asked for, and the others at their rate', async () => {
    const started = performance.now();
    const { times } = await readAll(await start(chat, 'ttft=300, tps=20'));
    expect((times[0] ?? 0) - started).toBeGreaterThanOrEqual(290);
    const gaps = times.slice(1, -1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeGreaterThan(35);
  });

  test('events arrive one by one, not all at the end', async () => {
    const response = await start(chat, 'tps=50');
    let chunks = 0;
    for await (const _ of response.body as unknown as AsyncIterable<Uint8Array>) chunks++;
    expect(chunks).toBeGreaterThan(3);
  });

  test('a caller who goes away ends the work', async () => {
    const stopped = await createMock({ tokensPerSecond: 10 });
    const { url } = await stopped.listen();
    const { path, body } = streamingRequest(chat);
    const controller = new AbortController();
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body), signal: controller.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    controller.abort();
    await expect(reader?.read()).rejects.toThrow();
    const closing = performance.now();
    await stopped.close();
    expect(performance.now() - closing).toBeLessThan(500);
  });
});

test('a stream is made of a JSON example where the page shows no stream', async () => {
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      model: 'claude-4.5-sonnet',
      stream: true,
      thinking: { type: 'enabled', budget_tokens: 1024 },
      messages: [{ role: 'user', content: 'What is the sun?' }],
    }),
  });
  const { data } = await readAll(response);
  const deltas = data.slice(0, -1).map((line) => JSON.parse(line).choices[0]?.delta);
  expect(deltas.some((delta) => delta?.reasoning_content)).toBe(true);
  expect(deltas.map((delta) => delta?.content ?? '').join('')).toBeTruthy();
});
