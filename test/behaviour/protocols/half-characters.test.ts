/** Half of a character in a request counts as one that cannot be read, wherever it stands: no answer repeats it. */
import { describe, expect, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';
import { contractFetch } from '../../../src/testing/index.js';

const cut = 'Well done \ud83d';
const schema = { type: 'object', properties: { mood: { enum: [cut] }, [cut]: { type: 'string' } }, required: ['mood', cut] };
const headers = { authorization: 'Bearer k', 'x-api-key': 'k', 'x-goog-api-key': 'k', 'content-type': 'application/json' };

const requests: [string, string, object, string][] = [
  [
    'chat completions',
    '/v1/chat/completions',
    {
      model: 'gemini-2.5-flash',
      messages: [{ role: 'user', content: cut }],
      tools: [{ type: 'function', function: { name: 'rate', parameters: schema } }],
    },
    '/messages/0/content',
  ],
  [
    'messages',
    '/v1/messages',
    {
      model: 'claude-4.5-sonnet',
      max_tokens: 50,
      stop_sequences: ['\ud83c'],
      messages: [{ role: 'user', content: `Many emoji, please ${cut}` }],
      tools: [{ name: 'rate', input_schema: schema }],
    },
    '/stop_sequences/0',
  ],
  [
    'responses',
    '/bypass/openai/v1/responses',
    { model: 'openai/gpt-5', input: cut, tools: [{ type: 'function', name: 'rate', parameters: schema }] },
    '/input',
  ],
  [
    'generate content',
    '/bypass/vertex/v1/models/gemini-2.5-flash:generateContent',
    {
      contents: [{ role: 'user', parts: [{ text: cut }] }],
      tools: [{ functionDeclarations: [{ name: 'rate', parametersJsonSchema: schema }] }],
    },
    '/contents/0/parts/0/text',
  ],
];

describe('half of a character', () => {
  test.each(requests)('%s', async (_, path, body, pointer) => {
    const post = { method: 'POST', headers, body: JSON.stringify(body) };
    const mock = await createMock();
    const checked = contractFetch(mock.fetch);
    const response = await checked(`http://mock${path}`, post);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/\\u[dD][89a-fA-F]/);
    expect(mock.journal().at(-1)?.warnings).toContainEqual({ in: 'body', pointer, message: 'half of a character counts as U+FFFD' });

    const strict = await createMock({ strict: true });
    const refused = await strict.fetch(`http://mock${path}`, post);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('half of a character');
    await expect(contractFetch(mock.fetch, { strict: true })(`http://mock${path}`, post)).rejects.toThrow(
      `request body ${pointer}: must be of whole characters`,
    );
  });
});
