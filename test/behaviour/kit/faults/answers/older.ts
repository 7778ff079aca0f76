/** Calls in the older form of the chat protocol, in an answer and in pieces. */
import { answered, type Fault, type LegalVariant, type Loose, type SentExchange, streamed, wanting } from '../exchange.js';

const id = 'createChatCompletion';
const given = '{"latitude": "52.5200", "longitude": "13.4050"}';

/** The request offers the function of the sample in the older form. */
function inOlderForm(exchange: SentExchange): SentExchange {
  const { tools } = exchange.example.request.body as Loose;
  return wanting({ functions: tools.map((tool: Loose) => tool.function), tools: undefined, tool_choice: undefined }, exchange);
}

const answer = (call: Loose, finish = 'function_call'): SentExchange =>
  inOlderForm(
    answered(id, 'chat-completion.tool-call', (body) => {
      const [choice] = body.choices;
      const { tool_calls: _, ...message } = choice.message;
      body.choices = [{ ...choice, message: { ...message, function_call: call }, finish_reason: finish }];
    }),
  );

const stream = (pieces: Loose[], finish = 'function_call'): SentExchange =>
  inOlderForm(
    streamed(id, 'tool-call-stream', (events) => {
      const first = events.findIndex((event) => event.choices[0].delta.tool_calls);
      const last = events.at(-1);
      last.choices[0].finish_reason = finish;
      const told = pieces.map((piece) => ({ ...events[0], choices: [{ index: 0, delta: { function_call: piece }, finish_reason: null }] }));
      return [...events.slice(0, first), ...told, last];
    }),
  );

const named = { name: 'weather', arguments: '' };

const patch = '*** Begin Patch';
const chatTools = (kind: string) => [{ type: kind, [kind]: { name: 'weather' } }];

/** A call of the sample, where the request offers its tool in another form. */
const chatCall = (offered: string, called: string): SentExchange =>
  wanting(
    { tools: chatTools(offered), tool_choice: undefined },
    answered(id, 'chat-completion.tool-call', (body) => {
      const [call] = body.choices[0].message.tool_calls;
      const taken = called === 'custom' ? { input: patch } : { arguments: '{}' };
      body.choices[0].message.tool_calls = [{ index: 0, id: call.id, type: called, [called]: { name: 'weather', ...taken } }];
    }),
  );

const chatCallStream = (offered: string, called: string): SentExchange =>
  wanting(
    { tools: chatTools(offered), tool_choice: undefined },
    streamed(id, 'tool-call-stream', (events) => {
      const calls = events.filter((event) => event.choices[0].delta.tool_calls);
      const [first] = calls;
      const taken = called === 'custom' ? { input: patch } : { arguments: '{}' };
      const call = { index: 0, id: 'call_1', type: called, [called]: { name: 'weather', ...taken } };
      const told = { ...first, choices: [{ ...first.choices[0], delta: { tool_calls: [call] } }] };
      return events.filter((event) => event === first || !calls.includes(event)).map((event) => (event === first ? told : event));
    }),
  );

const responsesTools = (kind: string) => [{ type: kind, name: 'get_weather', ...(kind === 'function' && { strict: false }) }];

const responsesCall = (offered: string, called: string): SentExchange =>
  wanting(
    { tools: responsesTools(offered) },
    answered('createResponse', 'bypass-responses-protocol.tool-call', (body) => {
      const [{ id: of, call_id, status }] = body.output;
      const taken = called === 'custom' ? { input: patch } : { arguments: '{}' };
      body.output = [
        { id: of, type: called === 'custom' ? 'custom_tool_call' : 'function_call', call_id, status, name: 'get_weather', ...taken },
      ];
      body.tools = responsesTools(offered);
    }),
  );

const responsesCallStream = (offered: string): SentExchange =>
  wanting(
    { tools: responsesTools(offered) },
    streamed('createResponse', 'tool-call.stream', (events) => {
      for (const { response } of events) if (response) response.tools = responsesTools(offered);
    }),
  );

