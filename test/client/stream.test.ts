import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createParser } from 'eventsource-parser';
import { describe, expect, test } from 'vitest';
import { operations } from '../../generated/client.js';
import { createNexconnClient, NexconnApiError, NexconnStreamError } from '../../src/client/index.js';
import { streamProtocols } from '../../src/protocols/stream-protocols.js';
import { streamReaders } from '../../src/protocols/stream-readers.js';
import { eventually } from '../eventually.js';
import { type Answer, events, eventText, json, serve } from './server.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const chunk = (content: string, more = {}) => ({
  id: 'c',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta: { content } }],
  ...more,
});
const chat = { model: 'm', messages: [] };

/** Reads a stream to its end or its error. */
async function read<Event>(stream: AsyncIterable<Event>, onEvent?: () => void): Promise<{ events: Event[]; error?: any }> {
  const seen: Event[] = [];
  try {
    for await (const event of stream) {
      seen.push(event);
      onEvent?.();
    }
  } catch (error) {
    return { events: seen, error };
  }
  return { events: seen };
}

const clientOf = (url: string) => createNexconnClient({ baseUrl: url, apiKey: 'sk-secret', retry: false });

test('the events arrive one by one, while the stream is open', async () => {
  let finish = () => {};
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(eventText(chunk('a')));
    finish = () => void response.end(eventText(chunk('b')) + eventText('[DONE]'));
  });
  const seen: unknown[] = [];
  for await (const event of clientOf(url).streamChatCompletion(chat)) {
    seen.push(event.choices[0]?.delta.content);
    if (seen.length === 1) finish();
  }
  expect(seen).toEqual(['a', 'b']);
});

test('an event may be cut anywhere, inside a character too', async () => {
  const { url } = await serve(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const byte of Buffer.from(`${eventText(chunk('é…'))}${eventText('[DONE]')}`.replaceAll('\n', '\r\n'))) {
      response.write(Buffer.of(byte));
      await new Promise(setImmediate);
    }
    response.end();
  });
  expect(await read(clientOf(url).streamChatCompletion(chat))).toEqual({ events: [chunk('é…')] });
});

describe('what is an event is as the standard has it, wherever the text is cut', () => {
  const odd = [
    'data:1',
    'data: {"a":\ndata:2}',
    'data:  3 ',
    ': no event\n: data: 4',
    'event: x\nid: 5\nretry: 6',
    'database: 7',
    'data\ndata: 8',
    ' data: 9',
    'data: "€😀"',
    'event: y\ndata: 10',
  ];
  test.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('lines that end in %s', async (_, lineEnd) => {
    const text = `\uFEFF${odd.join('\n\n')}\n\n\n\ndata: [DONE]\n\n`.replaceAll('\n', lineEnd);
    const expected: unknown[] = [];
    const parser = createParser({ onEvent: ({ data }) => data !== '[DONE]' && expected.push(JSON.parse(data)) });
    parser.feed(text.slice(1));
    // So that the last line end is no half of one.
    parser.reset({ consume: true });
    const bytes = new TextEncoder().encode(text);
    for (let size = 1; size <= 24; size++) {
      const fetch = async () => {
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
            controller.close();
          },
        });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      };
      expect(await read<unknown>(createNexconnClient({ fetch }).streamChatCompletion(chat))).toEqual({ events: expected });
    }
    expect(expected).toHaveLength(6);
  });
});

describe('the condition of the stream is set', () => {
  test('in the body', async () => {
    const { url, requests } = await serve(events('[DONE]'));
    await read(clientOf(url).streamChatCompletion(chat));
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/v1/chat/completions', body: { ...chat, stream: true } });
    expect(requests[0]?.headers.accept).toBe('text/event-stream');
  });

  test('in the query', async () => {
    const { url, requests } = await serve(events({ candidates: [{ finishReason: 'STOP' }] }));
    await read(clientOf(url).streamGenerateContent({ model: 'g', contents: [] }));
    expect(requests[0]).toMatchObject({ url: '/bypass/vertex/v1/models/g:streamGenerateContent?alt=sse', body: { contents: [] } });
  });
});

