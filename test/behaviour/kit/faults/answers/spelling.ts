/** Words of a protocol in letters that are not its own, and words of none. */
import { answerWith, eventWith } from '../changed.js';
import { type Fault, type LegalVariant, polled, type SentExchange } from '../exchange.js';

const chat = (word: string) => answerWith('createChatCompletion', 'deepseek-v3-chat', { '/choices/0/finish_reason': word });
const chatStream = (word: string) => eventWith('createChatCompletion', 'chat-completion.stream', -1, { '/choices/0/finish_reason': word });
const message = (word: string) => answerWith('createMessage', 'anthropic-protocol', { '/stop_reason': word });
const messageStream = (word: string) =>
  eventWith('createMessage', 'anthropic-protocol.stream', 'message_delta', { '/delta/stop_reason': word });
const content = (word: string) => answerWith('generateContent', '.generate-content', { '/candidates/0/finishReason': word });
const contentStream = (word: string) =>
  eventWith('streamGenerateContent', 'bypass-vertex-gemini-protocol', -1, { '/candidates/0/finishReason': word });
const status = (word: string) => answerWith('createResponse', 'bypass-responses-protocol', { '/status': word });
const reason = (word: string) =>
  answerWith('createResponse', 'bypass-responses-protocol', { '/status': 'incomplete', '/incomplete_details': { reason: word } });
const task = (word: string) =>
  polled('getImageTask', ['kling-v1-query-task-status.succeed', (body) => void Object.assign(body, { status: word })]);

const misspelt = (name: string, words: string[], make: (word: string) => SentExchange | SentExchange[], rule: string): Fault[] =>
  words.map((word) => [`${name}: ${JSON.stringify(word)}`, make(word), rule]);

const choice = '/choices/*/finish_reason';
const candidate = '/candidates/*/finishReason';

export const spelling: Fault[] = [
  ...misspelt(
    'chat',
    ['Stop', 'END_TURN', 'tool-calls', 'ContentFilter', 'LENGTH', 'completed', 'null'],
    chat,
    `response x-text ${choice}`,
  ),
  ...misspelt('a chat stream', ['STOP', 'Stop', 'EndTurn', 'FINISH_REASON_STOP'], chatStream, `stream x-text ${choice}`),
  ...misspelt('messages', ['END_TURN', 'endTurn', 'Stop', 'TOOL_USE', 'max_output_tokens'], message, 'response x-text /stop_reason'),
  ...misspelt('a stream of messages', ['EndTurn', 'maxTokens'], messageStream, 'stream x-text /delta/stop_reason'),
  ...misspelt('Gemini', ['Stop', 'MaxTokens', 'max_tokens', 'FINISH_REASON_STOP'], content, `response x-text ${candidate}`),
  ...misspelt('a stream of Gemini', ['stop', 'safety'], contentStream, `stream x-text ${candidate}`),
  ...misspelt('Responses', ['COMPLETED', 'complete', 'inProgress'], status, 'response x-text /status'),
  ...misspelt(
    'Responses, incomplete',
    ['MaxOutputTokens', 'content-filter', 'MAX_TOKENS'],
    reason,
    'response x-text /incomplete_details/reason',
  ),
  ...misspelt('a picture task', ['SUCCEED', 'Processing', ''], task, 'response x-text /status'),
  [
    'Gemini: a modality in small letters',
    answerWith('generateContent', '.generate-content', { '/usageMetadata/promptTokensDetails/0/modality': 'text' }),
    'response x-text /usageMetadata/promptTokensDetails/*/modality',
  ],
  [
    'Gemini: a rating in small letters',
    answerWith('generateContent', '.generate-content', {
      '/candidates/0/safetyRatings': [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'low' }],
    }),
    'response x-text /candidates/*/safetyRatings/*/probability',
  ],
  [
    'Gemini: an answer of the user',
    answerWith('generateContent', '.generate-content', { '/candidates/0/content/role': 'user' }),
    'response x-text /candidates/*/content/role',
  ],
  [
    'chat: a piece of the model',
    eventWith('createChatCompletion', 'chat-completion.stream', 0, { '/choices/0/delta/role': 'model' }),
    'stream x-text /choices/*/delta/role',
  ],
  [
    'chat: a piece of the Assistant',
    eventWith('createChatCompletion', 'chat-completion.stream', 0, { '/choices/0/delta/role': 'Assistant' }),
    'stream x-text /choices/*/delta/role',
  ],
];

/** Words of vendors that the contract does not list. */
export const legalSpelling: LegalVariant[] = [
  ['chat: a word of a vendor', chat('insufficient_system_resource')],
  ['chat: a word like one that it has', chat('stopped_by_filter')],
  ['messages: a word that no list has yet', message('compaction')],
  ['Gemini: a word that no list has yet', content('MODEL_ARMOR')],
  ['a picture task that a client knows otherwise', task('submitted')],
  ['chat: a piece of nobody', eventWith('createChatCompletion', 'chat-completion.stream', 2, { '/choices/0/delta/role': '' })],
];
