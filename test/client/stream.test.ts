import { describe, expect, test } from 'vitest';
import { operations } from '../../generated/client.js';
import { createNexconnClient, NexconnApiError, NexconnStreamError } from '../../src/client/index.js';
import { streamProtocols } from '../../src/protocols/stream-protocols.js';
import { streamReaders } from '../../src/protocols/stream-readers.js';
import { type Answer, events, eventText, json, serve } from './server.js';

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

  test('an event that is no JSON', async () => {
    const { url } = await serve(events(chunk('a'), '{"half":', '[DONE]'));
    const { error } = await read(clientOf(url).streamChatCompletion(chat));
    expect(error).toMatchObject({ name: 'NexconnStreamError', events: 1, message: 'Event 2 of the stream is not JSON', event: '{"half":' });
  });

  test('the key is in no message', async () => {
    const { url } = await serve(events({ error: { message: 'key sk-secret is over its limit' } }));
    expect((await read(clientOf(url).streamChatCompletion(chat))).error.message).toBe('key *** is over its limit');
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
