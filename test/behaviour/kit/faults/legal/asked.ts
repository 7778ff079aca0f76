/** Answers that keep what was asked for, though it may not look so. */
import { answered, type LegalVariant, type Loose, wanting } from '../exchange.js';

const chatId = 'createChatCompletion';
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);
const json = (text: string) => chat((body) => Object.assign(body.choices[0].message, { content: text }) && undefined);
const reasoned = { prompt_tokens: 5, completion_tokens: 100, total_tokens: 105, completion_tokens_details: { reasoning_tokens: 90 } };

/** Each protocol says in its own way that a text of the request ended the answer, or does not say it. */
const stopped: LegalVariant[] = [
  ['JSON that a text of the request ended', wanting({ response_format: { type: 'json_object' }, stop: ['}'] }, json('{"a": {"b": 1'))],
  [
    'messages: JSON that a text of the request ended',
    wanting(
      { output_config: { format: { type: 'json_schema', schema: { type: 'object' } } }, stop_sequences: ['}'] },
      answered('createMessage', 'anthropic-protocol', (body) => {
        Object.assign(body, { content: [{ type: 'text', text: '{"a": 1' }], stop_reason: 'stop_sequence', stop_sequence: '}' });
      }),
    ),
  ],
  [
    'Gemini: JSON that a text of the request ended',
    wanting(
      { generationConfig: { responseMimeType: 'application/json', stopSequences: ['}'] } },
      answered('generateContent', '.generate-content', (body) => {
        body.candidates[0].content.parts = [{ text: '{"a": 1' }];
      }),
    ),
  ],
  [
    'Gemini: the beginning of a choice, which a text of the request ended',
    wanting(
      {
        generationConfig: {
          responseMimeType: 'text/x.enum',
          responseSchema: { type: 'STRING', enum: ['FRESH', 'OLD'] },
          stopSequences: ['H'],
        },
      },
      answered('generateContent', '.generate-content', (body) => {
        body.candidates[0].content.parts = [{ text: 'FRES' }];
      }),
    ),
  ],
];

