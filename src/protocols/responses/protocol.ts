/** The Responses protocol of OpenAI. */
import { asObject, asString } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { readParts } from '../parts/request-parts.js';
import { build, parts, read } from './answer.js';
import { conversation, head } from './conversation.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

export const responses: Protocol = {
  keptIdAt: { answer: '/id', event: '/response/id' },
  previousId: (request) => asString(asObject(request).previous_response_id),
  canonical: (request) => request,
  conversation,
  head,
  requestParts: (request) => readParts(asObject(request), ['instructions', 'input', 'tools']),
  read,
  parts,
  build,
  choices: () => 1,
  withChoices: (answer) => answer,
  eventMembers: ['service_tier', 'stream_options'],
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
