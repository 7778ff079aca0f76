/** Scenarios made of recordings answer as those do. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { protocols } from '../../src/protocols/index.js';
import type { Recording } from '../../src/recording/recording.js';
import { answerOf } from '../../src/upstream/derive/answer-of.js';
import { scenariosOf } from '../../src/upstream/derive/scenarios-of.js';
import { createMock } from '../../src/upstream/index.js';
import { runCommand } from '../cli/run-command.js';
import { readRecordings } from '../recordings.js';

const headers = { authorization: 'Bearer sk-a-secret-key', 'content-type': 'application/json' };

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'scenarios-from-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

const model = 'gemini-2.5-flash';
const order = { type: 'function', function: { name: 'get_order', parameters: { type: 'object', properties: { id: { type: 'number' } } } } };
const cancel = { type: 'function', function: { name: 'cancel_order', parameters: { type: 'object', properties: {} } } };
const user = (content: string) => ({ role: 'user', content });
const called = [
  user('Where is my order?'),
  {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'get_order', arguments: '{"id":42}' } }],
  },
];
const result = (content: string) => ({ role: 'tool', tool_call_id: 'call_1', content });

/** Requests that only their words, results, turns, tools, models or system texts tell apart. */
const requests: [path: string, body: object][] = [
  ['/v1/chat/completions', { model, messages: [user('Hi')] }],
  ['/v1/chat/completions', { model, messages: [user('Hi there, tell me of 2 things\nin a table')], stream: true }],
  ['/v1/chat/completions', { model: 'gemini-2.5-pro', messages: [user('Hi')] }],
  ['/v1/chat/completions', { model, messages: [{ role: 'system', content: 'Be brief.' }, user('Hi')] }],
  ['/v1/chat/completions', { model, messages: [user('Where is my order?')], tools: [order] }],
  ['/v1/chat/completions', { model, messages: [user('Where is my order?')], tools: [cancel] }],
  ['/v1/chat/completions', { model, messages: [...called, result('paid')], tools: [order] }],
  ['/v1/chat/completions', { model, messages: [...called, result('unpaid')], tools: [order] }],
  ['/v1/chat/completions', { model, messages: [user('Bye'), { role: 'assistant', content: 'Bye.' }, user('Hi')] }],
  ['/v1/messages', { model: 'claude-4.5-sonnet', max_tokens: 500, messages: [user('Why is the sky blue?')] }],
  [
    '/v1/messages',
    { model: 'claude-4.5-sonnet', max_tokens: 5, messages: [user('Write a long poem about {$conversation#/user}.')], stream: true },
  ],
  ['/bypass/vertex/v1/models/gemini-2.5-flash:generateContent', { contents: [{ role: 'user', parts: [{ text: 'What is a mock?' }] }] }],
  ['/bypass/openai/v1/responses', { model: 'openai/gpt-5.2', input: '/tell/i', stream: true }],
];

