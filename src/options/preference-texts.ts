/** What each preference is, for people: the help of the command and the page of the mock tell it. No other page has to load it. */
import type { PreferenceName } from './preferences.js';

/** The form of its value, and what it does. */
export const preferenceTexts: Readonly<Record<PreferenceName, { form: string; effect: string }>> = {
  code: { form: '<status>', effect: 'the response has this status' },
  times: { form: '<number>', effect: 'only so many requests get the status of `code`; per session and operation' },
  example: { form: '<name>', effect: 'the answer is this example' },
  dynamic: { form: 'true', effect: 'the answer is made up from the schema' },
  seed: { form: '<text>', effect: 'what is made up is the same each time' },
  words: { form: '<words>', effect: 'a made-up chat answer has so many words, such as 500 or 20-400' },
  task: { form: '<state>', effect: 'the job ends in this state' },
  'task-seconds': { form: '<seconds>', effect: 'the job takes this time' },
  'latency-ms': { form: '<ms>', effect: 'time before the response' },
  'first-event-ms': { form: '<ms>', effect: 'time before the first event' },
  'events-per-second': { form: '<rate>', effect: 'pace of the stream' },
  'stream-fault': { form: 'error@N|cut@N|stall@N', effect: 'the stream breaks after N events' },
  chunks: { form: '<bytes>', effect: 'the bytes of the stream come in pieces of so many, wherever that cuts' },
  scenario: { form: '<name>', effect: 'the answer is the next one of this scenario' },
  session: { form: '<text>', effect: 'lists, counts and the journal are kept apart' },
};
