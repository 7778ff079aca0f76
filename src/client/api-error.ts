/** From an error response to a {@link NexconnApiError}, whatever its dialect. */
import { dialects, operations, requestIdHeaders } from '../../generated/client.js';
import type { ClientDialect, ClientOperation } from './contract.js';
import { type ErrorDetails, NexconnApiError } from './errors.js';
import { textAt } from './lookup.js';
import type { OperationId } from './methods.js';
import { retryAfter } from './retry.js';

/** What the client knows of a call when its response arrives. */
export interface Call {
  operationId: OperationId | undefined;
  apiKey: string | undefined;
}

const calls = new WeakMap<Response, Call>();

/** Remembers which call a response answers, for {@link apiError}. */
export const rememberCall = (response: Response, call: Call): void => void calls.set(response, call);

/** What an error body says, by the first of these dialects that finds a message in it. Google's may come in a list. */
export function errorDetails(given: unknown, names: readonly string[]): ErrorDetails | undefined {
  const body: unknown = Array.isArray(given) ? given[0] : given;
  for (const name of names) {
    const dialect = dialects[name] as ClientDialect;
    const text = (pointer: string | undefined) => textAt(body, pointer);
    const [message] = dialect.message.flatMap((pointer) => text(pointer) ?? []);
    if (message) {
      return { dialect: name, message, code: text(dialect.code), type: text(dialect.type), requestId: text(dialect.requestId) };
    }
  }
  return undefined;
}

/** The dialects that an operation speaks. */
export const dialectsOf = (operationId: OperationId | undefined): readonly string[] =>
  operationId ? (operations[operationId] as ClientOperation).dialects : [];

/** The error that a response stands for. @param fallback message where the body has none */
export function apiError(
  response: Response,
  body: unknown,
  fallback = `HTTP ${response.status} ${response.statusText}`.trim(),
): NexconnApiError {
  const call = calls.get(response);
  const details = errorDetails(body, [...dialectsOf(call?.operationId), ...Object.keys(dialects)]) ?? { message: fallback };
  const [header] = requestIdHeaders.flatMap((name) => response.headers.get(name) ?? []);
  return new NexconnApiError(
    { ...details, message: redacted(response, details.message), requestId: details.requestId ?? header },
    retryAfter(response),
    body,
    response,
  );
}

/** A text from the gateway without the key. One of a few characters is no secret, and would be found in any text. */
export function redacted(response: Response, text: string): string {
  const { apiKey = '' } = calls.get(response) ?? {};
  return apiKey.length < 8 ? text : text.replaceAll(apiKey, '***');
}

/** The result of a call. */
export interface CallResult {
  data?: unknown;
  error?: unknown;
  response: Response;
}
type DataOf<Result> = Result extends { data: infer Body } ? Body : never;

/**
 * The data of a call, or its error thrown.
 * @throws NexconnApiError where the call has an error
 * @example
 * ```ts
 * import { NexconnApiError, unwrap } from 'nexconn-contract';
 *
 * try {
 *   const { data: models } = await unwrap(client.listModels());
 *   console.log(models.map(({ id }) => id));
 * } catch (error) {
 *   if (error instanceof NexconnApiError) console.error(error.status, error.code, error.message);
 * }
 * ```
 */
export async function unwrap<Source extends CallResult | PromiseLike<CallResult>>(source: Source): Promise<DataOf<Awaited<Source>>> {
  const { data, error, response } = await (source as CallResult | PromiseLike<CallResult>);
  if (!response.ok) throw apiError(response, error);
  return data as DataOf<Awaited<Source>>;
}
