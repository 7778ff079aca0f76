/** What was recorded answers again: for the same request, for one that differs in nothing that counts, and for none else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import type { Recording } from '../../src/recording/recording.js';
import { scenariosOf } from '../../src/upstream/derive/scenarios-of.js';
import { type CreateMockOptions, createMock } from '../../src/upstream/index.js';

const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };

interface Recorded {
  path: string;
  body?: unknown;
  /** Told from others by what it answers. */
  answer: string;
  more?: Partial<Recording>;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'replay-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function recordingsOf(recorded: readonly Recorded[]): Promise<string> {
  const path = await folder();
  for (const [index, { path: url, body, answer, more }] of recorded.entries()) {
    const recording: Recording = {
      time: new Date(index).toISOString(),
      request: { method: body === undefined ? 'GET' : 'POST', url, headers: {}, ...(body !== undefined && { json: body }) },
      response: { status: 200, headers: { 'content-type': 'application/json' }, ended: 'end', json: { answer } },
      duration: 1,
      violations: [],
      ...more,
    };
    await writeFile(join(path, `${index}.json`), JSON.stringify(recording));
  }
  return path;
}

async function replaying(recorded: readonly Recorded[], options: CreateMockOptions = {}) {
  const mock = await createMock({ replay: await recordingsOf(recorded), ...options });
  onTestFinished(() => mock.close());
  return {
    mock,
    async call(path: string, body?: unknown, more: Record<string, string> = {}) {
      const method = body === undefined ? 'GET' : 'POST';
      const response = await mock.fetch(`http://mock${path}`, {
        method,
        headers: { ...headers, ...more },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const { answer, ...other } = JSON.parse(text);
      return { status: response.status, answer, warning: response.headers.get('x-mock-violations'), text, message: JSON.stringify(other) };
    },
  };
}

/** One conversation in the words of each protocol: a question, a call, its result. */
interface Told {
  system: string;
  id: string;
  result: string;
  question?: string;
  temperature?: number;
  model?: string;
  tool?: string;
  mark?: boolean;
  seal?: string;
}

const tools = (name: string) => ({
  name,
  description: 'Looks it up',
  parameters: { type: 'object', properties: { id: { type: 'number' } } },
});

const protocols: Record<string, { path: (told: Told) => string; body: (told: Told) => unknown; result: string; system: string }> = {
  'chat completions': {
    path: () => '/v1/chat/completions',
    body: ({
      system,
      id,
      result,
      question = 'Where is it?',
      temperature = 0,
      model = 'gemini-2.5-flash',
      tool = 'get_order',
      mark,
      seal,
    }) => ({
      model,
      temperature,
      user: `someone-${id}`,
      tools: [{ type: 'function', function: tools(tool) }],
      messages: [
        { role: 'system', content: [{ type: 'text', text: system, ...(mark && { cache_control: { type: 'ephemeral' } }) }] },
        { role: 'user', content: question },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id, type: 'function', function: { name: 'get_order', arguments: '{"id":42}' } }],
          ...(seal && { thinking_blocks: [{ type: 'thinking', thinking: 'Hm.', signature: seal }] }),
        },
        { role: 'tool', tool_call_id: id, content: result },
      ],
    }),
    result: '/messages/3/content',
    system: '/messages/0/content/0/text',
  },
  messages: {
    path: () => '/v1/messages',
    body: ({
      system,
      id,
      result,
      question = 'Where is it?',
      temperature = 0,
      model = 'claude-4.5-sonnet',
      tool = 'get_order',
      mark,
      seal,
    }) => ({
      model,
      max_tokens: 100,
      temperature,
      metadata: { user_id: id },
      system: [{ type: 'text', text: system, ...(mark && { cache_control: { type: 'ephemeral' } }) }],
      tools: [{ name: tool, input_schema: { type: 'object', properties: { id: { type: 'number' } } } }],
      messages: [
        { role: 'user', content: question },
        {
          role: 'assistant',
          content: [
            ...(seal ? [{ type: 'thinking', thinking: 'Hm.', signature: seal }] : []),
            { type: 'tool_use', id, name: 'get_order', input: { id: 42 } },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: result }] },
      ],
    }),
    result: '/messages/2/content/0/content',
    system: '/system/0/text',
  },
  'generate content': {
    path: ({ model = 'gemini-2.5-flash' }) => `/bypass/vertex/v1/models/${model}:generateContent`,
    body: ({ system, id, result, question = 'Where is it?', temperature = 0, tool = 'get_order', mark, seal }) => ({
      systemInstruction: { parts: [{ text: system }] },
      generationConfig: { temperature },
      tools: [{ functionDeclarations: [{ name: tool, description: 'Looks it up' }] }],
      ...(mark && { labels: { run: 'a' } }),
      contents: [
        { role: 'user', parts: [{ text: question }] },
        { role: 'model', parts: [{ functionCall: { id, name: 'get_order', args: { id: 42 } }, ...(seal && { thoughtSignature: seal }) }] },
        { role: 'user', parts: [{ functionResponse: { id, name: 'get_order', response: { output: result } } }] },
      ],
    }),
    result: '/contents/2/parts/0/functionResponse/response/output',
    system: '/systemInstruction/parts/0/text',
  },
  responses: {
    path: () => '/bypass/openai/v1/responses',
    body: ({
      system,
      id,
      result,
      question = 'Where is it?',
      temperature = 0,
      model = 'openai/gpt-5.2',
      tool = 'get_order',
      mark,
      seal,
    }) => ({
      model,
      temperature,
      instructions: system,
      ...(mark && { prompt_cache_key: 'a', metadata: { run: 'a' } }),
      tools: [{ type: 'function', strict: null, ...tools(tool) }],
      input: [
        { role: 'user', content: question },
        ...(seal ? [{ type: 'reasoning', id: `rs_${id}`, summary: [], encrypted_content: seal }] : []),
        { type: 'function_call', id: `fc_${id}`, call_id: id, name: 'get_order', arguments: '{"id":42}' },
        { type: 'function_call_output', call_id: id, output: result },
      ],
    }),
    result: '/input/2/output',
    system: '/instructions',
  },
};

