/** What the events of each protocol mean for the stream that carries them. */
import type { Json } from '../contract/prepared/json.js';
import { errorOf as chatCompletionsError } from './chat-completions/stream.js';
import { errorOf as generateContentError } from './generate-content/stream.js';
import { errorOf as messagesError } from './messages/stream.js';
import { asObject, asObjects, asText } from './parts/json.js';
import type { Protocol } from './parts/protocol.js';
import { errorOf as responsesError } from './responses/stream.js';

export interface StreamProtocol {
  errorOf: Protocol['errorOf'];
  /** Whether an event is the last that has to come; absent where a terminator follows the events. */
  isLast?(event: Json): boolean;
}

/** By the names that `x-protocol` has for them. */
export const streamProtocols: Record<string, StreamProtocol> = {
  'chat-completions': { errorOf: chatCompletionsError },
  messages: { errorOf: messagesError, isLast: (event) => asObject(event).type === 'message_stop' },
  responses: {
    errorOf: responsesError,
    isLast: (event) => /^response\.(completed|incomplete|failed)$/.test(asText(asObject(event).type)),
  },
  'generate-content': {
    errorOf: generateContentError,
    isLast(event) {
      const { candidates, promptFeedback } = asObject(event);
      return Boolean(asObject(promptFeedback).blockReason) || asObjects(candidates).some(({ finishReason }) => finishReason);
    },
  },
};
