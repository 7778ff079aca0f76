/** Streams of chat completions. */
import { type EventsChange, type Fault, type Loose, streamed, streamedText } from '../exchange.js';

const id = 'createChatCompletion';
const text = (change: EventsChange) => streamed(id, 'chat-completion.stream', change);
const call = (change: EventsChange) => streamed(id, 'tool-call-stream', change);
const calls = (events: Loose[]): Loose[] => events.filter((event) => event.choices[0].delta.tool_calls);
const chunk = (events: Loose[], delta: Loose, finish: string | null = null): Loose => ({
  ...events[0],
  choices: [{ index: 0, delta, finish_reason: finish }],
});

export const chatCompletionStreams: Fault[] = [
  ['only the terminator', text(() => []), 'stream finish '],
  ['nothing at all', text(() => ''), 'stream end '],
  ['only comments', text(() => ': hello\n\n: there\n\n'), 'stream end '],
  ['no terminator', streamedText(id, 'chat-completion.stream', (all) => all.replace('data: [DONE]\n\n', '')), 'stream end '],
  ['a terminator that is JSON', streamedText(id, 'chat-completion.stream', (all) => all.replace('[DONE]', '"[DONE]"')), 'stream type '],
  ['never a finish reason', text((events) => events.slice(0, -1)), 'stream finish '],
  [
    'a finish reason that is null to the end',
    text((events) => {
      events.at(-1).choices[0].finish_reason = null;
    }),
    'stream finish ',
  ],
  ['text after the finish', text((events) => [...events, chunk(events, { content: 'more' })]), 'stream order /choices/*/delta/content'],
  [
    'reasoning after the finish',
    text((events) => [...events, chunk(events, { reasoning_content: 'hm' })]),
    'stream order /choices/*/delta/reasoning_content',
  ],
  ['a call after the finish', call((events) => [...events, ...calls(events)]), 'stream order /choices/*/delta/tool_calls/*'],
  ['two finishes', text((events) => [...events, chunk(events, {}, 'stop')]), 'stream finish /choices/*/finish_reason'],
  ['another finish', text((events) => [...events, chunk(events, {}, 'length')]), 'stream finish /choices/*/finish_reason'],
  [
    'a text that goes on after an error',
    text((events) => [...events.slice(0, 2), { error: { message: 'It broke.', type: 'server_error' } }, ...events.slice(2)]),
    'stream error ',
  ],
  ['a chunk after the terminator', streamedText(id, 'chat-completion.stream', (all) => all + all), 'stream end '],
  ['no choice in any chunk', text((events) => events.map((event) => ({ ...event, choices: [] }))), 'stream finish '],
  [
    'an index that jumps',
    text((events) => events.map((event) => ({ ...event, choices: event.choices.map((one: Loose) => ({ ...one, index: 3 })) }))),
    'stream order /choices/*/index',
  ],
  [
    'an index that changes',
    text((events) => {
      events[2].choices[0].index = 1;
    }),
    'stream finish ',
  ],
  [
    'a negative index',
    text((events) => {
      events[1].choices[0].index = -1;
    }),
    'stream minimum /choices/*/index',
  ],
  ['two choices of one index', text((events) => void events[1].choices.push(events[1].choices[0])), 'stream x-distinct /choices/*/index'],
  [
    'another id in the middle',
    text((events) => {
      events[2].id = `${events[2].id}0`;
    }),
    'stream same /id',
  ],
  [
    'an empty id',
    text((events) => {
      events[2].id = '';
    }),
    'stream minLength /id',
  ],
  [
    'another model in the middle',
    text((events) => {
      events[2].model = 'another';
    }),
    'stream same /model',
  ],
  ['another time in the middle', text((events) => void events[3].created++), 'stream rising /created'],
  [
    'times in milliseconds',
    text((events) => events.map((event) => ({ ...event, created: event.created * 1000 }))),
    'stream x-time /created',
  ],
  [
    'arguments that break off',
    call((events) => events.filter((event) => event !== calls(events).at(-1))),
    'stream joined /choices/*/delta/tool_calls/*/function/arguments',
  ],
  [
    'arguments whose pieces change places',
    call((events) => {
      const [first, ...rest] = calls(events).map(({ choices }) => choices[0].delta.tool_calls[0].function);
      [rest[0].arguments, rest[1].arguments] = [rest[1].arguments, rest[0].arguments];
      return first && undefined;
    }),
    'stream joined /choices/*/delta/tool_calls/*/function/arguments',
  ],
  [
    'arguments that are a list',
    call((events) => {
      for (const [index, event] of calls(events).entries())
        event.choices[0].delta.tool_calls[0].function.arguments = index === 0 ? '[1]' : '';
    }),
    'stream joined /choices/*/delta/tool_calls/*/function/arguments',
  ],
  [
    'arguments that are no text',
    call((events) => {
      calls(events)[0].choices[0].delta.tool_calls[0].function.arguments = { city: 'Oslo' };
    }),
    'stream type /choices/*/delta/tool_calls/*/function/arguments',
  ],
  [
    'arguments that are told twice',
    call((events) => {
      for (const event of calls(events)) event.choices[0].delta.tool_calls[0].function.arguments = '{}';
    }),
    'stream joined /choices/*/delta/tool_calls/*/function/arguments',
  ],
  [
    'a call without id',
    call((events) => void delete calls(events)[0].choices[0].delta.tool_calls[0].id),
    'stream required /choices/*/delta/tool_calls/*/id',
  ],
  [
    'a call with an empty id',
    call((events) => {
      calls(events)[0].choices[0].delta.tool_calls[0].id = '';
    }),
    'stream required /choices/*/delta/tool_calls/*/id',
  ],
  [
    'a call without name',
    call((events) => void delete calls(events)[0].choices[0].delta.tool_calls[0].function.name),
    'stream required /choices/*/delta/tool_calls/*/function/name',
  ],
  [
    'a call whose id changes',
    call((events) => {
      calls(events)[1].choices[0].delta.tool_calls[0].id = 'call_other';
    }),
    'stream same /choices/*/delta/tool_calls/*/id',
  ],
  [
    'a call whose name changes',
    call((events) => {
      calls(events)[1].choices[0].delta.tool_calls[0].function.name = 'other';
    }),
    'stream same /choices/*/delta/tool_calls/*/function/name',
  ],
  [
    'a call without index',
    call((events) => void delete calls(events)[1].choices[0].delta.tool_calls[0].index),
    'stream required /choices/*/delta/tool_calls/*/index',
  ],
  [
    'calls that are counted from 1',
    call((events) => {
      for (const event of calls(events)) event.choices[0].delta.tool_calls[0].index = 1;
    }),
    'stream order /choices/*/delta/tool_calls/*/index',
  ],
  [
    'a finish of calls without a call',
    text((events) => {
      events.at(-1).choices[0].finish_reason = 'tool_calls';
    }),
    'stream finish /choices/*/finish_reason',
  ],
  ['a total that is no sum', text((events) => void events.at(-1).usage.total_tokens++), 'stream x-sum /usage/total_tokens'],
  [
    'a negative count',
    text((events) => {
      events.at(-1).usage.completion_tokens = -4;
    }),
    'stream minimum /usage/completion_tokens',
  ],
  [
    'more reasoning than answer',
    text((events) => {
      events.at(-1).usage.completion_tokens_details = { reasoning_tokens: 99999 };
    }),
    'stream x-at-most /usage/completion_tokens_details/reasoning_tokens',
  ],
  [
    'usage that falls',
    text((events) => {
      events[1].usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 };
    }),
    'stream rising /usage/prompt_tokens',
  ],
  [
    'an error in another dialect',
    text((events) => [events[0], { type: 'error', error: { type: 'overloaded_error', message: 'busy' } }]),
    'stream required /id',
  ],
  [
    'a whole answer in place of chunks',
    text((events) => [{ ...events[0], object: 'chat.completion' }, ...events.slice(1)]),
    'stream enum /object',
  ],
];
