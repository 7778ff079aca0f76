/** `nexconn-contract/client`: the client of the gateway, for browsers and Node. */

export type { StreamEvents } from '../../generated/client.js';
export type { NexconnMethods } from '../../generated/client-methods.js';
export type { components, operations, paths } from '../../generated/types.js';
export type { TokenUsage, ToolCall } from '../protocols/parts/answer.js';
export { unwrap } from './api-error.js';
export { createNexconnClient, type NexconnClient, type NexconnClientOptions } from './client.js';
export { type Answer, type Collected, collect } from './collect.js';
export {
  type ErrorDetails,
  NexconnApiError,
  NexconnConnectionError,
  NexconnConnectionTimeoutError,
  NexconnError,
  NexconnJobError,
  NexconnStreamError,
  NexconnTimeoutError,
} from './errors.js';
export type {
  CallOptions,
  Data,
  ErrorBody,
  Input,
  NexconnStream,
  OperationId,
  Result,
  StreamOperationId,
  TaskResult,
  TaskStatus,
} from './methods.js';
export type { Failure, Success } from './result.js';
export type { Fetch, RetryOptions } from './retry.js';
export type { Task, TaskName } from './task.js';
export type { TaskProgress, WaitFor, WaitOptions } from './wait-for.js';