const told: Told = {
  system: 'Today is Thu Nov 26 2026, 07:52:50 GMT+0000. The files are at http://localhost:4010/files.',
  id: 'call_1',
  result: 'paid',
};

describe.each(Object.entries(protocols))('%s:', (_, { path, body, result, system }) => {
  const start = (options?: CreateMockOptions, ...others: Told[]) =>
    replaying(
      [told, ...others].map((one, index) => ({ path: path(one), body: body(one), answer: String(index) })),
      options,
    );

  test.each<[string, Partial<Told>]>([
    ['the same', {}],
    ['other call ids', { id: 'call_77' }],
    ['marks for a cache', { mark: true }],
  ])('%s answers without a word', async (_, change) => {
    const { call } = await start();
    const request = { ...told, ...change };
    expect(await call(path(request), body(request))).toMatchObject({ status: 200, answer: '0', warning: null });
    const strict = await start({ replayStrict: true });
    expect(await strict.call(path(request), body(request))).toMatchObject({ status: 200, answer: '0', warning: null });
  });

  test('another seal answers without a word', async () => {
    const sealed = { ...told, seal: 'c2VhbA==' };
    const { call } = await replaying([{ path: path(sealed), body: body(sealed), answer: 'sealed' }]);
    expect(await call(path(told), body({ ...sealed, seal: 'b3RoZXI=' }))).toMatchObject({ answer: 'sealed', warning: null });
  });

  const otherDay = 'Today is Friday, January 1st, 2027, 9:05 pm. The files are at http://127.0.0.1:50123/files.';
  test.each<[string, Partial<Told>, Partial<Told>, string]>([
    [
      'another UUID',
      { system: 'Run 0c3f1c9e-7d54-4c0b-9b1f-2a8f0f6f3a11' },
      { system: 'Run 9b2f1c9e-7d54-4c0b-9b1f-2a8f0f6f3a12' },
      system,
    ],
    [
      'another day and port',
      { system: 'Today is 2026-11-26T07:52:50.123Z at http://localhost:1/' },
      { system: 'Today is 2026-12-01T17:00:00Z at http://127.0.0.1:222/' },
      system,
    ],
    ['another system text', {}, { system: otherDay.replace('Today', 'Tomorrow') }, system],
  ])('%s answers with a warning', async (_, recorded, change, pointer) => {
    const [before, now] = [
      { ...told, ...recorded },
      { ...told, ...change },
    ];
    const { call, mock } = await replaying([{ path: path(before), body: body(before), answer: 'it' }]);
    const response = await call(path(now), body(now));
    expect(response).toMatchObject({ status: 200, answer: 'it' });
    expect(response.warning).toContain(`warning body${pointer}: is not as it was in the recording that answers, 0.json`);
    expect(mock.journal()[0]?.warnings).toMatchObject([{ in: 'body', pointer }]);
    const strict = await replaying([{ path: path(before), body: body(before), answer: 'it' }], { replayStrict: true });
    const refused = await strict.call(path(now), body(now));
    expect(refused.status).toBe(404);
    expect(refused.message).toContain(`no recording answers this request; the nearest, 0.json, differs at ${pointer}`);
  });

  test('another temperature answers with a warning', async () => {
    const { call } = await start();
    const { answer, warning } = await call(path(told), body({ ...told, temperature: 1 }));
    expect(answer).toBe('0');
    expect(warning).toMatch(/^warning body\S*\/temperature: is not as it was/);
  });

  test('another result of the tool is a miss that names it', async () => {
    const { call } = await start({}, { ...told, question: 'Something else', result: 'unpaid' });
    const { status, message } = await call(path(told), body({ ...told, temperature: 1, result: 'unknown' }));
    expect(status).toBe(404);
    expect(message).toContain(`the nearest, 0.json, differs at ${result}`);
  });

  test('calls with the same words are told apart by their models and tools', async () => {
    const others = [
      { ...told, tool: 'cancel_order' },
      { ...told, model: 'gemini-2.5-pro' },
    ];
    const { call } = await start({}, ...others);
    for (const [index, one] of [...others.entries()].reverse()) expect((await call(path(one), body(one))).answer).toBe(String(index + 1));
    expect((await call(path(told), body(told))).answer).toBe('0');
  });
});

