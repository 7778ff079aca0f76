/**
 * Requests that public code really makes, and answers that it really got (texts shortened, provenance `client-code`): the contract
 * takes them as they are. Their extra members are no violation, since the gateway and its upstreams keep adding some.
 */
import { describe, expect, test } from 'vitest';
import requestValidators from '../../compiled/request-validators.js';
import responseValidators from '../../compiled/response-validators.js';
import { readExamples } from '../../scripts/lib/examples.js';

const requests: [operation: string, what: string, body: unknown][] = [
  [
    'createChatCompletion',
    'a stream with usage',
    {
      model: 'deepseek/deepseek-v4.1-flash',
      messages: [{ role: 'user', content: 'Count to 3' }],
      stream: true,
      stream_options: { include_usage: true },
    },
  ],
  [
    'createChatCompletion',
    'a strict tool with additionalProperties',
    {
      model: 'deepseek/deepseek-v4.1-flash',
      messages: [{ role: 'user', content: 'Weather?' }],
      tools: [
        {
          type: 'function',
          function: {
            name: 'weather',
            description: 'x',
            strict: true,
            parameters: {
              type: 'object',
              properties: { latitude: { type: 'string' } },
              required: ['latitude'],
              additionalProperties: false,
            },
          },
        },
      ],
    },
  ],
  [
    'createChatCompletion',
    'a conversation with a tool result',
    {
      model: 'deepseek/deepseek-v4.1-flash',
      messages: [
        { role: 'user', content: 'Weather?' },
        {
          role: 'assistant',
          content: '',
          tool_calls: [{ index: 0, id: 'call_00_x', type: 'function', function: { name: 'weather', arguments: '{}' } }],
          reasoning_content: 'Look.',
        },
        { role: 'tool', content: '15 degrees', tool_call_id: 'call_00_x' },
      ],
    },
  ],
  [
    'createChatCompletion',
    'thinking with a budget',
    { model: 'gemini-2.5-pro', messages: [{ role: 'user', content: 'Hi' }], thinking: { type: 'enabled', budget_tokens: 8192 } },
  ],
  [
    'createChatCompletion',
    'a file by its id',
    {
      model: 'gemini-3.0-pro-preview',
      stream: false,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is this' },
            { type: 'file', file: { file_id: 'qfile-xxxx-1770719212268100147-e0011b', format: 'video/mp4' } },
          ],
        },
      ],
    },
  ],
  ['createVideo', 'no more than model and prompt', { model: 'kling-v3', prompt: 'A cat' }],
  ['createVideo', 'a duration that the gateway ignores', { model: 'sora-2', prompt: 'A cat', duration: 5 }],
  [
    'createVideo',
    'a data URL as first frame',
    { model: 'kling-v2-5-turbo', prompt: 'A cat', input_reference: 'data:image/jpeg;base64,/9j/4AAQ', mode: 'pro', seconds: '5' },
  ],
  [
    'createResponse',
    'the Responses protocol',
    {
      model: 'openai/gpt-5.2',
      input: [{ role: 'user', content: "What's 2 + 2?" }],
      stream: false,
      store: false,
      include: ['reasoning.encrypted_content'],
    },
  ],
  [
    'createMessage',
    'the Anthropic protocol',
    { model: 'claude-4.6-sonnet', max_tokens: 1024, messages: [{ role: 'user', content: 'Hi' }] },
  ],
  [
    'generateContent',
    'the Gemini protocol',
    {
      contents: [{ role: 'user', parts: [{ text: 'Explain how AI works' }] }],
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      generationConfig: { temperature: 0.7, topP: 0.9, maxOutputTokens: 1024 },
    },
  ],
  [
    'createContentGenerationTask',
    'a first frame',
    {
      model: 'bytedance/doubao-seedance-2-0-260128',
      content: [
        { type: 'text', text: 'A street' },
        { type: 'image_url', image_url: { url: 'https://example.com/first.png' }, role: 'first_frame' },
      ],
    },
  ],
];

