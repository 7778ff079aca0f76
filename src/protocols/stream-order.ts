/** In which order the events of a stream come. */
import { chatCompletionsOrder } from './chat-completions/order.js';
import { messagesOrder } from './messages/order.js';
import type { StreamOrder } from './parts/protocol.js';
import { responsesOrder } from './responses/order.js';

/** By the names that `x-protocol` has for the protocols; absent where events may come in any order. */
export const streamOrders: Record<string, () => StreamOrder> = {
  'chat-completions': chatCompletionsOrder,
  messages: messagesOrder,
  responses: responsesOrder,
};
