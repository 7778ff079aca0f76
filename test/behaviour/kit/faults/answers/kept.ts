/** What an answer keeps of its request beside words and calls: settings, tools and their limits, and what is new in each piece. */
import { answerWith } from '../changed.js';
import { answered, type Fault, type LegalVariant, type Loose, type SentExchange, streamed, wanting } from '../exchange.js';

const responseId = 'createResponse';
const response = (wishes: Loose, told: Loose = {}) =>
  wanting(
    wishes,
    answered(responseId, 'bypass-responses-protocol', (body) => void Object.assign(body, told)),
  );
const call = (change: (body: Loose) => void) => answered(responseId, 'bypass-responses-protocol.tool-call', change);
const callStream = (type: string, told: Loose) =>
  streamed(responseId, 'bypass-responses-protocol.tool-call.stream', (events) => {
    Object.assign(events.find((event) => event.type === type).response, told);
  });
const form = (name: string) => ({ type: 'json_schema', name, schema: { type: 'object' } });
const informed = (wanted: Loose, told: Loose): SentExchange =>
  wanting(
    { text: { format: wanted } },
    answered(responseId, 'bypass-responses-protocol', (body) => {
      body.text.format = told;
      body.output[0].content[0].text = '{}';
    }),
  );

/** Searches of which the request allows so many, and the answer has so many with results, so many that failed, and a count. */
const searches = (most: number | undefined, found: number, failed: number, counted: number): SentExchange =>
  wanting(
    { tools: [{ type: 'web_search_20260209', name: 'web_search', max_uses: most }] },
    answered('createBypassMessage', 'bypass-anthropic-protocol.web-search', (body) => {
      const [use, result, text] = body.content;
      const blocks = Array.from({ length: found + failed }, (_, index) => [
        { ...use, id: `${use.id}${index}` },
        {
          ...result,
          tool_use_id: `${use.id}${index}`,
          ...(index >= found && { content: { type: 'web_search_tool_result_error', error_code: 'max_uses_exceeded' } }),
        },
      ]);
      body.content = [...blocks.flat(), text];
      body.usage.server_tool_use.web_search_requests = counted;
    }),
  );
const searchStream = (most: number, found: number, counted: number): SentExchange =>
  wanting(
    { tools: [{ type: 'web_search_20260209', name: 'web_search', max_uses: most }] },
    streamed('createMessage', 'anthropic-protocol.stream', ([start, , ...events]) => {
      const blocks = Array.from({ length: found }, (_, index) => {
        const id = `srvtoolu_${index}`;
        const item = { type: 'web_search_result', title: 'A', url: 'https://example.com', encrypted_content: 'Eq==' };
        return [
          { type: 'server_tool_use', id, name: 'web_search', input: {} },
          { type: 'web_search_tool_result', tool_use_id: id, content: [item] },
        ];
      }).flat();
      const told = blocks.flatMap((content_block, index) => [
        { type: 'content_block_start', index, content_block },
        { type: 'content_block_stop', index },
      ]);
      events.at(-2).usage.server_tool_use = { web_search_requests: counted };
      return [start, ...told, ...events.map((event) => (event.index === undefined ? event : { ...event, index: blocks.length }))];
    }),
  );

/** A stream of these texts. */
const chat = (...texts: string[]): SentExchange =>
  streamed('createChatCompletion', 'chat-completion.stream', ([first, ...events]) => [
    ...texts.map((content) => ({ ...first, choices: [{ index: 0, delta: { content }, finish_reason: null }] })),
    events.at(-1),
  ]);
const messages = (...texts: string[]): SentExchange =>
  streamed('createMessage', 'anthropic-protocol.stream', (events) => {
    const at = events.findIndex(({ type }) => type === 'content_block_delta');
    const told = texts.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }));
    return [...events.slice(0, at), ...told, ...events.slice(at + 3)];
  });
