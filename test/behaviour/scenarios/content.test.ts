/** What scenarios answer with: the same content in every chat protocol, whole and as a stream. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { contractFetch } from '../../../src/testing/contract-fetch.js';
import { ask, forms, requestOf } from '../conversations/dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterEach(() => mock.reset());
afterAll(() => mock.close());

/** No sample of the contract's has these bytes. */
const ownPicture = `data:image/png;base64,${Buffer.from('\x89PNG\r\n\x1a\n my own', 'latin1').toString('base64')}`;

const order = { name: 'get_order', schema: { type: 'object', properties: { id: { type: 'number' }, asked: { type: 'string' } } } };
const refund = { messages: [{ user: 'A refund, please!' }], tools: [order] };

describe.each(forms)('$name', (form) => {
  test('says a text, and thinks before it', async () => {
    await mock.use({ when: { user: 'refund' }, answers: [{ reasoning: 'It was paid.', text: 'Refunded.' }] });
    const { status, content } = await ask(mock, form, refund);
    expect(status).toBe(200);
    expect(content).toMatchObject({ text: 'Refunded.', reasoning: 'It was paid.', toolCalls: [] });
  });

  test('calls a tool with what the user said, and then speaks of its result', async () => {
    await mock.use({ when: { toolResult: 'get_order' }, answers: [{ text: 'The shop said: {$conversation#/toolResults/0/text}' }] });
    await mock.use({
      when: { user: '/REFUND/i', tool: 'get_order' },
      answers: [{ text: 'I look.', toolCalls: [{ name: 'get_order', arguments: { id: 42, asked: '{$conversation#/user}' } }] }],
    });
    const { content } = await ask(mock, form, refund);
    expect(content.text).toBe('I look.');
    expect(content.toolCalls).toMatchObject([{ name: 'get_order', arguments: { id: 42, asked: 'A refund, please!' } }]);
    const [call] = content.toolCalls;
    const { id = 'call_1' } = call ?? {};
    const messages = [
      ...refund.messages,
      { calls: [{ id, name: 'get_order', arguments: { id: 42 } }] },
      { results: [{ id, name: 'get_order', text: 'paid in May' }] },
    ];
    expect((await ask(mock, form, { ...refund, messages })).content).toMatchObject({ text: 'The shop said: paid in May', toolCalls: [] });
  });

  test('counts the tokens that it is given, and no others', async () => {
    await mock.use({ answers: [{ text: 'Cut here', finish: 'length', usage: { input: 1200, output: 4096 } }] });
    const { content } = await ask(mock, form, refund);
    expect(content.usage).toMatchObject({ input: 1200, output: 4096 });
    expect(content.finishReason).toMatch(/^(length|max_tokens|MAX_TOKENS|incomplete)$/);
  });

  test('counts at least what a part of it comes to', async () => {
    await mock.use({ answers: [{ text: 'Hi', usage: { reasoning: 500, cached: 3000 } }] });
    const { content } = await ask(mock, form, refund);
    expect(content.usage?.output).toBeGreaterThanOrEqual(500);
    expect(content.usage?.reasoning).toBe(500);
    expect(content.usage?.input).toBeGreaterThanOrEqual(3000);
    await expect(mock.use({ answers: [{ text: 'Hi', usage: { reasoning: 5, output: 4 } }] })).rejects.toThrow(
      'usage/reasoning: must be at most output, which it is part of: 4, got 5',
    );
  });

  test('shows pictures as they are, where it has a place for them', async () => {
    await mock.use({ answers: [{ text: 'Look.', images: [ownPicture, ownPicture] }] });
    const { answer } = await ask(mock, form, refund, { generationConfig: { imageConfig: { outputMimeType: 'image/jpeg' } } });
    const images = form.protocol.parts(answer).flatMap((part) => ('image' in part ? [part.image] : []));
    expect(images).toEqual(form.protocolName === 'messages' ? [] : [ownPicture, ownPicture]);
  });

  test('reads arguments that are written as the text that some protocols have', async () => {
    await mock.use({
      answers: [
        {
          toolCalls: [
            { name: 'get_order', arguments: '{ "id": 42 }' },
            { name: 'other', arguments: '{"a":1}' },
          ],
        },
      ],
    });
    const { content } = await ask(mock, form, refund);
    expect(content.toolCalls.map(({ arguments: given, kind }) => [given, kind])).toEqual([
      [{ id: 42 }, undefined],
      [{ a: 1 }, undefined],
    ]);
  });

  test('keeps the contract', async () => {
    await mock.use({
      answers: [{ parts: [{ text: 'First.' }, { toolCall: { name: 'get_order', arguments: { id: 1 } } }, { text: 'Last.' }] }],
    });
    const checked = contractFetch(mock.fetch);
    const { path, body } = requestOf(form, refund);
    const response = await checked(`http://mock${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    await response.text();
    expect(mock.journal().at(-1)).toMatchObject({ violations: [], warnings: [] });
  });

  test('fails in the dialect, and recovers', async () => {
    const flaky = await mock.use({ answers: [{ error: { status: 429, message: 'Slow down.' }, times: 2 }] });
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await ask(mock, form, refund)).status);
    expect(statuses).toEqual([429, 429, 200]);
    expect(flaky.calls).toBe(2);
  });
});

test('what a header cannot have is not sent in one, and told', async () => {
  await mock.use({
    when: { user: 'echo' },
    answers: [
      {
        response: {
          status: 200,
          headers: { 'x-said': '{$conversation#/user}', 'x-turn': '{$conversation#/turn}', 'x-none': '{$request.header.x-none}' },
          text: 'ok',
        },
        breaksContract: true,
      },
    ],
  });
  const { url } = await mock.listen(0);
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-test', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'echo\n天气 é' }] }),
  });
  expect([response.status, await response.text()]).toEqual([200, 'ok']);
  expect(['x-said', 'x-turn', 'x-none'].map((name) => response.headers.get(name))).toEqual(['echo??? ?', '0', '']);
  expect(mock.journal().at(-1)?.warnings).toEqual(
    expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining('the header x-said') })]),
  );
});

describe('a number that the request names', () => {
  const asked = async (member: unknown) => {
    const body = JSON.stringify({
      model: 'gpt-5',
      messages: [{ role: 'user', content: 'Hi' }],
      ...(member !== undefined && { metadata: { number: member } }),
    });
    const headers = { authorization: 'Bearer any-key', 'content-type': 'application/json' };
    const response = await mock.fetch('http://mock/v1/chat/completions', { method: 'POST', headers, body });
    return { status: response.status, body: await response.json() };
  };
  const number = '{$request.body#/metadata/number}' as unknown as number;

  test('is taken', async () => {
    await mock.use({ answers: [{ error: number }] });
    expect(await asked(429)).toMatchObject({ status: 429 });
    await mock.reset();
    await mock.use({ answers: [{ text: 'Hi', usage: { input: number } }] });
    expect(await asked(7)).toMatchObject({ status: 200, body: { usage: { prompt_tokens: 7 } } });
  });

  test.each<[unknown, string]>([
    ['soon', 'must be integer or object, got string "soon"'],
    [99_999, 'must be <= 599, got number 99999'],
    [undefined, 'must be integer or object, got string ""'],
  ])('is none in %j, which is said', async (member, why) => {
    await mock.use({ name: 'numbered', answers: [{ error: number }] });
    const { status, body } = await asked(member);
    expect([status, body.error.message]).toEqual([500, `numbered: what the request has in the place of /error ${why}`]);
  });
});