const answers: [validator: string, what: string, body: unknown][] = [
  [
    'schema_ChatCompletionResponse',
    'a tool call',
    {
      id: 'chatcmpl-ac69ea0edf4742eba008ea5cf53d8e0f',
      object: 'chat.completion',
      created: 1790583330,
      model: 'deepseek/deepseek-v4.1-flash',
      choices: [
        {
          index: 0,
          message: {
            role: 'assistant',
            content: 'Looking.',
            tool_calls: [
              {
                index: 0,
                type: 'function',
                id: 'call_00_lvuhgau5olak8ey3lt97bhez',
                function: { name: 'weather', arguments: '{"latitude": "52.5200"}' },
              },
            ],
            reasoning_content: 'Call it.',
          },
          finish_reason: 'tool_calls',
        },
      ],
      usage: {
        prompt_tokens: 341,
        completion_tokens: 87,
        total_tokens: 428,
        prompt_tokens_details: {},
        completion_tokens_details: { reasoning_tokens: 17 },
      },
    },
  ],
  [
    'schema_ChatCompletionChunk',
    'the last chunk, with usage',
    {
      id: 'chatcmpl-d72665fc52394f6f84ea246579724256',
      object: 'chat.completion.chunk',
      created: 1790581839,
      model: 'deepseek/deepseek-v4.1-flash',
      choices: [{ index: 0, delta: { content: '' }, finish_reason: 'stop' }],
      usage: {
        prompt_tokens: 37,
        completion_tokens: 35,
        total_tokens: 72,
        prompt_tokens_details: {},
        completion_tokens_details: { reasoning_tokens: 27 },
      },
    },
  ],
  [
    'schema_AnthropicStreamEvent',
    'the start of a message',
    {
      type: 'message_start',
      message: {
        model: 'anthropic/claude-sonnet-5',
        id: 'msg_bdrk_plzf',
        type: 'message',
        role: 'assistant',
        content: [],
        container: null,
        stop_reason: null,
        stop_sequence: null,
        stop_details: null,
        usage: {
          input_tokens: 15,
          cache_creation_input_tokens: 0,
          cache_read_input_tokens: 0,
          cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
          output_tokens: 2,
          service_tier: 'standard',
        },
      },
    },
  ],
  [
    'schema_AnthropicStreamEvent',
    'the end of a message, with what the upstream adds',
    {
      type: 'message_stop',
      'amazon-bedrock-invocationMetrics': { inputTokenCount: 15, outputTokenCount: 25, invocationLatency: 2990, firstByteLatency: 2679 },
    },
  ],
  [
    'schema_GenerateContentResponse',
    'a Gemini answer',
    {
      candidates: [
        { content: { role: 'model', parts: [{ text: '2 + 2 is 4.', thoughtSignature: 'AY89a1/FEzct' }] }, finishReason: 'STOP' },
      ],
      usageMetadata: {
        promptTokenCount: 9,
        candidatesTokenCount: 8,
        totalTokenCount: 17,
        trafficType: 'ON_DEMAND',
        promptTokensDetails: [{ modality: 'TEXT', tokenCount: 9 }],
      },
      modelVersion: 'gemini-3.1-flash-lite',
      createTime: '2026-09-28T07:54:30.886595Z',
      responseId: 'Nh26asOONr6bpucPwvej0Ac',
    },
  ],
  [
    'schema_ResponseStreamEvent',
    'a piece of text',
    {
      type: 'response.output_text.delta',
      content_index: 0,
      delta: '1',
      item_id: 'msg_030c',
      logprobs: [],
      obfuscation: 'MvmMOsKu5dSQh9q',
      output_index: 0,
      sequence_number: 4,
    },
  ],
  [
    'response_createVideo_200',
    'a video job, with labels that no page has',
    {
      id: 'qvideo-1382943071-1778933051224197911',
      object: 'video',
      model: 'kling-v3',
      mode: 'std',
      status: 'queued',
      created_at: 1778933051,
      updated_at: 1778933051,
      seconds: '5',
      job_type_description: '可灵文生视频',
      billing_type_description: 'std x 无参考视频 x 无声',
    },
  ],
  [
    'schema_ErrorResponse',
    'an error',
    { error: { message: 'failed to determine job type: unsupported model vendor', type: 'invalid_request_error' } },
  ],
  [
    'schema_KlingImageTaskStatusResponse',
    'a picture',
    {
      task_id: 'image-1762159125266058362-1383010xxx',
      created: 1761793032,
      status: 'succeed',
      status_message: 'Success',
      data: [{ index: 0, url: 'https://aitoken-image.qnaigc.com/0.png?e=1&token=x' }],
      quantity: 1,
    },
  ],
  [
    'schema_QueueErrorResponse',
    'a failed job of the queue',
    { detail: { loc: ['body'], msg: 'Image pixel is invalid', type: 'VENDOR_FAILED', url: '' } },
  ],
  ['schema_QueueErrorResponse', 'a refused job of the queue', { detail: 'invalid or unsafe url' }],
  ['schema_QueueNotReadyResponse', 'a result that is not ready', { status: 'IN_PROGRESS', request_id: 'qvideo-root-1770720203757316283' }],
];

