import { expect, test } from 'vitest';
import { collect, createNexconnClient, NexconnStreamError } from '../../src/client/index.js';
import { events, serve } from './server.js';

const head = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm' };
const delta = (delta: object, finish_reason: string | null = null) => ({ ...head, choices: [{ index: 0, delta, finish_reason }] });

test('chat chunks become text, reasoning, tool calls and usage', async () => {
  const { url } = await serve(
    events(
      delta({ role: 'assistant', content: '', reasoning_content: 'Let me ' }),
      delta({ reasoning_content: 'look.' }),
      delta({ content: 'It is ' }),
      delta({ content: 'warm.' }),
      delta({ tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":' } }] }),
      delta({ tool_calls: [{ index: 0, function: { arguments: '"Oslo"}' } }] }),
      { ...delta({}, 'tool_calls'), usage: { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 } },
      '[DONE]',
    ),
  );
  const seen: unknown[] = [];
  const answer = await collect(createNexconnClient({ baseUrl: url }).streamChatCompletion({ model: 'm', messages: [] }), (event) =>
    seen.push(event),
  );
  expect(answer).toMatchObject({
    text: 'It is warm.',
    reasoning: 'Let me look.',
    toolCalls: [{ id: 'call_1', name: 'weather', arguments: { city: 'Oslo' } }],
    finishReason: 'tool_calls',
    usage: { input: 3, output: 4, total: 7 },
  });
  expect(answer.message).toMatchObject({
    id: 'c',
    object: 'chat.completion',
    choices: [{ message: { content: 'It is warm.' }, finish_reason: 'tool_calls' }],
  });
  expect(seen).toHaveLength(7);
});

test('Anthropic events become a message', async () => {
  const { url } = await serve(
    events(
      {
        type: 'message_start',
        message: { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [], usage: { input_tokens: 2, output_tokens: 0 } },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello' } },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 5 } },
      { type: 'message_stop' },
    ),
  );
  const answer = await collect(createNexconnClient({ baseUrl: url }).streamMessage({ model: 'm', max_tokens: 1, messages: [] }));
  expect(answer).toMatchObject({ text: 'Hello', toolCalls: [], finishReason: 'end_turn', usage: { input: 2, output: 5 } });
  expect(answer.message).toMatchObject({ id: 'msg_1', content: [{ type: 'text', text: 'Hello' }] });
});

test('Gemini chunks become an answer', async () => {
  const part = (text: string, more = {}) => ({ candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, ...more }] });
  const { url } = await serve(
    events(part('Hel'), {
      ...part('lo', { finishReason: 'STOP' }),
      usageMetadata: { promptTokenCount: 2, candidatesTokenCount: 1, totalTokenCount: 3 },
    }),
  );
  const answer = await collect(createNexconnClient({ baseUrl: url }).streamGenerateContent({ model: 'g', contents: [] }));
  expect(answer).toMatchObject({ text: 'Hello', finishReason: 'STOP', usage: { input: 2, output: 1, total: 3 } });
  expect(answer.message.candidates?.[0]?.content?.parts?.map(({ text }) => text).join('')).toBe('Hello');
});

test('Responses events become a response', async () => {
  const message = {
    type: 'message',
    id: 'm1',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: 'Hello', annotations: [] }],
  };
  const response = {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    output: [message],
    usage: { input_tokens: 2, output_tokens: 1, total_tokens: 3 },
  };
  const { url } = await serve(
    events(
      { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
      { type: 'response.completed', response },
    ),
  );
  const answer = await collect(createNexconnClient({ baseUrl: url }).streamResponse({ model: 'm', input: 'a' }));
  expect(answer).toMatchObject({ text: 'Hello', usage: { input: 2, output: 1, total: 3 }, message: { id: 'resp_1' } });
});

test('a stream that breaks off is no answer', async () => {
  const { url } = await serve(events(delta({ content: 'half' })));
  const answer = collect(createNexconnClient({ baseUrl: url }).streamChatCompletion({ model: 'm', messages: [] }));
  await expect(answer).rejects.toBeInstanceOf(NexconnStreamError);
});
