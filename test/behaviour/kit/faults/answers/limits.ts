/** Answers that have what was declined, more than was asked for, or nothing at all. */
import { eventsLike } from '../changed.js';
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
const responseId = 'createResponse';
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);
const chatStream = (change: EventsChange) => streamed(chatId, 'chat-completion.stream', change);
const message = (change: (body: Loose) => void) => answered('createMessage', 'anthropic-protocol', change);
const messageStream = (change: EventsChange) => streamed('createMessage', 'anthropic-protocol.stream', change);
const search = (change: (body: Loose) => void) => answered('createBypassMessage', 'web-search', change);
const response = (change: (body: Loose) => void) => answered(responseId, 'bypass-responses-protocol', change);
const responseCall = (change: (body: Loose) => void) => answered(responseId, 'responses-protocol.tool-call', change);
const responseStream = (change: EventsChange) => streamed(responseId, 'bypass-responses-protocol.stream', change);
const end = (events: Loose[]): Loose => events.find(({ type }) => type === 'message_delta');

const token = (text: string, logprob: number, others: Loose[] = []) => ({ token: text, logprob, bytes: null, top_logprobs: others });
const likely = [token('Hi', -0.1), token('Ho', -2), token('Ha', -3)];
const alternatives = (most: number, others: Loose[], logprob = -0.1) =>
  wanting(
    { logprobs: true, top_logprobs: most },
    chat(({ choices: [choice] }) => {
      choice.message.content = 'Hi';
      choice.logprobs = { content: [token('Hi', logprob, others)] };
    }),
  );
const inParts = (most: number) =>
  wanting(
    { top_logprobs: most, include: ['message.output_text.logprobs'] },
    response((body) => {
      body.top_logprobs = most;
      body.output[0].content[0].logprobs = [token('1', -0.1, likely)];
    }),
  );
const reasoned = (exchange: (change: (body: Loose) => void) => SentExchange, wish: Loose) =>
  wanting(
    wish,
    exchange((body) => {
      body.usage = { prompt_tokens: 11, completion_tokens: 30, total_tokens: 41, completion_tokens_details: { reasoning_tokens: 22 } };
    }),
  );
