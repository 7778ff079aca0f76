/** Times that have not been, places outside of a text, words of another status, files that are none, and members that come twice. */
import { answerWith } from '../changed.js';
import { answered, errorOf, type Fault, inBytes, type LegalVariant, type Loose, polled, streamed } from '../exchange.js';

const chatId = 'createChatCompletion';
const page = 'deepseek-v3-chat';
const chat = () => answered(chatId, page);
const cited = (source: Loose, text = 'It is so.') =>
  answered('createResponse', 'bypass-responses-protocol', ({ output: [item] }) => {
    item.content = [
      {
        type: 'output_text',
        text,
        annotations: [{ type: 'url_citation', url: 'https://example.com', title: 'a', ...source }],
        logprobs: [],
      },
    ];
  });
const failed = (id: string, ending: string, dialect: string, status: number, other: number) =>
  answered(id, ending, () => errorOf(dialect, other), { status });
const picture = (bytes: string) =>
  answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
    body.data[0].b64_json = btoa(bytes);
  });
const waiting = (value: string) => answered(chatId, page, () => errorOf('openai', 429), { status: 429, headers: { 'retry-after': value } });
const doubled = (member: string, other: string) =>
  inBytes(chat(), (text) => text.replace(`"${member}":`, `"${member}":${other},"${member}":`));
const later = 4_102_444_800;
const word = 'response dialect /error/type';
const kind = '/choices/*/message/tool_calls/*/type';

export const timesAndWords: Fault[] = [
  ['chat: created in the future', answerWith(chatId, page, { '/created': later }), 'response x-time /created'],
  [
    'Responses: created in the future',
    answerWith('createResponse', 'bypass-responses-protocol', { '/created_at': later }),
    'response x-time /created_at',
  ],
  [
    'Gemini: made in the future',
    answerWith('generateContent', '.generate-content', { '/createTime': '2100-01-01T00:00:00Z' }),
    'response x-time /createTime',
  ],
  [
    'a file of the future',
    answerWith('getFile', 'query-file-status.pending', { '/created_at': later, '/expires_at': later + 172_800 }),
    'response x-time /created_at',
  ],
  ...['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'].map(
    (zero): Fault => [
      `Veo: created at ${zero}`,
      polled('getVideoGeneration', ['.initializing', (body) => void Object.assign(body, { created_at: zero })]),
      'response x-time /created_at',
    ],
  ),
  [
    'Veo: changed in the future',
    polled('getVideoGeneration', ['.initializing', (body) => void Object.assign(body, { updated_at: '2100-01-01T00:00:00Z' })]),
    'response x-time /updated_at',
  ],
  [
    'Seedance: created at 0',
    polled('getContentGenerationTask', ['.running', (body) => void Object.assign(body, { created_at: 0 })]),
    'response x-time /created_at',
  ],
  [
    'a file that was asked for at 0',
    polled('getFile', ['query-file-status.pending', (body) => void Object.assign(body, { created_at: 0 })]),
    'response x-time /created_at',
  ],
  ['a model of the future', answerWith('listModels', 'model-list', { '/data/0/created': later }), 'response x-time /data/*/created'],
  [
    'a source that ends behind the text',
    cited({ start_index: 0, end_index: 500 }),
    'response x-within /output/*/content/*/annotations/*/end_index',
  ],
  [
    'a source that begins before the text',
    cited({ start_index: -1, end_index: 3 }),
    'response x-within /output/*/content/*/annotations/*/start_index',
  ],
  [
    'a source that ends before it begins',
    cited({ start_index: 5, end_index: 2 }),
    'response x-at-most /output/*/content/*/annotations/*/start_index',
  ],
  ['chat: a wrong key, in the words of too many requests', failed(chatId, page, 'openai', 401, 429), word],
  ['chat: too many requests, in the words of a wrong key', failed(chatId, page, 'openai', 429, 401), word],
  ['chat: a fault of the server, in the words of one of the caller', failed(chatId, page, 'openai', 502, 400), word],
  [
    'messages: what is not there, in the words of what is not allowed',
    failed('createMessage', 'anthropic-protocol', 'anthropic', 404, 403),
    word,
  ],
  [
    'messages: the name of a class for a word',
    answered(
      'createMessage',
      'anthropic-protocol',
      () => ({ ...(errorOf('anthropic', 429) as Loose), error: { type: 'RateLimitError', message: 'a' } }),
      { status: 429 },
    ),
    'response dialect ',
  ],
  [
    'Gemini: a word in small letters',
    answered('generateContent', '.generate-content', () => ({ error: { code: 400, message: 'a', status: 'invalid' } }), { status: 400 }),
    'response x-text /error/status',
  ],
  ['a time to try again, in milliseconds since 1970', waiting('1790582089000'), 'response maximum /retry-after'],
  ['a length in words', { ...chat(), headers: { 'content-length': 'long' } }, 'response type /content-length'],
  ['an error as a picture', picture('{"error":"a"}'), 'response x-media /data/*/b64_json'],
  ['a page as a picture', picture('<html>a</html>'), 'response x-media /data/*/b64_json'],
  [
    'a media type for the name of one',
    answerWith('createImage', 'gemini-2-5-flash-image-text-to-image-api', { '/output_format': 'image/png' }),
    'response x-text /output_format',
  ],
  ['two models', doubled('model', '"other"'), 'response json '],
  ['two contents', doubled('content', '"a"'), 'response json '],
  [
    'a call in the words of another protocol',
    answerWith(chatId, 'chat-completion.tool-call', { '/choices/0/message/tool_calls/0/type': 'tool_use' }),
    `response x-text ${kind}`,
  ],
  [
    'two calls of one number',
    answered(
      chatId,
      'chat-completion.tool-call',
      ({ choices: [{ message }] }) => void message.tool_calls.push({ ...message.tool_calls[0], id: 'call_2' }),
    ),
    'response x-distinct /choices/*/message/tool_calls/*/index',
  ],
  [
    'Gemini: an error that is a text, in a stream',
    streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', ([first]) => [first, { error: 'Overloaded.' }]),
    'stream x-refuse ',
  ],
];

export const legalTimesAndWords: LegalVariant[] = [
  [
    'Veo: a time of another zone, to the nanosecond',
    polled('getVideoGeneration', [
      '.initializing',
      (body) => void Object.assign(body, { created_at: '2025-03-06T20:00:00.123456789+08:00', updated_at: '2025-03-06T12:05:30Z' }),
    ]),
  ],
  [
    'a file that expires in years',
    polled('getFile', ['query-file-status.pending', (body) => void Object.assign(body, { expires_at: later })]),
  ],
  ['a source of the last character', cited({ start_index: 0, end_index: 9 })],
  ['a source that is counted in bytes', cited({ start_index: 0, end_index: 6 }, 'Ää.é')],
  [
    'a wrong key that is called a wrong request',
    answered(chatId, page, () => ({ error: { message: 'a', type: 'invalid_request_error', code: 'invalid_api_key' } }), { status: 401 }),
  ],
  [
    'a word of an error that nobody documents',
    answered(chatId, page, () => ({ error: { message: 'a', type: 'upstream_error' } }), { status: 502 }),
  ],
  ['a day to wait', waiting('86400')],
  ['one name in two objects', inBytes(chat(), (text) => text.replace('{', '{"extra":{"id":"a","model":["id","id"]},'))],
  ['a text that is JSON with a member twice', answerWith(chatId, page, { '/choices/0/message/content': '{"a":1,"a":2}' })],
];
