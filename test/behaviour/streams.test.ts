/** Streams: chosen by the request, at the pace of a model, with the faults that were asked for. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import responseValidators from '../../compiled/response-validators.js';
import type { PreparedOperation } from '../../src/contract/prepared.js';
import { createMock, type Mock } from '../mocks.js';

let mock: Mock;
let url: string;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 2000 });
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

/**
 * Reads a stream to its end; an error of the connection ends it too.
 * @param onEvent is told how many events there have been
 */
async function readAll(
  response: Response,
  onEvent?: (count: number) => void,
): Promise<{ data: string[]; names: (string | undefined)[]; text: string; times: number[]; broken: boolean }> {
  const result = { data: [] as string[], names: [] as (string | undefined)[], text: '', times: [] as number[], broken: false };
  const parser = createParser({
    onEvent({ data, event }) {
      result.data.push(data);
      result.names.push(event);
      result.times.push(performance.now());
      onEvent?.(result.data.length);
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
    expect(response.headers.get('content-type')).toMatch(/^application\/json(; charset=utf-8)?$/i);
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
    // What does not stall would be all there by then.
    const { data, broken } = await readAll(response, () => setTimeout(() => controller.abort(), 300));
    expect(data).toHaveLength(1);
    expect(broken).toBe(true);
  });
});

describe('pace', () => {
  const [chat] = streaming as [PreparedOperation];

  test('the first event comes when it was asked for, and the others at their rate', async () => {
    const started = performance.now();
    const { times } = await readAll(await start(chat, 'first-event-ms=300, events-per-second=20'));
    // No event is early; the last word of the stream, which is none, comes with the last event.
    const early = times.slice(0, -1).filter((time, index) => time - started < 290 + 50 * index);
    expect(times.length).toBeGreaterThan(3);
    expect(early).toEqual([]);
  });

  test('events arrive one by one, not all at the end', async () => {
    for (const count of [1, 2, 3]) {
      const controller = new AbortController();
      // The rest never comes, so these have arrived before the stream was complete.
      const response = await start(chat, `stream-fault=stall@${count}`, controller.signal);
      const { data } = await readAll(response, (seen) => seen === count && controller.abort());
      expect(data).toHaveLength(count);
    }
  });

  test('a caller who goes away ends the work', async () => {
    // The mock waits for the next event, due in a quarter of an hour, with the only timer of this process.
    const { path, body } = streamingRequest(chat);
    const script = `
      import { createMock } from ${JSON.stringify(new URL('../../dist/mock.js', import.meta.url).href)};
      const mock = await createMock({ firstEventMs: 0, eventsPerSecond: 0.001 });
      const { url } = await mock.listen();
      const controller = new AbortController();
      const init = ${JSON.stringify({ method: 'POST', headers, body: JSON.stringify(body) })};
      const response = await fetch(url + ${JSON.stringify(path)}, { ...init, signal: controller.signal });
      const reader = response.body.getReader();
      await reader.read();
      const isWaiting = () => process.getActiveResourcesInfo().includes('Timeout');
      console.log(isWaiting());
      controller.abort();
      await reader.read().catch(({ name }) => console.log(name));
      while (isWaiting()) await new Promise(setImmediate);
      await mock.close();`;
    const running = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    onTestFinished(() => void running.child.kill());
    expect((await running).stdout).toBe('true\nAbortError\n');
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