const chat = (content: string, more: object = {}) => ({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content }], ...more });
const chatPath = '/v1/chat/completions';

describe('in sequence:', () => {
  const retries = ['first', 'second', 'third'].map((answer) => ({ path: chatPath, body: chat('Again'), answer }));

  test('recordings of one request answer in their order, the last again, and anew after a reset', async () => {
    const { call, mock } = await replaying(retries);
    const answers = async (count: number, session = '') => {
      const given: string[] = [];
      for (let index = 0; index < count; index++)
        given.push((await call(chatPath, chat('Again'), { prefer: `session=${session || 'a'}` })).answer);
      return given;
    };
    expect(await answers(5)).toEqual(['first', 'second', 'third', 'third', 'third']);
    expect(await answers(1, 'b')).toEqual(['first']);
    await mock.reset('a');
    expect(await answers(1)).toEqual(['first']);
    expect(await answers(1, 'b')).toEqual(['second']);
  });

  test('what GET answers, HEAD answers without its body', async () => {
    const { mock } = await replaying([{ path: '/v1/files/qfile-1', answer: 'one' }]);
    const { url } = await mock.listen();
    const response = await fetch(`${url}/v1/files/qfile-1`, { method: 'HEAD', headers });
    expect([response.status, response.headers.get('x-mock-recording'), await response.text()]).toEqual([200, '0.json', '']);
  });

  test('each is given once to many who ask at once', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ path: chatPath, body: chat('Again'), answer: String(index) }));
    const { call } = await replaying(many);
    const given = await Promise.all(many.map(async () => (await call(chatPath, chat('Again'))).answer));
    expect(given.sort()).toEqual(many.map(({ answer }) => answer).sort());
  });

  test('each path and each declared parameter has its own', async () => {
    const { call } = await replaying([
      { path: '/v1/files/qfile-1', answer: 'one' },
      { path: '/v1/files/qfile-2', answer: 'two' },
      { path: '/v1/files?limit=1', answer: 'short' },
      { path: '/v1/files?limit=100', answer: 'long' },
    ]);
    expect((await call('/v1/files/qfile-2')).answer).toBe('two');
    expect((await call('/v1/files?limit=100&something=else')).answer).toBe('long');
    const { status, message } = await call('/v1/files/qfile-3');
    expect(status).toBe(404);
    expect(message).toMatch(/the nearest, [01]\.json, has another path or query/);
  });
});