const off = { thinking: { type: 'disabled' } };
const none = { reasoning: { effort: 'none' } };
const counted = {
  input_tokens: 11,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 30,
  output_tokens_details: { reasoning_tokens: 22 },
  total_tokens: 41,
};
const fetching = { tools: [{ type: 'web_fetch_20250910', name: 'web_fetch', max_uses: 2 }], tool_choice: undefined };
const fetched = (uses: number, content: Loose) =>
  wanting(
    fetching,
    search((body) => {
      body.content[0] = { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_fetch', input: { url: 'https://example.com' } };
      body.content[1] = { type: 'web_fetch_tool_result', tool_use_id: 'srvtoolu_1', content };
      for (const block of body.content) block.citations = undefined;
      body.usage.server_tool_use = { web_search_requests: 0, web_fetch_requests: uses };
    }),
  );
const page = { type: 'web_fetch_result', url: 'https://example.com', content: { type: 'document' }, retrieved_at: null };
const echoed = (wish: Loose, got: Loose, answer = response) =>
  wanting(
    wish,
    answer((body) => void Object.assign(body, got)),
  );

export const limits: Fault[] = [
  ['chat: more alternatives than asked for', alternatives(1, likely), 'response x-asked /choices/*/logprobs/content/*/top_logprobs'],
  ['chat: alternatives where none is asked for', alternatives(0, likely), 'response x-asked /choices/*/logprobs/content/*/top_logprobs'],
  [
    'chat: a stream of more alternatives than asked for',
    wanting(
      { logprobs: true, top_logprobs: 2 },
      chatStream((events) => {
        for (const { choices } of events) {
          const [{ delta }] = choices;
          if (delta.content) choices[0].logprobs = { content: [token(delta.content, -0.1, likely)] };
        }
      }),
    ),
    'stream x-asked /choices/*/logprobs/content/*/top_logprobs',
  ],
  ['Responses: more alternatives than asked for', inParts(1), 'response x-asked /output/*/content/*/logprobs/*/top_logprobs'],
  [
    'chat: reasoning that is counted, and was declined',
    reasoned(chat, off),
    'response x-asked /usage/completion_tokens_details/reasoning_tokens',
  ],
  [
    'chat: reasoning without effort',
    reasoned(chat, { reasoning_effort: 'none' }),
    'response x-asked /usage/completion_tokens_details/reasoning_tokens',
  ],
  [
    'messages: thinking that is counted, and was declined',
    wanting(
      off,
      message((body) => void Object.assign(body.usage, { output_tokens: 30, output_tokens_details: { thinking_tokens: 22 } })),
    ),
    'response x-asked /usage/output_tokens_details/thinking_tokens',
  ],
  [
    'messages: a stream of thinking that is counted, and was declined',
    wanting(
      off,
      messageStream((events) => {
        end(events).usage.output_tokens_details = { thinking_tokens: 1 };
      }),
    ),
    'stream x-asked /usage/output_tokens_details/thinking_tokens',
  ],
  [
    'Responses: reasoning that is counted, and was declined',
    wanting(
      none,
      response((body) => void Object.assign(body, { usage: counted })),
    ),
    'response x-asked /usage/output_tokens_details/reasoning_tokens',
  ],
  [
    'Responses: a stream of reasoning that is counted, and was declined',
    wanting(
      none,
      responseStream((events) => {
        events.at(-1).response.usage = counted;
      }),
    ),
    'stream x-asked /response/usage/output_tokens_details/reasoning_tokens',
  ],
  [
    'Responses: a summary of reasoning that was declined',
    wanting(
      none,
      answered(responseId, 'responses-protocol.thinking', (body) => void Object.assign(body.reasoning, { effort: 'none' })),
    ),
    'response x-asked /output/*/summary/*/text',
  ],
  ['messages: a page that is not counted', fetched(0, page), 'response x-asked /usage/server_tool_use/web_fetch_requests'],
  ['messages: more pages than are allowed', fetched(3, page), 'response x-asked /usage/server_tool_use/web_fetch_requests'],
  [
    'messages: tokens of nothing',
    message((body) => {
      body.content = [];
      body.usage.output_tokens = 12;
    }),
    'response x-asked /usage/output_tokens',
  ],
  [
    'messages: a stream of nothing',
    eventsLike('createMessage', 'anthropic-protocol.stream', (events) => {
      end(events).usage.output_tokens = 12;
      return events.filter(({ type }) => !type.startsWith('content_block'));
    }),
    'stream x-asked /usage/output_tokens',
  ],
  [
    'messages: tokens of an empty text',
    message((body) => {
      body.content = [{ type: 'text', text: '' }];
      body.usage.output_tokens = 12;
    }),
    'response x-asked /usage/output_tokens',
  ],
  [
    'messages: a stream of an empty text',
    eventsLike('createMessage', 'anthropic-protocol.stream', (events) => {
      end(events).usage.output_tokens = 12;
      return events.filter(({ type }) => type !== 'content_block_delta');
    }),
    'stream x-asked /usage/output_tokens',
  ],
  [
    'chat: a stream of an empty text',
    eventsLike('createChatCompletion', 'chat-completion.stream', (events) => {
      for (const { choices } of events) choices[0].delta = { role: 'assistant', content: '' };
      return events;
    }),
    'stream x-asked /usage/completion_tokens',
  ],
  [
    'Gemini: a stream of an empty text',
    eventsLike('streamGenerateContent', 'bypass-vertex-gemini-protocol', (events) => {
      for (const { candidates } of events) if (candidates[0].content) candidates[0].content.parts = [{ text: '' }];
      return events;
    }),
    'stream x-asked /usageMetadata/candidatesTokenCount',
  ],
  [
    'Responses: tokens of a message without content',
    response((body) => {
      body.output[0].content = [];
    }),
    'response x-asked /usage/output_tokens',
  ],
  [
    'messages: a stop text of a turn that ended by itself',
    wanting(
      { stop_sequences: ['QQ'] },
      message((body) => void Object.assign(body, { stop_sequence: 'QQ' })),
    ),
    'response x-refuse /stop_sequence',
  ],
  [
    'messages: a stream with a stop text that ended by itself',
    wanting(
      { stop_sequences: ['QQ'] },
      messageStream((events) => void Object.assign(end(events).delta, { stop_sequence: 'QQ' })),
    ),
    'stream x-refuse /delta/stop_sequence',
  ],
  [
    'Responses: completed with an item that broke off',
    response((body) => {
      body.output[0].status = 'incomplete';
    }),
    'response x-refuse /output/*/status',
  ],
  [
    'Responses: another effort',
    echoed({ reasoning: { effort: 'high' } }, { reasoning: { effort: 'none', summary: null } }),
    'response x-asked /reasoning/effort',
  ],
  [
    'Responses: a choice of another tool',
    echoed({ tool_choice: { type: 'function', name: 'get_weather' } }, { tool_choice: { type: 'function', name: 'x' } }, responseCall),
    'response x-asked /tool_choice',
  ],
];

export const legalLimits: LegalVariant[] = [
  ['fewer alternatives than asked for', alternatives(5, likely)],
  ['the token itself, beside its alternatives', alternatives(2, [token('Ho', -0.5), token('Ha', -1), token('Hi', -3)], -3)],
  [
    'reasoning of a model that cannot do without it',
    reasoned((change) => chat((body) => change(Object.assign(body, { model: 'gemini-2.5-pro' }))), { model: 'gemini-2.5-pro', ...off }),
  ],
  [
    'no thinking, where it is declined',
    wanting(
      off,
      message((body) => void Object.assign(body.usage, { output_tokens_details: { thinking_tokens: 0 } })),
    ),
  ],
  [
    'reasoning that is empty, where it is declined',
    wanting(
      none,
      response((body) => void body.output.unshift({ id: 'rs_1', type: 'reasoning', summary: [] })),
    ),
  ],
  ['a page that is counted', fetched(1, page)],
  ['a page that was not to be had', fetched(1, { type: 'web_fetch_tool_result_error', error_code: 'url_not_accessible' })],
  [
    'a turn of no blocks',
    message((body) => {
      body.content = [];
      body.usage.output_tokens = 3;
    }),
  ],
  [
    'a turn that a stop text ended at once',
    wanting(
      { stop_sequences: ['</answer>'] },
      message((body) => {
        Object.assign(body, { content: [], stop_reason: 'stop_sequence', stop_sequence: '</answer>' });
        body.usage.output_tokens = 7;
      }),
    ),
  ],
  [
    'a turn of a block that nobody knows',
    message((body) => {
      body.content = [{ type: 'compaction', content: 'x' }];
    }),
  ],
  [
    'a picture without a message',
    response((body) => {
      body.output = [{ id: 'ig_1', type: 'image_generation_call', status: 'completed', result: 'aGVsbG8=' }];
    }),
  ],
  [
    'a request that was all in the cache',
    message((body) => void Object.assign(body.usage, { input_tokens: 0, cache_read_input_tokens: 900 })),
  ],
  [
    'a stream whose request is counted in the end',
    messageStream((events) => {
      events[0].message.usage.input_tokens = 0;
    }),
  ],
  ['the nearest effort', echoed({ reasoning: { effort: 'minimal' } }, { reasoning: { effort: 'low', summary: null } })],
  [
    'a choice of one tool, told in short',
    echoed({ tool_choice: { type: 'function', name: 'get_weather' } }, { tool_choice: 'required' }, responseCall),
  ],
  [
    'a choice of a tool by its dated name',
    echoed({ tool_choice: { type: 'web_search_preview' } }, { tool_choice: { type: 'web_search_preview_2025_03_11' } }),
  ],
];
