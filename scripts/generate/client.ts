/** The client's view of the contract: one typed method per operation, and tables small enough to be sent to a browser. */
import { type ClientDialect, type ClientOperation, type ClientStream, type ClientTask, streamMethod } from '../../src/client/contract.js';
import type { TaskFamily, TaskRole } from '../../src/contract/prepared/task-family.js';
import type { ErrorDialect } from '../../src/contract/prepared.js';
import {
  componentName,
  type Document,
  type Operation,
  operationsOf,
  type Parameter,
  resolve,
  type Schema,
  type StreamExtension,
  serverOf,
} from '../lib/document.js';

const json = 'application/json';
const header = '/* Generated from openapi/ by `npm run generate`. Do not edit. */\n';

/** What an operation does that answers with a new job. */
const startingRoles = ['create', 'remix'];

interface Entry {
  path: string;
  method: string;
  operation: Operation;
}

/**
 * The interface of the client. It stands apart from the tables, which its types are worked out from.
 * @throws Error where two things would get one name in the client
 */
export function generateMethods(document: Document): string {
  const names = methodNames([...operationsOf(document)]);
  return `${header}import type { Method, StreamMethod } from '../src/client/methods.js';

/** One method per operation, and one more per operation that can answer with a stream. */
export interface NexconnMethods<Throw extends boolean = false> {
${[...names].map(([name, entry]) => methodText(name, entry)).join('\n')}
}
`;
}

/** What the client knows of the contract. @throws Error where the client could not do what the contract asks for */
export function generateClient(document: Document): string {
  const entries = [...operationsOf(document)];
  const streams = entries.filter(({ operation }) => operation['x-stream']);
  return `${header}import type { ClientDialect, ClientOperation, ClientTask } from '../src/client/contract.js';
import type { components } from './types.js';

/** The events of each operation that can answer with a stream. */
export interface StreamEvents {
${streams.map(({ operation }) => `  ${operation.operationId}: components['schemas']['${componentName(operation['x-stream']?.event.$ref ?? '')}'];`).join('\n')}
}

export const operations = ${table(entries.map((entry) => [entry.operation.operationId, clientOperation(document, entry)]))} as const satisfies Record<string, ClientOperation>;

export const tasks = ${table(clientTasks(document, entries))} as const satisfies Record<string, ClientTask>;

export const dialects: Record<string, ClientDialect> = ${table(Object.entries<ErrorDialect>(document['x-error-dialects']).map(([name, dialect]) => [name, clientDialect(dialect)]))};

/** Header and prefix of the key. */
export const credentials = ${table(credentials(document))} as const;

export const requestIdHeaders: readonly string[] = ${JSON.stringify(requestIdHeaders(document))};

export const server = ${JSON.stringify(serverOf(document))};
`;
}

const table = (entries: (readonly [string, unknown])[]): string =>
  `{\n${entries.map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`).join('\n')}\n}`;

/** Methods by name. An operation whose verb is `stream` has only the one method. */
function methodNames(entries: Entry[]): Map<string, Entry & { stream: boolean }> {
  const names = new Map<string, Entry & { stream: boolean }>();
  const add = (name: string, entry: Entry, stream: boolean) => {
    const taken = names.get(name);
    if (taken)
      throw new Error(`${entry.operation.operationId} and ${taken.operation.operationId} would both be the client's method ${name}`);
    names.set(name, { ...entry, stream });
  };
  for (const entry of entries) {
    const id = entry.operation.operationId;
    const streamName = entry.operation['x-stream'] && streamMethod(id);
    if (streamName !== id) add(id, entry, false);
    if (streamName) add(streamName, entry, true);
  }
  return names;
}

/** Text that may stand in a block comment. */
const comment = (text: string): string => text.replace(/\*\//g, '*\\/').replace(/\s+/g, ' ').trim();

function methodText(name: string, { path, method, operation, stream }: Entry & { stream: boolean }): string {
  const { operationId, summary, description } = operation;
  const type = stream ? `StreamMethod<'${operationId}'>` : `Method<'${operationId}', Throw>`;
  const lines = [
    `${comment(summary ?? operationId)}${stream ? ', event by event' : ''}.`,
    ...(description ? [comment(description)] : []),
    `\`${method.toUpperCase()} ${path}\``,
  ];
  return `  /**\n${lines.map((line) => `   * ${line}`).join('\n   *\n')}\n   */\n  ${name}: ${type};`;
}

function clientOperation(document: Document, { path, method, operation }: Entry): ClientOperation {
  const parameters = [...(document.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])].map((entry) =>
    resolve<Parameter>(document, entry),
  );
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const body = operation.requestBody?.content[json]?.schema;
  const both = body && fieldNames(document, body).find((name) => parameters.some((parameter) => parameter.name === name));
  if (both) throw new Error(`${operation.operationId}: \`${both}\` is a parameter and a body field; the client takes both in one object`);
  const branches: Schema[] = body ? (resolve<Schema>(document, body).oneOf ?? []) : [];
  const branchDialects = branches.map((branch) => resolve<Schema>(document, branch)['x-error-dialect']);
  const { 'x-protocol': protocol = '', 'x-stream': stream, 'x-task': task } = operation;
  return {
    route: `${method.toUpperCase()} ${path}`,
    ...(body && { body: true }),
    ...(task?.parameter !== undefined && { job: task.parameter }),
    ...(task && startingRoles.includes(task.role) && { starts: task.name }),
    dialects: [...new Set([operation['x-error-dialect'], ...branchDialects])].filter((dialect) => dialect !== undefined),
    ...(query.length > 0 && { query }),
    ...(stream && { stream: clientStream(protocol, stream) }),
  };
}

