import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../src/protocols/generate-content/protocol.js';
import type { AnswerPart, ToolCall } from '../../../src/protocols/parts/answer.js';
import type { JsonObject } from '../../../src/protocols/parts/json.js';

const head = { modelVersion: 'm', createTime: '2026-09-28T07:54:30Z', responseId: 'r1' };
const usageMetadata = {
  promptTokenCount: 5,
  candidatesTokenCount: 2,
  thoughtsTokenCount: 4,
  totalTokenCount: 11,
  trafficType: 'ON_DEMAND',
};

const end = { finishReason: 'STOP', safetyRatings: [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'NEGLIGIBLE' }] };

const answer: JsonObject = {
  candidates: [
    {
      content: {
        role: 'model',
        parts: [
          { text: 'A greeting.', thought: true },
          { text: 'Hello world', thoughtSignature: 'c2ln' },
        ],
      },
      ...end,
    },
  ],
  usageMetadata,
  ...head,
};

const call = { functionCall: { name: 'weather', args: { city: 'Oslo' } }, thoughtSignature: 'c2ln' };
const callAnswer = { candidates: [{ content: { role: 'model', parts: [call] }, finishReason: 'STOP' }], usageMetadata, ...head };

const noId = () => {
  throw new Error('No id is needed.');
};

describe('a request', () => {
  const declarations: JsonObject[] = [
    { name: 'weather', parameters: { type: 'OBJECT', properties: { city: { type: 'STRING' } } } },
    { name: 'time', parametersJsonSchema: { type: 'object' } },
    { name: 'place' },
  ];

  test('names its functions with JSON Schemas, and not the tools of the vendor', () => {
    expect(generateContent.conversation({ tools: [{ functionDeclarations: declarations }, { googleSearch: {} }] }).tools).toEqual([
      { name: 'weather', schema: { type: 'object', properties: { city: { type: 'string' } } } },
      { name: 'time', schema: { type: 'object' } },
      { name: 'place' },
    ]);
  });

  test.each([
    [undefined, { mode: 'auto' }],
    [{ mode: 'AUTO' }, { mode: 'auto' }],
    [{ mode: 'VALIDATED' }, { mode: 'auto' }],
    [{ mode: 'NONE' }, { mode: 'none' }],
    [{ mode: 'ANY' }, { mode: 'required' }],
    [{ mode: 'any' }, { mode: 'required' }],
    [{ mode: 'none' }, { mode: 'none' }],
    [{ mode: 'ANY', allowedFunctionNames: ['time', 'place'] }, { mode: 'required' }],
  ])('chooses functions: %j', (functionCallingConfig, choice) => {
    const tools = [{ functionDeclarations: declarations }];
    const request = { tools, ...(functionCallingConfig && { toolConfig: { functionCallingConfig } }) };
    expect(generateContent.conversation(request as JsonObject).wishes.toolChoice).toEqual(choice);
  });

  test('may narrow its functions', () => {
    const toolConfig = { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['time', 'place'] } };
    const tools = generateContent.conversation({ tools: [{ functionDeclarations: declarations }], toolConfig }).tools;
    expect(tools.map(({ name }) => name)).toEqual(['time', 'place']);
  });

  test('has the results of functions that follow the last turn of the model, also with a reminder after them', () => {
    const result = { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { output: 'Rain' } } }] };
    expect(generateContent.conversation({ contents: [{ parts: [{ text: 'Hi' }] }, result] }).toolResults.length > 0).toBe(true);
    expect(generateContent.conversation({ contents: [result, { parts: [{ text: 'Thanks' }] }] }).toolResults.length > 0).toBe(true);
  });

  test.each([
    [{}, { kind: 'text' }],
    [{ responseMimeType: 'text/plain' }, { kind: 'text' }],
    [{ responseMimeType: 'application/json' }, { kind: 'json' }],
    [
      { responseMimeType: 'application/json', responseSchema: { type: 'OBJECT' } },
      { kind: 'json', schema: { type: 'object' } },
    ],
    [
      { responseMimeType: 'application/json', responseJsonSchema: { type: 'object' } },
      { kind: 'json', schema: { type: 'object' } },
    ],
  ])('asks for a form of the answer: %j', (generationConfig, format) => {
    expect(generateContent.conversation({ generationConfig }).wishes.format).toEqual(format);
  });

  test('wants a number of candidates', () => {
    expect(generateContent.conversation({ generationConfig: { candidateCount: 2 } }).wishes.choices).toBe(2);
    expect(generateContent.conversation({}).wishes.choices).toBe(1);
  });

  test('may have its members in the other spelling, but for those of its schemas and values', () => {
    const spelled = generateContent.conversation({
      system_instruction: { parts: [{ text: 'Be brief.' }] },
      contents: [{ role: 'user', parts: [{ function_response: { name: 'get_it', response: { some_key: 1 } } }] }],
      tools: [
        {
          function_declarations: [
            {
              name: 'get_it',
              parameters: { type: 'OBJECT', properties: { user_id: { type: 'STRING', min_length: '2' } }, required: ['user_id'] },
            },
            { name: 'set_it', parameters_json_schema: { type: 'object', properties: { user_id: { min_length: 2 } } } },
          ],
        },
      ],
      generation_config: { max_output_tokens: 7, stop_sequences: ['x'] },
      tool_config: { function_calling_config: { mode: 'ANY' } },
    });
    expect(spelled).toMatchObject({
      system: 'Be brief.',
      toolResults: [{ name: 'get_it', json: { some_key: 1 } }],
      tools: [
        { name: 'get_it', schema: { type: 'object', properties: { user_id: { type: 'string', minLength: 2 } }, required: ['user_id'] } },
        { name: 'set_it', schema: { type: 'object', properties: { user_id: { min_length: 2 } } } },
      ],
      wishes: { toolChoice: { mode: 'required' }, maxTokens: 7, stop: ['x'] },
    });
  });

  test('is read without pictures', () => {
    const parts = generateContent.requestParts({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Weather?' }, { inlineData: { mimeType: 'image/png', data: 'AAAA' } }] },
        { role: 'model', parts: [call] },
        { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { output: 'Rain' } } }] },
      ],
    });
    expect(parts).toEqual(['Be brief.', 'Weather?', 'weather', { city: 'Oslo' }, 'weather', { output: 'Rain' }]);
  });
});

