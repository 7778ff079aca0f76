/** What can be asked of the servers: every operation of the description, with the requests that document it, and the servers' own routes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contract } from '../../compiled/contract.js';
import { project } from '../lib/project.js';

export interface DocumentedRequest {
  path: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  headers: Readonly<Record<string, string>>;
  body: unknown;
}

export interface FuzzedOperation {
  id: string;
  method: string;
  /** With `{name}` for parameters. */
  path: string;
  requests: readonly DocumentedRequest[];
}

export interface Description {
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, unknown> }>>;
  components: Record<string, unknown>;
}

export const readDescription = async (): Promise<Description> =>
  JSON.parse(await readFile(join(project.root, 'generated/openapi.json'), 'utf8')) as Description;

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

/** @throws Error for an operation of the description that the prepared contract does not have */
export function operationsOf({ paths }: Description): FuzzedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, { operationId = '' }]) => {
        const prepared = contract.operations.find(({ id }) => id === operationId);
        if (!prepared) throw new Error(`${method} ${path} is not in the prepared contract`);
        const documented = prepared.examples
          .filter(({ status }) => status < 400)
          .map(
            ({ request: { path: named = {}, query = {}, headers = {}, body } }) =>
              ({ path: named, query, headers, body }) as DocumentedRequest,
          );
        const requests = documented.length > 0 ? documented : [{ path: {}, query: {}, headers: {}, body: undefined }];
        return { id: operationId, method: method.toUpperCase(), path, requests };
      }),
  );
}

/** Below which prefix the servers have routes of their own, and what these take. */
const ownRoutes: readonly (readonly [method: string, path: string, body?: unknown, query?: Record<string, string>])[] = [
  ['GET', '/'],
  ['GET', '/openapi.json'],
  ['GET', '/openapi.yaml'],
  ['GET', '/__mock/health'],
  ['GET', '/__mock/ready'],
  ['GET', '/__mock/requests'],
  ['DELETE', '/__mock/requests'],
  ['GET', '/__mock/coverage'],
  ['POST', '/__mock/reset'],
  ['GET', '/__mock/scenarios'],
  [
    'POST',
    '/__mock/scenarios',
    {
      name: 'fuzzed',
      when: { user: '/(a|b)+c/', session: 'fuzzed' },
      answers: [{ text: 'Hi {$conversation#/user}' }, { error: 429, times: 2 }],
    },
  ],
  ['DELETE', '/__mock/scenarios'],
  // What is held would be waited for, so it is of a session that nothing else is of.
  ['GET', '/__mock/holds', undefined, { session: 'held' }],
  ['POST', '/__mock/holds', { timeoutMs: 5 }, { session: 'held' }],
  ['GET', '/__mock/clock'],
  ['DELETE', '/__mock/clock'],
  ['POST', '/__mock/clock', { advanceMs: 5 }],
  ['GET', '/__mock/media/video.mp4'],
  ['GET', '/__proxy/requests'],
  ['GET', '/__proxy/coverage'],
  ['GET', '/__proxy/health'],
];

/** Routes that are no part of the contract. */
export const ownOperations: readonly FuzzedOperation[] = ownRoutes.map(([method, path, body, query = {}]) => ({
  id: `${method} ${path}`,
  method,
  path,
  requests: [{ path: {}, query, headers: {}, body }],
}));

export const isOwnPath = (path: string): boolean => path === '/' || /\/__(?:mock|proxy|session)(?:\/|$)|^\/openapi\./.test(path);

/** Names of headers that operations take. */
export const headerNames = [
  ...new Set(
    contract.operations.flatMap(({ parameters }) => parameters.flatMap(({ in: place, name }) => (place === 'header' ? [name] : []))),
  ),
];