describe('what is given:', () => {
  const response = (more: object) => ({ response: { status: 200, headers: {}, ended: 'end' as const, ...more } });
  const ask = { path: chatPath, body: chat('Hi'), answer: '' };
  const raw = async (recorded: Recorded[], options: CreateMockOptions = {}, body: unknown = chat('Hi')) => {
    const { mock } = await replaying(recorded, { replaySpeed: 1000, ...options });
    return mock.fetch(`http://mock${chatPath}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };

  test('status, headers and body to the byte, errors too', async () => {
    const given = await raw([
      {
        ...ask,
        more: response({
          status: 529,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'retry-after': '7',
            'content-length': '1',
            'content-encoding': 'gzip',
            'set-cookie': '[redacted]',
          },
          text: '{ "error" : 1.0 }\n',
        }),
      },
    ]);
    expect(given.status).toBe(529);
    expect(await given.text()).toBe('{ "error" : 1.0 }\n');
    expect(Object.fromEntries(given.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'retry-after': '7',
      'x-mock-recording': '0.json',
    });
    expect(given.headers.has('content-encoding')).toBe(false);
    expect(given.headers.has('set-cookie')).toBe(false);
  });

  const chunks = ['data: {"a":', '1}\n\n', 'data: [DONE]\n\n'].map((text, index) => ({ at: index * 1000, text }));
  const stream = { headers: { 'content-type': 'text/event-stream' }, chunks };

  test('a stream in its pieces', async () => {
    const given = await raw([{ ...ask, more: response(stream) }]);
    const pieces: string[] = [];
    for await (const piece of given.body as unknown as AsyncIterable<Uint8Array>) pieces.push(Buffer.from(piece).toString());
    expect(pieces).toEqual(chunks.map(({ text }) => text));
  });

  test.each([
    ['a stream', { ...stream, ended: 'cut' as const }, 'data: {"a":1}\n\ndata: [DONE]\n\n'],
    ['a body', { text: '{"a":', ended: 'cut' as const }, '{"a":'],
  ])('%s that broke breaks again', async (_, more, whole) => {
    const { body } = await raw([{ ...ask, more: response(more) }]);
    let text = '';
    const read = async () => {
      for await (const piece of body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(piece);
    };
    await expect(read()).rejects.toThrow();
    expect(text).toBe(whole);
  });

  test('what the caller cancelled is passed over, and so is what got no response', async () => {
    const { response: _, ...unanswered } = response({});
    const recorded = [
      { ...ask, more: response({ ...stream, ended: 'cancel' }) },
      { ...ask, more: { ...unanswered, response: undefined } as object },
      { ...ask, answer: 'whole' },
    ];
    expect(await (await raw(recorded)).json()).toEqual({ answer: 'whole' });
  });

  test('a stream only to who wants one', async () => {
    const given = await raw([{ ...ask, body: chat('Hi', { stream: true }), more: response(stream) }]);
    expect(given.status).toBe(404);
    expect(JSON.stringify(await given.json())).toContain('differs at /stream');
  });

  test('addresses of results and of operations on this server, all else as it was', async () => {
    const job = {
      status: 'COMPLETED',
      request_id: 'qvideo-1-2',
      status_url: 'https://gateway.example/queue/a/requests/qvideo-1-2/status?x=1',
      result: { video: { url: 'https://files.example/a.mp4?token=abc' } },
      other: 'https://gateway.example/other',
    };
    const { contract } = await import('../../compiled/contract.js');
    const operation = contract.operations.find(
      ({ task }) =>
        task?.role === 'query' && 'media' in (contract.tasks[task.name] ?? {}) && contract.tasks[task.name]?.addresses?.['/status_url'],
    );
    const path = (operation?.path ?? '').replace(/\{[^}]+\}/g, 'qvideo-1-2');
    const { mock } = await replaying([{ path, answer: '', more: response({ json: job }) }]);
    const given = await (await mock.fetch(`http://mock${path}`, { headers })).json();
    expect(given).toEqual({
      ...job,
      status_url: 'http://mock/queue/a/requests/qvideo-1-2/status?x=1',
      result: { video: { url: expect.stringMatching(/^http:\/\/mock\/__mock\/media\/.*\.mp4$/) } },
    });
    const file = await mock.fetch(given.result.video.url);
    expect(file.headers.get('content-type')).toBe('video/mp4');
  });
});

