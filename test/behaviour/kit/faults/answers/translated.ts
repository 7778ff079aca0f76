/** What gets lost, or comes in another shape, where a gateway translates between protocols or passes on what an upstream has. */
import { answerWith, eventWith } from '../changed.js';
import {
  answered,
  errorOf,
  type Fault,
  type LegalVariant,
  type Loose,
  type SentExchange,
  streamed,
  streamedText,
  wanting,
} from '../exchange.js';

const chatId = 'createChatCompletion';
const responseId = 'createResponse';
const response = (values: Loose) => answerWith(responseId, 'bypass-responses-protocol', values);
const responseStream = 'bypass-responses-protocol.stream';
const chatUsage = (values: Loose) => answerWith(chatId, 'deepseek-v3-chat', values);
const content = (values: Loose) => answerWith('generateContent', '.generate-content', values);
const older = { tokens: ['Tokyo'], token_logprobs: [-0.1], top_logprobs: null, text_offset: [0] };
const likely = (exchange: SentExchange) => wanting({ logprobs: true }, exchange);
const search = (change: (body: Loose) => void) => answered('createBypassMessage', 'bypass-anthropic-protocol.web-search', change);

const settings = (member: string, before: Loose, after: Loose): SentExchange =>
  streamed(responseId, responseStream, (events) => {
    for (const { response: told } of events) if (told) Object.assign(told, { [member]: told === events.at(-1).response ? after : before });
  });

export const translated: Fault[] = [
  [
    'chat: likelihoods in the shape of an older endpoint',
    likely(chatUsage({ '/choices/0/logprobs': older })),
    'response x-refuse /choices/*/logprobs',
  ],
  [
    'chat: likelihoods in the shape of an older endpoint, in a stream',
    likely(eventWith(chatId, 'chat-completion.stream', 3, { '/choices/0/logprobs': older })),
    'stream x-refuse /choices/*/logprobs',
  ],
  [
    'Responses: more tokens written to the cache than there are',
    response({ '/usage/input_tokens_details/cache_write_tokens': 90000 }),
    'response x-at-most /usage/input_tokens_details/cache_write_tokens',
  ],
  [
    'Gemini: more cached tokens of a kind than in all',
    content({ '/usageMetadata/cachedContentTokenCount': 3, '/usageMetadata/cacheTokensDetails': [{ modality: 'TEXT', tokenCount: 300 }] }),
    'response x-at-most /usageMetadata/cacheTokensDetails/*/tokenCount',
  ],
  [
    'Gemini: a part in the spelling of another library',
    content({ '/candidates/0/content/parts/1': { inline_data: { mime_type: 'image/png', data: 'iVBORw0KGgo=' } } }),
    'response x-refuse /candidates/*/content/parts/*',
  ],
  [
    'Gemini: a seal in the spelling of another library',
    content({ '/candidates/0/content/parts/0/thought_signature': 'CiIBjz1y' }),
    'response x-refuse /candidates/*/content/parts/*',
  ],
  [
    'Gemini: a stream with grounding in the spelling of another library',
    eventWith('streamGenerateContent', 'bypass-vertex-gemini-protocol', -1, { '/candidates/0/grounding_metadata': {} }),
    'stream x-refuse /candidates/*',
  ],
  ['Gemini: a candidate of chat', content({ '/candidates/0/delta': { content: 'x' } }), 'response x-refuse /candidates/*'],
  [
    'Gemini: a call with arguments in the word of another protocol',
    answered('generateContent', '.tool-call', ({ candidates: [{ content: said }] }) => {
      const { functionCall } = said.parts.find((part: Loose) => part.functionCall);
      functionCall.arguments = functionCall.args;
      delete functionCall.args;
    }),
    'response x-refuse /candidates/*/content/parts/*',
  ],
  ['Gemini: an answer and an error', content({ '/error': { code: 500, message: 'It broke.' } }), 'response x-refuse /error'],
  [
    'Gemini: an error of another dialect in a stream',
    streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', (events) => [
      events[0],
      { type: 'error', error: { type: 'overloaded_error', message: 'Busy.' } },
    ]),
    'stream x-refuse ',
  ],
  [
    'Gemini: two answers without numbers',
    content({ '/candidates/1': { content: { role: 'model', parts: [{ text: 'Hi.' }] }, finishReason: 'STOP' } }),
    'response x-refuse /candidates',
  ],
  [
    'messages: a piece in the word of a block',
    eventWith('createMessage', 'anthropic-protocol.stream', 3, { '/delta/type': 'text' }),
    'stream x-text /delta/type',
  ],
  [
    'messages: cached tokens that are forgotten',
    eventWith('createMessage', 'anthropic-protocol.stream', 0, { '/message/usage/cache_read_input_tokens': 500 }),
    'stream rising /usage/input_tokens',
  ],
  ['Responses: an answer without a state', response({ '/status': undefined }), 'response x-asked /status'],
  [
    'Responses: text that lacks its sources',
    response({ '/output/0/content/0/annotations': undefined }),
    'response required /output/*/content/*/annotations',
  ],
  ['Responses: an item of an empty id', eventWith(responseId, responseStream, 4, { '/item_id': '' }), 'stream x-text /item_id'],
  [
    'Responses: reasoning of an empty id',
    answerWith(responseId, 'bypass-responses-protocol.thinking', { '/output/0/id': '' }),
    'response x-text /output/*/id',
  ],
  [
    'messages: a search of an empty id',
    search(({ content: [call] }) => void Object.assign(call, { id: '' })),
    'response x-filled /content/*/id',
  ],
  ...(
    [
      ['store', false, true],
      ['user', 'anna', 'bert'],
      ['prompt_cache_key', 'a', 'b'],
      ['safety_identifier', 'a', 'b'],
    ] as const
  ).map(
    ([member, before, after]): Fault => [
      `Responses: another ${member} in the end`,
      settings(member, before, after),
      `stream same /response/${member}`,
    ],
  ),
];

