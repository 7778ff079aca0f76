/** What holds of answers, heads, jobs and pages beside what their schemas say. */
import { answered, documented, errorOf, type Fault, inBytes, type Loose, polled, streamed, streamedText, wanting } from '../exchange.js';

const chatId = 'createChatCompletion';
const chat = (change: (body: Loose) => unknown = () => {}) => answered(chatId, 'deepseek-v3-chat', (body) => void change(body));
const message = () => answered('createMessage', 'anthropic-protocol');
const content = () => answered('generateContent', '.generate-content');
const response = (change: (body: Loose) => unknown = () => {}) =>
  answered('createResponse', 'bypass-responses-protocol', (body) => void change(body));
const chatText = (change: (text: string) => string) => streamedText(chatId, 'chat-completion.stream', change);
const limited = (headers: Record<string, string>) =>
  answered(chatId, 'deepseek-v3-chat', () => errorOf('openai', 429), { status: 429, headers });
const first = (list: Loose[], type: string): Loose => list.find((one) => one.type === type);
const list = (change: (body: Loose) => unknown = () => {}) => answered('listFiles', 'list-user-files', (body) => void change(body));
const [firstFile] = (documented('listFiles', 'list-user-files').example.body as Loose).data;
const video = 'getVideo';
const sora = 'sora-2-query-video-generation-status';
const kling = 'kling-v2-6-query-video-generation-status';
const vidu = (change: (body: Loose) => unknown) => {
  const { example } = documented('createViduQ1TextToVideo', '');
  return answered('createViduQ1TextToVideo', example.name, (body) => void change(body));
};
const creation = (change: (body: Loose) => unknown) =>
  answered('createVideo', 'sora-2-create-video-generation-task.image-to-video', (body) => void change(body));

