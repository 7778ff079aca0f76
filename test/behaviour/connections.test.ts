/** Slow, broken and too many callers, on the mock and on the proxy before it. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type CreateMockOptions, createMock, type Mock } from '../../src/mock/index.js';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.js';
import { eventually } from '../eventually.js';
import { lastResponse, openRaw, wire } from '../sockets.js';

const chatPath = '/v1/chat/completions';
const chat = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hi' }] };
const chatText = JSON.stringify(chat);
const streamText = JSON.stringify({ ...chat, stream: true });

type Limits = Pick<CreateMockOptions & ProxyOptions, 'maxConcurrency' | 'maxBytesInFlight' | 'requestTimeoutSeconds'>;

interface Front {
  port: number;
  url: string;
  journal: Mock['journal'];
}

const fronts: [name: string, open: (limits?: Limits, options?: CreateMockOptions) => Promise<Front>][] = [
  [
    'the mock',
    async (limits, options) => {
      const mock = await createMock({ eventsPerSecond: 1000, ...options, ...limits });
      onTestFinished(() => mock.close());
      return { ...(await mock.listen()), journal: mock.journal };
    },
  ],
  [
    'the proxy',
    async (limits, options) => {
      const mock = await createMock({ eventsPerSecond: 1000, ...options });
      const { url } = await mock.listen();
      const proxy = createProxy({ target: new URL(url), ...limits });
      onTestFinished(async () => {
        await proxy.close();
        await mock.close();
      });
      return { ...(await proxy.listen()), journal: proxy.journal };
    },
  ],
];

/** A busy machine may have read nothing by then, and closes the connection without a word: then it is tried once more. */
const soon = 0.2;