/** A call in the older form, where tools are offered in the newer. */
const older = (exchange: SentExchange): SentExchange => {
  const offered = answered(id, 'chat-completion.tool-call', () => {}).example;
  return {
    ...exchange,
    example: {
      ...exchange.example,
      request: {
        ...exchange.example.request,
        body: exchange.example.events ? { ...(offered.request.body as Loose), stream: true } : offered.request.body,
      },
    },
  };
};

export const olderCalls: Fault[] = [
  [
    'chat: arguments that break off',
    answer({ name: 'weather', arguments: '{"latitude": ' }),
    'response x-json /choices/*/message/function_call/arguments',
  ],
  ['chat: a call without a name', answer({ arguments: given }), 'response x-filled /choices/*/message/function_call/name'],
  [
    'chat: a call of what is not offered',
    answer({ name: 'wether', arguments: given }),
    'response x-asked /choices/*/message/function_call/name',
  ],
  [
    'chat: arguments of another type than the function takes',
    answer({ name: 'weather', arguments: '{"latitude": 52, "longitude": "13.4"}' }),
    'response x-asked /choices/*/message/function_call/arguments',
  ],
  [
    'chat: pieces that make no JSON',
    stream([named, { arguments: '{"latitude": ' }, { arguments: '52.5"' }]),
    'stream joined /choices/*/delta/function_call/arguments',
  ],
  ['chat: pieces of a call without a name', stream([{ arguments: given }]), 'stream required /choices/*/delta/function_call/name'],
  [
    'chat: pieces of a call whose name changes',
    stream([named, { name: 'time', arguments: given }]),
    'stream same /choices/*/delta/function_call/name',
  ],
  [
    'chat: pieces of a call of what is not offered',
    stream([{ name: 'wether', arguments: '' }, { arguments: given }]),
    'stream x-asked /choices/*/delta/function_call/name',
  ],
  ['chat: an end with a call, and none came', stream([]), 'stream finish /choices/*/finish_reason'],
  [
    'chat: a call in the older form, where none is offered so',
    older(answer({ name: 'weather', arguments: given })),
    'response x-asked /choices/*/message/function_call/name',
  ],
  [
    'chat: pieces of a call in the older form, where none is offered so',
    older(stream([{ name: 'weather', arguments: given }])),
    'stream x-asked /choices/*/delta/function_call/name',
  ],
  [
    'chat: a custom tool called as a function',
    chatCall('custom', 'function'),
    'response x-asked /choices/*/message/tool_calls/*/function/name',
  ],
  [
    'chat: a function called as a custom tool',
    chatCall('function', 'custom'),
    'response x-asked /choices/*/message/tool_calls/*/custom/name',
  ],
  [
    'chat: a stream of a custom tool called as a function',
    chatCallStream('custom', 'function'),
    'stream x-asked /choices/*/delta/tool_calls/*/function/name',
  ],
  ['Responses: a custom tool called as a function', responsesCall('custom', 'function'), 'response x-asked /output/*/name'],
  ['Responses: a function called as a custom tool', responsesCall('function', 'custom'), 'response x-asked /output/*/name'],
  ['Responses: a stream of a custom tool called as a function', responsesCallStream('custom'), 'stream x-asked /response/output/*/name'],
];

export const legalOlderCalls: LegalVariant[] = [
  ['chat: a custom tool called as such', chatCall('custom', 'custom')],
  ['chat: a stream of a custom tool called as such', chatCallStream('custom', 'custom')],
  ['Responses: a custom tool called as such', responsesCall('custom', 'custom')],
  ['Responses: a stream of a function called as such', responsesCallStream('function')],
  ['chat: a call in the older form', answer({ name: 'weather', arguments: given })],
  ['chat: a call in the older form that breaks off at the limit', answer({ name: 'weather', arguments: '{"lat' }, 'length')],
  ['chat: a call in the older form, in pieces', stream([named, { arguments: '{"latitude": "52",' }, { arguments: ' "longitude": "13"}' }])],
  ['chat: a call in the older form, at once', stream([{ name: 'weather', arguments: given }])],
  [
    'chat: no call in the older form, told in each piece',
    streamed(id, 'chat-completion.stream', (events) => {
      for (const { choices } of events) choices[0].delta.function_call = { name: '', arguments: '' };
    }),
  ],
  ['chat: pieces that break off at the limit', stream([named, { arguments: '{"latitude": ' }], 'length')],
];
