/** Requests in which each part is right by itself, and which the vendor of the GPT models refuses as a whole; and what it takes. */
import { asked, type Fault, inBytes, type LegalVariant, type Loose } from './exchange.js';

const chat = (members: Loose) => asked('createChatCompletion', 'openai-gpt-5-reasoning', (body) => void Object.assign(body, members));
const otherChat = (members: Loose) => asked('createChatCompletion', 'deepseek-v3-chat', (body) => void Object.assign(body, members));
const response = (members: Loose) =>
  asked('createResponse', 'bypass-responses-protocol.tool-call', (body) => void Object.assign(body, members));
/** What the answer repeats of the request is there, too. */
const repeated = (members: Loose) => inBytes(response(members), (text) => JSON.stringify({ ...JSON.parse(text), ...members }));

const user = (content: Loose) => ({ role: 'user', content });
const words = [{ type: 'output_text', text: 'Hi', annotations: [] }];
const said = (id: string) => ({ type: 'message', id, role: 'assistant', status: 'completed', content: words });
const call = (id: string) => ({ type: 'function_call', id, call_id: 'call_1', name: 'get_weather', arguments: '{}' });
const result = { type: 'function_call_output', call_id: 'call_1', output: 'Rain.' };
const thought = (id: string) => ({ type: 'reasoning', id, summary: [] });
const json = { text: { format: { type: 'json_object' } } };

const schema = { type: 'object', properties: {}, required: [], additionalProperties: false };

export const refusedByGpt: Fault[] = [
  ['chat: two limits', chat({ max_tokens: 900, max_completion_tokens: 900 }), 'request x-refers /max_completion_tokens'],
  ['chat: an empty list of tools', chat({ tools: [] }), 'request x-refers /tools'],
  [
    'chat: an empty list of calls, sent back',
    chat({ messages: [user('Hi'), { role: 'assistant', content: 'Hi', tool_calls: [] }, user('Go on.')] }),
    'request x-refers /messages/*/tool_calls',
  ],
  [
    'chat: a schema in the form of Responses',
    chat({ response_format: { type: 'json_schema', name: 'a', schema } }),
    'request x-refers /response_format/type',
  ],
  [
    'chat: a schema whose name has a blank',
    chat({ response_format: { type: 'json_schema', json_schema: { name: 'my schema', schema } } }),
    'request x-refers /response_format/json_schema/name',
  ],
  ['chat: a limit of Responses', chat({ max_output_tokens: 900 }), 'request x-refers /max_output_tokens'],
  ['Responses: a limit of the chat', response({ max_tokens: 900 }), 'request x-refers /max_tokens'],
  ['Responses: a form of the chat', response({ response_format: { type: 'json_object' } }), 'request x-refers /response_format'],
  [
    'Responses: counts as the chat asks for them',
    response({ stream_options: { include_usage: true } }),
    'request x-refers /stream_options/include_usage',
  ],
  [
    'Responses: a schema whose name has a blank',
    response({ text: { format: { type: 'json_schema', name: 'my schema', schema } } }),
    'request x-refers /text/format/name',
  ],
  ['chat: five stops', chat({ stop: ['1', '2', '3', '4', '5'] }), 'request x-refers /stop/*'],
  ['chat: no token at all', chat({ max_tokens: 0 }), 'request x-refers /max_tokens'],
  ['chat: no token at all, by the newer name', chat({ max_completion_tokens: 0 }), 'request x-refers /max_completion_tokens'],
  ['chat: fewer tokens than none', otherChat({ max_tokens: -1 }), 'request x-refers /max_tokens'],
  ['chat: a bias beyond the limit', chat({ logit_bias: { 50256: -101 } }), 'request minimum /logit_bias/*'],
  [
    'chat: JSON of which no message speaks',
    chat({ messages: [user([{ type: 'text', text: 'Name a city.' }])], response_format: { type: 'json_object' } }),
    'request x-refers /response_format/type',
  ],
  [
    'chat: a picture of nothing',
    otherChat({ messages: [user([{ type: 'image_url', image_url: { url: 'data:image/png;base64,' } }])] }),
    'request x-refers /messages/*/content/*/image_url/url',
  ],
  ['Responses: JSON of which no message speaks', response({ input: 'Name a city.', ...json }), 'request x-refers /text/format/type'],
  ['Responses: a call by the id of a message', response({ input: [call('msg_1'), result] }), 'request x-refers /input/*/id'],
  ['Responses: a message by the id of another protocol', response({ input: [said('chatcmpl-1')] }), 'request x-refers /input/*/id'],
  ['Responses: reasoning by a made-up id', response({ input: [thought('item_1'), said('msg_1')] }), 'request x-refers /input/*/id'],
  ['Responses: the same message twice', response({ input: [said('msg_1'), said('msg_1')] }), 'request x-refers /input/*/id'],
  [
    'Responses: words of the model as those of a user',
    response({ input: [{ role: 'assistant', content: [{ type: 'input_text', text: 'Hi' }] }] }),
    'request x-refers /input/*/content/*/type',
  ],
  ['Responses: words of a user as those of the model', response({ input: [user(words)] }), 'request x-refers /input/*/content/*/type'],
  ['Responses: nothing kept of what runs in the background', response({ background: true, store: false }), 'request x-refers /store'],
  [
    'Responses: two conversations to go on with',
    response({ conversation: { id: 'conv_1' }, previous_response_id: 'resp_1' }),
    'request x-refers /conversation',
  ],
  ['Responses: a choice as the chat has it', response({ tool_choice: { type: 'function' } }), 'request required /tool_choice/name'],
  [
    'Responses: too many notes',
    response({ metadata: Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`key${index}`, 'x'])) }),
    'request maxProperties /metadata',
  ],
  ['Responses: a note that is too long', response({ metadata: { key: 'x'.repeat(513) } }), 'request maxLength /metadata/key'],
];