test('every protocol that the contract streams in is known', () => {
  const protocols = Object.values(operations).flatMap((operation) => ('stream' in operation ? operation.stream.protocol : []));
  expect(protocols).not.toEqual([]);
  expect(protocols.filter((name) => !streamProtocols[name] || !streamReaders[name])).toEqual([]);
});

describe('the end of a stream', () => {
  const whole = {
    streamChatCompletion: [chunk('a'), '[DONE]'],
    streamMessage: [{ type: 'message_start', message: {} }, { type: 'message_stop' }],
    streamResponse: [{ type: 'response.created' }, { type: 'response.incomplete', response: {} }],
    streamGenerateContent: [{ candidates: [{ content: {} }] }, { candidates: [{ content: {}, finishReason: 'STOP' }] }],
  };
  const start = (client: ReturnType<typeof clientOf>) => ({
    streamChatCompletion: () => client.streamChatCompletion(chat),
    streamMessage: () => client.streamMessage({ ...chat, max_tokens: 1 }),
    streamResponse: () => client.streamResponse({ model: 'm', input: 'a' }),
    streamGenerateContent: () => client.streamGenerateContent({ model: 'g', contents: [] }),
  });

  describe.each(Object.keys(whole) as (keyof typeof whole)[])('%s', (name) => {
    test('a whole stream ends without error', async () => {
      const { url } = await serve(events(...whole[name]));
      const { events: seen, error } = await read<unknown>(start(clientOf(url))[name]());
      expect([seen, error]).toEqual([whole[name].filter((event) => event !== '[DONE]'), undefined]);
    });

    test('one that ends before its last event is an error', async () => {
      const { url } = await serve(events(whole[name][0]));
      const { events: seen, error } = await read<unknown>(start(clientOf(url))[name]());
      expect(seen).toHaveLength(1);
      expect(error).toBeInstanceOf(NexconnStreamError);
      expect(error).toMatchObject({ events: 1, message: 'The stream broke off; events so far: 1' });
    });

    test('one whose connection is lost is an error', async () => {
      let lose = () => {};
      const { url } = await serve((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(eventText(whole[name][0]));
        lose = () => void response.destroy();
      });
      const { error } = await read<unknown>(start(clientOf(url))[name](), () => lose());
      expect(error).toBeInstanceOf(NexconnStreamError);
      expect(error).toMatchObject({ events: 1 });
      expect(error.cause).toBeInstanceOf(Error);
    });
  });

  test('a failed response without an error in it is the last event', async () => {
    const failed = { type: 'response.failed', response: { status: 'failed', error: null } };
    const { url } = await serve(events(failed));
    expect(await read<unknown>(clientOf(url).streamResponse({ model: 'm', input: 'a' }))).toEqual({ events: [failed] });
  });

  test('a refused prompt ends a Gemini stream without candidates', async () => {
    const { url } = await serve(events({ promptFeedback: { blockReason: 'SAFETY' } }));
    expect((await read(clientOf(url).streamGenerateContent({ model: 'g', contents: [] }))).error).toBeUndefined();
  });
});

