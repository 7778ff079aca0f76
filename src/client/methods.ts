/** The types of the named methods, worked out from the generated operations. */
import type { HeadersOptions } from 'openapi-fetch';
import type { StreamEvents, operations as table, tasks } from '../../generated/client.js';
import type { operations } from '../../generated/types.js';
import type { Failure, FailureBody, OkBody, Success } from './result.js';
import type { RetryOptions } from './retry.js';
import type { Task, TaskIdField, TaskName } from './task.js';

/** Operations, by their operationId. */
export type OperationId = keyof typeof table;
/** Operations that can answer with a stream. */
export type StreamOperationId = keyof StreamEvents;

type Part<Id extends OperationId, Place extends 'path' | 'query' | 'header'> = NonNullable<operations[Id]['parameters'][Place]>;
type OrNothing<T> = [T] extends [never] ? unknown : T;
type Body<Id extends OperationId> =
  NonNullable<operations[Id]['requestBody']> extends { content: { 'application/json': infer Content } } ? Content : never;

/**
 * What an operation needs, in one object: its path and query parameters and the fields of its body side by side. For an operation
 * that has only a body this is the body.
 */
export type Input<Id extends OperationId> = OrNothing<Body<Id>> & OrNothing<Part<Id, 'path'>> & OrNothing<Part<Id, 'query'>>;

/** Settings of one call; the members of `RequestInit` (`signal`, `keepalive`, `credentials`, ...) count too. */
export interface CallOptions<Id extends OperationId = OperationId> extends Omit<RequestInit, 'body' | 'headers' | 'method'> {
  /**
   * Headers for this call, over those of the client.
   * @default those of the client
   */
  headers?: HeadersOptions | Part<Id, 'header'>;
  /**
   * Retries for this call instead of those of the client; `false`: none.
   * @default those of the client
   */
  retry?: RetryOptions | false;
  /**
   * Milliseconds that each try of this call may take until its response begins; `Infinity`: as long as it takes.
   * @default that of the client
   */
  timeoutMs?: number;
}

type Arguments<In, Id extends OperationId> =
  Record<never, never> extends In ? [input?: In, options?: CallOptions<Id>] : [input: In, options?: CallOptions<Id>];

/** Body of a successful response. */
export type Data<Id extends OperationId> = OkBody<operations[Id]>;
/** Body of an error response, of any status. */
export type ErrorBody<Id extends OperationId> = FailureBody<operations[Id]>;

/** The response that says how a job stands. */
export type TaskStatus<Name extends TaskName> = (typeof tasks)[Name]['query'] extends infer Id extends OperationId ? Data<Id> : never;

/** What a job ends in: the response of the family's result operation, else its last status. */
export type TaskResult<Name extends TaskName> = (typeof tasks)[Name] extends { result: infer Id extends OperationId }
  ? Data<Id>
  : TaskStatus<Name>;

/** Splits the responses to a call that starts a job into those with a job and those that are complete at once. */
type Started<Name extends TaskName, Body, WithJob = Extract<Body, Record<TaskIdField<Name>, string>>> =
  | (Success<WithJob> & { task: Task<Name> })
  | (Exclude<Body, WithJob> extends infer Complete
      ? [Complete] extends [never]
        ? never
        : Success<Complete> & { task: undefined }
      : never);

type Answer<Id extends OperationId> = (typeof table)[Id] extends { starts: infer Name extends TaskName }
  ? Started<Name, Data<Id>>
  : Success<Data<Id>>;

/**
 * What a call resolves to: `data` or `error`, and the `response`; a call that starts a job also gives the `task` to wait for.
 * With `throwOnError` there is no `error`.
 */
export type Result<Id extends OperationId, Throw extends boolean = false> =
  | Answer<Id>
  | (Throw extends true ? never : Failure<ErrorBody<Id>>);

type Stream<Field extends string, Value> = { stream: { field: Field; value: Value } };
/** The member that turns a response into a stream is for the methods to set. */
type Whole<Id extends OperationId> = (typeof table)[Id] extends Stream<infer Field, true> ? { [Name in Field]?: false } : unknown;
type Streamed<Id extends OperationId> = (typeof table)[Id] extends Stream<infer Field, infer Value> ? { [Name in Field]?: Value } : unknown;

/** A method that calls one operation and answers in one piece. */
export type Method<Id extends OperationId, Throw extends boolean = false> = (
  ...args: Arguments<Input<Id> & Whole<Id>, Id>
) => Promise<Result<Id, Throw>>;

/**
 * The events of one response, to be read once. The request starts with the reading, and ends with it: `break` or the `signal` of the
 * call closes the connection.
 *
 * Reading throws NexconnApiError when the response is an error, NexconnStreamError when an event reports an error, the
 * stream breaks off before its end, an event is too long or the response is no stream, and NexconnConnectionError when there is no response
 * (NexconnConnectionTimeoutError: in time).
 *
 * @example
 * ```ts
 * const stream = client.streamMessage({ model, max_tokens: 1024, messages });
 * for await (const event of stream) {
 *   if (event.type === 'content_block_delta') console.log(event.delta);
 *   if (event.type === 'message_stop') break;
 * }
 * ```
 */
export interface NexconnStream<Id extends StreamOperationId> extends AsyncIterable<StreamEvents[Id]> {
  readonly operationId: Id;
}

/** A method that calls one operation and gives the events of its stream. */
export type StreamMethod<Id extends StreamOperationId> = (...args: Arguments<Input<Id> & Streamed<Id>, Id>) => NexconnStream<Id>;
