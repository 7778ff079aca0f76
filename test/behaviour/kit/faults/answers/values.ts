/** Values of whole answers, of their heads, and of jobs that cannot be. */
import { answerWith, type Values } from '../changed.js';
import {
  answered,
  documented,
  errorOf,
  type Fault,
  inBytes,
  type LegalVariant,
  type Loose,
  polled,
  type SentExchange,
  streamed,
  wanting,
} from '../exchange.js';

const chat = (values: Values) => answerWith('createChatCompletion', 'deepseek-v3-chat', values);
const chatCall = (values: Values) => answerWith('createChatCompletion', 'chat-completion.tool-call', values);
const message = (values: Values) => answerWith('createMessage', 'anthropic-protocol', values);
const content = (values: Values) => answerWith('generateContent', '.generate-content', values);
const response = (values: Values) => answerWith('createResponse', 'bypass-responses-protocol', values);
const part = '/output/0/content/0';
/** What the tokens of the answer of a sample are, where the request wants them. */
const likely = (tokens: string[], text = tokens.join('')) => {
  const logprobs = tokens.map((token) => ({ token, logprob: -0.1, top_logprobs: [] }));
  const values = { [`${part}/text`]: text, [`${part}/logprobs`]: logprobs };
  return wanting({ include: ['message.output_text.logprobs'] }, response(values));
};
const likelyStream = (token: string) =>
  wanting(
    { include: ['message.output_text.logprobs'] },
    streamed('createResponse', 'bypass-responses-protocol.stream', (events) => {
      for (const event of events)
        if (event.type === 'response.output_text.delta')
          event.logprobs = [{ token: token || event.delta, logprob: -0.1, top_logprobs: [] }];
    }),
  );
const image = (values: Values) => answerWith('createImage', 'gemini-2-5-flash-image-text-to-image-api', values);
const headed = (headers: Record<string, string>): SentExchange => ({ ...response({}), headers });
const chatHeaded = (headers: Record<string, string>): SentExchange => ({ ...chat({}), headers });
const failed = (id: string, ending: string, status: number, body: Loose, headers = {}) =>
  answered(id, ending, () => body, { status, headers });
const picture = (url: string) =>
  answerWith('createChatCompletion', 'gemini-2-5-flash-image-chat-interface', { '/choices/0/message/images/0/image_url/url': url });
