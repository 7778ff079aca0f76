/** Streams of Gemini's protocol. */
import { type EventsChange, type Fault, streamed } from '../exchange.js';

const id = 'streamGenerateContent';
const text = (change: EventsChange) => streamed(id, 'bypass-vertex-gemini-protocol', change);
const call = (change: EventsChange) => streamed(id, 'tool-call', change);

export const generateContentStreams: Fault[] = [
  ['nothing at all', text(() => ''), 'stream end '],
  [
    'never a finish reason',
    text((events) => events.map(({ candidates: [{ finishReason: _, ...one }], ...event }) => ({ ...event, candidates: [one] }))),
    'stream end ',
  ],
  ['the last event is missing', text((events) => events.slice(0, -1)), 'stream end '],
  ['never a candidate', text((events) => events.map(({ candidates: _, ...event }) => event)), 'stream end '],
  ['an empty list of candidates', text((events) => events.map((event) => ({ ...event, candidates: [] }))), 'stream end '],
  [
    'an empty list of parts',
    text((events) => {
      events[0].candidates[0].content.parts = [];
    }),
    'stream minItems /candidates/*/content/parts',
  ],
  [
    'a text that goes on after an error',
    text((events) => [...events.slice(0, 1), { error: { code: 503, message: 'It broke.', status: 'UNAVAILABLE' } }, ...events.slice(1)]),
    'stream error ',
  ],
  [
    'text after a prompt that was blocked',
    text(([first, ...events]) => [{ ...first, candidates: undefined, promptFeedback: { blockReason: 'SAFETY' } }, first, ...events]),
    'stream order /candidates/*/content/parts',
  ],
  ['text after the finish', text((events) => [...events, events[0]]), 'stream order /candidates/*/content/parts'],
  [
    'two finishes',
    text((events) => [...events, { ...events.at(-1), candidates: [{ finishReason: 'STOP' }] }]),
    'stream finish /candidates/*/finishReason',
  ],
  [
    'an index that jumps',
    text((events) => events.map((event) => ({ ...event, candidates: [{ ...event.candidates[0], index: 2 }] }))),
    'stream order /candidates/*/index',
  ],
  [
    'a second candidate that never ends',
    text((events) => void events[0].candidates.push({ index: 1, content: { role: 'model', parts: [{ text: 'x' }] } })),
    'stream finish ',
  ],
  [
    'another id in the middle',
    text((events) => {
      events.at(-1).responseId = 'another';
    }),
    'stream same /responseId',
  ],
  [
    'another model in the middle',
    text((events) => {
      events.at(-1).modelVersion = 'another';
    }),
    'stream same /modelVersion',
  ],
  [
    'a total that is no sum',
    text((events) => {
      events.at(-1).usageMetadata.totalTokenCount += 5;
    }),
    'stream x-sum /usageMetadata/totalTokenCount',
  ],
  [
    'a negative count',
    text((events) => {
      events.at(-1).usageMetadata.promptTokenCount = -2;
    }),
    'stream minimum /usageMetadata/promptTokenCount',
  ],
  [
    'usage that falls',
    text((events) => {
      events.at(-2).usageMetadata = { promptTokenCount: 10, candidatesTokenCount: 5000, totalTokenCount: 5010 };
    }),
    'stream rising /usageMetadata/candidatesTokenCount',
  ],
  [
    'a call without a name',
    call((events) => {
      for (const event of events)
        for (const part of event.candidates[0].content?.parts ?? []) if (part.functionCall) part.functionCall.name = '';
    }),
    'stream minLength /candidates/*/content/parts/*/functionCall/name',
  ],
  [
    'arguments as a text',
    call((events) => {
      for (const event of events)
        for (const part of event.candidates[0].content?.parts ?? []) if (part.functionCall) part.functionCall.args = '{}';
    }),
    'stream type /candidates/*/content/parts/*/functionCall/args',
  ],
  ['a terminator of another protocol', text((events) => [...events, '[DONE]']), 'stream type '],
  [
    'names on the events',
    text((events) => events.map((event) => `event: chunk\ndata: ${JSON.stringify(event)}\n\n`).join('')),
    'stream event ',
  ],
  [
    'a time that is none',
    text((events) => {
      events[0].createTime = 'yesterday';
    }),
    'stream format /createTime',
  ],
  [
    'an event of another protocol',
    text(([first, ...events]) => [
      first,
      { object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content: 'Hi' } }] },
      ...events,
    ]),
    'stream x-refuse ',
  ],
];
