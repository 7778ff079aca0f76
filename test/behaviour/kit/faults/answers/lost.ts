/** Calls of tools that may not be called, or that come twice or without arguments, and notes on a text that are lost. */
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

const none = () => {};
const chatCall = answered('createChatCompletion', 'chat-completion.tool-call', none);
const chatCallStream = (change: EventsChange) => streamed('createChatCompletion', 'tool-call-stream', change);
const contentCall = answered('generateContent', '.tool-call', none);
const contentCallStream = (change: EventsChange) => streamed('streamGenerateContent', '.tool-call', change);
const responseCall = (choice: Loose) =>
  answered('createResponse', 'responses-protocol.tool-call', (body) => {
    body.tools.push({ ...body.tools[0], name: 'other' });
    body.tool_choice = choice;
  });
const responseEvents = (change: (events: Loose[]) => Loose[]) => eventsLike('createResponse', 'bypass-responses-protocol.stream', change);

const chatTool = (name: string) => ({ type: 'function', function: { name } });
const chatAllowed = (name: string): SentExchange =>
  wanting(
    {
      tools: [chatTool('weather'), chatTool('other')],
      tool_choice: { type: 'allowed_tools', allowed_tools: { mode: 'auto', tools: [chatTool(name)] } },
    },
    chatCall,
  );
const contentAllowed = (mode: string, name: string) =>
  wanting(
    {
      tools: [{ functionDeclarations: [{ name: 'get_weather' }, { name: 'other' }] }],
      toolConfig: { functionCallingConfig: { mode, allowedFunctionNames: [name] } },
    },
    contentCall,
  );
const responseAllowed = (name: string) => {
  const choice = { type: 'allowed_tools', mode: 'auto', tools: [{ type: 'function', name }] };
  const tools = ['get_weather', 'other'].map((own) => ({ type: 'function', name: own, parameters: {} }));
  return wanting({ tools, tool_choice: choice }, responseCall(choice));
};

/** A function call of Gemini, in an event of its own or in the last one. */
const part = (call: Loose) => ({ functionCall: { name: 'get_weather', args: { city: 'Rome' }, ...call }, thoughtSignature: 'RXZvQnk=' });
const before = (call: Loose) =>
  contentCallStream(([last]) => {
    const own = last.candidates[0].content.parts[0].functionCall.id;
    const id = call.id === 'the same' ? own : call.id;
    return [{ ...last, usageMetadata: {}, candidates: [{ content: { role: 'model', parts: [part({ ...call, id })] } }] }, last];
  });

/** The stream with a note on its text, which is told again where `told` says. */
const noted = (...told: ('part' | 'item' | 'end')[]) =>
  responseEvents((events) => {
    const at = events.findIndex(({ type }) => type === 'response.output_text.done');
    const { item_id, output_index, content_index } = events[at];
    const annotation = { type: 'url_citation', start_index: 0, end_index: 1, url: 'https://example.com', title: 'x' };
    for (const { type, part: content, item, response } of events) {
      if (type === 'response.content_part.done' && told.includes('part')) content.annotations = [annotation];
      if (type === 'response.output_item.done' && told.includes('item')) item.content[0].annotations = [annotation];
      if (type === 'response.completed' && told.includes('end')) response.output[0].content[0].annotations = [annotation];
    }
    const note = { type: 'response.output_text.annotation.added', item_id, output_index, content_index, annotation_index: 0, annotation };
    return events.toSpliced(at, 0, { ...note, sequence_number: at });
  });

const unsaid = (tools: Loose[]) =>
  wanting(
    { tools },
    chatCallStream((events) => events.filter(({ choices }) => !choices[0].delta.tool_calls?.[0]?.function.arguments)),
  );
const demanding = {
  type: 'function',
  function: { name: 'weather', parameters: { type: 'object', properties: { a: {} }, required: ['a'] } },
};

const messageCall = eventsLike('createMessage', 'tool-call.stream', (events) =>
  events.filter(({ delta }) => delta?.type !== 'input_json_delta'),
);
const contentWithout = answered('generateContent', '.tool-call', (body) => {
  delete body.candidates[0].content.parts[0].functionCall.args;
});

export const lost: Fault[] = [
  ['chat: a tool that is not among the allowed', chatAllowed('other'), 'response x-asked /choices/*/message/tool_calls/*/function/name'],
  ['Responses: a tool that is not among the allowed', responseAllowed('other'), 'response x-asked /output/*/name'],
  [
    'Gemini: a function that is not among the allowed',
    contentAllowed('ANY', 'other'),
    'response x-asked /candidates/*/content/parts/*/functionCall/name',
  ],
  [
    'Gemini: a function that is not among the allowed, in small letters',
    contentAllowed('validated', 'other'),
    'response x-asked /candidates/*/content/parts/*/functionCall/name',
  ],
  ['Gemini: a call that comes again', before({ id: 'the same' }), 'stream x-asked /candidates/*/content/parts/*/functionCall/id'],
  ['chat: a call whose arguments never come', unsaid([demanding]), 'stream x-asked /choices/*/delta/tool_calls/*/function/arguments'],
  ['messages: a call whose arguments never come', messageCall, 'stream x-asked /content_block/name'],
  ['Gemini: a call without its arguments', contentWithout, 'response x-asked /candidates/*/content/parts/*/functionCall/name'],
  ['a note that is lost in the end', noted(), 'stream x-asked /response/output'],
  ['a note that only its part has', noted('part'), 'stream x-asked /response/output'],
  ['a note that the answer lacks', noted('part', 'item'), 'stream result /response/output/*/content'],
];

export const legalLost: LegalVariant[] = [
  ['a tool that is among the allowed', chatAllowed('weather')],
  ['a tool that is among the allowed of a response', responseAllowed('get_weather')],
  ['a function that is among the allowed', contentAllowed('ANY', 'get_weather')],
  ['two equal calls', before({ args: { city: 'Berlin' } })],
  ['two equal calls of two ids', before({ args: { city: 'Berlin' }, id: 'other' })],
  ['a call that goes on', before({ id: 'the same', willContinue: true })],
  ['a call of a tool that takes nothing', unsaid([chatTool('weather')])],
  [
    'Gemini: a call of a function that takes nothing',
    wanting({ tools: [{ functionDeclarations: [{ name: 'get_weather' }] }] }, contentWithout),
  ],
  ['a note that is told again', noted('part', 'item', 'end')],
];
