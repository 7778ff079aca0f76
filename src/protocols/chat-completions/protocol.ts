/** The chat completions protocol of OpenAI, as the gateway speaks it. */
import { repeat } from '../parts/answer-parts.js';
import { asObject, pick } from '../parts/json.js';
import type { Protocol } from '../parts/protocol.js';
import { readText } from '../parts/request-text.js';
import { build, parts, read } from './answer.js';
import { conversation } from './conversation.js';
import { errorEvent, errorOf, fromEvents, toEvents } from './stream.js';

export const chatCompletions: Protocol = {
  canonical: (request) => request,
  conversation,
  requestText: (request) => readText(pick(asObject(request), ['messages', 'tools', 'functions'])),
  read,
  parts,
  build,
  withChoices: (answer, count) => ({ ...asObject(answer), choices: repeat(asObject(answer).choices, count) }),
  toEvents,
  fromEvents,
  errorOf,
  errorEvent,
};