const gemini = (...texts: string[]): SentExchange =>
  streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', ([first, ...events]) => [
    ...texts.map((text) => ({ ...first, candidates: [{ content: { role: 'model', parts: [{ text }] } }] })),
    events.at(-1),
  ]);
const said = ['The sun', ' is a star', ' of hot gas', ' that shines.'];
const whole = said.join('');
const grown = said.map((_, index) => said.slice(0, index + 1).join(''));
const streams = { chat, messages, Gemini: gemini };
const textAt = { chat: '/choices/*/delta/content', messages: '/delta/text', Gemini: '/candidates/*/content/parts/*/text' };

const none = {
  chat: '/usage/prompt_tokens',
  messages: '/usage/input_tokens',
  Gemini: '/usageMetadata/promptTokenCount',
  Responses: '/usage/input_tokens',
};
const uncounted = {
  chat: answerWith('createChatCompletion', 'deepseek-v3-chat', { '/usage/prompt_tokens': 0, '/usage/total_tokens': 8 }),
  messages: answerWith('createMessage', 'anthropic-protocol', { '/usage/input_tokens': 0 }),
  Gemini: answerWith('generateContent', '.generate-content', {
    '/usageMetadata/promptTokenCount': 0,
    '/usageMetadata/promptTokensDetails': [],
    '/usageMetadata/totalTokenCount': 22,
  }),
  Responses: answered(responseId, 'bypass-responses-protocol', ({ usage }) => {
    usage.input_tokens = 0;
    usage.total_tokens = usage.output_tokens;
  }),
};

/** A stream whose first and last event count what there is to read. */
const readTokens = (first: Loose, last: Loose): SentExchange =>
  streamed('createMessage', 'anthropic-protocol.stream', (events) => {
    Object.assign(events[0].message.usage, { input_tokens: 0, ...first });
    events.at(-2).usage = { output_tokens: 28, ...last };
  });

export const kept: Fault[] = [
  ['messages: a stream of a request of nothing', readTokens({}, { input_tokens: 0 }), 'stream x-asked /message/usage/input_tokens'],
  ['Responses: tools that are lost', call((body) => void Object.assign(body, { tools: [] })), 'response x-asked /tools'],
  [
    'Responses: a tool of another name',
    call(({ tools: [tool] }) => void Object.assign(tool, { name: 'other' })),
    'response x-asked /tools',
  ],
  ...['response.created', 'response.completed'].map(
    (type): Fault => [`Responses: tools that are lost in ${type}`, callStream(type, { tools: [] }), 'stream x-asked /response/tools'],
  ),
  ['Responses: tools of the vendor that are lost', response({ tools: [{ type: 'web_search' }] }, { tools: [] }), 'response x-asked /tools'],
  [
    'Responses: a demand that becomes a choice',
    wanting(
      { tool_choice: 'required' },
      call((body) => void Object.assign(body, { tool_choice: 'auto' })),
    ),
    'response x-asked /tool_choice',
  ],
  [
    'Responses: another effort',
    response({ reasoning: { effort: 'high' } }, { reasoning: { effort: 'low', summary: null } }),
    'response x-asked /reasoning/effort',
  ],
  ['Responses: kept, though it should not be', response({ store: false }, { store: true }), 'response x-asked /store'],
  ...[{ max_output_tokens: 400 }, { instructions: 'Be brief.' }, { previous_response_id: 'resp_1' }].map(
    (wish): Fault => [`Responses: ${Object.keys(wish)} that is lost`, response(wish), `response x-asked /${Object.keys(wish)}`],
  ),
  [
    'Responses: reasoning without its seal, which is asked for',
    wanting(
      { include: ['reasoning.encrypted_content'] },
      answered(responseId, 'bypass-responses-protocol.thinking', () => {}),
    ),
    'response x-asked /output/*/type',
  ],
  [
    'Responses: a stream of reasoning without its seal, which is asked for',
    wanting(
      { include: ['reasoning.encrypted_content'] },
      streamed(responseId, 'bypass-responses-protocol.thinking.stream', () => {}),
    ),
    'stream x-asked /response/output/*/type',
  ],
  ['Responses: a form of another name', informed(form('a'), form('b')), 'response x-asked /text/format/name'],
  ['messages: more results than searches are allowed', searches(1, 2, 0, 2), 'response x-asked /content/*/content/*'],
  ['messages: more searches counted than are allowed', searches(1, 1, 0, 3), 'response x-asked /usage/server_tool_use/web_search_requests'],
  [
    'messages: fewer searches counted than have results',
    searches(5, 3, 0, 1),
    'response x-asked /usage/server_tool_use/web_search_requests',
  ],
  ['messages: more results in a stream than searches are allowed', searchStream(1, 2, 2), 'stream x-asked /content_block/content/*'],
  [
    'messages: more searches counted in a stream than are allowed',
    searchStream(1, 1, 4),
    'stream x-asked /usage/server_tool_use/web_search_requests',
  ],
  ...(Object.keys(streams) as (keyof typeof streams)[]).flatMap((name): Fault[] => [
    [`${name}: all of the text in each piece`, streams[name](...grown), `stream x-asked ${textAt[name]}`],
    [`${name}: all of the text again in the end`, streams[name](...said, whole), `stream x-asked ${textAt[name]}`],
  ]),
  ...(Object.keys(none) as (keyof typeof none)[]).map(
    (name): Fault => [`${name}: no tokens of the request`, uncounted[name], `response x-asked ${none[name]}`],
  ),
  [
    'chat: text that opens with a mark of the model',
    chat('<|channel|>', 'analysis', '<|message|>', 'Hm.'),
    'stream x-asked /choices/*/delta/content',
  ],
];

