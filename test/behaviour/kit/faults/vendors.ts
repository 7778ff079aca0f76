/** Requests that a vendor refuses, of its own models; and what others take, or the same vendor. */
import { asked, type Fault, inBytes, type LegalVariant, type Loose } from './exchange.js';

type Change = (body: Loose) => void;

const gpt = (change: Change) => asked('createChatCompletion', 'openai-gpt-5-reasoning', change);
const response = (change: Change) => asked('createResponse', 'bypass-responses-protocol.tool-call', change);
const claude = (change: Change) => asked('createMessage', 'anthropic-protocol.tool-call', change);
const gemini = (change: Change) => asked('generateContent', '.tool-call', change);

const closed = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false };
const open = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const optional = { ...closed, required: [] };
const inList = (schema: Loose) => ({ ...closed, properties: { city: { type: 'array', items: { anyOf: [schema, { type: 'null' }] } } } });
const inDefinition = (schema: Loose) => ({ ...closed, properties: { city: { $ref: '#/$defs/City' } }, $defs: { City: schema } });

const chatFormat = (schema: Loose, strict: boolean | null = true) =>
  gpt((body) => {
    body.response_format = { type: 'json_schema', json_schema: { name: 'city', schema, strict } };
  });
const chatTool = (parameters: Loose, name = 'look') =>
  gpt((body) => {
    body.tools = [{ type: 'function', function: { name, strict: true, parameters } }];
  });
const responsesFormat = (schema: Loose, strict = true) =>
  response((body) => {
    body.text = { format: { type: 'json_schema', name: 'city', schema, strict } };
  });
const responsesTool = (parameters: Loose, name = 'look') =>
  response((body) => void body.tools.push({ type: 'function', name, parameters, strict: true }));
const messagesTool = (input_schema: Loose, strict = true, name = 'look') =>
  claude((body) => void body.tools.push({ name, input_schema, strict }));
const messagesFormat = (schema: Loose) =>
  claude((body) => {
    body.output_config = { format: { type: 'json_schema', schema } };
  });

const mcp = (servers: Loose, name: string) =>
  claude((body) => {
    body.mcp_servers = servers;
    body.tools.push({ type: 'mcp_toolset', mcp_server_name: name });
  });
const lasting = (...ttls: (string | undefined)[]) =>
  claude((body) => {
    const [first, ...others] = ttls.map((ttl) => ({ cache_control: { type: 'ephemeral', ...(ttl && { ttl }) } }));
    Object.assign(body.tools[0], first);
    body.system = others.map((mark) => ({ type: 'text', text: 'x', ...mark }));
  });
const search = (members: Loose) => claude((body) => void body.tools.push({ type: 'web_search_20250305', name: 'web_search', ...members }));
const thinkingWith = (members: Loose) =>
  claude((body) => void Object.assign(body, { max_tokens: 4096, thinking: { type: 'enabled', budget_tokens: 1024 }, ...members }));
const generating = (generationConfig: Loose) => gemini((body) => void Object.assign(body, { generationConfig }));
const filtering = (category: string, threshold: string) =>
  gemini((body) => void Object.assign(body, { safetySettings: [{ category, threshold }] }));

const marks = (count: number) => Array.from({ length: count }, () => ({ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } }));

const thoughtBefore = (signature: string) =>
  claude((body) => {
    const content = [
      { type: 'thinking', thinking: 'Hm.', signature },
      { type: 'text', text: 'Hi.' },
    ];
    body.messages = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content },
      { role: 'user', content: 'Go on.' },
    ];
  });

const takesOf = (parameters: Loose) => gemini((body) => void body.tools[0].functionDeclarations.push({ name: 'find', parameters }));

const picture = (url: string) =>
  asked('createChatCompletion', 'deepseek-v3-chat', (body) => {
    body.messages = [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }];
  });
const source = (media_type: string, data: string) =>
  claude((body) => void body.messages[0].content.push({ type: 'image', source: { type: 'base64', media_type, data } }));