/** A stream in which a member comes twice. */
const twice = (id: string, ending: string, member: string): SentExchange =>
  streamedText(id, ending, (text) => text.replace(`${member},`, `${member},${member},`));

export const doubledMembers: Fault[] = [
  ['chat: a member twice in a stream', twice(chatId, 'chat-completion.stream', '"index":0'), 'stream json '],
  ['messages: a member twice in a stream', twice('createMessage', 'anthropic-protocol.stream', '"index":0'), 'stream json '],
  ['Gemini: a member twice in a stream', twice('streamGenerateContent', 'bypass-vertex-gemini-protocol', '"role":"model"'), 'stream json '],
  ['Responses: a member twice in a stream', twice(responseId, responseStream, '"output_index":0'), 'stream json '],
];

const codeRule = 'response dialect /error/code';

/** An error, whose word is that of other statuses. */
const failed = (id: string, ending: string, status: number, error: Loose): SentExchange => answered(id, ending, () => error, { status });
const message = (status: number, type: string) =>
  failed('createMessage', 'anthropic-protocol', status, { type: 'error', error: { type, message: 'It broke.' } });
const gemini = (code: number, status: string) =>
  failed('generateContent', '.generate-content', code, { error: { code, message: 'It broke.', status } });

const ark = (status: number, own: number): SentExchange =>
  failed('getContentGenerationTask', '.running', status, errorOf('ark', own) as Loose);

const chat = (status: number, type: string, code: string | null = null) =>
  failed(chatId, 'deepseek-v3-chat', status, { error: { message: 'It broke.', type, code, param: null } });
const veo = (status: number, own: number) => failed('getVideoGeneration', '.running', status, errorOf('veo', own) as Loose);

export const words: Fault[] = [
  ['chat: too many requests, in the word of what is not there', chat(429, 'not_found_error'), 'response dialect /error/type'],
  ['chat: what is not there, in the word of too many requests', chat(404, 'rate_limit_error'), 'response dialect /error/type'],
  ['chat: a wrong key, in the word of what is not there', chat(401, 'not_found_error'), 'response dialect /error/type'],
  ['chat: a wrong key, in the code of too many requests', chat(401, 'invalid_request_error', 'rate_limit_exceeded'), codeRule],
  ['chat: too many requests, in the code of a wrong key', chat(429, 'requests', 'invalid_api_key'), codeRule],
  ['chat: what is not there, in the code of a wrong key', chat(404, 'invalid_request_error', 'invalid_api_key'), codeRule],
  ['Veo: what is not there, in the word of a wrong key', veo(404, 401), 'response dialect /error/type'],
  ['Ark: too many requests, in the word of what is not there', ark(429, 404), 'response dialect /error/type'],
  ['Ark: a key that is refused, in the word of an access', ark(401, 403), 'response dialect /error/type'],
  ['messages: too many requests, in the word of a wrong one', message(429, 'invalid_request_error'), 'response dialect /error/type'],
  ['messages: a wrong key, in the word of a wrong request', message(401, 'invalid_request_error'), 'response dialect /error/type'],
  ['messages: a wrong request, in the word of too many', message(400, 'rate_limit_error'), 'response dialect /error/type'],
  ['Gemini: too many requests, in the word of a wrong one', gemini(429, 'INVALID_ARGUMENT'), 'response dialect /error/status'],
  ['Gemini: a wrong request, in the word of too many', gemini(400, 'RESOURCE_EXHAUSTED'), 'response dialect /error/status'],
  ['Gemini: an overload, in the word of a fault', gemini(503, 'INTERNAL'), 'response dialect /error/status'],
];

