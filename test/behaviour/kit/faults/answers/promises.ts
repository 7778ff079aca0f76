/** What an answer promises of itself: its likelihoods, its results, its seals, and that it says what it counts. */
import {
  answered,
  type EventsChange,
  type Fault,
  type LegalVariant,
  type Loose,
  type SentExchange,
  streamed,
  wanting,
} from '../exchange.js';

const chatId = 'createChatCompletion';
const messagesId = 'createBypassMessage';
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);
const search = (change: (body: Loose) => void) => answered(messagesId, 'bypass-anthropic-protocol.web-search', change);
const content = (change: (body: Loose) => void) => answered('generateContent', '.generate-content', change);
const call = (change: (body: Loose) => void) => answered('generateContent', '.tool-call', change);
const callStream = (change: EventsChange) => streamed('streamGenerateContent', '.tool-call', change);
const chatStream = (change: EventsChange) => streamed(chatId, 'chat-completion.stream', change);

const tokenOf = (token: string, bytes: number[] | null = null) => ({ token, logprob: -0.1, bytes, top_logprobs: [] });
const likely = (text: string, tokens: Loose[], finish = 'stop') =>
  wanting(
    { logprobs: true },
    chat(
      ({ choices: [choice] }) =>
        Object.assign(choice, { logprobs: { content: tokens }, finish_reason: finish, message: { role: 'assistant', content: text } }) &&
        undefined,
    ),
  );
const likelyStream = (...pieces: [text: string, token: string][]) =>
  wanting(
    { logprobs: true },
    chatStream(([first, ...events]) => {
      const last = events.at(-1);
      const told = pieces.map(([piece, token]) => ({
        ...first,
        choices: [{ index: 0, delta: { content: piece }, logprobs: { content: [tokenOf(token)] }, finish_reason: null }],
      }));
      return [first, ...told, last];
    }),
  );
const inForm = (text: string) =>
  wanting(
    { response_format: { type: 'json_object' } },
    chat((body) => Object.assign(body.choices[0].message, { content: text }) && undefined),
  );
const counting = (tokens: number, message: Loose) =>
  chat((body) => {
    Object.assign(body.choices[0], { finish_reason: 'stop', message: { role: 'assistant', ...message } });
    body.usage = { prompt_tokens: 5, completion_tokens: tokens, total_tokens: 5 + tokens };
  });
const isResult = ({ type }: Loose) => type === 'web_search_tool_result';
const isSearch = ({ type }: Loose) => type === 'server_tool_use';
const unsealed = ({ candidates: [{ content: said }] }: Loose) => void delete said.parts[0].thoughtSignature;
const older = 'gemini-2.5-flash';
const ofOlderModel = (exchange: SentExchange): SentExchange => {
  const { example } = exchange;
  return { ...exchange, example: { ...example, request: { ...example.request, path: { model: older } } } };
};
/** The search stood in the turn before, which had paused. */
const paused = (message: Loose) => {
  const { example } = search(() => {});
  const messages = [...(example.request.body as Loose).messages, { role: 'assistant', content: [message] }];
  return wanting(
    { messages },
    search((body) => void body.content.shift()),
  );
};

