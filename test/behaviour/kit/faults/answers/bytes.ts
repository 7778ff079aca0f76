/** Bytes, media types and errors. */
import { gzipSync } from 'node:zlib';
import { answered, errorOf, type Fault, inBytes, operationOf, streamed, streamedText } from '../exchange.js';

const chat = () => answered('createChatCompletion', 'deepseek-v3-chat');
const stream = () => streamed('createChatCompletion', 'chat-completion.stream', () => {});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The text in which a character is another byte, which is none of UTF-8. */
const broken = (text: string, at: string): Uint8Array => {
  const all = bytes(text);
  all[text.indexOf(at)] = 0xff;
  return all;
};
const failed = (id: string, ending: string, status: number, body: unknown) => answered(id, ending, () => body as never, { status });

/** Where the errors of a dialect come, and say what went wrong. */
const said: Record<string, [id: string, ending: string, pointer: string]> = {
  openai: ['createChatCompletion', 'deepseek-v3-chat', '/error/message'],
  anthropic: ['createMessage', 'anthropic-protocol', '/error/message'],
  gemini: ['generateContent', '.generate-content', '/error/message'],
  queue: ['createViduQ1TextToVideo', 'viduq1-create-text-to-video-task', '/detail'],
};

/** Answers of which no schema says that there is no error beside them. */
const besides: Record<string, string> = {
  listModels: 'model-list',
  listFiles: 'list-user-files',
  deleteFile: 'delete-file',
  createImage: 'gemini-2-5-flash-image-text-to-image-api',
  createVideoGeneration: 'veo-create-video-generation-task',
  createContentGenerationTask: 'create-video-generation-task',
};

