/** The jobs that the contract has, as a caller makes them, asks for them, lists and deletes them. */
import { contract } from '../../../compiled/contract.js';
import { getAt } from '../../../src/contract/pointer.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { TaskFamily, TaskRole } from '../../../src/contract/prepared/task-family.js';
import type { PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';

export interface Answered {
  status: number;
  headers: Headers;
  body: any;
  milliseconds: number;
}

/** Calls a server. @param prefer preferences, such as a session */
export async function call(url: string, method: string, path: string, body?: unknown, prefer?: string): Promise<Answered> {
  const begin = performance.now();
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: 'Bearer sk-any', 'content-type': 'application/json', ...(prefer !== undefined && { prefer }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
    milliseconds: performance.now() - begin,
  };
}

const fill = (path: string, values: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const of = (name: string, role: TaskRole): PreparedOperation | undefined =>
  contract.operations.find(({ task }) => task?.name === name && task.role === role);

/** A documented request that begins a job. */
const beginning = ({ id }: TaskFamily, operation: PreparedOperation): PreparedExample[] =>
  operation.examples.filter(({ status, body }) => status < 300 && typeof getAt(body as Json, id.at) === 'string');

export interface JobKind {
  name: string;
  family: TaskFamily;
  /** @returns the id of a new job */
  create(url: string, prefer?: string): Promise<string>;
  query(url: string, id: string, prefer?: string): Promise<Answered>;
}

export interface ListedKind extends JobKind {
  remove(url: string, id: string, prefer?: string): Promise<Answered>;
  /** The ids of all jobs, page after page. */
  list(url: string, prefer?: string): Promise<string[]>;
  /** One page. */
  page(url: string, prefer?: string): Promise<Answered>;
}

/** Each documented request that begins a job. */
export const jobKinds: JobKind[] = Object.entries(contract.tasks).flatMap(([name, family]) => {
  const query = of(name, 'query');
  if (!query) return [];
  const creating = contract.operations.filter(({ task }) => task?.name === name && task.role === 'create');
  return creating.flatMap((operation) =>
    beginning(family, operation).map(({ request }) => ({
      name,
      family,
      async create(url: string, prefer?: string) {
        const { status, body } = await call(url, operation.method, fill(operation.path, request.path), request.body, prefer);
        if (status >= 300) throw new Error(`${operation.id} answered ${status}: ${JSON.stringify(body)}`);
        return getAt(body, family.id.at) as string;
      },
      query: (url: string, id: string, prefer?: string) =>
        call(url, query.method, fill(query.path, { ...request.path, [query.task?.parameter ?? '']: id }), undefined, prefer),
    })),
  );
});

const queryName = (expression: string | undefined): string | undefined => /^\$request\.query\.(\w+)$/.exec(expression ?? '')?.[1];

/** The one kind of jobs that can be listed and deleted, if there is one. */
export const listedKind: ListedKind | undefined = jobKinds.flatMap((kind) => {
  const { name, family } = kind;
  const [list, remove] = [of(name, 'list'), of(name, 'delete')];
  if (!list || !remove || !family.list) return [];
  const { items, more, after, limit } = family.list;
  const [afterName, limitName] = [queryName(after), queryName(limit)];
  const page = (url: string, prefer?: string, last?: string) => {
    const query = new URLSearchParams();
    if (limitName) query.set(limitName, '20');
    if (afterName && last !== undefined) query.set(afterName, last);
    return call(url, list.method, `${fill(list.path)}?${query}`, undefined, prefer);
  };
  return [
    {
      ...kind,
      remove: (url: string, id: string, prefer?: string) =>
        call(url, remove.method, fill(remove.path, { [remove.task?.parameter ?? '']: id }), undefined, prefer),
      page: (url: string, prefer?: string) => page(url, prefer),
      async list(url: string, prefer?: string) {
        const found: string[] = [];
        for (let last: string | undefined; ; last = found.at(-1)) {
          const { status, body } = await page(url, prefer, last);
          if (status !== 200) throw new Error(`${list.id} answered ${status}: ${JSON.stringify(body)}`);
          const ids = (getAt(body, items) as Json[]).map((item) => getAt(item, family.id.at) as string);
          found.push(...ids);
          if (ids.length === 0 || !afterName || !more || getAt(body, more) !== true) return found;
        }
      },
    },
  ];
})[0];

const isPlain = ({ path, task }: PreparedOperation): boolean => !path.includes('{') && task === undefined;

/** An operation that is asked for without a body. */
export const plainOperation = contract.operations.find(
  (operation) => isPlain(operation) && operation.method === 'GET',
) as PreparedOperation;

const chatOperation = contract.operations.find(
  (operation) => isPlain(operation) && operation.stream && operation.body,
) as PreparedOperation;

/** A documented chat that is answered whole. */
export const chat = {
  path: chatOperation.path,
  body: chatOperation.examples.find(({ events, status }) => !events && status < 300)?.request.body,
};
