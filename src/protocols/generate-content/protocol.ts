/** The generateContent protocol of Gemini. */
import { asObject, asObjects } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { readParts } from '../parts/request-parts.js';
import { build, parts, read, withChoices } from './answer.js';
import { conversation, head } from './conversation.js';
import { canonical } from './spelling.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

export const generateContent: Protocol = {
  canonical,
  conversation,
  head,
  requestParts: (request) => readParts(asObject(request), ['systemInstruction', 'contents', 'tools']),
  read,
  parts,
  build,
  choices: (answer) => asObjects(asObject(answer).candidates).length,
  withChoices,
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