export const furtherAnswers: Fault[] = [
  [
    'a stream of the user',
    streamed(chatId, 'chat-completion.stream', (events) => void Object.assign(events[0].choices[0].delta, { role: 'user' })),
    'stream x-text /choices/*/delta/role',
  ],
  [
    'more cached tokens than there are',
    chat((body) => Object.assign(body.usage, { prompt_tokens_details: { cached_tokens: 1e6 } })),
    'response x-at-most /usage/prompt_tokens_details/cached_tokens',
  ],
  [
    'Responses: more cached tokens than there are',
    response((body) => Object.assign(body.usage, { input_tokens_details: { cached_tokens: 1e6 } })),
    'response x-at-most /usage/input_tokens_details/cached_tokens',
  ],
  [
    'a probability above 1',
    chat((body) => Object.assign(body.choices[0], { logprobs: { content: [{ token: 'a', logprob: 3 }] } })),
    'response maximum /choices/*/logprobs/content/*/logprob',
  ],
  [
    'counts without end',
    inBytes(chat(), (text) => text.replace(/"total_tokens":\d+/, '"total_tokens":1e999')),
    'response x-sum /usage/total_tokens',
  ],
  ['half a token', chat((body) => Object.assign(body.usage, { prompt_tokens: 0.5 })), 'response type /usage/prompt_tokens'],
  [
    'an answer that does not say why it ended',
    chat((body) => Object.assign(body.choices[0], { finish_reason: null })),
    'response type /choices/*/finish_reason',
  ],
  [
    'an answer in another place',
    chat(({ choices: [one] }) => void Object.assign(one, { delta: one.message, message: undefined })),
    'response required /choices/*/message',
  ],
  [
    'Responses: completed before it was made',
    response((body) => Object.assign(body, { completed_at: body.created_at - 100 })),
    'response x-at-most /created_at',
  ],
  [
    'Responses: completed, and why it is not',
    response((body) => Object.assign(body, { incomplete_details: { reason: 'max_output_tokens' } })),
    'response x-refuse /incomplete_details',
  ],
  ['Responses: completed without counts', response((body) => Object.assign(body, { usage: null })), 'response x-filled /usage'],
  [
    'Responses: an item that is done and goes on',
    streamed('createResponse', 'bypass-responses-protocol.stream', (events) => {
      first(events, 'response.output_item.done').item.status = 'in_progress';
    }),
    'stream x-refuse /item/status',
  ],
  [
    'messages: a beginning with content',
    streamed(
      'createMessage',
      'anthropic-protocol.stream',
      (events) => void Object.assign(events[0].message, { content: [{ type: 'text', text: 'Hi' }] }),
    ),
    'stream x-refuse /message/content',
  ],
  [
    'messages: a beginning that has ended',
    streamed('createMessage', 'anthropic-protocol.stream', (events) => void Object.assign(events[0].message, { stop_reason: 'end_turn' })),
    'stream x-refuse /message/stop_reason',
  ],
  ['chat: an answer of Messages', { ...chat(), answer: message().answer }, 'response required /object'],
  ['chat: an answer of Gemini', { ...chat(), answer: content().answer }, 'response required /id'],
  ['chat: an answer of Responses', { ...chat(), answer: response().answer }, 'response required /choices'],
  ['messages: an answer of chat', { ...message(), answer: chat().answer }, 'response required /type'],
  ['Gemini: an answer of chat', { ...content(), answer: chat().answer }, 'response x-refuse '],
  ['Responses: an answer of chat', { ...response(), answer: chat().answer }, 'response const /object'],
  ['files: an answer of models', { ...list(), answer: answered('listModels', 'model-list').answer }, 'response required /data/*/status'],
  ['models: an answer of files', { ...answered('listModels', 'model-list'), answer: list().answer }, 'response required /data/*/owned_by'],
  ['an answer in an envelope', answered(chatId, 'deepseek-v3-chat', (body) => ({ code: 0, data: body })), 'response required /id'],
  ['an answer in a list', answered(chatId, 'deepseek-v3-chat', (body) => [body]), 'response type '],
  [
    'a stream of lines of JSON',
    { ...chatText((text) => text), contentType: 'application/x-ndjson' },
    'response content-type /content-type',
  ],
  ['lines of JSON that are called events', chatText((text) => text.replaceAll('data: ', '').replaceAll('\n\n', '\n')), 'stream end '],
  ['line ends that are written out', chatText((text) => text.replaceAll('\n\n', '\\n\\n')), 'stream json '],
  ['fields in capitals', chatText((text) => text.replaceAll('data:', 'DATA:')), 'stream end '],
  ['fields that are set in', chatText((text) => text.replaceAll('data:', ' data:')), 'stream end '],
  ['one line end between events', chatText((text) => text.replaceAll('\n\n', '\n')), 'stream json '],
  ['a field in a field', chatText((text) => text.replace('data: ', 'data: data: ')), 'stream json '],
  ['an end in other letters', chatText((text) => text.replace('[DONE]', '[done]')), 'stream json '],
  ['two ends', chatText((text) => `${text}data: [DONE]\n\n`), 'stream end '],
  ['a ping of another protocol', chatText((text) => `event: ping\ndata: {}\n\n${text}`), 'stream event '],
  ['an event that is null', chatText((text) => `data: null\n\n${text}`), 'stream type '],
  [
    'an error without words',
    inBytes(limited({}), (text) => text.replace(/"message":"[^"]*"/, '"message":""')),
    'response dialect /error/message',
  ],
  ['an error that is empty', inBytes(limited({}), () => '{}'), 'response required /error'],
  ['a time to try again that is none', limited({ 'retry-after': 'soon' }), 'response type /retry-after'],
  ['a time to try again in the form of JSON', limited({ 'retry-after': '2126-11-27T08:00:00Z' }), 'response type /retry-after'],
  ['a time to try again that is over', limited({ 'retry-after': '-5' }), 'response type /retry-after'],
  [
    'a limit that is no number',
    { ...response(), headers: { 'x-ratelimit-remaining-requests': 'many' } },
    'response type /x-ratelimit-remaining-requests',
  ],
  [
    'videos: another time of creation',
    polled(video, [`${kling}.in-progress`], [`${kling}.in-progress`, (body) => Object.assign(body, { created_at: body.created_at - 50 })]),
    'job times /created_at',
  ],
  [
    'videos: completed at another time',
    polled(video, [`${sora}.completed`], [`${sora}.completed`, (body) => Object.assign(body, { completed_at: body.completed_at + 5 })]),
    'job times /completed_at',
  ],
  [
    'videos: completed with an error',
    polled(video, [`${sora}.completed`, (body) => Object.assign(body, { error: { code: 'x', message: 'y' } })]),
    'job has /error',
  ],
  [
    'videos: the time of an end that has not come',
    polled(video, [`${sora}.in-progress`, (body) => Object.assign(body, { completed_at: body.created_at + 3 })]),
    'job has /completed_at',
  ],
  [
    'videos: a result that has not come',
    polled(video, [
      `${kling}.in-progress`,
      (body) => Object.assign(body, { task_result: { videos: [{ id: 'a', url: 'https://x.example/a.mp4', duration: '5' }] } }),
    ]),
    'job has /task_result/videos',
  ],
  [
    'videos: another length than before',
    polled(video, [`${sora}.in-progress`], [`${sora}.in-progress`, (body) => Object.assign(body, { seconds: '99' })]),
    'job echo /seconds',
  ],
  [
    'videos: another size than before',
    polled(video, [`${sora}.in-progress`], [`${sora}.in-progress`, (body) => Object.assign(body, { size: '1x1' })]),
    'job echo /size',
  ],
  [
    'videos: another length than was asked for',
    wanting(
      { seconds: '4' },
      creation((body) => Object.assign(body, { seconds: '12' })),
    ),
    'job echo /seconds',
  ],
  [
    'vidu: the address of another job',
    vidu((body) => Object.assign(body, { status_url: body.status_url.replace(/requests\/[^/]+/, 'requests/other') })),
    'job address /status_url',
  ],
  [
    'vidu: a place in the queue below 0',
    answered('getViduRequestStatus', 'viduq2-query-task-status.in-queue', (body) => Object.assign(body, { queue_position: -3 })),
    'response minimum /queue_position',
  ],
  [
    'files: another file is deleted',
    answered('deleteFile', 'delete-file', (body) => Object.assign(body, { id: 'qfile-other' })),
    'job id /id',
  ],
  ['list: longer than its limit', wanting(undefined, list(), { limit: 1 }), 'job list /data'],
  ['list: of another state', wanting(undefined, list(), { status: 'failed' }), 'job list /data/*/status'],
  ['list: with the file after which it begins', wanting(undefined, list(), { after: firstFile.id }), 'job list /data/*/id'],
  [
    'a turn of the user',
    chat((body) => Object.assign(body.choices[0].message, { role: 'user' })),
    'response x-text /choices/*/message/role',
  ],
  [
    'an end by itself with nothing said',
    chat((body) => Object.assign(body.choices[0].message, { content: null })),
    'response x-refuse /choices/*/message/content',
  ],
  [
    'messages: writes to the cache that are not those of its lifetimes',
    answered('createMessage', 'anthropic-protocol', (body) => {
      Object.assign((body as Loose).usage, {
        cache_creation_input_tokens: 5,
        cache_creation: { ephemeral_5m_input_tokens: 90, ephemeral_1h_input_tokens: 10 },
      });
    }),
    'response x-sum /usage/cache_creation_input_tokens',
  ],
  [
    'Gemini: a part of nothing',
    answered('generateContent', '.generate-content', (body) => void (body as Loose).candidates[0].content.parts.push({})),
    'response minProperties /candidates/*/content/parts/*',
  ],
  [
    'Vidu: a time spent that is less than none',
    polled('getViduRequestStatus', [
      'viduq1-query-task-status.completed',
      (body) => Object.assign(body, { metrics: { inference_time: -1 } }),
    ]),
    'response minimum /metrics/inference_time',
  ],
  ...['top_p', 'max_output_tokens', 'tool_choice', 'parallel_tool_calls'].map(
    (member): Fault => [
      `Responses: ${member} that changes in a stream`,
      streamed('createResponse', 'bypass-responses-protocol.stream', (events) => {
        const [before, after] = { top_p: [1, 0.5], max_output_tokens: [500, 900], tool_choice: ['auto', 'none'] }[member] ?? [true, false];
        for (const { response: told } of events) if (told) told[member] = told === events.at(-1).response ? after : before;
      }),
      `stream same /response/${member}`,
    ],
  ),
];
