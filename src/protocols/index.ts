/** The chat protocols, under the names that `x-protocol` has for them. */
import { chatCompletions } from './chat-completions/protocol.js';
import { generateContent } from './generate-content/protocol.js';
import { messages } from './messages/protocol.js';
import type { Protocol } from './parts/protocol.js';
import { responses } from './responses/protocol.js';

export type { AnswerContent, AnswerPart, BuiltContent, Finish, ToolCall } from './parts/answer.js';
export type { AnswerFormat, Conversation, ConversationHead, ToolChoice, ToolDefinition } from './parts/conversation.js';
export type { Protocol, StreamReader } from './parts/protocol.js';

export const protocols: Record<string, Protocol> = {
  'chat-completions': chatCompletions,
  messages,
  'generate-content': generateContent,
  responses,
};
