/** The chat completions protocol of OpenAI, as the gateway speaks it. */
import { asObject, asObjects } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { readParts } from '../parts/request-parts.js';
import { build, parts, read, withChoices } from './answer.js';
import { conversation, head } from './conversation.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

export const chatCompletions: Protocol = {
  canonical: (request) => request,
  conversation,
  head,
  requestParts: (request) => readParts(asObject(request), ['messages', 'tools', 'functions']),
  read,
  parts,
  build,
  choices: (answer) => asObjects(asObject(answer).choices).length,
  withChoices,
  eventMembers: ['stream_options'],
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