describe('requests that are really made', () => {
  test.each(requests)('%s: %s', (operation, _, body) => {
    const validate = requestValidators[`${operation}_body`];
    expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
  });
});

describe('answers that were really got', () => {
  test.each(answers)('%s: %s', (name, _, body) => {
    const validate = responseValidators[name];
    expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
  });
});

/** Members that every captured answer of a kind has, in the answers that are made up of them; documented ones are as their page has them. */
const loadedExamples = await readExamples([]);

describe('made-up examples have what captured answers always have', () => {
  const made = (operationId: string) =>
    loadedExamples.filter(
      (example) => example.operationId === operationId && example.docs?.provenance === 'inferred' && example.response.status === 200,
    );

  test('Responses: the settings, from the first event on, and what the filters found', () => {
    const always = [
      'background',
      'content_filters',
      'frequency_penalty',
      'max_output_tokens',
      'moderation',
      'prompt_cache_key',
      'safety_identifier',
      'service_tier',
      'tool_usage',
      'top_logprobs',
      'truncation',
      'user',
    ];
    const answers = made('createResponse').flatMap(({ response }) =>
      [response.body ?? [], ...(response.events ?? []).map((event) => (event as any).response ?? [])].flat(),
    ) as any[];
    expect(answers.length).toBeGreaterThan(10);
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(expect.arrayContaining(always));
      if (answer.status === 'completed')
        expect(answer.content_filters.map((filter: any) => filter.source_type)).toEqual(['prompt', 'completion']);
    }
  });

  test('Messages: region and diagnostics', () => {
    const answers = ['createBypassMessage', 'createMessage']
      .flatMap(made)
      .map(({ response }) => (response.body ?? (response.events?.[0] as any)?.message) as any);
    expect(answers.length).toBeGreaterThan(10);
    for (const answer of answers) {
      expect(answer).toHaveProperty('diagnostics');
      expect(answer.usage).toHaveProperty('inference_geo');
    }
  });

  test('Gemini: ids of calls, tokens of thoughts, and the plain name of the model', () => {
    const pieces = ['generateContent', 'streamGenerateContent']
      .flatMap(made)
      .flatMap(({ response }) => [response.body ?? response.events].flat(2)) as any[];
    for (const { candidates, usageMetadata, modelVersion } of pieces) {
      expect(modelVersion).not.toMatch(/\/|-preview$/);
      // Of the captured models one counts none.
      if (usageMetadata?.promptTokenCount !== undefined)
        expect('thoughtsTokenCount' in usageMetadata).toBe(modelVersion !== 'gemini-3.1-flash-lite');
      for (const { functionCall } of candidates?.[0]?.content?.parts ?? []) if (functionCall) expect(functionCall).toHaveProperty('id');
    }
  });
});
