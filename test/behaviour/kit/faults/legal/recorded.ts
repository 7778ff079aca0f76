/** What was recorded at vendors, odd as it looks. */
import { answered, asked, type EventsChange, errorOf, inBytes, type LegalVariant, type Loose, streamed, wanting } from '../exchange.js';

const chatId = 'createChatCompletion';
const chatStream = (change: EventsChange) => streamed(chatId, 'chat-completion.stream', change);
const messages = (change: EventsChange) => streamed('createMessage', 'anthropic-protocol.stream', change);
const gemini = (change: EventsChange) => streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', change);
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);
const messagesCall = (change: EventsChange) => streamed('createMessage', 'tool-call.stream', change);
const response = (change: (body: Loose) => void) => answered('createResponse', 'bypass-responses-protocol', change);
const responses = (change: EventsChange) => streamed('createResponse', 'bypass-responses-protocol.stream', change);

/** A tool that is found when it is searched, and how an answer tells of it. */
const searchedTool = { type: 'function', name: 'rate', parameters: { type: 'object' }, strict: true };
const searched = [
  { type: 'tool_search', description: null },
  { type: 'namespace', name: 'rate', tools: [searchedTool] },
];
const shellItems = [
  { type: 'shell_call', id: 'sh_1', call_id: 'call_1', status: 'completed', action: { commands: ['ls'] } },
  { type: 'shell_call_output', id: 'sho_1', call_id: 'call_1', status: 'completed', output: [] },
];
const caller = { type: 'code_execution_20250825', tool_id: 'srvtoolu_1' };