const job = (id: string, ending: string, values: Values) => polled(id, [ending, (body) => void Object.assign(body, values)]);
const sora = 'sora-2-query-video-generation-status';
const kling = 'kling-v2-6-query-video-generation-status';
const page = 'list-user-files';
const jpeg = '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYE';
/** A picture of one point. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const html = btoa('<html><body>502 Bad Gateway</body></html>');
const words = 'must be a word';
const [firstFile, ...otherFiles] = (documented('listFiles', page).example.body as Loose).data;
const lastFile = otherFiles.at(-1) ?? firstFile;
const more = answered('listFiles', page, (body) => void Object.assign(body, { has_more: true }));

export const values: Fault[] = [
  ['Responses: a text of all that is another', response({ '/output_text': 'No.' }), 'response x-joined /output_text'],
  [
    'Responses: a refusal of no words',
    answered('createResponse', 'bypass-responses-protocol', ({ output, usage }) => {
      output[0].content = [{ type: 'refusal', refusal: '' }];
      Object.assign(usage, { output_tokens: 1, total_tokens: usage.input_tokens + 1 });
    }),
    'response minLength /output/*/content/*/refusal',
  ],
  ['Responses: tokens of another text', likely(['No', '.'], 'Yes.'), 'response x-asked /output/*/content/*/logprobs'],
  ['Responses: tokens of another text, in a stream', likelyStream('No'), 'stream x-asked /logprobs'],
  // Heads.
  ['an id of the exchange that is empty', chatHeaded({ http_x_reqid: '' }), 'response x-filled /http_x_reqid'],
  [
    'more requests left than fit',
    headed({ 'x-ratelimit-limit-requests': '10', 'x-ratelimit-remaining-requests': '20' }),
    'response x-at-most /x-ratelimit-remaining-requests',
  ],
  [
    'more tokens left than fit',
    headed({ 'x-ratelimit-limit-tokens': '10', 'x-ratelimit-remaining-tokens': '20' }),
    'response x-at-most /x-ratelimit-remaining-tokens',
  ],
  [
    'a reset later than the period is long',
    headed({ 'x-ratelimit-reset-requests': '1790582089', 'x-ratelimit-renewalperiod-requests': '60' }),
    'response x-at-most /x-ratelimit-reset-requests',
  ],
  ['a reset that is over', headed({ 'x-ratelimit-reset-tokens': '-3' }), 'response type /x-ratelimit-reset-tokens'],
  ['a period in words', headed({ 'x-ratelimit-renewalperiod-tokens': 'minute' }), 'response type /x-ratelimit-renewalperiod-tokens'],
  [
    'a time to try again before the response',
    failed('createChatCompletion', 'deepseek-v3-chat', 429, errorOf('openai', 429), {
      date: 'Fri, 27 Nov 2026 08:00:00 GMT',
      'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT',
    }),
    'response minimum /retry-after',
  ],
  ...['Sat Nov 28', 'Sat Nov 28 2026 12:05:00 GMT+0000 (Coordinated Universal Time)'].map(
    (time): Fault => [
      `${time} as a time to try again`,
      failed('createMessage', 'anthropic-protocol', 429, errorOf('anthropic', 429), { 'retry-after': time }),
      'response type /retry-after',
    ],
  ),
  ['a length that is too large', chatHeaded({ 'content-length': '99999' }), 'response content-length /content-length'],
  ['a length that is too small', chatHeaded({ 'content-length': '5' }), 'response content-length /content-length'],
  ['a range of what is whole', chatHeaded({ 'content-range': 'bytes 0-5/10' }), 'response content-range /content-range'],
  ['a character set for an encoding', chatHeaded({ 'content-encoding': 'utf-8' }), 'response content-encoding /content-encoding'],
  [
    'the word of another status',
    failed('generateContent', '.generate-content', 429, { error: { code: 429, message: 'x', status: 'NOT_FOUND' } }),
    'response dialect /error/status',
  ],
  [
    'the word of another class of statuses',
    failed('createMessage', 'anthropic-protocol', 401, { type: 'error', error: { type: 'overloaded_error', message: 'x' } }),
    'response dialect /error/type',
  ],
  // Answers.
  ['an answer and an error', chat({ '/error': { message: 'x', type: 'y', code: 'z' } }), 'response x-refuse /error'],
  ['messages: an answer and an error', message({ '/error': { type: 'api_error', message: 'x' } }), 'response x-refuse /error'],
  ['chat: no model', chat({ '/model': '' }), 'response x-filled /model'],
  ['messages: no model', message({ '/model': '' }), 'response x-filled /model'],
  ['Responses: no model', response({ '/model': '' }), 'response x-filled /model'],
  [
    'Responses: no count of what was reasoning',
    response({ '/usage/output_tokens_details': {} }),
    'response required /usage/output_tokens_details/reasoning_tokens',
  ],
  ['Gemini: no model', content({ '/modelVersion': '' }), 'response minLength /modelVersion'],
  ['Gemini: no id', content({ '/responseId': '' }), 'response minLength /responseId'],
  ['chat: a time that is not known, at once', chat({ '/created': 0 }), 'response x-time /created'],
  ['Responses: a time that is not known', response({ '/created_at': 0 }), 'response x-time /created_at'],
  [`chat: ${words} of Gemini`, chat({ '/choices/0/finish_reason': 'STOP' }), 'response x-text /choices/*/finish_reason'],
  [`chat: ${words} of messages`, chatCall({ '/choices/0/finish_reason': 'tool_use' }), 'response x-text /choices/*/finish_reason'],
  ['chat: an end without a word', chat({ '/choices/0/finish_reason': '' }), 'response x-text /choices/*/finish_reason'],
  [
    'chat: a finish of an older call without one',
    chat({ '/choices/0/finish_reason': 'function_call' }),
    'response required /choices/*/message/function_call',
  ],
  [`messages: ${words} of chat`, message({ '/stop_reason': 'length' }), 'response x-text /stop_reason'],
  [`Gemini: ${words} of chat`, content({ '/candidates/0/finishReason': 'length' }), 'response x-text /candidates/*/finishReason'],
  [
    'Gemini: an answer of the assistant',
    content({ '/candidates/0/content/role': 'assistant' }),
    'response x-text /candidates/*/content/role',
  ],
  [
    'chat: more tokens of text than of the answer',
    chat({ '/usage/completion_tokens_details': { text_tokens: 1e6 } }),
    'response x-at-most /usage/completion_tokens_details/text_tokens',
  ],
  [
    'Gemini: more tokens of a kind than in all',
    content({ '/usageMetadata/promptTokensDetails': [{ modality: 'TEXT', tokenCount: 999 }] }),
    'response x-at-most /usageMetadata/promptTokensDetails/*/tokenCount',
  ],
  [
    'Gemini: more cached tokens than there are',
    content({ '/usageMetadata/cachedContentTokenCount': 1e6 }),
    'response x-at-most /usageMetadata/cachedContentTokenCount',
  ],
  [
    'messages: thinking without a signature',
    answered('createMessage', 'anthropic-protocol.thinking', (body) => void delete body.content[0].signature),
    'response x-filled /content/*/signature',
  ],
  [
    'messages: hidden thinking that is empty',
    message({ '/content/0': { type: 'redacted_thinking', data: '' } }),
    'response x-filled /content/*/data',
  ],
  ['Responses: completed with an item that goes on', response({ '/output/0/status': 'in_progress' }), 'response x-refuse /output/*/status'],
  [
    'Responses: incomplete for no reason',
    response({ '/status': 'incomplete', '/incomplete_details': { reason: '' } }),
    'response x-filled /incomplete_details/reason',
  ],
  [
    'Responses: an error without words',
    response({ '/status': 'failed', '/error': { code: 'x', message: '' } }),
    'response x-filled /error/message',
  ],
  // Files in base64.
  [
    'chat: a picture of another type',
    picture(`data:image/png;base64,${jpeg}`),
    'response x-address /choices/*/message/images/*/image_url/url',
  ],
  ['chat: a page for a picture', picture(`data:image/png;base64,${html}`), 'response x-address /choices/*/message/images/*/image_url/url'],
  [
    'chat: a picture that is a text',
    picture(`data:text/html;base64,${html}`),
    'response x-address /choices/*/message/images/*/image_url/url',
  ],
  ['pictures: a page for a picture', image({ '/data/0/b64_json': html }), 'response x-media /data/*/b64_json'],
  [
    'pictures: a picture of another type',
    image({ '/output_format': 'png', '/data/0/b64_json': jpeg }),
    'response x-media /data/*/b64_json',
  ],
  [
    'Gemini: a picture of another type',
    content({ '/candidates/0/content/parts/0': { inlineData: { mimeType: 'image/png', data: jpeg } } }),
    'response x-media /candidates/*/content/parts/*/inlineData/data',
  ],
  [
    'Gemini: a file without a type',
    content({ '/candidates/0/content/parts/0': { inlineData: { mimeType: '', data: jpeg } } }),
    'response x-filled /candidates/*/content/parts/*/inlineData/mimeType',
  ],
  [
    'Gemini: a seal that is no base64',
    content({ '/candidates/0/content/parts/0/thoughtSignature': 'not base64!' }),
    'response contentEncoding /candidates/*/content/parts/*/thoughtSignature',
  ],
  // Of which the end is missing.
  [
    'chat: a picture that is cut short',
    picture(`data:image/png;base64,${png.slice(0, 80)}`),
    'response x-address /choices/*/message/images/*/image_url/url',
  ],
  ...[png.slice(0, 88), jpeg].map(
    (data, index): Fault => [
      `pictures: a picture that is cut short, ${index}`,
      image({ '/output_format': data.startsWith('iV') ? 'png' : 'jpeg', '/data/0/b64_json': data }),
      'response x-media /data/*/b64_json',
    ],
  ),
  [
    'Gemini: a picture that is cut short',
    content({ '/candidates/0/content/parts/0': { inlineData: { mimeType: 'image/jpeg', data: jpeg } } }),
    'response x-media /candidates/*/content/parts/*/inlineData/data',
  ],
  // Jobs and pages.
  ['videos: completed below 100', job('getVideo', `${sora}.completed`, { progress: 99 }), 'job is /progress'],
  [
    'videos: a new task of negative progress',
    answerWith('createVideo', 'sora-2-create-video-generation-task', { '/progress': -1 }),
    'job is /progress',
  ],
  ['videos: an error while it goes on', job('getVideo', `${sora}.in-progress`, { error: { code: 'x', message: 'y' } }), 'job has /error'],
  [
    'videos: failed with a result',
    job('getVideo', `${sora}.failed`, { task_result: { videos: [{ id: 'a', url: 'https://x.example/a.mp4' }] } }),
    'job has /task_result/videos',
  ],
  [
    'videos: failed without words',
    job('getVideo', `${sora}.failed`, { error: { code: 'x', message: '' } }),
    'response x-filled /error/message',
  ],
  [
    'videos: over before it was complete',
    polled('getVideo', [`${sora}.completed`, (body) => void Object.assign(body, { expires_at: body.completed_at - 1 })]),
    'job times /expires_at',
  ],
  [
    'videos: a length of nothing',
    polled('getVideo', [`${kling}.completed`, (body) => void Object.assign(body.task_result.videos[0], { duration: '0' })]),
    'response pattern /task_result/videos/*/duration',
  ],
  [
    'videos: two results of one id',
    polled('getVideo', [`${kling}.completed`, (body) => void body.task_result.videos.push(body.task_result.videos[0])]),
    'response x-distinct /task_result/videos/*/id',
  ],
  [
    'veo: a page for a video',
    answerWith('getVideoGeneration', 'veo-query-video-generation-task.completed', { '/data/videos/0/mimeType': 'text/html' }),
    'response pattern /data/videos/*/mimeType',
  ],
  [
    'vidu: a picture for a video',
    answerWith('getViduRequestStatus', 'viduq1-query-task-status.completed', { '/result/video/content_type': 'image/png' }),
    'response x-text /result/video/content_type',
  ],
  [
    'pictures: a new task without id',
    answerWith('createImage', 'kling-v1-create-text-to-image-or-single-image-to-image-task', { '/task_id': '' }),
    'job id /task_id',
  ],
  [
    'list: a page with a file of the page before',
    [
      more,
      wanting(
        undefined,
        answered('listFiles', page, (body) =>
          Object.assign(body, { data: [firstFile], first_id: firstFile.id, last_id: firstFile.id, has_more: false }),
        ),
        { after: lastFile.id },
      ),
    ],
    'job list /data/*/id',
  ],
  ['an answer in two', inBytes(chat({}), (text) => text + text), 'response json '],
  // What does not go together, and words of other protocols.
  ['chat: a refusal beside an answer', chat({ '/choices/0/message/refusal': 'No.' }), 'response x-refuse /choices/*/message/content'],
  [
    'chat: parts in place of text',
    chat({ '/choices/0/message/content': [{ type: 'text', text: 'Tokyo.' }] }),
    'response x-refuse /choices/*/message/content',
  ],
  [
    'Gemini: a part that is text and a call',
    answerWith('generateContent', '.tool-call', { '/candidates/0/content/parts/0/text': 'Wait.' }),
    'response x-refuse /candidates/*/content/parts/*/text',
  ],
  [
    'Gemini: a part that is text and a picture',
    content({ '/candidates/0/content/parts/0': { text: 'Here.', inlineData: { mimeType: 'image/png', data: png } } }),
    'response x-refuse /candidates/*/content/parts/*/text',
  ],
  [
    'Gemini: a part that is text and code',
    content({ '/candidates/0/content/parts/0': { text: 'So.', executableCode: { language: 'PYTHON', code: 'print(4)' } } }),
    'response x-refuse /candidates/*/content/parts/*/text',
  ],
  [
    'Gemini: an answer to a prompt that was blocked',
    content({ '/promptFeedback': { blockReason: 'SAFETY' } }),
    'response x-refuse /candidates',
  ],
  [
    'Gemini: an end in the words of another protocol',
    content({ '/candidates/0/finishReason': 'TOOL_CALLS' }),
    'response x-text /candidates/*/finishReason',
  ],
  ['Responses: a status of another protocol', response({ '/status': 'stop' }), 'response x-text /status'],
  [
    'Responses: a limit in the words of another protocol',
    response({ '/status': 'incomplete', '/incomplete_details': { reason: 'length' } }),
    'response x-text /incomplete_details/reason',
  ],
  ['Responses: an item of another protocol', response({ '/output/0/type': 'tool_use' }), 'response x-text /output/*/type'],
  ['Responses: a part of another protocol', response({ '/output/0/content/0/type': 'text' }), 'response x-text /output/*/content/*/type'],
  ['messages: a block of another protocol', message({ '/content/0/type': 'output_text' }), 'response x-text /content/*/type'],
  [
    'messages: a source of a search without its place',
    answered('createBypassMessage', 'web-search', (body) => {
      delete body.content[2].citations[0].encrypted_index;
    }),
    'response required /content/*/citations/*/encrypted_index',
  ],
  [
    'messages: a source that ends before it begins',
    message({
      '/content/0/citations': [{ type: 'char_location', cited_text: 'a', document_index: 0, start_char_index: 5, end_char_index: 2 }],
    }),
    'response x-at-most /content/*/citations/*/start_char_index',
  ],
];

