/** What the forms of the page need to call the mock. */

import type { Document, Schema } from '../contract/openapi.js';
import type { TaskRole } from '../contract/prepared/task-family.js';
import type { PreparedContract, PreparedExample } from '../contract/prepared.js';
import { type Entry, resolve } from './description.js';

export interface TryExample {
  name: string;
  summary: string;
  status: number;
  request: PreparedExample['request'];
}

export interface TryOperation {
  method: string;
  path: string;
  parameters: { name: string; in: string; required: boolean; description: string }[];
  hasBody: boolean;
  streams: boolean;
  /** How its answers are read. */
  protocol?: string;
  /** Statuses that can be asked for. */
  statuses: string[];
  examples: TryExample[];
  job?: { name: string; role: string };
  /** What it is found by, beside its name: models and fields. */
  words: string;
}

export interface TryJob {
  /** Pointers into an answer. */
  id: string;
  state: string;
  /** States that a job can be told to end in. */
  ends: string[];
  /** Words on the wire that end a job. */
  final: string[];
  query?: TryJobCall;
  result?: TryJobCall;
}

/** How a job is asked for. */
export interface TryJobCall {
  path: string;
  /** The parameter of the path that holds the id. */
  parameter: string;
}

export interface TryData {
  operations: Record<string, TryOperation>;
  jobs: Record<string, TryJob>;
  /** Set where no mock serves the page: the address of the gateway, which the samples speak to until another one is given. */
  gateway?: string;
}

/** Names of all members of a part of the description, those of the components that it refers to included. */
function memberNames(description: Document, node: unknown, seen = new Set<unknown>(), names = new Set<string>()): Set<string> {
  if (node === null || typeof node !== 'object' || seen.has(node)) return names;
  seen.add(node);
  const schema = resolve<Schema>(description, node);
  if (schema !== node) return memberNames(description, schema, seen, names);
  for (const name of Object.keys(schema.properties ?? {})) names.add(name);
  for (const [key, value] of Object.entries(schema)) if (!isValue.has(key)) memberNames(description, value, seen, names);
  return names;
}

/** Keywords that hold values, which may look like anything. */
const isValue = new Set(['example', 'examples', 'default', 'const', 'enum']);

function wordsOf(description: Document, { operation }: Entry, contract: PreparedContract): string {
  const models = contract.models.filter(({ operations }) => operations.includes(operation.operationId)).map(({ id }) => id);
  return [...models, ...memberNames(description, operation.requestBody)].join(' ');
}

export function tryData(description: Document, entries: Entry[], contract: PreparedContract): TryData {
  const prepared = new Map(contract.operations.map((operation) => [operation.id, operation]));
  const callOf = (name: string, role: TaskRole): TryJobCall | undefined => {
    const found = contract.operations.find(({ task }) => task?.name === name && task.role === role);
    return found && { path: found.path, parameter: found.task?.parameter ?? '' };
  };
  return {
    operations: Object.fromEntries(
      entries.map((entry) => {
        const { method, path, operation, parameters } = entry;
        const content = operation.requestBody?.content['application/json'];
        const answers = Object.values(operation.responses).flatMap((answer) => Object.values(answer.content ?? {}));
        const summaries = Object.assign({}, ...[content, ...answers].map((media) => media?.examples));
        return [
          operation.operationId,
          {
            method,
            path,
            parameters: parameters.map(({ name, in: place, required = false, description: text = '' }) => ({
              name,
              in: place,
              required,
              description: text,
            })),
            hasBody: content !== undefined,
            streams: operation['x-stream'] !== undefined,
            statuses: Object.keys(operation.responses).filter((status) => /^\d+$/.test(status)),
            examples: (prepared.get(operation.operationId)?.examples ?? []).map(({ name, status, request }) => ({
              name,
              summary: summaries[name]?.summary ?? '',
              status,
              request,
            })),
            words: wordsOf(description, entry, contract),
            ...(operation['x-protocol'] && { protocol: operation['x-protocol'] }),
            ...(operation['x-task'] && { job: operation['x-task'] }),
          },
        ];
      }),
    ),
    jobs: Object.fromEntries(
      Object.entries(contract.tasks).map(([name, { id, state, states }]) => {
        const ends = Object.entries(states).filter(([, { outcome }]) => outcome !== undefined);
        return [
          name,
          {
            id: id.at,
            state,
            ends: ends.map(([end]) => end),
            final: ends.map(([, { value }]) => value),
            query: callOf(name, 'query'),
            result: callOf(name, 'result'),
          },
        ];
      }),
    ),
  };
}