/** Names of the members that a schema describes, those of its branches included. */
function fieldNames(document: Document, schema: Schema): string[] {
  const target = resolve<Schema>(document, schema);
  const branches: Schema[] = [...(target.allOf ?? []), ...(target.anyOf ?? []), ...(target.oneOf ?? [])];
  return [...Object.keys(target.properties ?? {}), ...branches.flatMap((branch) => fieldNames(document, branch))];
}

function clientStream(protocol: string, { when, terminator }: StreamExtension): ClientStream {
  // The condition may ask for one member of the input.
  const [, field, literal] = /^\$request\.(?:body#\/|query\.)(\w+)\s*==\s*(.+)$/.exec(when) ?? [];
  if (field === undefined || literal === undefined) throw new Error(`The client cannot fulfil the condition of a stream: ${when}`);
  const value = JSON.parse(literal.trim().replace(/^'(.*)'$/, '"$1"'));
  return { protocol, field, value, ...(terminator !== undefined && { terminator }) };
}

function clientTasks(document: Document, entries: Entry[]): [string, ClientTask][] {
  const withRole = (name: string, role: TaskRole) =>
    entries.find(({ operation }) => operation['x-task']?.name === name && operation['x-task'].role === role)?.operation.operationId;
  return Object.entries<TaskFamily>(document['x-tasks']).map(([name, family]) => {
    const { id, state, states, progress, error, message } = family;
    const [query, result] = [withRole(name, 'query'), withRole(name, 'result')];
    if (!query) throw new Error(`No operation queries the job family ${name}`);
    return [
      name,
      {
        id: id.at,
        state,
        ...(error && { error }),
        ...(message && { message }),
        ...(progress && { progress }),
        query,
        states: [...new Set(Object.values(states).map(({ value }) => value))],
        success: words(states, 'success'),
        failure: words(states, 'failure'),
        ...(result && { result, resultStatus: resultStatus(states) }),
      },
    ];
  });
}

/** The words on the wire of the states that end so. */
const words = (states: TaskFamily['states'], outcome: 'success' | 'failure'): string[] => [
  ...new Set(Object.values(states).flatMap((state) => (state.outcome === outcome ? [state.value] : []))),
];

/** What each status of the result operation means, success left out. */
const resultStatus = (states: TaskFamily['states']): NonNullable<ClientTask['resultStatus']> =>
  Object.fromEntries(
    Object.values(states).flatMap(({ outcome, status }) =>
      status.result === undefined || outcome === 'success' ? [] : [[status.result, outcome ?? 'pending']],
    ),
  );

const clientDialect = ({ message, type, code, requestId }: ErrorDialect): ClientDialect => ({
  message,
  ...(type && { type }),
  ...(code && { code }),
  ...(requestId && { requestId }),
});

/** How the key is sent, by the schemes that the API takes everywhere. */
function credentials(document: Document): [string, { header: string; prefix: string }][] {
  return (document.security ?? [])
    .flatMap((alternative) => Object.keys(alternative))
    .map((name) => {
      const scheme = document.components.securitySchemes[name];
      if (scheme?.type === 'apiKey' && scheme.in === 'header') return ['raw', { header: scheme.name, prefix: '' }];
      if (scheme?.type === 'http' && scheme.scheme === 'bearer') return ['bearer', { header: 'Authorization', prefix: 'Bearer ' }];
      throw new Error(`The client has no way to send the key as ${name} says`);
    });
}

/** Response headers that carry an id of the request: those that the server makes up. Much that stands between writes hyphens for underscores. */
const requestIdHeaders = (document: Document): string[] =>
  Object.keys(document['x-owned-fields']?.headers ?? {}).flatMap((name) =>
    [...new Set([name, name.replaceAll('_', '-')])].map((spelling) => spelling.toLowerCase()),
  );
