/** What an answer says is the same whether it comes whole or as a stream. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';

const mock = await createMock({ eventsPerSecond: 1e6 });

async function ask(path: string, body: object): Promise<string> {
  const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
  const response = await mock.fetch(`http://mock${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.text();
}

const chat = (body: object) => ask('/v1/chat/completions', body);
const gemini = (action: string, model = 'gemini-2.5-flash', more: object = {}) =>
  ask(`/bypass/vertex/v1/models/${model}:${action}`, { contents: [{ role: 'user', parts: [{ text: 'How do bridges stand?' }] }], ...more });
const messages = [{ role: 'user', content: 'How do bridges stand?' }];

describe('a chat answer reasons', () => {
  test.each([
    // Not listed, documented to do so unasked, documented to do so where asked, documented not to.
    ['deepseek-r1', {}, false],
    ['deepseek-r1', { thinking: { type: 'enabled' } }, true],
    ['gemini-3.0-pro-preview', {}, true],
    ['claude-4.5-sonnet', {}, false],
    ['claude-4.5-sonnet', { thinking: { type: 'enabled', budget_tokens: 1024 } }, true],
    ['openai/gpt-5', {}, false],
    ['deepseek-v3', { response_format: { type: 'json_object' } }, false],
    ['gemini-3.0-pro-preview', { response_format: { type: 'json_object' } }, true],
  ])('%s with %j: %s, in both forms', async (model, more, reasons) => {
    for (const stream of [false, true]) {
      const text = await chat({ model, messages, stream, ...more });
      expect([stream, /"reasoning_content":"[^"]/.test(text)]).toEqual([stream, reasons]);
    }
  });
});

test.each([
  [{}, false],
  [{ reasoning: { effort: 'none' } }, false],
  [{ reasoning: { effort: 'high', summary: 'auto' } }, true],
  [{ reasoning: { summary: 'auto' } }, true],
])('Responses with %j reasons: %s, in both forms', async (more, reasons) => {
  for (const stream of [false, true]) {
    const text = await ask('/bypass/openai/v1/responses', { model: 'openai/gpt-5.2', input: 'How do bridges stand?', stream, ...more });
    expect([stream, /"type":"summary_text"/.test(text)]).toEqual([stream, reasons]);
  }
});

test.each([
  ['gemini-2.5-flash', {}],
  ['gemini-2.5-flash', { response_format: { type: 'json_object' } }],
  ['openai/gpt-5.2', { response_format: { type: 'json_object' } }],
  ['deepseek-r1', { response_format: { type: 'json_object' } }],
  [
    'deepseek-r1',
    { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: { type: 'object', additionalProperties: true } } } },
  ],
])('%s with %j says the same in both forms', async (model, more) => {
  const whole = JSON.parse(await chat({ model, messages, ...more })).choices[0].message.content;
  const events = (await chat({ model, messages, stream: true, ...more })).split('\n').filter((line) => line.startsWith('data: {'));
  expect(events.map((line) => JSON.parse(line.slice('data: '.length)).choices[0]?.delta.content ?? '').join('')).toBe(whole);
});

test.each(['generateContent', 'streamGenerateContent?alt=sse', 'streamGenerateContent'])(
  '%s counts thoughts, be it none, but for the model whose captured answers count none',
  async (action) => {
    expect(await gemini(action)).toMatch(/"thoughtsTokenCount": ?0\b/);
    expect(await gemini(action, 'gemini-3.1-flash-lite')).not.toContain('thoughtsTokenCount');
    // What it was asked to show, it counts: the sum of the tokens has it, too.
    const thinks = { generationConfig: { thinkingConfig: { includeThoughts: true } } };
    expect(await gemini(action, 'gemini-3.1-flash-lite', thinks)).toMatch(/"thoughtsTokenCount": ?[1-9]/);
  },
);

describe('a picture counts', () => {
  const draw = async (model: string, more: object = {}) => {
    const answer = JSON.parse(await chat({ model, messages: [{ role: 'user', content: 'Draw a bridge in fog' }], ...more }));
    const { completion_tokens, completion_tokens_details: details } = answer.usage;
    expect(completion_tokens).toBeGreaterThan(details.image_tokens);
    return details.image_tokens;
  };

  test('what it does in the documented answer', async () => {
    expect(await draw('gemini-3.0-pro-image-preview', { image_config: { aspect_ratio: '16:9', image_size: '4K' } })).toBe(2000);
  });

  test('what the contract says where the documented answer has none', async () => {
    expect(await draw('gemini-2.5-flash', { modalities: ['text', 'image'] })).toBe(1120);
  });
});
