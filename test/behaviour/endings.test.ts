/** How the response to a request ended, in the journal: whole, by a fault, or left by its caller. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { JournalEntry } from '../../src/journal/journal.js';
import { mockGateway } from '../../src/msw/index.js';
import { createProxy } from '../../src/proxy/index.js';
import { createMock, type Scenario } from '../../src/upstream/index.js';
import { eventually } from '../eventually.js';
import { forms, requestOf } from './conversations/dialogue.js';

const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
const question = { messages: [{ user: 'Count to five.' }] };
const answer = { text: 'One two three four five.' };

type Send = (path: string, init: RequestInit) => Promise<Response>;
type Place = { send: Send; mock: Pick<Awaited<ReturnType<typeof createMock>>, 'use' | 'hold' | 'journal' | 'reset'> };

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }));
afterAll(() => server.close());

const places: Record<string, () => Promise<Place>> = {
  async 'in process'() {
    const mock = await createMock({ eventsPerSecond: 5000 });
    return { mock, send: (path, init) => mock.fetch(`http://mock${path}`, init) };
  },
  async 'over HTTP'() {
    const mock = await createMock({ eventsPerSecond: 5000 });
    const { url } = await mock.listen();
    onTestFinished(() => mock.close());
    return { mock, send: (path, init) => fetch(url + path, init) };
  },
  async MSW() {
    const mock = mockGateway({ baseUrl: 'http://gateway.example', eventsPerSecond: 5000 });
    await mock.ready();
    await mock.use({ name: 'none', when: { session: 'none' }, answers: [answer] });
    server.use(...mock.handlers);
    onTestFinished(() => server.resetHandlers());
    return { mock, send: (path, init) => fetch(`http://gateway.example${path}`, init) };
  },
};

/** Reads until so many events are there. */
async function readTo(response: Response, events: number): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let text = ''; (text.match(/^data: /gm) ?? []).length < events; ) text += (await reader?.read())?.value ?? '';
}

/** Reads to the end, whatever that is. */
const drain = (response: Response) => response.text().catch(() => undefined);

const last = async (journal: () => JournalEntry[]): Promise<JournalEntry> =>
  eventually(() => {
    const [entry] = journal().slice(-1);
    if (!entry || entry.open) throw new Error('it is still open');
    return entry;
  });

describe.each(Object.entries(places))('%s', (_, open) => {
  describe.each(forms)('$name', (form) => {
    const { path, body } = requestOf(form, question);
    const call = (send: Send, prefer?: string, signal?: AbortSignal) =>
      send(path, {
        method: 'POST',
        headers: { ...headers, ...(prefer !== undefined && { prefer }) },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      });
    const own = (fault: object): Scenario => ({ when: { operation: form.operation.id }, answers: [{ ...answer, fault } as never] });

    test('whole', async () => {
      const { mock, send } = await open();
      await drain(await call(send));
      const entry = await last(mock.journal);
      expect(entry).not.toHaveProperty('fault');
      expect(entry).not.toHaveProperty('aborted');
    });

    test.each(['error', 'cut'] as const)('by a fault of a scenario: %s', async (kind) => {
      const { mock, send } = await open();
      await mock.use(own({ kind, afterEvents: 1 }));
      await drain(await call(send));
      const entry = await last(mock.journal);
      expect(entry).toMatchObject({ fault: kind });
      expect(entry).not.toHaveProperty('aborted');
    });

    test('by a stall, which its caller left', async () => {
      const { mock, send } = await open();
      await mock.use(own({ kind: 'stall' }));
      const caller = new AbortController();
      const response = drain(await call(send, undefined, caller.signal));
      caller.abort();
      await response;
      expect(await last(mock.journal)).toMatchObject({ fault: 'stall', aborted: true });
    });

    test('held, and left by its caller', async () => {
      const { mock, send } = await open();
      const held = mock.hold(form.operation.id, { answer });
      const caller = new AbortController();
      const response = call(send, undefined, caller.signal).then(drain, () => undefined);
      await held.request;
      caller.abort();
      await response;
      const entry = await last(mock.journal);
      expect(entry).toMatchObject({ aborted: true });
      expect(entry).not.toHaveProperty('fault');
    });

    test('held, and cut', async () => {
      const { mock, send } = await open();
      const held = mock.hold(form.operation.id, { answer });
      const response = call(send).then(drain, () => undefined);
      await held.request;
      held.cut();
      await response;
      expect(await last(mock.journal)).toMatchObject({ fault: 'cut' });
    });

    if (!form.streams) return;

    test('whole, since it has fewer events than a fault waits for', async () => {
      const { mock, send } = await open();
      await mock.use(own({ kind: 'cut', afterEvents: 500 }));
      await drain(await call(send));
      const entry = await last(mock.journal);
      expect(entry).not.toHaveProperty('fault');
      expect(entry.warnings.map(({ message }) => message)).toEqual([
        expect.stringMatching(/: nothing goes wrong after 500 events, since the stream has \d+$/),
      ]);
      await drain(await call(send, 'stream-fault=cut@400'));
      expect((await last(mock.journal)).warnings).toMatchObject(
        expect.arrayContaining(
          [{ message: 'stream-fault=cut@400 was not used; it counts for streams of more events' }].map((one) =>
            expect.objectContaining(one),
          ),
        ),
      );
    });

    test.each(['error', 'cut'])('by a fault that the request prefers: %s', async (kind) => {
      const { mock, send } = await open();
      await drain(await call(send, `stream-fault=${kind}@1`));
      expect(await last(mock.journal)).toMatchObject({ fault: kind, events: kind === 'cut' ? 1 : 2 });
    });
  });
});