describe('an answer', () => {
  test('is read; its output includes the thinking', () => {
    expect(generateContent.read(answer)).toEqual({
      text: 'Hello world',
      reasoning: 'A greeting.',
      toolCalls: [],
      finishReason: 'STOP',
      usage: { input: 5, output: 6, total: 11, reasoning: 4 },
    });
    expect(generateContent.read(callAnswer)).toMatchObject({ toolCalls: [{ name: 'weather', arguments: { city: 'Oslo' } }] });
    expect(generateContent.read({ promptFeedback: { blockReason: 'SAFETY' } })).toEqual({ text: '', reasoning: '', toolCalls: [] });
  });

  test('is built with another text, which has the seal over the thinking', () => {
    const parts: AnswerPart[] = [{ reasoning: 'A farewell.' }, { text: 'Bye.' }];
    const usage = { input: 3, output: 5, reasoning: 4 };
    expect(generateContent.build(answer, { parts, finish: 'length', usage }, noId)).toMatchObject({
      candidates: [
        {
          content: {
            parts: [
              { text: 'A farewell.', thought: true },
              { text: 'Bye.', thoughtSignature: 'c2ln' },
            ],
          },
          finishReason: 'MAX_TOKENS',
        },
      ],
      usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 1, thoughtsTokenCount: 4, totalTokenCount: 8 },
    });
  });

  test('is built with calls that have an id each, the first of them sealed', () => {
    const calls: ToolCall[] = [
      { name: 'time', arguments: { zone: 'CET' } },
      { id: 'c2', name: 'place', arguments: {} },
    ];
    const parts = [
      { functionCall: { id: 'call_1', name: 'time', args: { zone: 'CET' } }, thoughtSignature: 'c2ln' },
      { functionCall: { id: 'c2', name: 'place', args: {} } },
    ];
    const built = generateContent.build(callAnswer, { parts: calls.map((toolCall) => ({ toolCall })), finish: 'calls' }, () => '1');
    expect(built).toMatchObject({ candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }] });
  });

  test('is built with a picture', () => {
    const built = generateContent.build(answer, { parts: [{ image: 'data:image/png;base64,AAAA' }], finish: 'stop' }, noId);
    expect(built).toMatchObject({ candidates: [{ content: { parts: [{ inlineData: { mimeType: 'image/png', data: 'AAAA' } }] } }] });
  });

  test('gets more candidates', () => {
    expect(generateContent.withChoices(callAnswer, 2, noId)).toMatchObject({
      candidates: [
        { ...callAnswer.candidates[0], index: 0 },
        { ...callAnswer.candidates[0], index: 1 },
      ],
    });
  });
});

describe('a stream', () => {
  const event = (part: object) => ({
    candidates: [{ content: { role: 'model', parts: [part] } }],
    usageMetadata: { trafficType: 'ON_DEMAND' },
    ...head,
  });

  test('sends thoughts, text, and the seal with the end', () => {
    expect(generateContent.toEvents(answer, {})).toEqual([
      event({ text: 'A', thought: true }),
      event({ text: ' greeting.', thought: true }),
      event({ text: 'Hello' }),
      event({ text: ' world' }),
      {
        candidates: [{ content: { role: 'model', parts: [{ text: '', thoughtSignature: 'c2ln' }] }, ...end }],
        usageMetadata,
        ...head,
      },
    ]);
  });

  test('sends text even if it is empty', () => {
    const { finishReason } = end;
    const events = generateContent.toEvents(
      { candidates: [{ content: { role: 'model', parts: [{ text: '' }, call] }, finishReason }] },
      {},
    );
    expect(events).toEqual([
      { candidates: [{ content: { role: 'model', parts: [{ text: '' }] } }] },
      { candidates: [{ content: { role: 'model', parts: [call] }, finishReason }] },
    ]);
  });

  test('sends a call whole', () => {
    expect(generateContent.toEvents(callAnswer, {})).toEqual([callAnswer]);
  });

  test('sends a blocked prompt as it is', () => {
    const blocked = { promptFeedback: { blockReason: 'SAFETY' }, ...head };
    expect(generateContent.toEvents(blocked, {})).toEqual([blocked]);
    expect(generateContent.fromEvents([blocked])).toEqual(blocked);
  });

  test('numbers and ends each of several candidates', () => {
    const [candidate] = callAnswer.candidates;
    const events = generateContent.toEvents({ ...callAnswer, candidates: [candidate ?? null, candidate ?? null] }, {});
    expect(events).toMatchObject([
      { candidates: [{ index: 0, finishReason: 'STOP' }], usageMetadata: { trafficType: 'ON_DEMAND' } },
      { candidates: [{ index: 1, finishReason: 'STOP' }], usageMetadata },
    ]);
  });

  test('reports errors', () => {
    expect(generateContent.errorOf(generateContent.errorEvent({ message: 'Broken.' }))).toEqual({ type: 'INTERNAL', message: 'Broken.' });
    expect(generateContent.errorOf(callAnswer)).toBeUndefined();
  });
});