/** What the answer repeats of the request is there, too. */
const repeated = (members: Loose) =>
  inBytes(
    response((body) => void Object.assign(body, members)),
    (text) => JSON.stringify({ ...JSON.parse(text), ...members }),
  );

export const refusedByVendors: Fault[] = [
  ['chat: a strict form that is open', chatFormat(open), 'request x-refers /response_format/json_schema/schema'],
  ['chat: a strict form with members that may be left out', chatFormat(optional), 'request x-refers /response_format/json_schema/schema'],
  [
    'chat: a strict form that is open below',
    chatFormat(inList(open)),
    'request x-refers /response_format/json_schema/schema/properties/city/items/anyOf/*',
  ],
  ['chat: a strict tool that is open', chatTool(open), 'request x-refers /tools/*/function/parameters'],
  ['Responses: a strict form that is open', responsesFormat(open), 'request x-refers /text/format/schema'],
  ['Responses: a strict tool with members that may be left out', responsesTool(optional), 'request x-refers /tools/*/parameters'],
  ['Responses: a strict tool that is open below', responsesTool(inDefinition(open)), 'request x-refers /tools/*/parameters/$defs/City'],
  ['messages: a strict tool that is open', messagesTool(open), 'request x-refers /tools/*/input_schema'],
  [
    'messages: a form that is open below',
    messagesFormat(inList(open)),
    'request x-refers /output_config/format/schema/properties/city/items/anyOf/*',
  ],
  [
    'messages: five marks for the cache',
    claude((body) => void Object.assign(body, { system: marks(5) })),
    'request x-refers /system/*/cache_control',
  ],
  [
    'messages: five marks for the cache, in all',
    claude((body) => {
      body.system = marks(2);
      body.messages[0].content = marks(3);
    }),
    'request x-refers /messages/*/content/*/cache_control',
  ],
  [
    'messages: a beginning of the answer that ends in a blank',
    claude((body) => void body.messages.push({ role: 'assistant', content: 'The answer is ' })),
    'request x-refers /messages/*/content',
  ],
  [
    'messages: a beginning of the answer whose last part ends in a line',
    claude((body) => void body.messages.push({ role: 'assistant', content: [{ type: 'text', text: 'So:\n' }] })),
    'request x-refers /messages/*/content/*/text',
  ],
  [
    'Responses: reasoning that nothing follows',
    response((body) => {
      body.input = [
        { role: 'user', content: 'Hi' },
        { type: 'reasoning', id: 'rs_1', summary: [] },
      ];
    }),
    'request x-refers /input/*/id',
  ],
  [
    'chat: options of a stream without one',
    gpt((body) => void Object.assign(body, { stream_options: { include_usage: true } })),
    'request x-refers /stream_options',
  ],
  [
    'chat: likely tokens without likelihoods',
    gpt((body) => void Object.assign(body, { top_logprobs: 3 })),
    'request x-refers /top_logprobs',
  ],
  ['chat: a choice of no tools', gpt((body) => void Object.assign(body, { tool_choice: 'none' })), 'request x-refers /tool_choice'],
  [
    'chat: calls of no tools beside each other',
    gpt((body) => void Object.assign(body, { parallel_tool_calls: false })),
    'request x-refers /parallel_tool_calls',
  ],
  [
    'Responses: a demanded call of no tool',
    asked('createResponse', 'bypass-responses-protocol', (body) => void Object.assign(body, { tool_choice: 'required' })),
    'request x-refers /tool_choice',
  ],
  [
    'Responses: no input',
    asked('createResponse', 'bypass-responses-protocol', (body) => void delete body.input),
    'request required /input',
  ],
  [
    'Responses: an input of nothing',
    asked('createResponse', 'bypass-responses-protocol', (body) => void Object.assign(body, { input: [] })),
    'request minItems /input',
  ],
  ['messages: thinking whose seal is empty', thoughtBefore(''), 'request x-refuse /messages/*/content/*'],
  [
    'messages: an empty text for the system',
    claude((body) => {
      body.system = [
        { type: 'text', text: 'Be brief.' },
        { type: 'text', text: '', cache_control: { type: 'ephemeral' } },
      ];
    }),
    'request x-refuse /system/*/text',
  ],
  [
    'messages: a demanded call of no tool',
    asked('createMessage', 'anthropic-protocol', (body) => void Object.assign(body, { tool_choice: { type: 'any' } })),
    'request x-refers /tool_choice',
  ],
  [
    'Gemini: functions allowed by name where none must be called',
    gemini((body) => {
      body.toolConfig = { functionCallingConfig: { mode: 'AUTO', allowedFunctionNames: [body.tools[0].functionDeclarations[0].name] } };
    }),
    'request x-refers /toolConfig/functionCallingConfig/allowedFunctionNames',
  ],
  [
    'Gemini: a schema that names its dialect',
    takesOf({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties: {} }),
    'request x-refers /tools/*/functionDeclarations/*/parameters/$schema',
  ],
  [
    'Gemini: a list of nothing known within a schema',
    takesOf({ type: 'OBJECT', properties: { days: { type: 'ARRAY' } } }),
    'request x-refers /tools/*/functionDeclarations/*/parameters/properties/days',
  ],
  [
    'Gemini: a schema that requires what it does not describe',
    takesOf({ type: 'object', properties: { day: { type: 'object', properties: {}, required: ['hour'] } } }),
    'request x-refers /tools/*/functionDeclarations/*/parameters/properties/day',
  ],
  [
    'Gemini: a form that requires what it does not describe',
    gemini((body) => {
      body.generationConfig = { responseMimeType: 'application/json', responseSchema: { type: 'OBJECT', required: ['a'] } };
    }),
    'request x-refers /generationConfig/responseSchema',
  ],
  [
    'Gemini: a single turn of the model',
    gemini((body) => {
      body.contents = [{ role: 'model', parts: [{ text: 'Hi' }] }];
    }),
    'request x-refuse /contents/*/role',
  ],
  ['chat: a name of a tool with a blank', chatTool(closed, 'get weather'), 'request x-refers /tools/*/function/name'],
  ['Responses: a name of a tool with a slash', responsesTool(closed, 'get/weather'), 'request x-refers /tools/*/name'],
  ['messages: a name of a tool with a dot', messagesTool(closed, true, 'weather.get'), 'request x-refers /tools/*/name'],
  [
    'Gemini: a name of a function with a blank',
    gemini((body) => void body.tools[0].functionDeclarations.push({ name: 'get time' })),
    'request x-refers /tools/*/functionDeclarations/*/name',
  ],
  [
    'chat: a picture that an application has lost',
    picture('data:image/png;base64,[object Object]'),
    'request x-refers /messages/*/content/*/image_url/url',
  ],
  [
    'Responses: a picture in two forms at once',
    response((body) => {
      const image_url = 'data:image/png;base64,data:image/png;base64,iVBORw0KGgo=';
      body.input = [{ role: 'user', content: [{ type: 'input_image', image_url }] }];
    }),
    'request x-refers /input/*/content/*/image_url',
  ],
  [
    'messages: a picture of another type than it says',
    source('image/png', '/9j/4AAQSkZJRgABAQAAAQ'),
    'request x-refers /messages/*/content/*/source/data',
  ],
  [
    'messages: a picture that an application has lost',
    source('image/gif', '[object Object]'),
    'request x-refers /messages/*/content/*/source/data',
  ],
  [
    'messages: a picture of a type that is spelt otherwise',
    source('image/jpg', '/9j/4AAQ'),
    'request x-refers /messages/*/content/*/source/media_type',
  ],
  [
    'Gemini: a picture that an application has lost',
    gemini((body) => void body.contents[0].parts.push({ inlineData: { mimeType: 'image/png', data: '<Buffer 89 50 4e 47>' } })),
    'request x-refers /contents/*/parts/*/inlineData/data',
  ],
  [
    'messages: a mark for the cache on thinking',
    claude((body) => {
      const thought = { type: 'thinking', thinking: 'Hm.', signature: 'EqoB', cache_control: { type: 'ephemeral' } };
      body.messages.unshift({ role: 'user', content: 'Hi' }, { role: 'assistant', content: [thought, { type: 'text', text: 'Hi.' }] });
    }),
    'request x-refers /messages/*/content/*/cache_control',
  ],
  [
    'messages: a tool of alternatives',
    messagesTool({ type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] }, false),
    'request x-refers /tools/*/input_schema/anyOf',
  ],
  [
    'messages: a mark for the cache that lasts longer than one before it',
    lasting('1h', undefined, '1h'),
    'request x-refers /system/*/cache_control',
  ],
  ['messages: thinking and top_k', thinkingWith({ top_k: 5 }), 'request x-refuse /top_k'],
  ['messages: thinking and little of top_p', thinkingWith({ top_p: 0.5 }), 'request x-refuse /top_p'],
  [
    'messages: tools of a server that is not there',
    mcp([{ type: 'url', url: 'https://a.example', name: 'a' }], 'b'),
    'request x-refers /tools/*/mcp_server_name',
  ],
  [
    'messages: domains of both lists',
    search({ allowed_domains: ['a.example'], blocked_domains: ['b.example'] }),
    'request x-refuse /tools/*',
  ],
  ['messages: a domain with its scheme', search({ allowed_domains: ['https://a.example'] }), 'request x-refuse /tools/*/allowed_domains/*'],
  [
    'Gemini: six texts that end the answer',
    generating({ stopSequences: ['1', '2', '3', '4', '5', '6'] }),
    'request maxItems /generationConfig/stopSequences',
  ],
  [
    'Gemini: two schemas of one answer',
    generating({ responseMimeType: 'application/json', responseSchema: { type: 'OBJECT' }, responseJsonSchema: { type: 'object' } }),
    'request x-refuse /generationConfig',
  ],
  ['Gemini: how many likely tokens, of none', generating({ logprobs: 3 }), 'request x-refuse /generationConfig'],
  [
    'Gemini: two schemas of one function',
    gemini((body) => void Object.assign(body.tools[0].functionDeclarations[0], { parametersJsonSchema: { type: 'object' } })),
    'request x-refuse /tools/*/functionDeclarations/*',
  ],
  ['Gemini: a filter of another vendor', filtering('violence', 'BLOCK_NONE'), 'request x-refers /safetySettings/*/category'],
  ['Gemini: a threshold of another vendor', filtering('HARM_CATEGORY_HARASSMENT', 'high'), 'request x-refers /safetySettings/*/threshold'],
];