describe.each(fronts)('%s', (_, open) => {
  describe('a request that takes too long', () => {
    test('with its head', async () => {
      const { port } = await open({ requestTimeoutSeconds: soon });
      await eventually(async () => {
        const connection = await openRaw(port);
        connection.write(`POST ${chatPath} HTTP/1.1\r\nhost: te`);
        const { status, head, body } = lastResponse(await connection.closed);
        expect([status, body.error.message]).toEqual([408, expect.stringContaining('requestTimeoutSeconds')]);
        expect(head).toContain('connection: close');
      });
    });

    test('with its body, however little of it comes', async () => {
      const { port, journal } = await open({ requestTimeoutSeconds: soon });
      await eventually(async () => {
        const connection = await openRaw(port);
        connection.write(wire('POST', '/v1/messages', undefined, { 'content-type': 'application/json', 'content-length': 1000 }));
        const drip = setInterval(() => connection.write(' '), 20);
        const { status, body } = lastResponse(await connection.closed.finally(() => clearInterval(drip)));
        expect(status).toBe(408);
        // In the words of the path.
        expect(body).toMatchObject({ type: 'error', error: { message: expect.stringContaining('requestTimeoutSeconds') } });
      });
      await eventually(() => expect(journal()).toMatchObject([{ operation: 'createMessage', status: 408 }]));
    });

    test('one that says nothing at all is closed without a word, which would be taken for the response to what is sent that moment', async () => {
      const { port } = await open({ requestTimeoutSeconds: soon });
      expect(await (await openRaw(port)).closed).toBe('');
    });

    test('the head of the next one: the stream before it is not cut short', async () => {
      const { port } = await open({ requestTimeoutSeconds: soon });
      await eventually(async () => {
        const connection = await openRaw(port);
        connection.write(wire('POST', chatPath, chatText));
        await connection.until(/"choices"/);
        connection.write('POST /v1/mess');
        const text = await connection.closed;
        expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 408']);
      });
    });
  });

  describe('what is no HTTP', () => {
    test('is refused in the dialect of its path, where it has one', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(`POST /v1/messages HTTP/1.1\r\nhost: a\r\nb a d: \u0000\r\n\r\n`);
      expect(lastResponse(await connection.closed)).toMatchObject({ status: 400, body: { type: 'error' } });
    });

    test('headers beyond what is read', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(`GET /v1/models HTTP/1.1\r\nhost: a\r\nlong: ${'x'.repeat(100_000)}\r\n\r\n`);
      expect(lastResponse(await connection.closed)).toMatchObject({ status: 431, body: { error: { message: expect.any(String) } } });
    });

    test('does not get into a stream', async () => {
      const { port } = await open({}, { eventsPerSecond: 5 });
      // Where the stream has ended before, it comes after it.
      await eventually(async () => {
        const connection = await openRaw(port);
        connection.write(wire('POST', chatPath, streamText));
        await connection.until(/data: /);
        connection.write('nonsense\r\n\r\n');
        expect((await connection.closed).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200']);
      });
    });

    test('comes after the responses to what was asked before', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(`${wire('GET', '/v1/models')}${wire('POST', chatPath, chatText)}nonsense\r\n\r\n`);
      expect((await connection.closed).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 400']);
    });

    test('in the middle of a body', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(wire('POST', chatPath, undefined, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }));
      connection.write('nonsense\r\n');
      expect(lastResponse(await connection.closed)).toMatchObject({ status: 400, body: { error: {} } });
    });

    test.each([
      ['no host', 'GET /v1/models HTTP/1.1\r\n\r\n', 400],
      ['an expectation that nobody has', wire('POST', chatPath, chatText, { expect: 'more' }), 417],
      ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nhost: a\r\n\r\n', 405],
    ])('%s', async (_name, text, status) => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(text);
      await connection.until(/\}$/);
      expect(lastResponse(connection.text)).toMatchObject({ status, body: { error: { message: expect.any(String) } } });
      connection.socket.destroy();
    });
  });

  describe('a caller that has said all', () => {
    test('is answered', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.socket.end(wire('POST', chatPath, chatText));
      expect(lastResponse(await connection.closed)).toMatchObject({ status: 200, body: { choices: [{}] } });
    });

    test('is answered with a stream', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.socket.end(wire('POST', chatPath, streamText));
      expect(await connection.closed).toMatch(/^HTTP\/1.1 200.*\[DONE\]/s);
    });

    test('in the middle of its body, is told so', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.socket.end(wire('POST', chatPath, undefined, { 'content-type': 'application/json', 'content-length': 1000 }));
      expect(lastResponse(await connection.closed)).toMatchObject({ status: 400, body: { error: { message: expect.any(String) } } });
    });
  });

  test('an upload that is left is nobody’s fault, and is known as left', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => said.mockRestore());
    const { port, journal } = await open();
    const connection = await openRaw(port);
    connection.write(wire('POST', chatPath, undefined, { 'content-type': 'application/json', 'content-length': 1000 }));
    await eventually(() => expect(journal()).toHaveLength(1));
    connection.socket.resetAndDestroy();
    await eventually(() => expect(journal()).toMatchObject([{ aborted: true }]));
    expect(journal()[0]).not.toHaveProperty('open', true);
    expect(said).not.toHaveBeenCalled();
  });

  test('whoever leaves with its last byte is known as left, and nothing waits for it', async () => {
    const { port, journal } = await open({}, { latencyMs: 1_000_000 });
    const leave = async () => {
      const { socket, closed } = await openRaw(port);
      socket.write(wire('POST', chatPath, chatText), () => socket.resetAndDestroy());
      await closed;
    };
    for (let count = 0; count < 20; count++) await leave();
    await eventually(() => {
      expect(journal()).not.toEqual([]);
      for (const entry of journal()) expect(entry).toMatchObject({ aborted: true });
    });
  });

  describe('Expect: 100-continue', () => {
    const head = (length: number, headers: Record<string, string> = {}) =>
      wire('POST', chatPath, undefined, {
        'content-type': 'application/json',
        'content-length': length,
        expect: '100-continue',
        ...headers,
      });

    test('lets the body come', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(head(chatText.length));
      await connection.until(/^HTTP\/1.1 100/);
      connection.write(chatText);
      await connection.until(/"choices"/);
      expect(connection.text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
      connection.socket.destroy();
    });

    test('is refused without one that would not be read', async () => {
      const { port, journal } = await open({ maxBytesInFlight: 100 });
      const first = await openRaw(port);
      first.write(head(90).replace('expect: 100-continue\r\n', ''));
      await eventually(() => expect(journal()).toHaveLength(1));
      const connection = await openRaw(port);
      connection.write(head(90));
      expect(lastResponse(await connection.closed)).toMatchObject({ status: 503 });
      expect(connection.text).not.toContain('HTTP/1.1 100');
      first.socket.destroy();
    });
  });

  describe('more than it takes on', () => {
    test('requests', async () => {
      const { port, url } = await open({ maxConcurrency: 2 }, { eventsPerSecond: 0.001 });
      const streams = await Promise.all([openRaw(port), openRaw(port)]);
      for (const stream of streams) {
        stream.write(wire('POST', chatPath, streamText, { prefer: 'first-event-ms=0' }));
        await stream.until(/data: /);
      }
      const response = await fetch(`${url}/v1/messages`, { method: 'POST', body: chatText });
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await response.json()).toMatchObject({ type: 'error', error: { message: expect.stringContaining('maxConcurrency') } });
      streams[0]?.socket.destroy();
      await eventually(async () => expect((await fetch(`${url}/v1/models`)).status).toBe(200));
      streams[1]?.socket.destroy();
    });

    test('bytes: each upload is answered, and none is reset', async () => {
      const { url } = await open({ maxBytesInFlight: 1_000_000 }, { latencyMs: 500 });
      const body = JSON.stringify({ ...chat, messages: [{ role: 'user', content: 'x'.repeat(300_000) }] });
      const statuses = await Promise.all(
        Array.from({ length: 60 }, async (_one, index) => {
          const response = await fetch(url + chatPath, {
            method: 'POST',
            headers: {
              authorization: 'Bearer any-key',
              'content-type': 'application/json',
              ...(index % 2 && { connection: 'close' }),
            },
            body,
          });
          const answer = (await response.json()) as { error?: { message: string } };
          if (response.status === 503) expect(answer.error?.message).toContain('maxBytesInFlight');
          return response.status;
        }),
      );
      expect([...new Set(statuses)].sort()).toEqual([200, 503]);
      // Nothing is held any more.
      const after = await fetch(url + chatPath, {
        method: 'POST',
        headers: { authorization: 'Bearer any-key', 'content-type': 'application/json' },
        body,
      });
      expect(after.status).toBe(200);
    });

    test('a body of unknown length', async () => {
      const { port, journal } = await open({ maxBytesInFlight: 1000 });
      const first = await openRaw(port);
      first.write(wire('POST', chatPath, undefined, { 'content-type': 'application/json', 'content-length': 900 }));
      await eventually(() => expect(journal()).toHaveLength(1));
      const second = await openRaw(port);
      const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
      second.write(wire('POST', chatPath, undefined, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }));
      const text = JSON.stringify({ ...chat, messages: [{ role: 'user', content: 'x'.repeat(500) }] });
      second.write(`${chunk(text)}0\r\n\r\n`);
      await second.until(/\}$/);
      // The proxy passes what it has no room for without judging it.
      expect([200, 503]).toContain(lastResponse(second.text).status);
      for (const { socket } of [first, second]) socket.destroy();
    });
  });

  describe('what is not let in is in the journal:', () => {
    const get = (...headers: string[]) =>
      `GET /v1/models?key=secret-key-1 HTTP/1.1\r\nAuthorization: Bearer secret-key-2\r\n${headers.join('')}\r\n`;

    test.each([
      ['headers beyond what is read', get('host: a\r\n', `x: ${'a'.repeat(20_000)}\r\n`), 431, 'larger than 16 KiB'],
      ['a head that is none', get('host: a\r\n', 'no header\r\n'), 400, 'this is not HTTP'],
      ['no host', get(), 400, 'the header host is required'],
      ['two hosts', get('host: a\r\n', 'Host: b\r\n'), 400, 'the header host is there twice'],
      ['a coding of transfer that nobody undoes', get('host: a\r\n', 'transfer-encoding: gzip, chunked\r\n'), 501, 'transfer-encoding'],
      ['what it does not expect', get('host: a\r\n', 'expect: secret-key-2\r\n'), 417, 'expect may be'],
    ])('%s', async (_what, bytes, status, refused) => {
      const { port, journal } = await open();
      const connection = await openRaw(port);
      connection.write(bytes);
      await connection.until(/\}$/);
      expect(journal()).toMatchObject([{ method: 'GET', path: '/v1/models', status, refused: expect.stringContaining(refused) }]);
      expect(JSON.stringify(journal())).not.toContain('secret-key');
      connection.socket.destroy();
    });

    test('in the words of its path, below the base URL of a session too', async () => {
      const { port } = await open();
      const connection = await openRaw(port);
      connection.write(wire('POST', '/__session/a/v1/messages', '{}', { expect: 'much' }));
      await connection.until(/\}$/);
      expect(lastResponse(connection.text)).toMatchObject({ status: 417, body: { type: 'error' } });
      connection.socket.destroy();
    });

    test('one too many', async () => {
      const { port, journal } = await open({ maxConcurrency: 1 }, { eventsPerSecond: 0.001 });
      const stream = await openRaw(port);
      stream.write(wire('POST', chatPath, streamText, { prefer: 'first-event-ms=0' }));
      await stream.until(/data: /);
      const connection = await openRaw(port);
      connection.write(wire('POST', chatPath, chatText) + wire('GET', '/__mock/health'));
      await connection.until(/\}.*\}$/s);
      // What is told of is not noted itself.
      expect(journal()).toMatchObject([
        { path: chatPath },
        { path: chatPath, status: 503, refused: expect.stringContaining('maxConcurrency') },
      ]);
      for (const { socket } of [stream, connection]) socket.destroy();
    });

    test('no more of it than of anything else', async () => {
      const { port, journal } = await open();
      const connection = await openRaw(port);
      connection.write(wire('GET', '/v1/models', undefined, { expect: 'much' }).repeat(1200));
      await eventually(() => expect(connection.text.match(/ 417 /g)).toHaveLength(1200));
      expect(journal()).toHaveLength(1000);
      connection.socket.destroy();
    });
  });

  test('one that reads nothing is sent nothing more, and holds up nobody', async () => {
    const { port, url } = await open();
    const connection = await openRaw(port);
    connection.socket.pause();
    // More than fits into the buffers of the system.
    const many = 20_000;
    connection.write(wire('GET', '/v1/models').repeat(many));
    await eventually(async () => expect((await fetch(`${url}/v1/models`)).status).toBe(200));
    connection.socket.destroy();
  });
});