describe('errors', () => {
  test.each([
    ['chat', { error: { message: 'overloaded', type: 'server_error' } }, 'server_error'],
    ['messages', { type: 'error', error: { type: 'overloaded_error', message: 'overloaded' } }, 'overloaded_error'],
    ['responses', { type: 'error', code: 'server_error', message: 'overloaded', param: null, sequence_number: 1 }, 'server_error'],
    [
      'responses',
      { type: 'response.failed', response: { status: 'failed', error: { code: 'server_error', message: 'overloaded' } } },
      'server_error',
    ],
    ['gemini', { error: { code: 503, message: 'overloaded', status: 'UNAVAILABLE' } }, 'UNAVAILABLE'],
  ])('an error event in %s: %j', async (protocol, event, type) => {
    const { url } = await serve(events({ type: 'x' }, event));
    const client = clientOf(url);
    const stream = {
      chat: () => client.streamChatCompletion(chat),
      messages: () => client.streamBypassMessage({ ...chat, max_tokens: 1 }),
      responses: () => client.streamResponse({ model: 'm', input: 'a' }),
      gemini: () => client.streamGenerateContent({ model: 'g', contents: [] }),
    }[protocol] as () => AsyncIterable<unknown>;
    const { events: seen, error } = await read(stream());
    expect(seen).toHaveLength(1);
    expect(error).toBeInstanceOf(NexconnStreamError);
    expect(error).toMatchObject({ message: 'overloaded', type, events: 1, event });
  });

  test('an error answer instead of a stream', async () => {
    const { url } = await serve(json({ error: { message: 'no such model', code: 'model_not_found' } }, 404));
    const { events: seen, error } = await read(clientOf(url).streamChatCompletion(chat));
    expect(seen).toEqual([]);
    expect(error).toBeInstanceOf(NexconnApiError);
    expect(error).toMatchObject({ status: 404, dialect: 'openai', code: 'model_not_found', message: 'no such model' });
  });

  test('an answer in one piece instead of a stream', async () => {
    const { url } = await serve(json({ id: 'c', choices: [] }));
    const { error } = await read(clientOf(url).streamChatCompletion(chat));
    expect(error).toBeInstanceOf(NexconnStreamError);
    expect(error).toMatchObject({ events: 0, message: 'The response is no stream but application/json' });
  });

  test('a fetch that gives no streams', async () => {
    const { url } = await serve(events(chunk('a'), '[DONE]'));
    const withoutStreams = async (...args: Parameters<typeof fetch>) =>
      Object.defineProperty(await fetch(...args), 'body', { value: null });
    const { error } = await read(createNexconnClient({ apiKey: 'any', baseUrl: url, fetch: withoutStreams }).streamChatCompletion(chat));
    expect(error).toBeInstanceOf(NexconnStreamError);
    expect(error).toMatchObject({ events: 0, message: expect.stringMatching(/gives no streams.*expo\/fetch/) });
  });

  test('an event that is no JSON', async () => {
    const { url } = await serve(events(chunk('a'), '{"half":', '[DONE]'));
    const { error } = await read(clientOf(url).streamChatCompletion(chat));
    expect(error).toMatchObject({ name: 'NexconnStreamError', events: 1, message: 'Event 2 of the stream is not JSON', event: '{"half":' });
  });

  describe('an event that is too long', () => {
    const long = (size: number) => chunk('x'.repeat(size));
    const tooLong = {
      name: 'NexconnStreamError',
      events: 1,
      message: 'Event 2 of the stream has more than 1000 characters (maxEventLength)',
    };

    test.each<[string, Answer]>([
      ['in one piece', events(chunk('a'), long(1000), chunk('b'), '[DONE]')],
      [
        'that never ends',
        (_request, response) =>
          void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`${eventText(chunk('a'))}data: ${'x'.repeat(1001)}`),
      ],
      [
        'of many lines',
        (_request, response) =>
          void response
            .writeHead(200, { 'content-type': 'text/event-stream' })
            .write(`${eventText(chunk('a'))}${`data: ${'x'.repeat(100)}\n`.repeat(11)}`),
      ],
    ])('%s', async (_, answer) => {
      const { url } = await serve(answer);
      const client = createNexconnClient({ baseUrl: url, retry: false, maxEventLength: 1000 });
      const { events: seen, error } = await read(client.streamChatCompletion(chat));
      expect(seen).toEqual([chunk('a')]);
      expect(error).toBeInstanceOf(NexconnStreamError);
      expect(error).toMatchObject(tooLong);
    });

    test('is one beyond 16 Mi characters, unless told otherwise', async () => {
      let sent = 0;
      const endless: Answer = async (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: ');
        const gone = new Promise((resolve) => response.once('close', resolve));
        const piece = 'x'.repeat(2 ** 20);
        for (; !response.destroyed && sent < 64; sent++) {
          if (!response.write(piece)) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), gone]);
        }
      };
      const { url } = await serve(endless);
      const { error } = await read(clientOf(url).streamChatCompletion(chat));
      expect(error).toMatchObject({ message: 'Event 1 of the stream has more than 16777216 characters (maxEventLength)' });
      expect(sent).toBeLessThan(64);
    });

    test.each([Number.NaN, -1])('a bound of %d is refused', (maxEventLength) => {
      expect(() => createNexconnClient({ maxEventLength })).toThrow('maxEventLength must be at least 0');
    });
  });

  test('the key is in no message', async () => {
    const { url } = await serve(events({ error: { message: 'key sk-secret is over its limit' } }));
    expect((await read(clientOf(url).streamChatCompletion(chat))).error.message).toBe('key *** is over its limit');
  });
});