/** Sends one event, and then breaks. */
async function breakingGateway(): Promise<string> {
  const breaking = createServer((_, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    outgoing.write('data: {}\n\n', () => outgoing.destroy());
  });
  await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    breaking.close();
  });
  return `http://127.0.0.1:${(breaking.address() as AddressInfo).port}`;
}

const silentGateway = async (): Promise<string> => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    silent.close();
    silent.closeAllConnections();
  });
  return `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
};

const streamed = forms.filter(({ streams }) => streams);

describe.each(streamed)('of a gateway behind, $name', (form) => {
  const { path, body } = requestOf(form, question);
  const init = (signal?: AbortSignal): RequestInit => ({ method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) });

  test('that broke off, and again where that is replayed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'endings-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const mock = await createMock({ upstream: await breakingGateway(), record: folder });
    await drain(await mock.fetch(`http://mock${path}`, init()));
    expect(await last(mock.journal)).toMatchObject({ fault: 'cut', events: 1 });
    await mock.close();
    const replaying = await createMock({ replay: folder });
    const response = await replaying.fetch(`http://mock${path}`, init());
    await drain(response);
    const entry = await last(replaying.journal);
    expect(entry).toMatchObject({ fault: 'cut', events: 1, recording: expect.stringMatching(/\.json$/) });
    expect(response.headers.get('x-mock-recording')).toBe(entry.recording);
  });

  test('through the proxy', async () => {
    const proxy = createProxy({ target: new URL(await breakingGateway()) });
    onTestFinished(() => proxy.close());
    const { url } = await proxy.listen();
    await drain(await fetch(url + path, init()));
    expect(await last(proxy.journal)).toMatchObject({ fault: 'cut', events: 1 });
  });
});

describe('a gateway behind that says nothing, and a caller that leaves,', () => {
  const [form] = forms;
  if (!form) throw new Error('there is no chat operation');
  const { path, body } = requestOf(form, question);
  const leave = async (url: string) => {
    const caller = new AbortController();
    const response = fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body), signal: caller.signal });
    return { response: response.catch((error: Error) => error.name), caller };
  };

  test('is told of by the mock', async () => {
    const mock = await createMock({ upstream: await silentGateway() });
    onTestFinished(() => mock.close());
    const { caller, response } = await leave((await mock.listen()).url);
    await eventually(() => expect(mock.journal()).toMatchObject([{ open: true }]));
    caller.abort();
    expect(await response).toBe('AbortError');
    const entry = await last(mock.journal);
    expect(entry).toMatchObject({ aborted: true });
    expect(entry).not.toHaveProperty('fault');
  });

  test('is told of by the proxy', async () => {
    const proxy = createProxy({ target: new URL(await silentGateway()) });
    onTestFinished(() => proxy.close());
    const { caller, response } = await leave((await proxy.listen()).url);
    await eventually(() => expect(proxy.journal()).toMatchObject([{ open: true, status: 0 }]));
    caller.abort();
    expect(await response).toBe('AbortError');
    const entry = await last(proxy.journal);
    expect(entry).toMatchObject({ aborted: true, status: 0 });
    expect(entry).not.toHaveProperty('fault');
  });
});

test('the proxy counts the events of a stream, and tells who left it', async () => {
  const [form] = streamed;
  if (!form) throw new Error('there is no chat operation with streams');
  const mock = await createMock({ eventsPerSecond: 5000 });
  onTestFinished(() => mock.close());
  const proxy = createProxy({ target: new URL((await mock.listen()).url) });
  onTestFinished(() => proxy.close());
  const { url } = await proxy.listen();
  const { path, body } = requestOf(form, question);
  const send = (prefer: string, signal?: AbortSignal) =>
    fetch(url + path, { method: 'POST', headers: { ...headers, prefer }, body: JSON.stringify(body), ...(signal && { signal }) });
  await drain(await send('session=a'));
  const { events } = await last(proxy.journal);
  expect(events).toBe(mock.journal()[0]?.events);
  const caller = new AbortController();
  const response = await send('stream-fault=stall@2', caller.signal);
  await readTo(response, 2);
  caller.abort();
  await eventually(() => expect(proxy.journal()[1]).toMatchObject({ aborted: true, events: 2 }));
});