export const legalWords: LegalVariant[] = [
  ['chat: a quota that is used up', chat(429, 'insufficient_quota', 'insufficient_quota')],
  ['chat: what is not there, in the word of a wrong request', chat(404, 'invalid_request_error', 'model_not_found')],
  ['chat: no channel for a model that is there', chat(503, 'new_api_error', 'model_not_found')],
  ['chat: a wrong key, in the status of a wrong request', chat(400, 'invalid_request_error', 'invalid_api_key')],
  ['chat: a key that may not, in the code of a wrong one', chat(403, 'permission_error', 'invalid_api_key')],
  ['Ark: what is not there, in the word of a wrong request', ark(404, 400)],
  ['messages: a prompt that is too long, in the word of a wrong request', message(413, 'invalid_request_error')],
  ['messages: what is not there, in the word of a wrong request', message(404, 'invalid_request_error')],
  ['messages: a word that is new', message(403, 'forbidden')],
  ['messages: an overload of another status', message(503, 'overloaded_error')],
  ['Gemini: a condition that is not met', gemini(400, 'FAILED_PRECONDITION')],
  ['Gemini: a fault that is not known', gemini(500, 'UNKNOWN')],
];

/** A stream that breaks off with an error. */
const brokenOff = (id: string, ending: string, error: Loose): SentExchange => streamed(id, ending, ([first]) => [first, error]);

export const errorsInStreams: Fault[] = [
  [
    'chat: an error without words in a stream',
    brokenOff(chatId, 'chat-completion.stream', { error: { message: '', type: 'api_error' } }),
    'stream dialect /error/message',
  ],
  [
    'messages: an error without words in a stream',
    brokenOff('createMessage', 'anthropic-protocol.stream', { type: 'error', error: { type: 'api_error', message: '' } }),
    'stream dialect /error/message',
  ],
  [
    'Gemini: an error without words in a stream',
    brokenOff('streamGenerateContent', 'bypass-vertex-gemini-protocol', { error: { code: 500, message: '', status: 'INTERNAL' } }),
    'stream dialect /error/message',
  ],
  [
    'Gemini: an error with a word for its number in a stream',
    brokenOff('streamGenerateContent', 'bypass-vertex-gemini-protocol', {
      error: { code: 'overloaded', message: 'Busy.', status: 'UNAVAILABLE' },
    }),
    'stream dialect ',
  ],
  [
    'Responses: an error without words in a stream',
    brokenOff(responseId, responseStream, { type: 'error', code: 'server_error', message: '', param: null, sequence_number: 1 }),
    'stream x-filled /message',
  ],
];

export const legalTranslations: LegalVariant[] = [
  [
    'messages: a request that turns out to be from the cache',
    streamed('createMessage', 'anthropic-protocol.stream', (events) => {
      events[0].message.usage = { input_tokens: 8834, output_tokens: 0 };
      events.at(-2).usage = { input_tokens: 18, output_tokens: 426, cache_creation_input_tokens: 0, cache_read_input_tokens: 8831 };
    }),
  ],
  ['Gemini: a member of the server itself', content({ '/candidates/0/native_finish_reason': 'STOP' })],
  ['likelihoods that are empty', likely(chatUsage({ '/choices/0/logprobs': {} }))],
  ['likelihoods of a refusal', likely(chatUsage({ '/choices/0/logprobs': { refusal: [] } }))],
  [
    'counts of every kind',
    chatUsage({ '/usage/completion_tokens_details': { audio_tokens: 0, accepted_prediction_tokens: 0, rejected_prediction_tokens: 0 } }),
  ],
  ['chat: one name in two objects of an event', eventWith(chatId, 'chat-completion.stream', 3, { '/index': 0 })],
  ['Responses: reasoning without an id', answerWith(responseId, 'bypass-responses-protocol.thinking', { '/output/0/id': undefined })],
  ['Responses: a class of service that is settled on the way', settings('service_tier', 'auto', 'default')],
];
