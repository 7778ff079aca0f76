/** The client: openapi-fetch over the contract, with what the contract knows beyond paths and schemas. */
import createClient, { createQuerySerializer, defaultPathSerializer, type HeadersOptions, mergeHeaders } from 'openapi-fetch';
import { credentials, operations, server } from '../../generated/client.js';
import type { NexconnMethods } from '../../generated/client-methods.js';
import { checkGlobals } from '../needed-globals.js';
import { withDefaults } from '../options/with-defaults.js';
import { rememberCall, unwrap } from './api-error.js';
import { type Core, call, checkPath, checkTexts, type Fields } from './call.js';
import { streamMethod } from './contract.js';
import type { CallOptions, OperationId, StreamOperationId } from './methods.js';
import type { PathMethods } from './path-methods.js';
import { type Fetch, type RetryOptions, retryingFetch } from './retry.js';
import { stream } from './stream.js';
import { type TaskSource, type WaitFor, type WaitOptions, waitFor } from './wait-for.js';

/** Where the gateway is, and how it is called. */
export interface NexconnClientOptions<Throw extends boolean = false> {
  /** Key of the gateway. Leave it out where something between adds it, such as the proxy of a web application; none is sent then. */
  apiKey?: string | undefined;
  /**
   * Address that the paths are appended to.
   * @default the address of the gateway, as the contract has it
   */
  baseUrl?: string | undefined;
  /**
   * How the key is sent in `Authorization`: after the word `Bearer`, or as it is.
   * @default 'bearer'
   */
  auth?: keyof typeof credentials;
  /**
   * What sends the requests.
   * @default globalThis.fetch
   */
  fetch?: Fetch;
  /**
   * Retries of GET, DELETE and the like after a network error, 408, 429 or 5xx; `false`: none.
   * @default what {@link RetryOptions} says of each member
   */
  retry?: RetryOptions | false;
  /**
   * Milliseconds that each try may take until its response begins; `Infinity`: as long as it takes. What follows, the body or the events of
   * a stream, takes its time, and ends with the `signal` of the call.
   * @default 600000 (10 minutes)
   */
  timeoutMs?: number;
  /**
   * Characters that an event of a stream may have, so that one without an end does not fill the memory.
   * @default 16777216
   */
  maxEventLength?: number;
  /**
   * Headers for every request, beside that of the key.
   * @default none
   */
  headers?: HeadersOptions;
  /**
   * Throws {@link NexconnApiError} for an error response instead of resolving to its `error`.
   * @default false
   */
  throwOnError?: Throw;
}

/**
 * `GET`, `POST`, ... of openapi-fetch for every path, a method for every operation, a `stream…` method for every operation that can
 * stream, and {@link WaitFor waitFor}.
 */
export type NexconnClient<Throw extends boolean = false> = PathMethods<Throw> &
  NexconnMethods<Throw> & {
    /**
     * Waits until a job has ended. Takes a call that starts jobs, its result, or its `task`.
     * @returns the body of the finished job; for a call that was answered at once, that answer
     * @throws NexconnJobError when the job fails or is in a state that the contract does not declare, NexconnTimeoutError when it takes too long, the signal's reason when aborted, TypeError or
     * RangeError for an option that is not known or makes no sense
     * @example
     * ```ts
     * const { task } = await client.createVideo(video);
     * // Plain data: it can be stored, and waited for after a restart.
     * if (task) console.log(await client.waitFor(task, { onProgress: ({ state, progress }) => console.log(state, progress) }));
     * ```
     */
    waitFor: WaitFor;
  };

/** As openapi-fetch writes a query. */
const serializeQuery = createQuerySerializer();

const operationIds = Object.keys(operations) as OperationId[];

const usual = {
  apiKey: undefined,
  baseUrl: server,
  auth: 'bearer',
  fetch: undefined,
  retry: undefined,
  timeoutMs: 600_000,
  maxEventLength: 2 ** 24,
  headers: undefined,
  throwOnError: false,
} satisfies Record<keyof NexconnClientOptions, unknown>;

/**
 * Makes a client. An id in a path is encoded; one that is empty, `.` or `..` is refused with a TypeError, since it would lead to another path;
 * so is one with half of a character, which no address can have.
 *
 * @throws TypeError for a key that no header can carry, an unknown `auth`, and an option that is not known or of the wrong type; RangeError for a
 * number that makes no sense
 * @example
 * ```ts
 * import { createNexconnClient } from 'nexconn-contract';
 *
 * const client = createNexconnClient({ apiKey });
 * const { data, error } = await client.createChatCompletion({ model, messages });
 * console.log(error ?? data?.choices[0]?.message.content);
 *
 * const finished = await client.waitFor(client.createVideo(video));
 * ```
 */
export function createNexconnClient<Throw extends boolean = false>(given: NexconnClientOptions<Throw> = {}): NexconnClient<Throw> {
  checkGlobals('createNexconnClient', ['Headers', 'Request', 'Response']);
  const options = withDefaults('createNexconnClient', given, usual);
  const apiKey = options.apiKey?.trim();
  const send: Fetch = options.fetch ?? ((request) => globalThis.fetch(request));
  const fetchBy: Core['fetchBy'] = ({ retry = options.retry, timeoutMs = options.timeoutMs }) => retryingFetch(send, timeoutMs, retry);
  const client = createClient({
    baseUrl: options.baseUrl,
    fetch: fetchBy({}),
    pathSerializer: (path, values) => defaultPathSerializer(path, checkTexts(values)),
    querySerializer: (values) => serializeQuery(checkTexts(values)),
    headers: mergeHeaders(authorization(apiKey, options.auth), options.headers),
  });
  client.use({
    onRequest({ schemaPath, params }) {
      checkPath(schemaPath, params.path ?? {});
    },
    onResponse({ request, response, schemaPath }) {
      const operationId = operationIds.find((id) => operations[id].route === `${request.method} ${schemaPath}`);
      rememberCall(response, { operationId, apiKey });
    },
  });

  const core: Core = { client, fetchBy, maxEventLength: options.maxEventLength };
  const checked = options.throwOnError ? throwing : <Call>(call: Call): Call => call;
  const methods: Record<string, unknown> = { waitFor: (task: TaskSource, wait?: WaitOptions) => waitFor(core, task, wait) };
  for (const [name, verb] of Object.entries(client)) {
    methods[name] = name === 'use' || name === 'eject' ? verb : checked(verb as Answering);
  }
  for (const id of operationIds) {
    methods[id] = checked((input?: Fields, init?: CallOptions) => call(core, id, input, init));
    if (!('stream' in operations[id])) continue;
    methods[streamMethod(id)] = (input?: Fields, init?: CallOptions) => stream(core, id as StreamOperationId, input, init);
  }
  return methods as unknown as NexconnClient<Throw>;
}

function authorization(apiKey: string | undefined, auth: keyof typeof credentials = 'bearer'): HeadersOptions {
  if (!Object.hasOwn(credentials, auth)) throw new TypeError(`auth is one of ${Object.keys(credentials).join(', ')}`);
  if (apiKey === undefined) return {};
  if (!/^[!-~]+$/.test(apiKey)) throw new TypeError('apiKey is empty or has characters that no header can carry');
  const { header, prefix } = credentials[auth];
  return { [header]: prefix + apiKey };
}

type Answering = (...args: never[]) => Promise<{ error?: unknown; response: Response }>;

/** The same call, but an error response is thrown. */
const throwing =
  <Call extends Answering>(call: Call) =>
  async (...args: Parameters<Call>) => {
    const result = await call(...args);
    await unwrap(result);
    return result;
  };