describe('a signal reaches what is read after a garbage collection', () => {
  /** Answers the beginning and no more. */
  const silent = (type: string, beginning: string) => {
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const answer: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': type }).write(beginning);
      response.on('close', close);
    };
    return { answer, closed };
  };
  const reason = new Error('the user left');
  const forget = async () => {
    for (let round = 0; round < 5; round++) {
      collectGarbage();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  test.each(['one try', 'tries'])('a stream, of %s', async (tries) => {
    const { answer, closed } = silent('text/event-stream', eventText(chunk('a')));
    const { url } = await serve(answer);
    const controller = new AbortController();
    const retry = tries === 'one try' ? false : { nonIdempotent: true };
    const stream = createNexconnClient({ baseUrl: url, retry }).streamChatCompletion(chat, { signal: controller.signal });
    const events = stream[Symbol.asyncIterator]();
    await events.next();
    await forget();
    controller.abort(reason);
    await expect(events.next()).rejects.toBe(reason);
    await closed;
  });

  test('an answer in one piece', async () => {
    const { answer, closed } = silent('application/json', '{"object":');
    const { url } = await serve(answer);
    const controller = new AbortController();
    let hasArrived = false;
    const observing = async (request: Request) => {
      const response = await fetch(request);
      hasArrived = true;
      return response;
    };
    const call = createNexconnClient({ baseUrl: url, fetch: observing }).listFiles({}, { signal: controller.signal });
    await eventually(() => expect(hasArrived).toBe(true));
    await forget();
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    await closed;
  });
});

describe('leaving early', () => {
  const endless = (): { answer: Answer; closed: Promise<void> } => {
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const answer: Answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => response.write(eventText(chunk('a'))), 5);
      response.on('close', () => {
        clearInterval(timer);
        close();
      });
    };
    return { answer, closed };
  };

  test('break closes the connection', async () => {
    const { answer, closed } = endless();
    const { url } = await serve(answer);
    for await (const event of clientOf(url).streamChatCompletion(chat)) {
      expect(event.object).toBe('chat.completion.chunk');
      break;
    }
    await closed;
  });

  test('an aborted stream rejects with the reason and closes the connection', async () => {
    const { answer, closed } = endless();
    const { url } = await serve(answer);
    const controller = new AbortController();
    const reason = new Error('the user left');
    const stream = clientOf(url).streamChatCompletion(chat, { signal: controller.signal });
    const { events: seen, error } = await read(stream, () => controller.abort(reason));
    expect(seen.length).toBeGreaterThan(0);
    expect(error).toBe(reason);
    await closed;
  });

  test('a stream that nobody reads sends nothing', async () => {
    const { url, requests } = await serve(events('[DONE]'));
    clientOf(url).streamChatCompletion(chat);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toEqual([]);
  });

  test('a stream can be read once', async () => {
    const { url, requests } = await serve(events('[DONE]'));
    const stream = clientOf(url).streamChatCompletion(chat);
    await read(stream);
    expect((await read(stream)).error).toMatchObject({ message: 'A stream can be read only once' });
    expect(requests).toHaveLength(1);
  });
});
