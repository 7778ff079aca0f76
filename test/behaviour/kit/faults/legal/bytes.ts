/** Bytes, heads and lines that are as they may be. */
import { answered, type EventsChange, errorOf, inBytes, type LegalVariant, type Loose, streamed, streamedText } from '../exchange.js';

const chatId = 'createChatCompletion';
const chatText = (change: (text: string) => string) => streamedText(chatId, 'chat-completion.stream', change);
const chatStream = (change: EventsChange) => streamed(chatId, 'chat-completion.stream', change);
const messagesText = (change: (text: string) => string) => streamedText('createMessage', 'anthropic-protocol.stream', change);
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);
const tryAgain = { status: 429, headers: { 'retry-after': 'Fri, 27 Nov 2026 08:00:00 GMT' } };

const limitedTo = (limit: string, remaining: string, reset: string) => ({
  ...answered('createResponse', 'bypass-responses-protocol', () => {}),
  headers: {
    'x-ratelimit-limit-requests': limit,
    'x-ratelimit-remaining-requests': remaining,
    'x-ratelimit-reset-requests': reset,
    'x-ratelimit-renewalperiod-requests': '60',
  },
});

export const legalBytes: LegalVariant[] = [
  [
    'Gemini: an error in a list, as answers of the operation may be',
    answered('streamGenerateContent', 'json-array', () => [errorOf('gemini', 429)], { status: 429 }),
  ],
  [
    'a character in two escapes',
    inBytes(
      chat(() => {}),
      (text) => text.replace('Tokyo', '\\uD83D\\ude00'),
    ),
  ],
  [
    'an escape that is spoken of',
    inBytes(
      chat(() => {}),
      (text) => text.replace('Tokyo', '\\\\ud83d'),
    ),
  ],
  // The standard of server-sent events.
  ['fields that nobody knows', chatText((text) => `foo: bar\nbaz\n\n${text}`)],
  ['blanks between events', messagesText((text) => text.replaceAll('\n\n', '\n\n \n\n'))],
  ['the name that events have without one', chatText((text) => text.replaceAll('data: ', 'event: message\ndata: '))],
  ['carriage returns as line ends', chatText((text) => text.replaceAll('\n', '\r'))],
  ['both as line ends', messagesText((text) => text.replaceAll('\n', '\r\n'))],
  ['line ends of every kind', chatText((text) => text.replace('\n\n', '\r\n\r').replace('}\n\n', '}\r\r\n'))],
  ['comments', messagesText((text) => text.replaceAll('\n\n', '\n\n: keep-alive\n\n'))],
  ['ids and times to retry', chatText((text) => `retry: 3000\nid: 1\n\n${text.replaceAll('data: ', 'id: 7\ndata: ')}`)],
  ['a time to retry that is none', chatText((text) => `retry: soon\n${text}`)],
  [
    'a byte order mark before a stream',
    inBytes(
      chatStream(() => {}),
      (text) => new TextEncoder().encode(`\ufeff${text}`),
    ),
  ],
  ['no blank behind the colon', chatText((text) => text.replaceAll('data: ', 'data:'))],
  ['no empty line at the end', chatText((text) => text.trimEnd())],
  ['one line end at the end', messagesText((text) => `${text.trimEnd()}\n`)],
  ['empty lines between events', chatText((text) => text.replaceAll('\n\n', '\n\n\n\n'))],
  ['data in several lines', chatText((text) => text.replace('data: {', 'data: {\ndata: '))],
  [
    'white space around JSON',
    inBytes(
      chat(() => {}),
      (text) => `\n ${text}\n`,
    ),
  ],
  [
    'a character set',
    inBytes(
      chat(() => {}),
      (text) => text,
      { contentType: 'application/json; charset=UTF-8' },
    ),
  ],
  [
    'a replacement character that was meant',
    inBytes(
      chat((body) => {
        body.choices[0].message.content = 'It is \ufffd.';
      }),
      (text) => new TextEncoder().encode(text),
    ),
  ],
  [
    'characters of four bytes',
    inBytes(
      chat((body) => {
        body.choices[0].message.content = '\u{1f600}';
      }),
      (text) => new TextEncoder().encode(text),
    ),
  ],
  ['a time to try again', answered(chatId, 'deepseek-v3-chat', () => errorOf('openai', 429), tryAgain)],
  ...['Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994', '0'].map(
    (time): LegalVariant => [
      `${time} to try again`,
      answered(chatId, 'deepseek-v3-chat', () => errorOf('openai', 429), { status: 429, headers: { 'retry-after': time } }),
    ],
  ),
  [
    'heads that nobody knows',
    { ...chat(() => {}), headers: { via: '1.1 x', 'x-ratelimit-other': 'many', 'content-encoding': 'identity' } },
  ],
  ['a reset in units', limitedTo('10', '9', '6m0s')],
  ['a limit that is used up', limitedTo('10', '0', '60')],
  ['a limit that is whole', limitedTo('10', '10', '0')],
  [
    'a refusal by the queue that lists what is wrong',
    answered(
      'createViduQ2TextToVideo',
      'viduq2-create-text-to-video-task',
      () => ({ detail: [{ loc: ['body', 'prompt'], msg: 'field required', type: 'value_error.missing' }] }),
      { status: 422 },
    ),
  ],
  [
    'an error that speaks of nothing',
    answered(chatId, 'deepseek-v3-chat', () => ({ error: { message: 'null is no model', type: 'invalid_request_error' } }), {
      status: 400,
    }),
  ],
  ['an error that is none', answered('listModels', 'model-list', (body) => void Object.assign(body, { error: { message: '' } }))],
  ['no error', answered('listFiles', 'list-user-files', (body) => void Object.assign(body, { error: null, message: 'success' }))],
];