export const legalWishes: LegalVariant[] = [
  ['text about the end of reasoning', json('A reasoning model writes </think> where its answer begins.\n')],
  ...stopped,
  [
    'a demanded call, where no tool is offered',
    wanting(
      { tool_choice: 'required' },
      chat(() => {}),
    ),
  ],
  ['a model with its date', chat((body) => Object.assign(body, { model: 'deepseek-v3-20251201' }) && undefined)],
  ['a model with its owner', chat((body) => Object.assign(body, { model: 'deepseek/deepseek-v3' }) && undefined)],
  [
    'a model whose words change places',
    wanting(
      { model: 'claude-4.5-sonnet' },
      chat((body) => Object.assign(body, { model: 'claude-sonnet-4-5@20250929' }) && undefined),
    ),
  ],
  [
    'no call, because the answer was cut',
    wanting(
      { tools: [{ type: 'function', function: { name: 'f' } }], tool_choice: 'required' },
      chat((body) => Object.assign(body.choices[0], { finish_reason: 'length' }) && undefined),
    ),
  ],
  [
    'JSON that was cut',
    wanting(
      { response_format: { type: 'json_object' } },
      chat((body) => Object.assign(body.choices[0], { finish_reason: 'length' }) && undefined),
    ),
  ],
  [
    'a refusal in place of JSON',
    wanting(
      { response_format: { type: 'json_object' } },
      chat((body) => Object.assign(body.choices[0].message, { content: null, refusal: 'No.' }) && undefined),
    ),
  ],
  [
    'JSON that keeps no limits',
    wanting(
      { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { type: 'integer', maximum: 3 } } } },
      chat((body) => Object.assign(body.choices[0].message, { content: '4' }) && undefined),
    ),
  ],
  [
    'a schema that nothing meets',
    wanting({ response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { enum: [] } } } }, json('1')),
  ],
  // Mocks, and some gateways, take any object for one that fits what they do not read.
  ...['json_schema', 'tool'].map((place): LegalVariant => {
    const city = { type: 'string', description: 'x'.repeat(300_000) };
    const schema = { type: 'object', properties: { city }, required: ['city'] };
    if (place === 'tool') {
      const tools = [{ type: 'function', function: { name: 'weather', strict: true, parameters: schema } }];
      const call = answered(chatId, 'chat-completion.tool-call', (body) => {
        body.choices[0].message.tool_calls[0].function.arguments = '{}';
      });
      return ['a call of a strict tool whose schema is larger than anybody means', wanting({ tools }, call)];
    }
    const wish = { response_format: { type: 'json_schema', json_schema: { name: 'x', strict: true, schema } } };
    return ['a schema that is larger than anybody means', wanting(wish, json('{}'))];
  }),
  [
    'a function in the older form',
    wanting(
      { tools: undefined, tool_choice: undefined, functions: [{ name: 'weather' }] },
      answered(chatId, 'chat-completion.tool-call', () => {}),
    ),
  ],
  [
    'functions in the other spelling',
    wanting(
      {
        tools: [{ function_declarations: [{ name: 'get_weather', parameters: { type: 'OBJECT', properties: {} } }] }],
        toolConfig: undefined,
      },
      answered('generateContent', '.tool-call', () => {}),
    ),
  ],
  [
    'tokens of reasoning above the limit',
    wanting(
      { max_tokens: 20 },
      chat((body) => Object.assign(body, { usage: reasoned }) && undefined),
    ),
  ],
  [
    'a picture of more tokens than the limit',
    wanting(
      { max_tokens: 1000 },
      chat((body) => {
        body.choices[0].message.images = [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==' }, index: 0 },
        ];
        body.usage = { prompt_tokens: 5, completion_tokens: 1290, total_tokens: 1295 };
      }),
    ),
  ],
  // Calls of tools that need not be fit for more than their types.
  [
    'arguments that the tool does not describe',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].message.tool_calls[0].function.arguments = '{"latitude": "1", "longitude": "2", "unit": "C"}';
    }),
  ],
  [
    'a call that lacks an argument of a tool that is not strict',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].message.tool_calls[0].function.arguments = '{"latitude": "52.52"}';
    }),
  ],
  [
    'arguments in an object of their own, which do not fit either',
    answered('createMessage', 'anthropic-protocol.tool-call', (body) => {
      body.content.find(({ type }: Loose) => type === 'tool_use').input = { place: { town: 'Berlin' } };
    }),
  ],
  [
    'a call without any of its arguments',
    answered('createMessage', 'anthropic-protocol.tool-call', (body) => {
      body.content.find(({ type }: Loose) => type === 'tool_use').input = {};
    }),
  ],
  [
    'arguments of another type, that break off at the limit',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].finish_reason = 'length';
      body.choices[0].message.tool_calls[0].function.arguments = '{"latitude": 1}';
    }),
  ],
  [
    'arguments of a schema that nothing meets',
    wanting(
      { tools: [{ type: 'function', function: { name: 'weather', parameters: { type: 'object', allOf: [{ type: 'string' }] } } }] },
      answered(chatId, 'chat-completion.tool-call', () => {}),
    ),
  ],
  [
    'two tools of one name',
    wanting(
      {
        tools: ['string', 'integer'].map((type) => ({
          type: 'function',
          function: { name: 'weather', parameters: { type: 'object', properties: { latitude: { type } } } },
        })),
      },
      answered(chatId, 'chat-completion.tool-call', () => {}),
    ),
  ],
  [
    'a text about how reasoning is marked',
    chat((body) => Object.assign(body.choices[0].message, { content: 'Models write <think> before they think.' }) && undefined),
  ],
  [
    'sealed thinking that is not shown, where none is wanted',
    wanting(
      { thinking: { type: 'disabled' } },
      answered('createMessage', 'anthropic-protocol.thinking', (body) => {
        body.content[0].thinking = '';
      }),
    ),
  ],
];