export const takenByGpt: LegalVariant[] = [
  ['chat: one limit, and one that is null', chat({ max_tokens: 900, max_completion_tokens: null })],
  ['chat: an empty list of tools, to another vendor', otherChat({ tools: [] })],
  [
    'chat: an empty list of calls, sent back to another vendor',
    otherChat({ messages: [user('Hi'), { role: 'assistant', content: 'Hi', tool_calls: [] }, user('Go on.')] }),
  ],
  ['chat: two limits, to another vendor', otherChat({ max_tokens: 900, max_completion_tokens: 900 })],
  [
    'Responses: an empty list of tools',
    inBytes(response({ tools: [] }), (text) => {
      const body = JSON.parse(text);
      const [message] = [said('msg_1')];
      return JSON.stringify({ ...body, tools: [], output: [message] });
    }),
  ],
  ['Responses: members of the chat that are null', response({ max_tokens: null, stop: null })],
  ['chat: no token at all, to another vendor', otherChat({ max_tokens: 0 })],
  ['chat: four stops', chat({ stop: ['1~', '2~', '3~', '4~'] })],
  ['chat: five stops, to another vendor', otherChat({ stop: ['1~', '2~', '3~', '4~', '5~'] })],
  ['chat: a bias at the limit', chat({ logit_bias: { 50256: -100, 1: 100 } })],
  [
    'chat: JSON of which a message speaks',
    inBytes(chat({ messages: [user([{ type: 'text', text: 'A city as json.' }])], response_format: { type: 'json_object' } }), (text) =>
      text.replace(/"content":"[^"]*"/, '"content":"{}"'),
    ),
  ],
  [
    'Responses: items by their ids, and without',
    response({ input: [user('Hi'), thought('rs_1'), said('msg_1'), { ...call('fc_1') }, result, { ...said('msg_2'), id: undefined }] }),
  ],
  ['Responses: what runs in the background, kept', repeated({ background: true })],
  ['Responses: a conversation, and no answer before', response({ conversation: { id: 'conv_1' }, previous_response_id: null })],
];
