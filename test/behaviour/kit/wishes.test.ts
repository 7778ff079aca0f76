/**
 * What a request asks of an answer, each alone and each with each other: the mock gives answers that keep both, whole and as streams, and the test
 * kit finds nothing wrong with them.
 */
import { afterAll, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';
import { asObject, type JsonObject, merge } from '../../../src/protocols/parts/json.js';
import { contractFetch } from '../../../src/testing/index.js';
import { createMock } from '../../mocks.js';
import { runs } from '../../runs.js';

const mock = await createMock({ eventsPerSecond: 1e6, journalSize: 1 });
afterAll(() => mock.close());

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', maxLength: 12 },
    tags: { type: 'array', items: { enum: ['a', 'b'] }, minItems: 2 },
    when: { type: 'string', format: 'date-time' },
  },
  required: ['name', 'tags', 'when'],
  additionalProperties: false,
};
const name = 'get_weather';
const described = { name, description: 'Tells the weather.' };
const parameters = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 1, maximum: 7 } },
  required: ['city'],
};
const stops = ['e', ' '];

const chatTool = { type: 'function', function: { ...described, parameters } };
const messagesTool = { ...described, input_schema: parameters };
const responsesTool = { type: 'function', ...described, parameters };
const declared = (...names: string[]) => [{ functionDeclarations: names.map((one) => ({ ...described, name: one, parameters })) }];
const calling = (functionCallingConfig: JsonObject) => ({ toolConfig: { functionCallingConfig } });
const generation = (generationConfig: JsonObject) => ({ generationConfig });

const wishes: Record<string, { plain: JsonObject; wishes: Record<string, JsonObject> }> = {
  'chat-completions': {
    plain: { messages: [{ role: 'user', content: 'Tell me of otters and their rivers' }] },
    wishes: {
      reasoning: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 4000 },
      'no reasoning': { thinking: { type: 'disabled' } },
      effort: { reasoning_effort: 'high' },
      'no effort': { reasoning_effort: 'none' },
      JSON: { response_format: { type: 'json_object' } },
      schema: { response_format: { type: 'json_schema', json_schema: { name: 'a', strict: true, schema } } },
      tools: { tools: [chatTool] },
      'any call': { tools: [chatTool], tool_choice: 'required' },
      'one call': { tools: [chatTool], tool_choice: { type: 'function', function: { name } } },
      'no call': { tools: [chatTool], tool_choice: 'none' },
      'one at a time': { tools: [chatTool], parallel_tool_calls: false },
      stops: { stop: stops },
      several: { n: 3 },
      'few tokens': { max_tokens: 5 },
      'one token': { max_completion_tokens: 1 },
      likelihoods: { logprobs: true, top_logprobs: 3 },
      usage: { stream_options: { include_usage: true } },
      'no usage': { stream_options: { include_usage: false } },
      pictures: { modalities: ['text', 'image'] },
      ratio: { image_config: { aspect_ratio: '16:9' } },
    },
  },
  messages: {
    plain: { max_tokens: 900, messages: [{ role: 'user', content: 'Tell me of otters and their rivers' }] },
    wishes: {
      reasoning: { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 4000 },
      'no reasoning': { thinking: { type: 'disabled' } },
      adaptive: { thinking: { type: 'adaptive' } },
      effort: { output_config: { effort: 'low' } },
      schema: { output_config: { format: { type: 'json_schema', schema } } },
      tools: { tools: [messagesTool] },
      'any call': { tools: [messagesTool], tool_choice: { type: 'any' } },
      'one call': { tools: [messagesTool], tool_choice: { type: 'tool', name } },
      'no call': { tools: [messagesTool], tool_choice: { type: 'none' } },
      'one at a time': { tools: [messagesTool], tool_choice: { type: 'any', disable_parallel_tool_use: true } },
      search: { tools: [{ type: 'web_search_20250305', name: 'web_search', max_uses: 1 }] },
      code: { tools: [{ type: 'code_execution_20250825', name: 'code_execution' }] },
      stops: { stop_sequences: stops },
      'few tokens': { max_tokens: 5 },
      'one token': { max_tokens: 1 },
      begun: {
        messages: [
          { role: 'user', content: 'Tell me of otters' },
          { role: 'assistant', content: '{"a":' },
        ],
      },
    },
  },
  responses: {
    plain: { input: 'Tell me of otters and their rivers' },
    wishes: {
      effort: { reasoning: { effort: 'high', summary: 'auto' } },
      'no effort': { reasoning: { effort: 'none' } },
      JSON: { text: { format: { type: 'json_object' } } },
      schema: { text: { format: { type: 'json_schema', name: 'a', strict: true, schema } } },
      verbosity: { text: { verbosity: 'low' } },
      tools: { tools: [responsesTool] },
      'any call': { tools: [responsesTool], tool_choice: 'required' },
      'one call': { tools: [responsesTool], tool_choice: { type: 'function', name } },
      'no call': { tools: [responsesTool], tool_choice: 'none' },
      'one at a time': { tools: [responsesTool], parallel_tool_calls: false },
      'free call': { tools: [{ type: 'custom', name, description: 'Takes any text.' }], tool_choice: 'required' },
      search: { tools: [{ type: 'web_search' }] },
      'few tokens': { max_output_tokens: 16 },
      likelihoods: { top_logprobs: 3, include: ['message.output_text.logprobs'] },
      sealed: { include: ['reasoning.encrypted_content'], store: false },
      instructions: { instructions: 'Be brief.', metadata: { a: 'b' } },
      background: { background: true },
      sampling: { temperature: 0.2, top_p: 0.5, truncation: 'auto', max_tool_calls: 2 },
      before: { previous_response_id: 'resp_123' },
    },
  },
  'generate-content': {
    plain: { contents: [{ role: 'user', parts: [{ text: 'Tell me of otters and their rivers' }] }] },
    wishes: {
      thoughts: generation({ thinkingConfig: { includeThoughts: true } }),
      'no thinking': generation({ thinkingConfig: { thinkingBudget: 0 } }),
      level: generation({ thinkingConfig: { thinkingLevel: 'low' } }),
      JSON: generation({ responseMimeType: 'application/json' }),
      schema: generation({ responseMimeType: 'application/json', responseJsonSchema: schema }),
      choice: generation({ responseMimeType: 'text/x.enum', responseSchema: { type: 'STRING', enum: ['Fresh', 'Stale'] } }),
      tools: { tools: declared(name) },
      'any call': { tools: declared(name), ...calling({ mode: 'ANY' }) },
      'one call': { tools: declared(name, 'other'), ...calling({ mode: 'ANY', allowedFunctionNames: ['other'] }) },
      'no call': { tools: declared(name), ...calling({ mode: 'NONE' }) },
      search: { tools: [{ googleSearch: {} }] },
      stops: generation({ stopSequences: stops }),
      several: generation({ candidateCount: 2 }),
      'few tokens': generation({ maxOutputTokens: 5 }),
      likelihoods: generation({ responseLogprobs: true, logprobs: 3 }),
      pictures: generation({ responseModalities: ['TEXT', 'IMAGE'] }),
      'a picture': generation({ responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '1:1' } }),
    },
  },
};

