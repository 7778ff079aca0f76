/** The part of the protocols that reads streams. It stands apart so that a client loads no more than it needs. */
import * as chatCompletions from './chat-completions/answer.js';
import * as chatCompletionsStream from './chat-completions/stream.js';
import * as generateContent from './generate-content/answer.js';
import * as generateContentStream from './generate-content/stream.js';
import * as messages from './messages/answer.js';
import * as messagesStream from './messages/stream.js';
import type { StreamReader } from './parts/protocol.js';
import * as responses from './responses/answer.js';
import * as responsesStream from './responses/stream.js';

/** By the names that `x-protocol` has for the protocols. */
export const streamReaders: Record<string, StreamReader> = {
  'chat-completions': { fromEvents: chatCompletionsStream.fromEvents, read: chatCompletions.read },
  messages: { fromEvents: messagesStream.fromEvents, read: messages.read },
  'generate-content': { fromEvents: generateContentStream.fromEvents, read: generateContent.read },
  responses: { fromEvents: responsesStream.fromEvents, read: responses.read },
};