export const legalToVendors: LegalVariant[] = [
  [
    'messages: a mark for the cache behind thinking',
    claude((body) => {
      const thought = { type: 'thinking', thinking: 'Hm.', signature: 'EqoB' };
      const said = { type: 'text', text: 'Hi.', cache_control: { type: 'ephemeral' } };
      body.messages.unshift({ role: 'user', content: 'Hi' }, { role: 'assistant', content: [thought, said] });
    }),
  ],
  [
    'messages: alternatives below the top of a tool',
    messagesTool({ type: 'object', properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } }, false),
  ],
  ['messages: marks for the cache that last no longer than those before them', lasting('1h', '1h', '5m', undefined)],
  ['messages: thinking, and all of top_p', thinkingWith({ top_p: 0.95, top_k: -1 })],
  ['messages: tools of a server', mcp([{ type: 'url', url: 'https://a.example', name: 'a' }], 'a')],
  ['messages: domains of one list', search({ allowed_domains: ['a.example/blog', 'b.example'], blocked_domains: null })],
  [
    'Gemini: five texts that end the answer, and likely tokens',
    generating({ stopSequences: ['1', '2', '3', '4', '5'], responseLogprobs: true, logprobs: 3 }),
  ],
  ['Gemini: filters that are off', filtering('HARM_CATEGORY_JAILBREAK', 'OFF')],
  ...[false, null].map(
    (strict): LegalVariant => [
      `chat: a form that is open, and strict: ${strict}`,
      inBytes(chatFormat(open, strict), (text) => text.replace(/"content":"[^"]*"/, '"content":"{\\"city\\":\\"Oslo\\"}"')),
    ],
  ),
  ['chat: a strict tool that is closed at each depth', chatTool(inList(inDefinition(closed)))],
  [
    'chat: a strict tool that is open, of another vendor',
    asked('createChatCompletion', 'chat-completion.tool-call', (body) => {
      for (const tool of body.tools) tool.function.strict = true;
    }),
  ],
  [
    'Responses: a tool that is open, and not strict',
    repeated({ tools: [{ type: 'function', name: 'get_weather', parameters: open, strict: false }] }),
  ],
  ['messages: a strict tool with members that may be left out', messagesTool(optional)],
  ['messages: a tool that is open, and not strict', messagesTool(open, false)],
  [
    'messages: four marks for the cache, in all',
    claude((body) => {
      body.system = marks(2);
      body.messages[0].content = [...marks(2), { type: 'text', text: 'x', cache_control: null }];
    }),
  ],
  [
    'messages: turns that end in a blank, before others',
    claude((body) => {
      const words = [
        { type: 'text', text: 'Well: ' },
        { type: 'text', text: 'so' },
      ];
      body.messages.push(
        { role: 'assistant', content: 'The answer is ' },
        { role: 'user', content: 'Go on. ' },
        { role: 'assistant', content: words },
      );
    }),
  ],
  [
    'Responses: reasoning that its message follows',
    response((body) => {
      const said = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hi', annotations: [] }] };
      body.input = [{ role: 'user', content: 'Hi' }, { type: 'reasoning', id: 'rs_1', summary: [] }, said, { role: 'user', content: 'Hi' }];
    }),
  ],
  [
    'chat: members that need another, to another vendor',
    asked('createChatCompletion', 'deepseek-v3-chat', (body) => {
      Object.assign(body, { stream_options: { include_usage: true }, top_logprobs: 3, tool_choice: 'auto', parallel_tool_calls: true });
    }),
  ],
  [
    'Gemini: schemas that require some of what they describe, and of which one is of any object',
    takesOf({
      type: 'OBJECT',
      properties: { a: { type: 'STRING' }, b: { type: 'array', items: { type: 'object' } } },
      required: ['a'],
      anyOf: [{ required: ['b'] }],
    }),
  ],
  [
    'Gemini: a JSON Schema in its own place',
    gemini((body) => {
      const parametersJsonSchema = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        properties: {},
        required: ['a'],
      };
      body.tools[0].functionDeclarations.push({ name: 'find', parametersJsonSchema });
    }),
  ],
  ['Gemini: turns that begin with the model', gemini((body) => void body.contents.unshift({ role: 'model', parts: [{ text: 'Hi' }] }))],
  [
    'chat: a name of a tool with a dot, of another vendor',
    asked('createChatCompletion', 'chat-completion.tool-call', (body) => {
      body.tools.push({ type: 'function', function: { name: 'weather.get', parameters: { type: 'object', properties: {} } } });
    }),
  ],
  [
    'Gemini: a name of a function with a dot and a colon',
    gemini((body) => void body.tools[0].functionDeclarations.push({ name: 'default_api:time.get' })),
  ],
  ...[
    'https://a.example/a.png',
    'qfile-1-2',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/png;base64,iVBORw0K%2BGgo=',
    'data:image/svg+xml,%3Csvg/%3E',
  ].map((url): LegalVariant => [`chat: a picture at ${url}`, picture(url)]),
  ['messages: thinking with its seal', thoughtBefore('EqoBCkgIARABGAIiQL2U')],
  ['messages: nothing for the system', claude((body) => void Object.assign(body, { system: '' }))],
  ['messages: blanks for the system', claude((body) => void Object.assign(body, { system: [{ type: 'text', text: ' ' }] }))],
  ['messages: a picture of the type that it says', source('image/webp', 'UklGRiQAAABXRUJQVlA4')],
  [
    'Gemini: a picture of another type than it says, in lines',
    gemini((body) => void body.contents[0].parts.push({ inlineData: { mimeType: 'image/png', data: '_9j_4AAQ\nSkZJRg' } })),
  ],
];
