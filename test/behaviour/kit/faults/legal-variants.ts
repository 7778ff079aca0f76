/** What looks odd and is right: the kit has nothing to say of it. */
import {
  answered,
  asked,
  type EventsChange,
  errorOf,
  inBytes,
  type LegalVariant,
  type Loose,
  polled,
  streamed,
  streamedText,
  wanting,
} from './exchange.js';

const chatId = 'createChatCompletion';
const chatText = (change: (text: string) => string) => streamedText(chatId, 'chat-completion.stream', change);
const chatStream = (change: EventsChange) => streamed(chatId, 'chat-completion.stream', change);
const chatCalls = (change: EventsChange) => streamed(chatId, 'tool-call-stream', change);
const messagesText = (change: (text: string) => string) => streamedText('createMessage', 'anthropic-protocol.stream', change);
const messages = (change: EventsChange) => streamed('createMessage', 'anthropic-protocol.stream', change);
const messagesCall = (change: EventsChange) => streamed('createMessage', 'tool-call.stream', change);
const gemini = (change: EventsChange) => streamed('streamGenerateContent', 'bypass-vertex-gemini-protocol', change);
const responses = (change: EventsChange) => streamed('createResponse', 'bypass-responses-protocol.stream', change);
const chat = (change: (body: Loose) => void) => answered(chatId, 'deepseek-v3-chat', change);
const json = (text: string) => chat((body) => Object.assign(body.choices[0].message, { content: text }) && undefined);
const reasoned = { prompt_tokens: 5, completion_tokens: 100, total_tokens: 105, completion_tokens_details: { reasoning_tokens: 90 } };
const tryAgain = { status: 429, headers: { 'retry-after': 'Fri, 27 Nov 2026 08:00:00 GMT' } };
const video = 'getVideo';
const sora = 'sora-2-query-video-generation-status';
const kling = 'kling-v2-6-query-video-generation-status';

const thought = (change: EventsChange) => streamed('createMessage', 'anthropic-protocol.thinking.stream', change);
const numbered = (events: Loose[]) => events.map((event, index) => ({ ...event, sequence_number: index }));
const filesPage = (members: Loose) =>
  answered('listFiles', 'list-user-files', (body) => Object.assign(body, { has_more: true, ...members }));
const withoutRoles = (events: Loose[], from: number) => {
  for (const { choices } of events.slice(from)) delete choices[0].delta.role;
  return events;
};
const limitedTo = (limit: string, remaining: string, reset: string) => ({
  ...answered('createResponse', 'bypass-responses-protocol', () => {}),
  headers: {
    'x-ratelimit-limit-requests': limit,
    'x-ratelimit-remaining-requests': remaining,
    'x-ratelimit-reset-requests': reset,
    'x-ratelimit-renewalperiod-requests': '60',
  },
});