describe('the order:', () => {
  const start = () => replaying([{ path: chatPath, body: chat('Hi'), answer: 'recorded' }]);

  test.each([
    ['a key that asks for a status', chat('Hi'), { authorization: 'Bearer sk-mock-402' }, 402],
    ['a violation', { ...chat('Hi'), messages: 'Hi' }, {}, 400],
    ['a status', chat('Hi'), { prefer: 'code=503' }, 503],
  ])('%s comes first', async (_, body, more, status) => {
    const { call } = await start();
    expect((await call(chatPath, body, more)).status).toBe(status);
  });

  test('an example that is asked for comes first', async () => {
    const { call, mock } = await start();
    const { contract } = await import('../../compiled/contract.js');
    const [example] = contract.operations.find(({ path }) => path === chatPath)?.examples ?? [];
    const { answer } = await call(chatPath, chat('Hi'), { prefer: `example=${example?.name}` });
    expect(answer).toBeUndefined();
    expect(mock.journal()[0]?.example).toBe(example?.name);
  });

  test('errors by chance come after', async () => {
    const { call } = await replaying([{ path: chatPath, body: chat('Hi'), answer: 'recorded' }], { errorRate: 1 });
    expect((await call(chatPath, chat('Hi'))).answer).toBe('recorded');
  });

  test('is the same with Prism', async () => {
    const { call } = await replaying([{ path: chatPath, body: chat('Hi'), answer: 'recorded' }], { engine: 'prism' });
    expect((await call(chatPath, chat('Hi'))).answer).toBe('recorded');
    expect((await call(chatPath, { ...chat('Hi'), messages: 'Hi' })).status).toBe(400);
    expect((await call(chatPath, chat('Hi'), { prefer: 'code=503' })).status).toBe(503);
    expect((await call(chatPath, chat('Other'))).status).toBe(404);
  });
});