/** Pictures with all that belongs to them, and little behind it. */
export const legalValues: LegalVariant[] = [
  [
    'Responses: a text of all, told with what was thought',
    answered('createResponse', 'bypass-responses-protocol.thinking', (body) => {
      body.output[0].content = [{ type: 'reasoning_text', text: '97 is odd.' }];
      body.output_text = `${body.output.at(-1).content[0].text}\n`;
    }),
  ],
  ...[null, ''].map((text): LegalVariant => [`Responses: no text of all: ${text}`, response({ '/output_text': text })]),
  ['Responses: tokens of the text', likely(['Yes', '.'])],
  ['Responses: tokens of which one is a part of a character', likely(['\\xf0\\x9f', '\\x91\\x8b'], '👋')],
  ['Responses: tokens of the text, in a stream', likelyStream('')],
  ...[png, btoa(`${atob(png)}\0`), btoa(`${atob(png)}\0\0`), ...['', '\0', '\0\0'].map((more) => btoa(`${atob(jpeg)}${more}\xff\xd9`))].map(
    (data): LegalVariant => [
      `a picture to its end: ${data.slice(-12)}`,
      image({ '/output_format': data.startsWith('iV') ? 'png' : 'jpeg', '/data/0/b64_json': data }),
    ],
  ),
];