interface Asked {
  title: string;
  model: string;
  body: JsonObject;
}

const isInPath = ({ path }: PreparedOperation): boolean => path.includes('{model}');

/** The documented models, and one that nobody knows. */
const modelsOf = (operation: PreparedOperation): string[] => [
  ...new Set(operation.examples.map(({ request: { path, body } }) => String(isInPath(operation) ? path?.model : asObject(body).model))),
  'a-model-of-tomorrow',
];

/** Each wish of each model, and each with each other, of the models in turns: a long run asks all of them. */
function* asked(operation: PreparedOperation): Generator<Asked> {
  const { plain, wishes: all } = wishes[operation.protocol ?? ''] ?? { plain: {}, wishes: {} };
  const models = modelsOf(operation);
  const list = Object.entries(all);
  for (const model of models) for (const [title, wish] of list) yield { title, model, body: merge(plain, wish) };
  let turn = 0;
  for (const [index, [title, wish]] of list.entries())
    for (const [other, further] of list.slice(index + 1)) {
      const chosen = runs(1) > 1 ? models : [models[turn++ % models.length] as string];
      for (const model of chosen) yield { title: `${title}, ${other}`, model, body: merge(merge(plain, wish), further) };
    }
}

const forms = contract.operations
  .filter(({ protocol }) => protocol !== undefined && protocol in wishes)
  .flatMap((operation) =>
    isInPath(operation) ? [{ operation, more: {} }] : [false, true].map((stream) => ({ operation, more: { stream } })),
  )
  .map((form) => ({ ...form, title: `${form.operation.id} ${JSON.stringify(form.more)}` }));

test.for(forms)('$title: answers keep what two wishes ask for', async ({ operation, more }) => {
  const wrong: unknown[] = [];
  for (const { title, model, body } of asked(operation)) {
    const checked = contractFetch(mock.fetch, { onViolation: 'collect' });
    const said = isInPath(operation) ? body : { ...body, model, ...more };
    const response = await checked(`http://mock${operation.path.replace('{model}', encodeURIComponent(model))}`, {
      method: operation.method,
      headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
      body: JSON.stringify(said),
    });
    await response.text();
    const messages = checked.violations.flatMap(({ part, message }) => (part === 'request' ? [] : [message]));
    if (response.status >= 500 || messages.length > 0) wrong.push([model, title, response.status, messages]);
  }
  expect(wrong).toEqual([]);
});