export const bytesAndErrors: Fault[] = [
  ['no UTF-8 in an answer', inBytes(chat(), (text) => broken(text, 'Tokyo')), 'response utf-8 '],
  [
    'Latin letters of one byte in an answer',
    inBytes(chat(), (text) => Uint8Array.from(text.replace('Tokyo', 'T\u00f6kyo'), (one) => one.charCodeAt(0))),
    'response utf-8 ',
  ],
  ['a character that breaks off in an answer', inBytes(chat(), (text) => bytes(`${text} \u00e4`).subarray(0, -1)), 'response utf-8 '],
  ['UTF-16', inBytes(chat(), (text) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))), 'response json '],
  ['a byte order mark before JSON', inBytes(chat(), (text) => bytes(`\ufeff${text}`)), 'response json '],
  ['no UTF-8 in a stream', inBytes(stream(), (text) => broken(text, '1, 2')), 'stream utf-8 '],
  ['a character that breaks off in a stream', inBytes(stream(), (text) => bytes(`${text}: \u00e4`).subarray(0, -1)), 'stream utf-8 '],
  [
    'half of a character in an answer',
    inBytes(chat(), (text) => text.replace('Tokyo', '\\ud83d Tokyo')),
    'response utf-8 /choices/*/message/content',
  ],
  [
    'half of a character in a stream',
    inBytes(stream(), (text) => text.replace('1, 2', '\\uDE00 1, 2')),
    'stream utf-8 /choices/*/delta/content',
  ],
  ['JSON twice', inBytes(chat(), (text) => text + text), 'response json '],
  ['JSON in a text', inBytes(chat(), (text) => JSON.stringify(text)), 'response type '],
  ['NaN', inBytes(chat(), (text) => text.replace(/"total_tokens":\d+/, '"total_tokens":NaN')), 'response json '],
  ['a comma too many', inBytes(chat(), (text) => `${text.slice(0, -1)},}`), 'response json '],
  ['an answer that breaks off', inBytes(chat(), (text) => text.slice(0, -9)), 'response json '],
  ['nothing', inBytes(chat(), () => ''), 'response json '],
  ['null', inBytes(chat(), () => 'null'), 'response type '],
  ['a page in place of an answer', inBytes(chat(), () => '<html><body>502</body></html>'), 'response json '],
  ['a page that says so', inBytes(chat(), () => '<html></html>', { contentType: 'text/html' }), 'response content-type /content-type'],
  ['an answer as plain text', inBytes(chat(), (text) => text, { contentType: 'text/plain' }), 'response content-type /content-type'],
  [
    'an answer in Latin-1, by its head',
    inBytes(chat(), (text) => text, { contentType: 'application/json; charset=iso-8859-1' }),
    'response content-type /content-type',
  ],
  ['a stream as JSON', inBytes(stream(), (text) => text, { contentType: 'application/json' }), 'response content-type /content-type'],
  [
    'an answer in place of a stream',
    { ...stream(), answer: chat().answer, contentType: 'application/json' },
    'response content-type /content-type',
  ],
  [
    'a stream in place of an answer',
    { ...chat(), answer: stream().answer, contentType: 'text/event-stream' },
    'response content-type /content-type',
  ],
  ['compressed without saying so', inBytes(chat(), (text) => new Uint8Array(gzipSync(text))), 'response json '],
  [
    'events that break off',
    streamedText('createChatCompletion', 'chat-completion.stream', (text) => text.slice(0, text.length >> 1)),
    'stream json ',
  ],
  [
    'events that are no JSON',
    streamedText('createChatCompletion', 'chat-completion.stream', (text) => text.replace('data: {', 'data: {{')),
    'stream json ',
  ],
  ['an empty event', streamedText('createChatCompletion', 'chat-completion.stream', (text) => `data:\n\n${text}`), 'stream json '],
  [
    'two events in one',
    streamedText('createChatCompletion', 'chat-completion.stream', (text) => text.replace('}\n\ndata: {', '}\ndata: {')),
    'stream json ',
  ],
  ...Object.entries({
    'createChatCompletion chat-completion.stream': (text: string) => text.replace('}\n\n', '}\n\n<html>\r\n<h1>502</h1>\r\n</html>\n\n'),
    'createMessage anthropic-protocol.stream': (text: string) => `${text}{"error":{"message":"overloaded"}}`,
    'createResponse bypass-responses-protocol.stream': (text: string) => text.replaceAll('data:', '  data:'),
    'streamGenerateContent bypass-vertex-gemini-protocol': (text: string) => `HTTP/1.1 200 OK\r\n\r\n${text}`,
    'createChatCompletion tool-call-stream': (text: string) => text.replace(/data: .*\n\n/g, (event) => `1${event.length}\r\n${event}\r\n`),
  }).map(([stream, change]): Fault => {
    const [id = '', ending = ''] = stream.split(' ');
    return [`lines of something else in a stream: ${stream}`, streamedText(id, ending, change), 'stream line '];
  }),
  ['a status that is not declared', { ...chat(), status: 206 }, 'response status '],
  ['a redirection', { ...chat(), status: 302 }, 'response status '],
  ['an error of Messages on chat', failed('createChatCompletion', 'deepseek-v3-chat', 429, errorOf('anthropic', 429)), 'response dialect '],
  ['an error of Gemini on Messages', failed('createMessage', 'anthropic-protocol', 400, errorOf('gemini', 400)), 'response dialect '],
  ['an error of chat on Gemini', failed('generateContent', '.generate-content', 401, errorOf('openai', 401)), 'response dialect '],
  [
    'an error of Messages on Responses',
    failed('createResponse', 'bypass-responses-protocol', 500, errorOf('anthropic', 500)),
    'response dialect ',
  ],
  [
    'an error of chat on a queue',
    failed('getViduRequestStatus', 'viduq1-query-task-status.in-queue', 404, errorOf('openai', 404)),
    'response dialect ',
  ],
  ['an error of the queue on files', failed('getFile', 'query-file-status.ready', 404, errorOf('queue', 404)), 'response dialect '],
  [
    'an error that names another status',
    failed('generateContent', '.generate-content', 429, errorOf('gemini', 400)),
    'response dialect /error/code',
  ],
  [
    'an error in a list, of an operation without',
    failed('generateContent', '.generate-content', 429, [errorOf('gemini', 429)]),
    'response type ',
  ],
  [
    'an error in a list that names another status',
    failed('streamGenerateContent', 'json-array', 429, [errorOf('gemini', 400)]),
    'response dialect /error/code',
  ],
  ['an error that is a text', inBytes({ ...chat(), status: 500 }, () => 'Internal Server Error'), 'response json '],
  ['an answer with the status of an error', { ...chat(), status: 500 }, 'response required /error'],
  [
    'a message with the status of an error',
    { ...answered('createMessage', 'anthropic-protocol'), status: 529 },
    'response required /error',
  ],
  [
    'an error with the status of an answer',
    failed('createChatCompletion', 'deepseek-v3-chat', 200, errorOf('openai', 429)),
    'response dialect ',
  ],
  [
    'an error of Messages with the status of an answer',
    failed('createMessage', 'anthropic-protocol', 200, errorOf('anthropic', 429)),
    'response required /id',
  ],
  [
    'an error of Gemini with the status of an answer',
    failed('generateContent', '.generate-content', 200, errorOf('gemini', 429)),
    'response dialect ',
  ],
  [
    'an error in place of a job',
    failed('createVideo', 'sora-2-create-video-generation-task', 200, errorOf(operationOf('createVideo').dialect, 429)),
    'response dialect ',
  ],
  [
    'an error in place of what is deleted',
    failed('deleteFile', 'delete-file', 200, errorOf(operationOf('deleteFile').dialect, 404)),
    'response dialect ',
  ],
  ...Object.entries({ openai: '[object Object]', anthropic: 'None', gemini: 'undefined', queue: ' null ' }).map(
    ([dialect, message]): Fault => {
      const [id, ending, pointer] = said[dialect] as [string, string, string];
      const error = JSON.stringify(errorOf(dialect, 500)).replace('internal error', message);
      return [`an error that says ${message}`, failed(id, ending, 500, JSON.parse(error)), `response dialect ${pointer}`];
    },
  ),
  ...Object.entries(besides).map(
    ([id, ending]): Fault => [
      `an error beside the answer of ${id}`,
      answered(id, ending, (body) => void Object.assign(body, errorOf(operationOf(id).dialect, 500))),
      `response dialect /${Object.keys(errorOf(operationOf(id).dialect, 500) as object)[0]}`,
    ],
  ),
  [
    'an error as the only event, in another dialect',
    streamed('createMessage', 'anthropic-protocol.stream', () => [errorOf('openai', 500) as never]),
    'stream dialect ',
  ],
];