describe('HAR files', () => {
  const entry = (url: string, text: string, more: object = {}) => ({
    startedDateTime: '2026-01-15T12:00:00.000Z',
    time: 12.5,
    request: { method: 'GET', url, headers: [{ name: ':path', value: '/' }] },
    response: {
      status: 200,
      headers: [
        { name: ':status', value: '200' },
        { name: 'Content-Type', value: 'application/json' },
        { name: 'Content-Encoding', value: 'br' },
      ],
      content: { text },
    },
    ...more,
  });

  async function har(...entries: unknown[]): Promise<string> {
    const file = join(await folder(), 'app.har');
    await writeFile(
      file,
      JSON.stringify({ log: { version: '1.2', pages: [{ id: 'a', pageTimings: { onLoad: 1 } }], comment: 'entries', entries } }, null, 1),
    );
    return file;
  }

  test('answer with their entries, each read by itself', async () => {
    const mock = await createMock({
      replay: await har(
        entry('https://elsewhere.example/x.js', 'x'),
        null,
        { request: null },
        entry('https://gateway.example/v1/files/qfile-1', '{"answer":"早上好 \\"]}"}'),
        entry('https://gateway.example/v1/files/qfile-2', Buffer.from('{"answer":2}').toString('base64'), {
          response: {
            status: 200,
            headers: null,
            content: { text: Buffer.from('{"answer":2}').toString('base64'), encoding: 'base64', mimeType: 'application/json' },
          },
        }),
      ),
    });
    onTestFinished(() => mock.close());
    const response = await mock.fetch('http://mock/v1/files/qfile-1', { headers });
    expect(await response.json()).toEqual({ answer: '早上好 "]}' });
    expect(response.headers.get('x-mock-recording')).toBe('app.har, entry 4');
    expect(await (await mock.fetch('http://mock/v1/files/qfile-2', { headers })).json()).toEqual({ answer: 2 });
  });

  test.each(['beside it', 'packed with it'])('answer with bodies that stand in files %s', async (where) => {
    const place = await folder();
    const request = {
      method: 'POST',
      url: 'https://gateway.example/v1/chat/completions',
      headers: [],
      postData: { mimeType: 'application/json', text: '', _file: 'q.json' },
    };
    const asked = { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: '早上好' }] };
    const response = { status: 200, headers: [], content: { size: 9, mimeType: 'application/json', _file: 'a.json' } };
    const lost = { ...response, content: { ...response.content, _file: '../a.json' } };
    const files: Record<string, string> = {
      'har.har': JSON.stringify({ log: { entries: [entry('', '', { request, response: lost }), entry('', '', { request, response })] } }),
      'q.json': JSON.stringify(asked),
      'a.json': '{"answer":"晚上好"}',
    };
    let file = join(place, 'app.har.zip');
    if (where === 'packed with it')
      await writeFile(file, zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))));
    else {
      file = join(place, 'har.har');
      for (const [name, text] of Object.entries(files)) await writeFile(join(place, name), text);
    }
    const mock = await createMock({ replay: file });
    onTestFinished(() => mock.close());
    for (let time = 0; time < 2; time++) {
      const given = await mock.fetch('http://mock/v1/chat/completions', { method: 'POST', headers, body: JSON.stringify(asked) });
      expect(await given.json()).toEqual({ answer: '晚上好' });
      expect(given.headers.get('x-mock-recording')).toMatch(/, entry 2$/);
    }
    const { unread } = await scenariosOf([file], contract);
    expect(unread).toContainEqual(expect.stringMatching(/entry 1: \.\.\/a\.json is (outside|not in)/));
  });

  test('without an exchange with the gateway are said to be', async () => {
    const file = await har(entry('https://elsewhere.example/x.js', 'x'));
    await expect(createMock({ replay: file })).rejects.toThrow(`there is no recording of an operation in ${file}`);
  });
});

test.each<[CreateMockOptions, string]>([
  [{ replay: '/nowhere/at/all' }, 'there are no recordings at /nowhere/at/all'],
  [{ record: 'a' }, 'createMock: record needs upstream'],
  [{ replayStrict: true }, 'createMock: replayStrict needs replay'],
  [{ replaySpeed: 2 }, 'createMock: replaySpeed needs replay'],
  [{ replay: 'a', replaySpeed: 0 }, 'createMock: replaySpeed must be a number of at least 0.001, got 0'],
  [{ upstream: 'gateway' }, 'createMock: upstream must be an address such as https://api.example.com, got "gateway"'],
  [{ replay: [] }, 'createMock: replay must be a path, or a list of paths, got []'],
  [{ replya: 'a' } as CreateMockOptions, 'createMock: there is no option replya; did you mean replay?'],
])('%j is refused: %s', async (options, message) => {
  await expect(createMock(options)).rejects.toThrow(message);
});

test('a file that is no recording is named', async () => {
  const path = await folder();
  await writeFile(join(path, 'a.json'), '{}');
  await expect(createMock({ replay: path })).rejects.toThrow(`${join(path, 'a.json')} is no recording: it needs request.method`);
});
