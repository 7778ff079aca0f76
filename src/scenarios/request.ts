/** A request as scenarios see it. What is costly to read is read when a condition first needs it. */
import type { ExpressionContext } from '../contract/expression.js';
import type { Conversation } from '../protocols/parts/conversation.js';

export interface ScenarioRequest {
  /** operationId. */
  operation: string;
  /** Name of the session; empty for the usual one. */
  session: string;
  /** Whether a stream is asked for. */
  stream: boolean;
  /** Absent where the request names none. */
  model: string | undefined;
  context: ExpressionContext;
  /** Absent where the operation has no chat protocol. */
  readonly conversation: Conversation | undefined;
}