export const recordedVariants: LegalVariant[] = [
  [
    'a prompt that was estimated until the end',
    gemini((events) => {
      events[0].usageMetadata = { promptTokenCount: 5000, totalTokenCount: 5000 };
    }),
  ],
  [
    'a second round of Gemini, counted anew',
    gemini((events) => [
      { ...events[0], usageMetadata: { promptTokenCount: 8, candidatesTokenCount: 2000, thoughtsTokenCount: 4190, totalTokenCount: 6198 } },
      { ...events[0], usageMetadata: { promptTokenCount: 8, totalTokenCount: 8 } },
      ...events,
    ]),
  ],
  [
    'chunks that tell the time of their own',
    chatStream((events) => events.map((event, index) => ({ ...event, created: event.created + index }))),
  ],
  [
    'a version in place of what is called the latest',
    wanting(
      { model: 'claude-sonnet-latest' },
      answered('createMessage', 'anthropic-protocol', (body) => void Object.assign(body, { model: 'claude-sonnet-5-20260301' })),
    ),
  ],
  [
    'a stream of the version that is called the latest',
    wanting(
      { model: 'gemini-flash-latest' },
      chatStream((events) => events.map((event) => ({ ...event, model: 'gemini-3.1-flash' }))),
    ),
  ],
  [
    'the version of a name without a number',
    wanting(
      { model: 'deepseek-chat' },
      chat((body) => void Object.assign(body, { model: 'deepseek-v4-flash' })),
    ),
  ],
  [
    'the model of a deployment',
    wanting(
      { model: 'my-deployment' },
      chat((body) => void Object.assign(body, { model: 'gpt-4.1-mini-2025-04-14' })),
    ),
  ],
  [
    'Messages: more in the cache than the last round of a search wrote',
    answered('createMessage', 'anthropic-protocol', (body) => {
      Object.assign(body.usage, {
        cache_creation_input_tokens: 12174,
        cache_creation: { ephemeral_5m_input_tokens: 291, ephemeral_1h_input_tokens: 0 },
        server_tool_use: { web_search_requests: 1 },
      });
    }),
  ],
  [
    'Messages: calls of one id, one after the other',
    asked('createMessage', 'anthropic-protocol.tool-result', ({ messages }) => {
      messages.push(...structuredClone(messages.slice(1)));
    }),
  ],
  [
    'Messages: thinking that a call has before it as text',
    answered('createMessage', 'anthropic-protocol', (body) => {
      body.content = [{ type: 'text', text: '<thinking>\nThe tool is there for it.\n</thinking>' }];
    }),
  ],
  [
    'Messages: a piece of a kind of block that is new',
    messages((events) => {
      const [start] = events.splice(0, 1);
      const block = [
        { type: 'content_block_start', index: 0, content_block: { type: 'compaction', content: null } },
        { type: 'content_block_delta', index: 0, delta: { type: 'compaction_delta', content: 'So far.' } },
        { type: 'content_block_stop', index: 0 },
      ];
      return [start, ...block, ...events.map((event) => (event.index === undefined ? event : { ...event, index: event.index + 1 }))];
    }),
  ],
  ...(
    [
      ['added', 'additional_tools'],
      ['found', 'tool_search_output'],
    ] as const
  ).map(
    ([how, type]): LegalVariant => [
      `Responses: a call of a tool that was ${how} on the way`,
      wanting(
        {
          tools: [{ type: 'tool_search' }],
          input: [
            { role: 'user', content: 'Hi' },
            { type, tools: [{ type: 'function', name: 'f' }] },
          ],
        },
        answered('createResponse', 'bypass-responses-protocol', (body) => {
          body.tools = [{ type: 'tool_search' }];
          body.output = [{ type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'f', arguments: '{}', status: 'completed' }];
        }),
      ),
    ],
  ),
  [
    'Messages: no limit, as older clients write it',
    asked('createMessage', 'anthropic-protocol', (body) => void Object.assign(body, { top_p: -1, top_k: -1 })),
  ],
  [
    'Responses: the result of a search for tools that the caller ran',
    asked('createResponse', 'bypass-responses-protocol', (body) => {
      body.input = [
        { role: 'user', content: 'Hi' },
        { type: 'tool_search_call', call_id: 'search_1', execution: 'client', status: 'completed', arguments: {} },
        { type: 'function_call_output', call_id: 'search_1', output: 'One.' },
      ];
    }),
  ],
  [
    'Responses: a call of a program, which goes on',
    wanting(
      { tools: [{ type: 'function', name: 'f' }] },
      answered('createResponse', 'bypass-responses-protocol', (body) => {
        body.tools = [{ type: 'function', name: 'f' }];
        const caller = { type: 'program', caller_id: 'call_0' };
        body.output = [{ type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'f', arguments: '{}', caller, status: 'in_progress' }];
      }),
    ),
  ],
  ...[
    response((body) => {
      body.tools = searched;
    }),
    responses((events) => {
      for (const { response: told } of events) if (told) told.tools = searched;
    }),
  ].map(
    (exchange): LegalVariant => [
      `Responses: tools that are searched, as they are found, ${exchange.contentType}`,
      wanting({ tools: [{ type: 'tool_search' }, { ...searchedTool, defer_loading: true }] }, exchange),
    ],
  ),
  ['Responses: what a shell put out, with the id of its call', response((body) => void body.output.unshift(...shellItems))],
  [
    'Responses: a stream of what a shell put out, with the id of its call',
    responses((events) => {
      const told = shellItems.flatMap((item, index) =>
        ['added', 'done'].map((step) => ({ type: `response.output_item.${step}`, output_index: index, item })),
      );
      const at = events.findIndex(({ type }) => type === 'response.output_item.added');
      const later = events.map((event) => ('output_index' in event ? { ...event, output_index: event.output_index + 2 } : event));
      later.at(-1).response.output.unshift(...shellItems);
      return later.toSpliced(at, 0, ...told).map((event, index) => ({ ...event, sequence_number: index }));
    }),
  ],
  [
    'Messages: counts of the last round, once the context was compacted',
    messages((events) => {
      const [start, end] = [events[0], events.findLast(({ type }) => type === 'message_delta')];
      Object.assign(start.message.usage, { input_tokens: 100, cache_read_input_tokens: 55_096, output_tokens: 40 });
      Object.assign(end.usage, {
        input_tokens: 181,
        cache_read_input_tokens: 0,
        output_tokens: 30,
        iterations: [
          { type: 'compaction', input_tokens: 100, cache_read_input_tokens: 55_096, output_tokens: 83 },
          { type: 'message', input_tokens: 181, cache_read_input_tokens: 0, output_tokens: 30 },
        ],
      });
    }),
  ],
  [
    'Messages: what a program of the model calls, told at once',
    messagesCall((events) => {
      const start = events.find(({ content_block }) => content_block?.type === 'tool_use');
      const pieces = events.filter(({ delta }) => delta?.type === 'input_json_delta');
      start.content_block.input = JSON.parse(pieces.map(({ delta }) => delta.partial_json).join(''));
      start.content_block.caller = caller;
      return events.filter((event) => !pieces.includes(event));
    }),
  ],
  [
    'Messages: a whole answer that a program of the model calls',
    messagesCall((events) => {
      const [start, end] = [events[0], events.at(-1)];
      const { content_block } = events.find((event) => event.content_block?.type === 'tool_use');
      const pieces = events.map(({ delta }) => delta?.partial_json ?? '').join('');
      Object.assign(start.message, { content: [{ ...content_block, input: JSON.parse(pieces), caller }], stop_reason: 'tool_use' });
      return [start, end];
    }),
  ],
  ...(['generateContent', 'streamGenerateContent'] as const).map(
    (id): LegalVariant => [
      `Gemini: no sum where what an address has is not counted, ${id}`,
      id === 'generateContent'
        ? answered(id, '.generate-content', (body) => {
            body.usageMetadata = { candidatesTokenCount: 18 };
          })
        : gemini((events) => {
            for (const event of events) delete event.usageMetadata;
            events.at(-1).usageMetadata = { candidatesTokenCount: 18 };
          }),
    ],
  ),
  [
    'Gemini: arguments of a call in pieces',
    streamed('streamGenerateContent', '.tool-call', (events) => {
      const at = events.findIndex(({ candidates }) => candidates[0].content?.parts[0].functionCall);
      const { name, args } = events[at].candidates[0].content.parts[0].functionCall;
      const [member = ''] = Object.keys(args);
      const piece = (functionCall: Loose) => {
        const event = structuredClone(events[at]);
        delete event.candidates[0].finishReason;
        event.candidates[0].content.parts = [{ functionCall }];
        return event;
      };
      const place = { jsonPath: `$.${member}` };
      const end = structuredClone(events[at]);
      end.candidates[0].content.parts = [{ functionCall: {} }];
      const first = piece({ name, willContinue: true });
      Object.assign(first.candidates[0].content.parts[0], { thoughtSignature: 'c2lnbmF0dXJl' });
      return events.toSpliced(
        at,
        1,
        first,
        piece({ partialArgs: [{ ...place, stringValue: String(args[member]), willContinue: true }], willContinue: true }),
        piece({ willContinue: true }),
        piece({ partialArgs: [{ ...place, stringValue: '' }], willContinue: true }),
        end,
      );
    }),
  ],
  [
    'Gemini: both spellings in one part',
    asked('generateContent', '.generate-content', ({ contents }) => {
      contents[0].parts.push({ fileData: { file_uri: 'gs://bucket/sound.wav', mime_type: 'audio/wav' } });
    }),
  ],
  ...(['generateContent', 'streamGenerateContent'] as const).map(
    (id): LegalVariant => [
      `Gemini: a choice in small letters, ${id}`,
      asked(id, '.tool-call', (body) => {
        body.toolConfig = { functionCallingConfig: { mode: 'any' } };
      }),
    ],
  ),
  [
    'Gemini: an error that is named as the stream would have been',
    inBytes(
      gemini(() => {}),
      () => JSON.stringify(errorOf('gemini', 400)),
      { status: 400 },
    ),
  ],
];
