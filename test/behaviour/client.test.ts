/** The client against the mock, with the examples of the contract as requests. */
import { afterAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { operations, tasks } from '../../generated/client.js';
import { type ClientOperation, streamMethod } from '../../src/client/contract.js';
import {
  collect,
  createNexconnClient,
  NexconnApiError,
  type NexconnClient,
  NexconnJobError,
  type NexconnStream,
  NexconnStreamError,
  type OperationId,
  type StreamOperationId,
  unwrap,
} from '../../src/client/index.js';
import { createMock } from '../../src/mock/index.js';
import { thrown } from '../client/thrown.js';

const mock = await createMock({ taskSeconds: 0.05, eventsPerSecond: 5000 });
afterAll(() => mock.close());
const client = createNexconnClient({ apiKey: 'sk-test', baseUrl: 'http://mock', fetch: mock.fetch, retry: false });

/** Calls a method by its name. */
function call(client: NexconnClient, name: string, input?: object, options?: object): any {
  const method = (client as unknown as Record<string, (input?: object, options?: object) => unknown>)[name];
  if (!method) throw new Error(`The client has no method ${name}`);
  return method(input, options);
}

/** What a method takes for an example of the contract that is answered in one piece, or as a stream. */
function inputOf(id: string, streamed: boolean): object {
  const example = contract.operations
    .find((operation) => operation.id === id)
    ?.examples.find(({ events }) => (events !== undefined) === streamed);
  if (!example) throw new Error(`The contract has no example of ${id}`);
  const { path, query, body } = example.request;
  const { stream, ...rest } = { ...path, ...query, ...(body as object), stream: undefined };
  return rest;
}

type Started = ReturnType<typeof client.createVideo>;

const ids = Object.keys(operations) as OperationId[];
const roleOf = (id: OperationId) => contract.operations.find((operation) => operation.id === id)?.task?.role;
const starting = ids.filter((id) => roleOf(id) === 'create');
const startedBy = (id: OperationId) => (operations[id] as ClientOperation).starts as keyof typeof tasks;
const streams = ids.filter((id) => 'stream' in operations[id]).map((id) => [streamMethod(id), id as StreamOperationId] as const);
const stream = (name: string, id: StreamOperationId, options?: object): NexconnStream<StreamOperationId> =>
  call(client, name, inputOf(id, true), options);

describe('calls', () => {
  const independent = ids.filter((id) => !id.startsWith('stream') && [undefined, 'create', 'list'].includes(roleOf(id)));

  test.each(independent)('%s', async (id) => {
    const { error, response } = await call(client, id, id.startsWith('list') ? {} : inputOf(id, false));
    expect(error).toBeUndefined();
    expect(response.ok).toBe(true);
    expect(response.headers.get('x-mock-operation')).toBe(id);
  });
});

describe('jobs', () => {
  test.each(starting)('%s ends in a result', async (id) => {
    const states: string[] = [];
    const result = await client.waitFor(call(client, id, inputOf(id, false)) as Started, {
      intervalMs: 20,
      onProgress: ({ state }) => states.push(state),
    });
    expect(result).toBeTypeOf('object');
    if (states.length > 0) expect(tasks[startedBy(id)].success).toContain(states.at(-1));
  });

  const families = Object.keys(tasks) as (keyof typeof tasks)[];
  const queued = (name: string) =>
    starting
      .filter((id) => startedBy(id) === name)
      .flatMap((id) => contract.operations.find((operation) => operation.id === id)?.examples.map((example) => ({ id, example })) ?? [])
      .find(({ example }) => JSON.stringify(example.body).includes(tasks[name as 'videos'].id.slice(1)));

  test.each(families)('a failed job of %s rejects', async (name) => {
    const { id, example } = queued(name) ?? {};
    const [failed] = Object.entries(contract.tasks[name]?.states ?? {}).find(([, { outcome }]) => outcome === 'failure') ?? [];
    const started: Started = call(client, id ?? '', example?.request.body as object, { headers: { prefer: `task=${failed}` } });
    const error = await thrown(client.waitFor(started, { intervalMs: 20 }));
    expect(error).toBeInstanceOf(NexconnJobError);
    expect(error.message).not.toMatch(/ended as/);
    expect(error.task.name).toBe(name);
  });

  test('a remix is a job of its own', async () => {
    const source = await client.createVideo({ model: 'sora-2', prompt: 'a cat' });
    const video = await unwrap(source);
    await client.waitFor(source, { intervalMs: 20 });
    const remix = await client.waitFor(client.remixVideo({ id: video.id, prompt: 'a dog' }), { intervalMs: 20 });
    expect(remix.id).not.toBe(video.id);
  });
});

describe('streams', () => {
  test.each(streams)('%s arrives whole and can be collected', async (name, id) => {
    let count = 0;
    const { text, toolCalls, message } = await collect(stream(name, id), () => count++);
    expect(count).toBeGreaterThan(1);
    expect(text.length + toolCalls.length).toBeGreaterThan(0);
    expect(message).toBeTypeOf('object');
  });

  test.each(streams)('%s: an error event, after as many events as told', async (name, id) => {
    const error = await thrown(collect(stream(name, id, { headers: { prefer: 'stream-fault=error@2' } })));
    expect(error).toBeInstanceOf(NexconnStreamError);
    expect(error.events).toBe(2);
    expect(error.event).toBeDefined();
  });

  test.each(streams)('%s: a cut', async (name, id) => {
    const error = await thrown(collect(stream(name, id, { headers: { prefer: 'stream-fault=cut@2' } })));
    expect(error).toBeInstanceOf(NexconnStreamError);
    expect(error.events).toBe(2);
  });

  test.each(streams)('%s: a stall ends with the signal', async (name, id) => {
    const controller = new AbortController();
    const reason = new Error('the user left');
    let count = 0;
    const stalling = stream(name, id, { headers: { prefer: 'stream-fault=stall@1' }, signal: controller.signal });
    // What does not stall would have ended by then.
    const onEvent = () => {
      count++;
      setTimeout(() => controller.abort(reason), 100);
    };
    expect(await thrown(collect(stalling, onEvent))).toBe(reason);
    expect(count).toBe(1);
  });
});

describe('errors', () => {
  const refused = createNexconnClient({ apiKey: 'sk-mock-429', baseUrl: 'http://mock', fetch: mock.fetch, retry: false });

  test.each(ids.filter((id) => !id.startsWith('stream')))('%s: a 429 in its dialect', async (id) => {
    const { body, stream }: ClientOperation = operations[id];
    const example = contract.operations.find((operation) => operation.id === id)?.examples[0]?.request;
    const input = { ...example?.path, ...(body && (example?.body as object)), ...(stream && { [stream.field]: undefined }) };
    const error = await thrown(unwrap(call(refused, id, input)));
    expect(error).toBeInstanceOf(NexconnApiError);
    expect((operations[id] as ClientOperation).dialects).toContain(error.dialect);
    expect(error).toMatchObject({ status: 429, retryAfter: expect.any(Number) });
    expect(error.message).not.toMatch(/^HTTP/);
  });

  test.each(streams)('%s: a 429 is no stream', async (name, id) => {
    const error = await thrown(collect(call(refused, name, inputOf(id, true)) as NexconnStream<StreamOperationId>));
    expect(error).toMatchObject({ name: 'NexconnApiError', status: 429 });
  });

  test('an unknown Veo job', async () => {
    const error = await thrown(client.waitFor({ name: 'veo', id: 'x' }));
    expect(error).toMatchObject({
      name: 'NexconnApiError',
      status: 500,
      dialect: 'veo',
      message: expect.stringContaining('record not found'),
    });
  });
});
