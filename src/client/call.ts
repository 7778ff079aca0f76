/** One call of one operation over openapi-fetch. */
import type { Client } from 'openapi-fetch';
import { operations } from '../../generated/client.js';
import { omit, pick } from '../protocols/parts/json.js';
import { apiError } from './api-error.js';
import type { ClientOperation } from './contract.js';
import { NexconnConnectionError } from './errors.js';
import type { CallOptions, OperationId } from './methods.js';
import type { Fetch } from './retry.js';
import { startedTask } from './task.js';

/** An openapi-fetch client of which the types are not needed, and what is below it. */
export interface Core {
  // biome-ignore lint/complexity/noBannedTypes: the paths of any contract
  client: Client<{}>;
  /** What sends the requests of a call that has its own say. */
  fetchBy(options: Pick<CallOptions, 'retry' | 'timeoutMs'>): Fetch;
  maxEventLength: number;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Names of the parameters in a path. */
const namesIn = (path: string): readonly string[] => path.match(/(?<=\{)\w+/g) ?? [];

/** Names of the parameters in an operation's path. */
export const pathParameters = (id: OperationId): readonly string[] => namesIn(operations[id].route);

/**
 * Holds values to a path. All of a value is encoded, but `.` and `..` mean another path even then.
 * @throws TypeError for one that is missing, or that would lead elsewhere
 */
export function checkPath(path: string, values: Fields): void {
  for (const name of namesIn(path)) {
    const value = values[name] ?? '';
    const text = String(value);
    const isPlain = typeof value !== 'object';
    // Of an object nothing may be left.
    if (!isPlain || /^\.{0,2}$/.test(text))
      throw new TypeError(`${path}: \`${name}\` ${isPlain ? (text ? `cannot be ${text}` : 'is missing') : 'must be a text'}`);
  }
}

/**
 * Values of a path or of a query.
 * @throws TypeError for one that no address can have
 */
export function checkTexts<Values extends object>(values: Values): Values {
  for (const [name, value] of Object.entries(values))
    if (/\p{Surrogate}/u.test(String(value))) throw new TypeError(`\`${name}\` must be of whole characters, and has half of one`);
  return values;
}

/** What a request gets from the input of a method. @throws TypeError where the input does not fit the operation */
function requestParts(id: OperationId, input: Fields) {
  const { query = [], body }: ClientOperation = operations[id];
  const inPath = pathParameters(id);
  const rest = omit(input, [...inPath, ...query]);
  const [unknown] = Object.keys(rest);
  if (!body && unknown) throw new TypeError(`${id}: there is no parameter \`${unknown}\``);
  return { params: { path: pick(input, inPath), query: pick(input, query) }, ...(body && { body: rest }) };
}

interface RawResponse {
  error?: unknown;
  response: Response;
}

/** Calls an operation and leaves the body of a successful response unread. */
export async function send(
  { client, fetchBy }: Core,
  id: OperationId,
  input: Fields = {},
  options: CallOptions = {},
): Promise<RawResponse> {
  const [method, path] = operations[id].route.split(' ');
  const { retry, timeoutMs, ...init } = options;
  const request = {
    ...init,
    ...requestParts(id, input),
    ...((retry ?? timeoutMs) !== undefined && { fetch: fetchBy({ retry, timeoutMs }) }),
    parseAs: 'stream',
  };
  return client.request(method as 'get', path as never, request as never);
}

/** Calls an operation; the response comes in one piece. */
export async function call(core: Core, id: OperationId, input?: Fields, options?: CallOptions) {
  const { stream }: ClientOperation = operations[id];
  if (stream && input?.[stream.field] === stream.value) {
    throw new TypeError(`${id}: for \`${stream.field}: ${stream.value}\` use the method that streams`);
  }
  const { error, response } = await send(core, id, input, options);
  if (!response.ok) return { error, response };
  const data = await json(response, options?.signal);
  return { data, response, ...startedTask(id, data) };
}

/** The JSON body of a successful response. */
async function json(response: Response, signal: AbortSignal | null | undefined): Promise<unknown> {
  const text = await response.text().catch((cause) => {
    throw signal?.aborted ? cause : new NexconnConnectionError('The response broke off', { cause });
  });
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw apiError(response, text, `The response is no valid JSON (${response.headers.get('content-type')})`);
  }
}
