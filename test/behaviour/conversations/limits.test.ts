/** Where answers end: at the limit of tokens and before stop sequences, in the words of the protocol. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../../src/mock/index.js';
import { ask, forms, type Reply, requestOf, send } from './dialogue.js';

let mock: Mock;
beforeAll(async () => {
  mock = await createMock({ eventsPerSecond: 100_000 });
});
afterAll(() => mock.close());

const messages = [{ user: 'Please write a long essay about the sea.' }];

const cutWords: Record<string, string> = {
  'chat-completions': 'length',
  messages: 'max_tokens',
  'generate-content': 'MAX_TOKENS',
  responses: 'incomplete',
};
const wholeWords: Record<string, string> = {
  'chat-completions': 'stop',
  messages: 'end_turn',
  'generate-content': 'STOP',
  responses: 'completed',
};

const expectSums = ({ content: { usage = {} } }: Reply) => {
  const { input = 0, output = 0, total, reasoning = 0 } = usage;
  expect(reasoning).toBeLessThanOrEqual(output);
  if (total !== undefined) expect(total).toBe(input + output);
};

describe.each(forms)('$name', (form) => {
  test.each([16, 24, 50])('has at most %d tokens where it may have no more', async (maxTokens) => {
    const whole = await ask(mock, form, { messages });
    const cut = await ask(mock, form, { messages, maxTokens });
    expect(whole.content.finishReason).toBe(wholeWords[form.protocolName]);
    expect(cut.content.finishReason).toBe(cutWords[form.protocolName]);
    expect(cut.content.text).not.toBe('');
    expect(cut.content.text.length).toBeLessThan(whole.content.text.length);
    expect(cut.content.usage?.output).toBeLessThanOrEqual(maxTokens);
    expect(cut.content.usage?.output).toBeGreaterThan(maxTokens * 0.7);
    expectSums(whole);
    expectSums(cut);
  });

  test('is whole where it may have more than it has', async () => {
    const { content } = await ask(mock, form, { messages, maxTokens: 30_000 });
    expect(content.finishReason).toBe(wholeWords[form.protocolName]);
  });
});

test.each(forms.filter(({ protocolName }) => protocolName === 'responses'))('$name: says why it is incomplete', async (form) => {
  const { answer } = await ask(mock, form, { messages, maxTokens: 16 });
  expect(answer).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
});

describe.each(forms.filter(({ protocolName }) => protocolName !== 'responses'))('$name', (form) => {
  test('ends before a stop sequence', async () => {
    const whole = await ask(mock, form, { messages });
    const word = whole.content.text.split(/\s+/).find((candidate, index) => index > 3 && candidate.length > 2) ?? '';
    const { content, answer } = await ask(mock, form, { messages, stop: ['\u0000', word] });
    expect(whole.content.text.startsWith(content.text)).toBe(true);
    expect(content.text).not.toContain(word);
    expect(content.text).toBe(whole.content.text.slice(0, whole.content.text.indexOf(word)));
    if (form.protocolName === 'messages') expect(answer).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: word });
    else expect(content.finishReason).toBe(wholeWords[form.protocolName]);
  });
});

describe('a limit below any answer, where the contract has no least', () => {
  const chats = forms.filter(({ protocolName }) => protocolName === 'chat-completions');

  test.each(
    chats.flatMap((form) => [0, -5].flatMap((limit) => ['max_tokens', 'max_completion_tokens'].map((member) => ({ form, limit, member })))),
  )('$form.name: $member $limit limits nothing, and is told', async ({ form, limit, member }) => {
    await mock.reset();
    const { path, body } = requestOf(form, { messages });
    const whole = await send(mock, form, path, body);
    const { status, content } = await send(mock, form, path, { ...body, [member]: limit });
    expect(status).toBe(200);
    expect(content.text).toBe(whole.content.text);
    const [, { warnings } = { warnings: [] }] = mock.journal();
    expect(warnings).toContainEqual(expect.objectContaining({ message: 'a limit below one token counts as absent' }));
  });
});

test.each(forms.filter(({ protocolName, streams }) => protocolName === 'messages' && !streams))(
  '$name: says nothing where it may have no token at all, which fills the cache',
  async (form) => {
    const { status, answer, content } = await ask(mock, form, { messages, tools: [{ name: 'look_up' }], maxTokens: 0 });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ content: [], stop_reason: 'max_tokens' });
    expect(content.usage?.output).toBe(0);
  },
);
