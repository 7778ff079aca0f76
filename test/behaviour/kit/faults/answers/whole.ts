/** Whole answers: chats, pictures, models. */
import { answered, type Fault, type Loose } from '../exchange.js';

const chat = (change: (body: Loose) => void) => answered('createChatCompletion', 'deepseek-v3-chat', change);
const chatCall = (change: (body: Loose) => void) => answered('createChatCompletion', 'chat-completion.tool-call', change);
const picture = (change: (body: Loose) => void) => answered('createChatCompletion', 'gemini-2-5-flash-image-chat-interface', change);
const message = (change: (body: Loose) => void) => answered('createMessage', 'anthropic-protocol', change);
const messageCall = (change: (body: Loose) => void) => answered('createMessage', 'anthropic-protocol.tool-call', change);
const content = (change: (body: Loose) => void) => answered('generateContent', '.generate-content', change);
const contentCall = (change: (body: Loose) => void) => answered('generateContent', '.tool-call', change);
const contents = (change: (body: Loose) => void) => answered('streamGenerateContent', '.json-array', change);
const response = (change: (body: Loose) => void) => answered('createResponse', 'bypass-responses-protocol', change);
const responseCall = (change: (body: Loose) => void) => answered('createResponse', 'bypass-responses-protocol.tool-call', change);
const image = (change: (body: Loose) => void) => answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', change);
const models = (change: (body: Loose) => void) => answered('listModels', 'model-list', change);