export const legalVariants: LegalVariant[] = [
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
    'a chunk of counts without a choice',
    chatStream((events) => {
      const { usage, ...last } = events.at(-1);
      return [...events.slice(0, -1), last, { ...last, choices: [], usage }];
    }),
  ],
  [
    'counts on every chunk',
    chatStream((events) =>
      events.map((event, index) => ({ ...event, usage: { prompt_tokens: 37, completion_tokens: index, total_tokens: 37 + index } })),
    ),
  ],
  [
    'a finish word that is new',
    chatStream((events) => {
      events.at(-1).choices[0].finish_reason = 'content_policy';
    }),
  ],
  [
    'arguments that break off at the limit',
    chatCalls((events) => {
      const calls = events.filter((event) => event.choices[0].delta.tool_calls);
      events.at(-1).choices[0].finish_reason = 'length';
      return events.filter((event) => event !== calls.at(-1));
    }),
  ],
  [
    'a call whose id is told again',
    chatCalls((events) => {
      const calls = events.filter((event) => event.choices[0].delta.tool_calls).map((event) => event.choices[0].delta.tool_calls[0]);
      for (const call of calls) call.id = calls[0].id;
    }),
  ],
  [
    'a call that is finished with `stop`',
    chatCalls((events) => {
      events.at(-1).choices[0].finish_reason = 'stop';
    }),
  ],
  [
    'two calls at once',
    chatCalls((events) => {
      const at = events.findIndex((event) => event.choices[0].delta.tool_calls);
      const second = structuredClone(events[at]);
      Object.assign(second.choices[0].delta.tool_calls[0], { index: 1, id: 'call_second', function: { name: 'weather', arguments: '{}' } });
      return events.toSpliced(at, 0, second);
    }),
  ],
  [
    'text with the finish',
    chatStream((events) => {
      events.at(-1).choices[0].delta = { content: '.' };
    }),
  ],
  [
    'two choices, the second first',
    wanting(
      { n: 2 },
      chatStream((events) => events.flatMap((event) => [1, 0].map((index) => ({ ...event, choices: [{ ...event.choices[0], index }] })))),
    ),
  ],
  [
    'a demanded call, where no tool is offered',
    wanting(
      { tool_choice: 'required' },
      chat(() => {}),
    ),
  ],
  ['an error in the middle', chatStream((events) => [...events.slice(0, 3), errorOf('openai', 500)])],
  ['members that are new', chatStream((events) => events.map((event) => ({ ...event, system_fingerprint: 'fp_1', service_tier: null })))],
  ['pings anywhere', messages((events) => events.flatMap((event) => [event, { type: 'ping' }]).slice(0, -1))],
  ['a call without arguments', messagesCall((events) => events.filter((event) => event.delta?.type !== 'input_json_delta'))],
  [
    'a call with empty pieces',
    messagesCall((events) => {
      for (const { delta } of events) if (delta?.type === 'input_json_delta') delta.partial_json = '';
    }),
  ],
  ['a message without content', messages((events) => events.filter(({ type }) => !type.startsWith('content_block')))],
  ['an overload in the middle', messages((events) => [...events.slice(0, 4), errorOf('anthropic', 500)])],
  [
    'a stop reason that is new',
    messages((events) => {
      events.find(({ type }) => type === 'message_delta').delta.stop_reason = 'compaction';
    }),
  ],
  ['a last event without content', gemini((events) => void delete events.at(-1).candidates[0].content)],
  [
    'what a filter found, before the first choice',
    chatStream((events) => [
      { id: '', object: '', created: 0, model: '', choices: [], prompt_filter_results: [{ prompt_index: 0 }] },
      ...events,
    ]),
  ],
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
    'a prompt that is blocked',
    gemini((events) => [
      { promptFeedback: { blockReason: 'SAFETY' }, modelVersion: events[0].modelVersion, responseId: events[0].responseId },
    ]),
  ],
  [
    'a finish reason of Gemini that is new',
    gemini((events) => {
      events.at(-1).candidates[0].finishReason = 'TIRED';
    }),
  ],
  [
    'an answer that is incomplete',
    responses((events) => [
      ...events.slice(0, 6),
      {
        ...events.at(-1),
        type: 'response.incomplete',
        sequence_number: 6,
        response: { ...events.at(-1).response, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } },
      },
    ]),
  ],
  [
    'an answer that failed',
    responses((events) => [
      ...events.slice(0, 3),
      {
        ...events.at(-1),
        type: 'response.failed',
        sequence_number: 3,
        response: { ...events.at(-1).response, status: 'failed', output: [], error: { code: 'server_error', message: 'no' } },
      },
    ]),
  ],
  // Answers.
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
  [
    'a call that is finished with `stop`, at once',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].finish_reason = 'stop';
    }),
  ],
  [
    'arguments that break off at the limit, at once',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].finish_reason = 'length';
      body.choices[0].message.tool_calls[0].function.arguments = '{"a": ';
    }),
  ],
  [
    'base64 without padding',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.data[0].b64_json = 'iVBORw0KGgo';
    }),
  ],
  [
    'a few bytes that stand for a picture',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.data[0].b64_json = 'aGVsbG8=';
    }),
  ],
  [
    'base64 for addresses',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      body.data[0].b64_json = 'iVBORw0K_-8=';
    }),
  ],
  ['a blocked prompt, at once', answered('generateContent', '.generate-content', () => ({ promptFeedback: { blockReason: 'SAFETY' } }))],
  [
    'a call that has ended its turn for another reason',
    answered('createMessage', 'anthropic-protocol.tool-call', (body) => {
      body.stop_reason = 'max_tokens';
    }),
  ],
  // Jobs.
  [
    'states that are left out',
    polled(
      video,
      [`${sora}.queued`],
      [`${sora}.completed`, (body) => Object.assign(body, { created_at: 1766727881, updated_at: 1766730000, completed_at: 1766730000 })],
    ),
  ],
  ['the same state again', polled(video, [`${sora}.in-progress`], [`${sora}.in-progress`])],
  [
    'progress that stands',
    polled(
      video,
      [
        `${kling}.in-progress`,
        (body) => {
          body.progress = 40;
        },
      ],
      [
        `${kling}.in-progress`,
        (body) => {
          body.progress = 40;
        },
      ],
    ),
  ],
  [
    'a failure that forgets its progress',
    polled(
      video,
      [
        `${kling}.in-progress`,
        (body) => {
          body.progress = 40;
        },
      ],
      [
        `${kling}.failed`,
        (body) => {
          Object.assign(body, { progress: 0, created_at: 1766896954, updated_at: 1766919007 });
        },
      ],
    ),
  ],
  ['a job that was cancelled, without an error', polled(video, [`${kling}.cancelled`])],
  [
    'all videos filtered',
    polled('getVideoGeneration', [
      'veo-query-video-generation-task.completed',
      (body) => void Object.assign(body.data, { videos: [], raiMediaFilteredCount: 1 }),
    ]),
  ],
  ['an empty list', answered('listFiles', 'list-user-files', () => ({ object: 'list', data: [], has_more: false }))],
  [
    'a file that expired after it was ready',
    polled(
      'getFile',
      ['query-file-status.ready'],
      [
        'query-file-status.expired',
        (body) => {
          Object.assign(body, { model: 'gemini-2.0-flash', created_at: 1705382400, synced_at: 1705382450 });
        },
      ],
    ),
  ],
  // What was asked for.
  ['a model with its date', chat((body) => Object.assign(body, { model: 'deepseek-v3-20251201' }) && undefined)],
  ['a model with its owner', chat((body) => Object.assign(body, { model: 'deepseek/deepseek-v3' }) && undefined)],
  [
    'a model whose words change places',
    wanting(
      { model: 'claude-4.5-sonnet' },
      chat((body) => Object.assign(body, { model: 'claude-sonnet-4-5@20250929' }) && undefined),
    ),
  ],
  [
    'no call, because the answer was cut',
    wanting(
      { tools: [{ type: 'function', function: { name: 'f' } }], tool_choice: 'required' },
      chat((body) => Object.assign(body.choices[0], { finish_reason: 'length' }) && undefined),
    ),
  ],
  [
    'JSON that was cut',
    wanting(
      { response_format: { type: 'json_object' } },
      chat((body) => Object.assign(body.choices[0], { finish_reason: 'length' }) && undefined),
    ),
  ],
  [
    'a refusal in place of JSON',
    wanting(
      { response_format: { type: 'json_object' } },
      chat((body) => Object.assign(body.choices[0].message, { content: null, refusal: 'No.' }) && undefined),
    ),
  ],
  [
    'JSON that keeps no limits',
    wanting(
      { response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { type: 'integer', maximum: 3 } } } },
      chat((body) => Object.assign(body.choices[0].message, { content: '4' }) && undefined),
    ),
  ],
  [
    'a schema that nothing meets',
    wanting({ response_format: { type: 'json_schema', json_schema: { name: 'x', schema: { enum: [] } } } }, json('1')),
  ],
  [
    'a function in the older form',
    wanting(
      { tools: undefined, tool_choice: undefined, functions: [{ name: 'weather' }] },
      answered(chatId, 'chat-completion.tool-call', () => {}),
    ),
  ],
  [
    'functions in the other spelling',
    wanting(
      {
        tools: [{ function_declarations: [{ name: 'get_weather', parameters: { type: 'OBJECT', properties: {} } }] }],
        toolConfig: undefined,
      },
      answered('generateContent', '.tool-call', () => {}),
    ),
  ],
  [
    'tokens of reasoning above the limit',
    wanting(
      { max_tokens: 20 },
      chat((body) => Object.assign(body, { usage: reasoned }) && undefined),
    ),
  ],
  ['a time to try again', answered(chatId, 'deepseek-v3-chat', () => errorOf('openai', 429), tryAgain)],
  // Requests.
  [
    'a result of a call that the vendor keeps',
    asked('createResponse', 'bypass-responses-protocol.tool-result', (body) => {
      body.input = body.input.filter(({ type }: Loose) => type === 'function_call_output');
      body.previous_response_id = 'resp_1';
    }),
  ],
  [
    'arguments that are sent back as they came',
    asked(chatId, 'chat-completion.tool-result', (body) => {
      body.messages.find(({ tool_calls: calls }: Loose) => calls).tool_calls[0].function.arguments = '{"a": ';
    }),
  ],
  [
    'ids of calls that come again in a later message',
    asked(chatId, 'chat-completion.tool-result', (body) => void body.messages.push(...structuredClone(body.messages))),
  ],
  // What protocols bring in time.
  ['an event of messages that is new', messages(([first, ...events]) => [first, { type: 'content_block_hint', index: 0 }, ...events])],
  [
    'events of Responses that are new',
    responses((events) =>
      numbered([
        ...events.slice(0, 3),
        { type: 'response.web_search_call.searching', output_index: 0, item_id: 'ws_1' },
        ...events.slice(3),
      ]),
    ),
  ],
  ['no in_progress', responses(([first, _, ...events]) => numbered([first, ...events]))],
  [
    'queued before in_progress',
    responses(([first, ...events]) =>
      numbered([first, { ...first, type: 'response.queued', response: { ...first.response, status: 'queued' } }, ...events]),
    ),
  ],
  ['a role on the first chunk alone', chatStream((events) => withoutRoles(events, 1))],
  ['no role', chatStream((events) => withoutRoles(events, 0))],
  [
    'names and ids of calls that are empty later',
    chatCalls((events) => {
      for (const { choices } of events)
        for (const call of choices[0].delta.tool_calls ?? []) {
          call.id ??= '';
          call.function.name ??= '';
        }
    }),
  ],
  ['a signature in two pieces', thought((events) => events.toSpliced(4, 0, events[3]))],
  ['thinking that is not shown', thought((events) => events.filter(({ delta }) => delta?.type !== 'thinking_delta'))],
  [
    'thinking of another model without a signature',
    wanting(
      { model: 'moonshotai/kimi-k2.5' },
      thought((events) => {
        events[0].message.model = 'moonshotai/kimi-k2.5';
        return events.filter(({ delta }) => delta?.type !== 'signature_delta');
      }),
    ),
  ],
  [
    'heads that nobody knows',
    { ...chat(() => {}), headers: { via: '1.1 x', 'x-ratelimit-other': 'many', 'content-encoding': 'identity' } },
  ],
  ['a limit that is used up', limitedTo('10', '0', '60')],
  ['a limit that is whole', limitedTo('10', '10', '0')],
  ['an empty error beside an answer', chat((body) => Object.assign(body, { error: null }) && undefined)],
  [
    'a picture of its type',
    answered('createImage', 'gemini-2-5-flash-image-text-to-image-api', (body) => {
      Object.assign(body, { output_format: 'jpeg' }).data[0].b64_json = '/9j/4AAQSkZJRgABAQAAAQABAAA=';
    }),
  ],
  [
    'a sound that has no beginning of its own',
    answered('generateContent', '.generate-content', (body) => {
      body.candidates[0].content.parts = [{ inlineData: { mimeType: 'audio/L16;rate=24000', data: 'AAAAAAAA' } }];
    }),
  ],
  ['a task that failed on its way', polled(video, [`${sora}.failed`, (body) => void Object.assign(body, { progress: 40 })])],
  ['the same page again', [filesPage({}), filesPage({})]],
  // Where nothing is said, nothing is counted.
  [
    'no token of a refusal that is empty',
    chat((body) => {
      Object.assign(body.choices[0], { finish_reason: 'content_filter', message: { role: 'assistant', content: null } });
      body.usage = { prompt_tokens: 5, completion_tokens: 0, total_tokens: 5 };
    }),
  ],
  [
    'counts of every chunk, from 0',
    chatStream((events) =>
      events.map((event, index) => ({ ...event, usage: { prompt_tokens: 5, completion_tokens: index, total_tokens: 5 + index } })),
    ),
  ],
  [
    'messages: counts from 0 at the beginning',
    messages(([start, ...events]) => {
      start.message.usage.output_tokens = 0;
      return [start, ...events];
    }),
  ],
  [
    'an answer of reasoning without text',
    chat((body) => Object.assign(body.choices[0].message, { content: null, reasoning_content: 'So.' }) && undefined),
  ],
  [
    'counts in an event of their own',
    gemini((events) => {
      const { candidates: _, ...counts } = events.at(-1);
      return [...events, counts];
    }),
  ],
  // Recorded at vendors.
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
        const caller = { type: 'program', caller_id: 'call_0' };
        body.output = [{ type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'f', arguments: '{}', caller, status: 'in_progress' }];
      }),
    ),
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
  // What goes together.
  ['a refusal, and no text', chat((body) => Object.assign(body.choices[0].message, { content: '', refusal: 'No.' }) && undefined)],
  ['a refusal that is none', chat((body) => Object.assign(body.choices[0].message, { refusal: null }) && undefined)],
  [
    'a call beside an empty text',
    answered('generateContent', '.tool-call', (body) => {
      body.candidates[0].content.parts[0].text = '';
    }),
  ],
  [
    'a prompt that was looked at and not blocked',
    answered('generateContent', '.generate-content', (body) => {
      body.promptFeedback = { safetyRatings: [] };
    }),
  ],
  [
    'a source of which nobody knows',
    answered('createMessage', 'anthropic-protocol', (body) => {
      body.content[0].citations = [{ type: 'page_of_tomorrow', cited_text: 'a' }];
    }),
  ],
  // Calls of tools that need not be fit for more than their types.
  [
    'arguments that the tool does not describe',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].message.tool_calls[0].function.arguments = '{"latitude": "1", "longitude": "2", "unit": "C"}';
    }),
  ],
  [
    'a call that lacks an argument of a tool that is not strict',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].message.tool_calls[0].function.arguments = '{"latitude": "52.52"}';
    }),
  ],
  [
    'a call without any of its arguments',
    answered('createMessage', 'anthropic-protocol.tool-call', (body) => {
      body.content.find(({ type }: Loose) => type === 'tool_use').input = {};
    }),
  ],
  [
    'arguments of another type, that break off at the limit',
    answered(chatId, 'chat-completion.tool-call', (body) => {
      body.choices[0].finish_reason = 'length';
      body.choices[0].message.tool_calls[0].function.arguments = '{"latitude": 1}';
    }),
  ],
  [
    'arguments of a schema that nothing meets',
    wanting(
      { tools: [{ type: 'function', function: { name: 'weather', parameters: { type: 'object', allOf: [{ type: 'string' }] } } }] },
      answered(chatId, 'chat-completion.tool-call', () => {}),
    ),
  ],
  [
    'two tools of one name',
    wanting(
      {
        tools: ['string', 'integer'].map((type) => ({
          type: 'function',
          function: { name: 'weather', parameters: { type: 'object', properties: { latitude: { type } } } },
        })),
      },
      answered(chatId, 'chat-completion.tool-call', () => {}),
    ),
  ],
  [
    'a text about how reasoning is marked',
    chat((body) => Object.assign(body.choices[0].message, { content: 'Models write <think> before they think.' }) && undefined),
  ],
  [
    'sealed thinking that is not shown, where none is wanted',
    wanting(
      { thinking: { type: 'disabled' } },
      answered('createMessage', 'anthropic-protocol.thinking', (body) => {
        body.content[0].thinking = '';
      }),
    ),
  ],
];
