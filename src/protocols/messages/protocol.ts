/** The Messages protocol of Anthropic. */
import { asObject, asString } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { readParts } from '../parts/request-parts.js';
import { build, parts, read } from './answer.js';
import { conversation, head } from './conversation.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

export const messages: Protocol = {
  keptIdAt: { answer: '/id', event: '/message/id' },
  previousId: (request) => asString(asObject(asObject(request).thread).previous_message_id),
  canonical: (request) => request,
  conversation,
  head,
  requestParts: (request) => readParts(asObject(request), ['system', 'messages', 'tools']),
  read,
  parts,
  build,
  choices: () => 1,
  withChoices: (answer) => answer,
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