async function run(base: { fetch: typeof fetch }) {
  for (const [path, body] of requests)
    await (await base.fetch(`http://mock${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).text();
}

/** What is said in recordings, whatever it is wrapped in. */
const said = (recordings: readonly Recording[]) =>
  recordings.map(({ operation, request, response }) => {
    const prepared = contract.operations.find(({ id }) => id === operation) ?? expect.fail('there is an operation');
    const protocol = prepared.protocol ?? '';
    const reader = protocols[protocol] ?? expect.fail('there is a protocol');
    return answerOf(response ?? expect.fail('there is a response'), {
      contract,
      operation: prepared,
      protocol,
      reader,
      request: request.json as never,
    });
  });

test('the written file answers the recorded requests with the same text, calls and finish', async () => {
  const gateway = await createMock({ eventsPerSecond: 10_000 });
  onTestFinished(() => gateway.close());
  const { url } = await gateway.listen();
  const [first, second] = [await folder(), await folder()];
  const recorder = await createMock({ upstream: url, record: first });
  await run(recorder);
  await recorder.close();

  const command = await runCommand('scenarios', 'from', first).ended;
  // What is answered alike is one.
  expect(command).toMatchObject({
    code: 0,
    errors: expect.stringMatching(`^\\d+ scenarios from ${requests.length} recordings, 0 kept\n$`),
  });
  const file = join(await folder(), 'recorded.yaml');
  await writeFile(file, command.output);
  const checked = await runCommand('scenarios', 'check', file).ended;
  expect(checked).toMatchObject({ code: 0, output: expect.stringContaining('0 findings\n') });

  const own = await createMock({ scenarios: file, onlyScenarios: true, eventsPerSecond: 10_000 });
  onTestFinished(() => own.close());
  const again = await createMock({ upstream: (await own.listen()).url, record: second });
  await run(again);
  await again.close();
  const recorded = async (path: string) => said((await readRecordings(path)).map(({ recording }) => recording));
  expect(await recorded(second)).toEqual(await recorded(first));
});

const chatRecording = (body: object, response: Partial<Recording['response']>, index = 0): Recording => ({
  time: new Date(index).toISOString(),
  request: { method: 'POST', url: '/v1/chat/completions', headers: {}, json: { model, ...body } },
  response: { status: 200, headers: { 'content-type': 'application/json' }, ended: 'end', ...response },
  duration: 1,
  violations: [],
});
const completion = (content: string, more: object = {}) => ({
  json: {
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', ...more }],
  },
});

async function derived(...recordings: Recording[]) {
  const path = await folder();
  for (const [index, recording] of recordings.entries()) await writeFile(join(path, `${index}.json`), JSON.stringify(recording));
  return scenariosOf([path], contract);
}

test('equal requests are one sequence, errors as their dialect has them', async () => {
  const body = { messages: [user('Hi')] };
  const { scenarios, kept } = await derived(
    chatRecording(body, {
      status: 429,
      headers: { 'retry-after': '7' },
      json: { error: { message: 'Slow down.', type: 'rate_limit_error', code: 'rate' } },
    }),
    chatRecording({ ...body, user: 'another' }, completion('Cut', { finish_reason: 'length' })),
    chatRecording(body, completion('Costs {$1}.')),
  );
  expect(kept).toEqual([]);
  expect(scenarios).toEqual([
    {
      name: 'hi',
      when: { user: 'Hi' },
      answers: [
        { error: { status: 429, message: 'Slow down.', type: 'rate_limit_error', code: 'rate', retryAfterSeconds: 7 } },
        { text: 'Cut', finish: 'length' },
        { text: 'Costs {$$1}.' },
      ],
    },
  ]);
});

test('results, tools and turns tell apart what has the same words', async () => {
  const tools = { tools: [order] };
  const { scenarios, kept } = await derived(
    chatRecording({ messages: [user('Where is my order?')], ...tools }, completion('I look.')),
    chatRecording({ messages: [...called, result('paid')], ...tools }, completion('Paid.')),
    chatRecording({ messages: [...called, result('unpaid')], ...tools }, completion('Unpaid.')),
    chatRecording({ messages: [user('Where is my order?')], tools: [order, cancel] }, completion('I look and cancel.')),
  );
  expect(kept.map(({ source }) => source)).toEqual(['0.json']);
  expect(scenarios.map(({ when }) => when)).toEqual([
    { toolResult: { name: 'get_order', text: '/^paid$/' } },
    { toolResult: { name: 'get_order', text: 'unpaid' } },
    { tool: 'cancel_order' },
  ]);
});

test('a stream that a HAR file has as one text is read too', async () => {
  const chunk = (delta: object, finish_reason: string | null = null) =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model, choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
  const text = `${chunk({ role: 'assistant', content: 'Hel' })}${chunk({ content: 'lo' })}${chunk({}, 'stop')}data: [DONE]\n\n`;
  const { scenarios } = await derived(
    chatRecording({ messages: [user('Hi')], stream: true }, { headers: { 'content-type': 'text/event-stream; charset=utf-8' }, text }),
  );
  expect(scenarios).toMatchObject([{ answers: [{ text: 'Hello' }] }]);
});

test('what is answered alike need not be told apart', async () => {
  const [plain, streamed] = [{ messages: [user('Hi')] }, { messages: [user('Hi')], temperature: 1 }];
  const { scenarios } = await derived(chatRecording(plain, completion('Hello')), chatRecording(streamed, completion('Hello')));
  expect(scenarios).toEqual([{ name: 'hi', when: { user: 'Hi' }, answers: [{ text: 'Hello' }] }]);
});

test('what no scenario can say is kept as a recording, and why is said', async () => {
  const hi = { messages: [user('Hi')] };
  const { scenarios, kept } = await derived(
    chatRecording(hi, completion('One')),
    chatRecording({ ...hi, temperature: 1 }, completion('Two')),
    chatRecording({ messages: [user('Break')] }, { ended: 'cut', text: '{' }),
    chatRecording({ messages: [user('Leave')] }, { ended: 'cancel' }),
    { ...chatRecording({}, {}), request: { method: 'GET', url: '/v1/models', headers: {} } },
    { ...chatRecording({}, {}), request: { method: 'GET', url: '/favicon.ico', headers: {} } },
  );
  expect(scenarios).toEqual([]);
  expect(kept.sort((a, b) => a.source.localeCompare(b.source))).toEqual([
    { source: '0.json', why: 'no condition tells its request from others that are answered otherwise' },
    { source: '1.json', why: 'no condition tells its request from others that are answered otherwise' },
    { source: '2.json', why: 'its response broke' },
    { source: '3.json', why: 'it has no whole response' },
    { source: '4.json', why: 'listModels has no chat protocol' },
    { source: '5.json', why: 'its path is none of the contract' },
  ]);
});
