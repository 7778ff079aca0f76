import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../src/protocols/generate-content/protocol.js';
import type { JsonObject } from '../../../src/protocols/parts/json.js';
import type { ToolCall } from '../../../src/protocols/parts/protocol.js';

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

describe('a request', () => {
  const declarations: JsonObject[] = [
    { name: 'weather', parameters: { type: 'OBJECT', properties: { city: { type: 'STRING' } } } },
    { name: 'time', parametersJsonSchema: { type: 'object' } },
    { name: 'place' },
  ];

  test('names its functions with JSON Schemas, and not the tools of the vendor', () => {
    expect(generateContent.tools({ tools: [{ functionDeclarations: declarations }, { googleSearch: {} }] })).toEqual([
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
    [
      { mode: 'ANY', allowedFunctionNames: ['time'] },
      { mode: 'required', name: 'time' },
    ],
    [{ mode: 'ANY', allowedFunctionNames: ['time', 'place'] }, { mode: 'required' }],
  ])('chooses functions: %j', (functionCallingConfig, choice) => {
    expect(generateContent.toolChoice(functionCallingConfig ? { toolConfig: { functionCallingConfig } } : {})).toEqual(choice);
  });

  test('may narrow its functions', () => {
    const toolConfig = { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['time', 'place'] } };
    const tools = generateContent.tools({ tools: [{ functionDeclarations: declarations }], toolConfig });
    expect(tools.map(({ name }) => name)).toEqual(['time', 'place']);
  });

  test('ends with the result of a function if its last turn has one', () => {
    const result = { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { output: 'Rain' } } }] };
    expect(generateContent.endsWithToolResult({ contents: [{ parts: [{ text: 'Hi' }] }, result] })).toBe(true);
    expect(generateContent.endsWithToolResult({ contents: [result, { parts: [{ text: 'Thanks' }] }] })).toBe(false);
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
    expect(generateContent.answerFormat({ generationConfig })).toEqual(format);
  });

  test('wants a number of candidates', () => {
    expect(generateContent.choices({ generationConfig: { candidateCount: 2 } })).toBe(2);
    expect(generateContent.choices({})).toBe(1);
  });

  test('is read without pictures', () => {
    const text = generateContent.requestText({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Weather?' }, { inlineData: { mimeType: 'image/png', data: 'AAAA' } }] },
        { role: 'model', parts: [call] },
        { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { output: 'Rain' } } }] },
      ],
    });
    expect(text).toBe('Be brief.\nWeather?\nweather\n{"city":"Oslo"}\nweather\n{"output":"Rain"}');
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

  test('gets another text in the place of the old one', () => {
    expect(generateContent.withText(answer, 'Bye.')).toMatchObject({
      candidates: [
        {
          content: {
            parts: [
              { text: 'A greeting.', thought: true },
              { text: 'Bye.', thoughtSignature: 'c2ln' },
            ],
          },
          finishReason: 'STOP',
        },
      ],
    });
    expect(generateContent.withText(callAnswer, 'Rain.')).toMatchObject({ candidates: [{ content: { parts: [{ text: 'Rain.' }] } }] });
  });

  test('gets calls without made-up ids, the first of them sealed', () => {
    const calls: ToolCall[] = [
      { name: 'time', arguments: { zone: 'CET' } },
      { id: 'c2', name: 'place', arguments: {} },
    ];
    const parts = [
      { functionCall: { name: 'time', args: { zone: 'CET' } }, thoughtSignature: 'c2ln' },
      { functionCall: { id: 'c2', name: 'place', args: {} } },
    ];
    const newId = () => {
      throw new Error('No id is needed.');
    };
    expect(generateContent.withToolCalls(callAnswer, calls, newId)).toEqual({
      ...callAnswer,
      candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP' }],
    });
    expect(generateContent.withToolCalls(answer, calls, newId)).toMatchObject({
      candidates: [{ content: { parts: [{ text: 'A greeting.', thought: true }, ...parts] } }],
    });
  });

  test('gets more candidates', () => {
    expect(generateContent.withChoices(callAnswer, 2)).toMatchObject({
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
    expect(generateContent.errorOf(generateContent.errorEvent('Broken.'))).toEqual({ type: 'INTERNAL', message: 'Broken.' });
    expect(generateContent.errorOf(callAnswer)).toBeUndefined();
  });
});