export const legalKept: LegalVariant[] = [
  [
    'messages: a request that is all in the cache',
    answerWith('createMessage', 'anthropic-protocol', { '/usage/input_tokens': 0, '/usage/cache_read_input_tokens': 1500 }),
  ],
  ['messages: a stream that counts in the end', readTokens({}, { input_tokens: 20 })],
  ['messages: a stream that is all in the cache', readTokens({ cache_read_input_tokens: 1500 }, {})],
  ['messages: a stream that is found in the cache in the end', readTokens({}, { input_tokens: 0, cache_read_input_tokens: 1500 })],
  [
    'Responses: tools that the vendor completes, under other names of its own',
    response(
      { tools: [{ type: 'web_search_preview' }, { type: 'mcp', server_label: 'a', server_url: 'https://example.com/a' }] },
      {
        tools: [
          { type: 'web_search_preview_2025_03_11', search_context_size: 'medium', user_location: null },
          { type: 'mcp', server_label: 'a', server_url: 'https://example.com/<redacted>', allowed_tools: null },
        ],
      },
    ),
  ],
  [
    'Responses: a tool whose schema the vendor completes',
    call(({ tools: [tool] }) => void Object.assign(tool, { strict: true, output_schema: null })),
  ],
  ['Responses: not kept, as its user has agreed', response({ store: true }, { store: false })],
  [
    'Responses: settings that are left out',
    response({ reasoning: { effort: 'high' }, temperature: 0.5 }, { reasoning: null, temperature: null }),
  ],
  ['messages: searches that fail beyond the limit', searches(2, 2, 3, 2)],
  ['messages: searches that are counted, failed or not', searches(2, 2, 3, 5)],
  ['messages: searches without a limit', searches(undefined, 4, 0, 4)],
  ['messages: a stream of as many searches as are allowed', searchStream(2, 2, 2)],
  ['a text of growing words', chat('a', ' ab', ' abc', ' abcd', ' abcde')],
  ['a text that is said twice', chat('ha', ' ha', ' ha', '.', 'ha ha ha.')],
  ['a text that comes in one piece', chat(whole)],
  ['a long text that comes in two', chat(whole, whole)],
];
