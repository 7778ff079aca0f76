/** Traps of Prism that a mock built on it would fall into; one test each. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import { createMock } from '../../../src/mock/index.js';

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const post = async (mock: Awaited<ReturnType<typeof createMock>>, path: string, body: unknown, more: Record<string, string> = {}) =>
  mock.fetch(`http://mock${path}`, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });

describe.each(['prepared', 'prism'] as const)('engine %s', (engine) => {
  test('validation is not silently off, and knows 2020-12', async () => {
    const mock = await createMock({ engine });
    expect((await post(mock, '/v1/videos', { model: 'sora-2' })).status).toBe(400);
    expect((await post(mock, '/v1/videos', { model: 'sora-2', prompt: 'A cat' })).status).toBe(200);
  });

  test('bodies of several forms with a discriminator are accepted, and only the right one', async () => {
    const mock = await createMock({ engine });
    for (const operation of contract.operations.filter(({ body }) => body?.discriminator)) {
      for (const { request, status } of operation.examples) expect((await post(mock, operation.path, request.body)).status).toBe(status);
      expect((await post(mock, operation.path, { ...(operation.examples[0]?.request.body as object), model: 'nobody-9' })).status).toBe(
        400,
      );
    }
  });

  test('an Accept of one request does not change the next', async () => {
    const mock = await createMock({ engine });
    const chat = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };
    await (await post(mock, '/v1/chat/completions', chat, { accept: 'text/event-stream' })).text();
    expect((await post(mock, '/v1/chat/completions', chat)).headers.get('content-type')).toContain('application/json');
  });

  test('stream: true streams whatever the Accept header says', async () => {
    const mock = await createMock({ engine, eventsPerSecond: 1e6 });
    const response = await post(
      mock,
      '/v1/chat/completions',
      { model: 'any', stream: true, messages: [{ role: 'user', content: 'Hi' }] },
      { accept: 'application/json' },
    );
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await response.text();
  });

  test('an error that was asked for is one, with a stream accepted', async () => {
    const mock = await createMock({ engine });
    const response = await post(
      mock,
      '/v1/chat/completions',
      { model: 'any', stream: true, messages: [{ role: 'user', content: 'Hi' }] },
      { accept: 'text/event-stream', prefer: 'code=429' },
    );
    expect(response.status).toBe(429);
  });

  test('a callback address is not called by Prism', async () => {
    let calls = 0;
    const server = createServer((_, response) => {
      calls++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // The job itself ends long after this test.
    const mock = await createMock({ engine, taskSeconds: 600 });
    const operation = contract.operations.find(
      ({ task }) => task && contract.tasks[task.name]?.callback?.on === 'outcome' && task.role === 'create',
    );
    if (!operation) throw new Error('no operation with a callback');
    const body = { ...(operation.examples[0]?.request.body as object), callback_url: `http://127.0.0.1:${port}/hook` };
    expect((await post(mock, operation.path, body)).status).toBe(200);
    expect((await post(mock, operation.path, body, { prefer: 'dynamic=true' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls).toBe(0);
    await mock.close();
    server.close();
  });

  test('a body that is larger than Prism’s fixed limit is taken', async () => {
    const mock = await createMock({ engine });
    const image = `data:image/png;base64,${'A'.repeat(11 * 1024 * 1024)}`;
    const body = { model: 'any', messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: image } }] }] };
    expect((await post(mock, '/v1/chat/completions', body)).status).toBe(200);
  });
});

test('an answer made up from the schema has only described members', async () => {
  const description = JSON.parse(readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8'));
  const described = new Set<string>();
  const collect = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const name of Object.keys((node as { properties?: object }).properties ?? {})) described.add(name);
    for (const member of Object.values(node)) collect(member);
  };
  collect(description.components.schemas);
  const madeUp = (node: unknown): string[] => {
    if (node === null || typeof node !== 'object') return [];
    const own = Array.isArray(node) ? [] : Object.keys(node).filter((name) => !described.has(name));
    return [...own, ...Object.values(node).flatMap(madeUp)];
  };
  for (const engine of ['prepared', 'prism'] as const) {
    const mock = await createMock({ engine });
    for (const seed of [1, 2, 3]) {
      const chat = { model: 'any', messages: [{ role: 'user', content: 'Hi' }] };
      const response = await post(mock, '/v1/chat/completions', chat, { prefer: `dynamic=true, seed=${seed}` });
      expect(madeUp(await response.json())).toEqual([]);
    }
  }
});

test('importing the mock does not load Prism', async () => {
  const { execFileSync } = await import('node:child_process');
  const script = `import { createMock } from ${JSON.stringify(new URL('../../../dist/mock.js', import.meta.url).href)};
    const mock = await createMock();
    await mock.fetch('http://mock/v1/chat/completions', { method: 'POST', headers: { authorization: 'k', 'content-type': 'application/json' }, body: '{"bad":1}' });
    const { createRequire } = await import('node:module');
    const loaded = Object.keys(createRequire(import.meta.url).cache).filter((name) => name.includes('prism'));
    console.log(loaded.length);`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString().trim()).toBe('0');
});