export const promises: Fault[] = [
  ['tokens of another text', likely('Hello you', [tokenOf('Hello'), tokenOf(' all')]), 'response x-asked /choices/*/logprobs/content'],
  ['fewer tokens than the text has', likely('Hello you all', [tokenOf('Hello')]), 'response x-asked /choices/*/logprobs/content'],
  ['bytes of another text', likely('Hi', [tokenOf('Hi', [72, 111])]), 'response x-asked /choices/*/logprobs/content'],
  ['tokens of another text, in a stream', likelyStream(['1, 2', '1, 2'], [', 3', ', 4']), 'stream x-asked /choices/*/logprobs/content'],
  ['a list, where JSON of an object is asked for', inForm('[{"city": "Oslo"}]'), 'response x-asked /choices/*/message/content'],
  ['a number, where JSON of an object is asked for', inForm('42'), 'response x-asked /choices/*/message/content'],
  ['tokens of an empty text', counting(40, { content: '' }), 'response x-asked /usage/completion_tokens'],
  [
    'tokens of a stream that says nothing',
    chatStream((events) => {
      for (const { choices } of events) choices[0].delta = { role: 'assistant', content: '' };
      delete events.at(-1).usage.completion_tokens_details;
    }),
    'stream x-asked /usage/completion_tokens',
  ],
  [
    'tokens of thoughts alone, which are counted apart',
    content((body) => void Object.assign(body.candidates[0].content, { parts: [{ text: 'So.', thought: true }] })),
    'response x-asked /usageMetadata/candidatesTokenCount',
  ],
  ['a whole answer without counts', content((body) => void delete body.usageMetadata), 'response x-asked /usageMetadata/totalTokenCount'],
  ['a result of no search', search((body) => void body.content.shift()), 'response x-asked /content/*/tool_use_id'],
  [
    'a result of another search',
    search((body) => {
      body.content.find(isResult).tool_use_id = 'srvtoolu_other';
    }),
    'response x-asked /content/*/tool_use_id',
  ],
  [
    'a result before its search',
    search(({ content: blocks }) => void blocks.splice(0, 2, blocks[1], blocks[0])),
    'response x-asked /content/*/tool_use_id',
  ],
  [
    'a search without a result',
    search((body) => {
      body.content = body.content.filter((block: Loose) => !isResult(block));
    }),
    'response x-asked /content/*/id',
  ],
  ['a first call that is not sealed', call(unsealed), 'response x-asked /candidates/*/content/parts/*/thoughtSignature'],
  [
    'a first call that is not sealed, in a stream',
    callStream(([event]) => unsealed(event)),
    'stream x-asked /candidates/*/content/parts/*/thoughtSignature',
  ],
];

export const legalPromises: LegalVariant[] = [
  ['tokens of the text', likely('Hello you', [tokenOf('Hello'), tokenOf(' you')])],
  ['a character in the bytes of two tokens', likely('é', [tokenOf('\\xc3', [0xc3]), tokenOf('\\xa9', [0xa9])])],
  ['the token that ends an answer', likely('Hello', [tokenOf('Hello'), tokenOf('<|im_end|>')])],
  ['tokens of a text that was cut', likely('Hello', [tokenOf('Hello'), tokenOf(' you'), tokenOf(' all')], 'length')],
  ['tokens of a stream', likelyStream(['1, 2', '1, 2'], [', 3', ', 3'])],
  ['no token of likelihoods that were asked for', likely('Hello', [])],
  ['two tokens of an empty text', counting(2, { content: '' })],
  ['tokens of reasoning without text', counting(40, { content: '', reasoning_content: 'So.' })],
  ['tokens of a refusal', counting(40, { content: null, refusal: 'No.' })],
  ['a result of a search in the turn before', paused((search(() => {}).example.body as Loose).content.find(isSearch))],
  [
    'a result of a tool of another server',
    wanting(
      { mcp_servers: [{ type: 'url', url: 'https://a.example', name: 'a' }] },
      search((body) => {
        const [own, result] = [
          { id: 'mcptoolu_1', name: 'look', input: {} },
          { tool_use_id: 'mcptoolu_1', content: [], is_error: false },
        ];
        body.content.unshift({ type: 'mcp_tool_use', server_name: 'a', ...own }, { type: 'mcp_tool_result', ...result });
      }),
    ),
  ],
  [
    'a search that goes on in the next turn',
    search((body) => {
      Object.assign(body, { content: body.content.filter(isSearch), stop_reason: 'pause_turn' });
    }),
  ],
  [
    'a second call that is not sealed',
    call(
      ({ candidates: [{ content: said }] }) =>
        void said.parts.push({ functionCall: { id: 'b', name: 'get_weather', args: { city: 'Rome' } } }),
    ),
  ],
  [
    'a call of an older model that is not sealed',
    ofOlderModel(call((body) => void unsealed(Object.assign(body, { modelVersion: older })))),
  ],
];