export const answers: Fault[] = [
  [
    'chat: no choices',
    chat((body) => {
      body.choices = [];
    }),
    'response minItems /choices',
  ],
  ['chat: two choices of one index', chat((body) => void body.choices.push(body.choices[0])), 'response x-distinct /choices/*/index'],
  [
    'chat: a finish of calls without a call',
    chat((body) => {
      body.choices[0].finish_reason = 'tool_calls';
    }),
    'response x-filled /choices/*/message/tool_calls',
  ],
  [
    'chat: an empty list of calls',
    chatCall((body) => {
      body.choices[0].message.tool_calls = [];
    }),
    'response x-filled /choices/*/message/tool_calls',
  ],
  [
    'chat: arguments that are no JSON',
    chatCall((body) => {
      body.choices[0].message.tool_calls[0].function.arguments = "{'a': 1}";
    }),
    'response x-json /choices/*/message/tool_calls/*/function/arguments',
  ],
  [
    'chat: arguments that are a text',
    chatCall((body) => {
      body.choices[0].message.tool_calls[0].function.arguments = '"x"';
    }),
    'response x-json /choices/*/message/tool_calls/*/function/arguments',
  ],
  [
    'chat: arguments that are an object',
    chatCall((body) => {
      body.choices[0].message.tool_calls[0].function.arguments = {};
    }),
    'response type /choices/*/message/tool_calls/*/function/arguments',
  ],
  [
    'chat: a call with an empty id',
    chatCall((body) => {
      body.choices[0].message.tool_calls[0].id = '';
    }),
    'response x-filled /choices/*/message/tool_calls/*/id',
  ],
  [
    'chat: a call without name',
    chatCall((body) => {
      body.choices[0].message.tool_calls[0].function.name = '';
    }),
    'response x-filled /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: two calls of one id',
    chatCall((body) => void body.choices[0].message.tool_calls.push(body.choices[0].message.tool_calls[0])),
    'response x-distinct /choices/*/message/tool_calls/*/id',
  ],
  [
    'chat: an empty id',
    chat((body) => {
      body.id = '';
    }),
    'response x-filled /id',
  ],
  [
    'chat: a time in milliseconds',
    chat((body) => {
      body.created *= 1000;
    }),
    'response x-time /created',
  ],
  [
    'chat: a total that is no sum',
    chat((body) => {
      body.usage.total_tokens += 7;
    }),
    'response x-sum /usage/total_tokens',
  ],
  [
    'chat: a negative count',
    chat((body) => {
      body.usage.prompt_tokens = -1;
    }),
    'response minimum /usage/prompt_tokens',
  ],
  [
    'chat: more reasoning than answer',
    chat((body) => {
      body.usage.completion_tokens_details = { reasoning_tokens: 1e6 };
    }),
    'response x-at-most /usage/completion_tokens_details/reasoning_tokens',
  ],
  [
    'chat: a picture at a relative address',
    picture((body) => {
      body.choices[0].message.images[0].image_url.url = '/files/1.png';
    }),
    'response x-address /choices/*/message/images/*/image_url/url',
  ],
  [
    'chat: a picture that is no base64',
    picture((body) => {
      body.choices[0].message.images[0].image_url.url = 'data:image/png;base64,not a picture';
    }),
    'response x-address /choices/*/message/images/*/image_url/url',
  ],
  [
    'chat: a picture that is only base64',
    picture((body) => {
      body.choices[0].message.images[0].image_url.url = 'iVBORw0KGgo=';
    }),
    'response x-address /choices/*/message/images/*/image_url/url',
  ],
  [
    'chat: a chunk in place of an answer',
    chat((body) => {
      body.object = 'chat.completion.chunk';
    }),
    'response const /object',
  ],
  [
    'messages: a stop for a call without a call',
    message((body) => {
      body.stop_reason = 'tool_use';
    }),
    'response x-refuse /content',
  ],
  [
    'messages: the end of a turn with a call',
    messageCall((body) => {
      body.stop_reason = 'end_turn';
    }),
    'response x-refuse /content',
  ],
  [
    'messages: a call without id',
    messageCall((body) => void delete body.content.find(({ type }: Loose) => type === 'tool_use').id),
    'response required /content/*/id',
  ],
  [
    'messages: a call with an empty id',
    messageCall((body) => {
      body.content.find(({ type }: Loose) => type === 'tool_use').id = '';
    }),
    'response x-filled /content/*/id',
  ],
  [
    'messages: arguments as a text',
    messageCall((body) => {
      body.content.find(({ type }: Loose) => type === 'tool_use').input = '{}';
    }),
    'response type /content/*/input',
  ],
  [
    'messages: a negative count',
    message((body) => {
      body.usage.output_tokens = -1;
    }),
    'response minimum /usage/output_tokens',
  ],
  [
    'messages: an answer of the user',
    message((body) => {
      body.role = 'user';
    }),
    'response const /role',
  ],
  [
    'messages: content as a text',
    message((body) => {
      body.content = 'Hello';
    }),
    'response type /content',
  ],
  ['Gemini: no candidates', content((body) => void delete body.candidates), 'response finish '],
  [
    'Gemini: an empty list of candidates',
    content((body) => {
      body.candidates = [];
    }),
    'response finish ',
  ],
  ['Gemini: no finish reason', content((body) => void delete body.candidates[0].finishReason), 'response finish '],
  [
    'Gemini: an empty list of parts',
    content((body) => {
      body.candidates[0].content.parts = [];
    }),
    'response minItems /candidates/*/content/parts',
  ],
  [
    'Gemini: two candidates of one index',
    content((body) => {
      body.candidates = [
        { ...body.candidates[0], index: 0 },
        { ...body.candidates[0], index: 0 },
      ];
    }),
    'response x-distinct /candidates/*/index',
  ],
  [
    'Gemini: a total that is no sum',
    content((body) => void body.usageMetadata.totalTokenCount--),
    'response x-sum /usageMetadata/totalTokenCount',
  ],
  [
    'Gemini: a negative count',
    content((body) => {
      body.usageMetadata.candidatesTokenCount = -1;
    }),
    'response minimum /usageMetadata/candidatesTokenCount',
  ],
  [
    'Gemini: a picture that is no base64',
    content((body) => {
      body.candidates[0].content.parts = [{ inlineData: { mimeType: 'image/png', data: 'data:image/png;base64,iVBORw0KGgo=' } }];
    }),
    'response contentEncoding /candidates/*/content/parts/*/inlineData/data',
  ],
  [
    'Gemini: a call without name',
    contentCall((body) => {
      body.candidates[0].content.parts.find(({ functionCall }: Loose) => functionCall).functionCall.name = '';
    }),
    'response minLength /candidates/*/content/parts/*/functionCall/name',
  ],
  ['Gemini: a list of events of which none ends', contents((body) => void body.pop()), 'response finish '],
  [
    'Responses: completed without a result',
    response((body) => {
      body.output = [];
    }),
    'response x-filled /output',
  ],
  [
    'Responses: failed without an error',
    response((body) => {
      body.status = 'failed';
    }),
    'response x-filled /error',
  ],
  [
    'Responses: incomplete without a reason',
    response((body) => {
      body.status = 'incomplete';
    }),
    'response x-filled /incomplete_details',
  ],
  ['Responses: two items of one id', response((body) => void body.output.push(body.output[0])), 'response x-distinct /output/*/id'],
  [
    'Responses: a call without an id',
    responseCall((body) => {
      body.output.find(({ type }: Loose) => type === 'function_call').call_id = '';
    }),
    'response x-filled /output/*/call_id',
  ],
  [
    'Responses: arguments that are no JSON',
    responseCall((body) => {
      body.output.find(({ type }: Loose) => type === 'function_call').arguments = '{city: Oslo}';
    }),
    'response x-json /output/*/arguments',
  ],
  ['Responses: a total that is no sum', response((body) => void body.usage.total_tokens++), 'response x-sum /usage/total_tokens'],
  [
    'Responses: a negative count',
    response((body) => {
      body.usage.input_tokens = -1;
    }),
    'response minimum /usage/input_tokens',
  ],
  [
    'Responses: a time in milliseconds',
    response((body) => {
      body.created_at *= 1000;
    }),
    'response x-time /created_at',
  ],
  [
    'Responses: an empty id',
    response((body) => {
      body.id = '';
    }),
    'response x-filled /id',
  ],
  [
    'pictures: none',
    image((body) => {
      body.data = [];
    }),
    'response minItems /data',
  ],
  [
    'pictures: no base64',
    image((body) => {
      body.data[0].b64_json = 'not base64!';
    }),
    'response contentEncoding /data/*/b64_json',
  ],
  [
    'pictures: a data URL in place of base64',
    image((body) => {
      body.data[0].b64_json = `data:image/png;base64,${body.data[0].b64_json}`;
    }),
    'response contentEncoding /data/*/b64_json',
  ],
  [
    'pictures: an empty text',
    image((body) => {
      body.data[0].b64_json = '';
    }),
    'response contentEncoding /data/*/b64_json',
  ],
  [
    'pictures: a relative address',
    image((body) => {
      body.data[0].url = '/1.png';
    }),
    'response format /data/*/url',
  ],
  [
    'pictures: a time in milliseconds',
    image((body) => {
      body.created *= 1000;
    }),
    'response x-time /created',
  ],
  [
    'Messages: ended by a stop text that is not told',
    message((body) => {
      body.stop_reason = 'stop_sequence';
    }),
    'response x-filled /stop_sequence',
  ],
  [
    'Responses: completed with an error',
    response((body) => {
      body.error = { code: 'server_error', message: 'It broke.' };
    }),
    'response x-refuse /error',
  ],
  [
    'pictures: a total that is no sum',
    image((body) => {
      body.usage = { total_tokens: 3, input_tokens: 1, output_tokens: 1 };
    }),
    'response x-sum /usage/total_tokens',
  ],
  ['models: one twice', models((body) => void body.data.push(body.data[0])), 'response x-distinct /data/*/id'],
  [
    'models: no list',
    models((body) => {
      body.object = 'models';
    }),
    'response const /object',
  ],
  [
    'models: a time in milliseconds',
    models((body) => {
      body.data[0].created *= 1000;
    }),
    'response x-time /data/*/created',
  ],
  [
    'models: an empty id',
    models((body) => {
      body.data[0].id = '';
    }),
    'response x-filled /data/*/id',
  ],
];
