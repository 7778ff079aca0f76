/** Keeps the calls of a test suite from the paid gateway. */
import type { Agent, ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { contract } from '../../compiled/contract.js';
import { acrossCopies } from '../any-copy.js';
import { Router } from '../contract/router.js';
import { checkOptions } from '../options/check-options.js';
import { boolean, type Kind, names } from '../options/kinds.js';
import { addressOf, methodOf } from './sent/sent-call.js';

/**
 * Thrown in place of a call to the gateway that nobody meant. SDKs wrap it: there it is the `cause`.
 *
 * @example
 * ```ts
 * import { guardPaidCalls, PaidCallError } from 'nexconn-contract/testing';
 *
 * guardPaidCalls();
 * await fetch('https://api-xmodel.nexconn.ai/v1/models').catch((error) => {
 *   if (error instanceof PaidCallError) console.error(error.operation, error.host);
 * });
 * ```
 */
export class PaidCallError extends Error {
  override readonly name = 'PaidCallError';

  constructor(
    /** Such as `api-xmodel.nexconn.ai`. */
    readonly host: string,
    /** operationId, where the call is known and belongs to one. */
    readonly operation?: string,
  ) {
    super(
      `${operation ?? 'a call'} would reach ${host}, where it is paid for: give the client the address of a mock ` +
        '(`npx nexconn-contract`, or createMock() of nexconn-contract/mock), or set LIVE=1 where the gateway is meant',
    );
  }
}

acrossCopies({ PaidCallError });

/** Which calls are kept from where. */
export interface GuardOptions {
  /**
   * Whether calls are let through.
   * @default whether the environment variable LIVE is 1, each time
   */
  live?: boolean;
  /**
   * Names of further hosts, such as `gateway.example.com`.
   * @default none: the servers of the contract are guarded
   */
  hosts?: readonly string[];
}

const guardOptions = { live: boolean, hosts: names } satisfies Record<keyof GuardOptions, Kind>;

/**
 * For the set-up file of a test suite: from now on a call to the gateway fails with a {@link PaidCallError} that names the operation, unless the
 * environment variable LIVE is 1. What a mock answers, in this process or on this machine, is not concerned; nor is what Mock Service Worker
 * answers, where it begins to listen after this.
 *
 * It stands before the global `fetch` and, on Node.js, before `http`, `https` and whatever else opens a connection, such as `fetch` of undici or one
 * that somebody kept from before. It sees no calls that leave through a proxy, unless they are those of the global `fetch` or of `http`.
 *
 * @returns what ends it
 * @throws TypeError for an option that is not known or makes no sense
 * @example
 * ```ts
 * // vitest.setup.ts, a file of `setupFiles`; or `setupFilesAfterEnv` of jest, or `node --import ./setup.js --test`
 * import { guardPaidCalls } from 'nexconn-contract/testing';
 *
 * guardPaidCalls();
 * ```
 */
export function guardPaidCalls(options: GuardOptions = {}): () => void {
  const { live, hosts = [] } = checkOptions('guardPaidCalls', options, guardOptions);
  const guarded = new Set([new URL(contract.server).hostname, ...hosts].map(plainName));
  const isKept = (host: string | undefined): host is string =>
    host !== undefined && guarded.has(plainName(host)) && !(live ?? globalThis.process?.env?.LIVE === '1');
  const undo = [
    replace(globalThis, 'fetch', (inner) => async (...call) => {
      const url = addressOf(call);
      if (url && isKept(url.hostname)) throw new PaidCallError(url.hostname, operationOf(methodOf(call), url.pathname));
      return inner(...call);
    }),
    ...guardNode(isKept),
  ];
  return () => {
    for (const end of undo.reverse()) end();
  };
}

/** One host has many names: in capitals, and with the dot of the root. */
const plainName = (host: string): string => host.toLowerCase().replace(/\.$/, '');

/** What was there before, also where another copy of this package has replaced it: test runners load one for each file. */
const before = Symbol.for('nexconn-contract.before-guard');

/** @returns what puts back what was there, unless somebody else has replaced it since */
function replace<T extends object, Name extends keyof T>(object: T, name: Name, make: (inner: T[Name]) => T[Name]): () => void {
  const found = object[name];
  const inner = (found as { [before]?: T[Name] })[before] ?? found;
  const made = Object.assign(make(inner) as object, { [before]: inner }) as T[Name];
  object[name] = made;
  return () => {
    if (object[name] === made) object[name] = inner;
  };
}

const router = new Router(contract.operations);

function operationOf(method: string, path: string): string | undefined {
  const match = router.match(method.toUpperCase(), path);
  return match.kind === 'operation' ? match.operation.id : undefined;
}

type WithRequests = { addRequest(this: Agent, request: ClientRequest, options: unknown): void };
type Connect = (this: Socket, ...given: unknown[]) => Socket;

/** Not imported, so that bundles for pages need no such modules. */
function guardNode(isKept: (host: string | undefined) => host is string): (() => void)[] {
  const builtin = globalThis.process?.getBuiltinModule;
  if (!builtin) return [];
  const { Agent } = builtin('node:http');
  const { Socket } = builtin('node:net');
  /** What the request is for that a connection is opened for. */
  let asked: string | undefined;
  return [
    replace(
      Agent.prototype as unknown as WithRequests,
      'addRequest',
      (inner) =>
        function (request, options): void {
          // It opens the connection at once, unless somebody stands in for the network.
          asked = operationOf(request.method, request.path.split('?', 1)[0] as string);
          try {
            inner.call(this, request, options);
          } finally {
            asked = undefined;
          }
        },
    ),
    replace(
      Socket.prototype as unknown as { connect: Connect },
      'connect',
      (inner) =>
        function (...given) {
          const { options, rest } = optionsOf(given);
          const { host } = options;
          if (!isKept(host)) return inner.apply(this, given);
          // As if there were no such host, for which everybody is prepared.
          return inner.call(this, { ...options, lookup: failing(new PaidCallError(host, asked)) }, ...rest);
        },
    ),
  ];
}

const failing =
  (error: Error) =>
  (_: string, __: unknown, done: (error: Error) => void): void =>
    done(error);

/** The arguments of `connect`, which are a list already where `net.connect` calls it. */
function optionsOf(given: unknown[]): { options: { host?: string }; rest: unknown[] } {
  const [first, second, ...rest] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  if (typeof first === 'object' && first !== null) return { options: first, rest: [second, ...rest] };
  return typeof second === 'string' ? { options: { port: first, host: second } as { host: string }, rest } : { options: {}, rest: [] };
}
