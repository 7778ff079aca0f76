/** The generateContent protocol of Gemini. */
import { repeat } from '../parts/answer-parts.js';
import { asObject, pick } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { readText } from '../parts/request-text.js';
import { build, parts, read } from './answer.js';
import { conversation } from './conversation.js';
import { canonical } from './spelling.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

export const generateContent: Protocol = {
  canonical,
  conversation,
  requestText: (request) => readText(pick(asObject(request), ['systemInstruction', 'contents', 'tools'])),
  read,
  parts,
  build,
  withChoices: (answer, count) => ({ ...asObject(answer), candidates: repeat(asObject(answer).candidates, count) }),
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
