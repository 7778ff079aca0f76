/** What a mock is asked while it is soaked, taken from the contract's own examples. */
import { getAt } from '../../../src/contract/pointer.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { PreparedContract, PreparedExample, PreparedOperation } from '../../../src/contract/prepared.js';

export interface SoakRequest {
  method: string;
  path: string;
  /** JSON text; absent where there is no body. */
  body?: string;
  /** As `Prefer` has it. */
  prefer?: string;
}

export interface SoakJob {
  create: SoakRequest;
  /** The request that asks how a job is, by the body that created it; `undefined` where none of it says an id. */
  query(created: Json): SoakRequest | undefined;
}

export interface SoakRequests {
  chat: SoakRequest;
  /** As fast as it is read. */
  stream: SoakRequest;
  /** At the pace of a model, so that its reader leaves in the middle. */
  slowStream: SoakRequest;
  jobs: readonly SoakJob[];
  /** With as many mistakes. */
  wrong: (mistakes: number) => SoakRequest;
}

const requestOf = ({ method, path }: PreparedOperation, body: unknown, prefer?: string): SoakRequest => ({
  method,
  path,
  ...(body !== undefined && { body: JSON.stringify(body) }),
  ...(prefer !== undefined && { prefer }),
});

/** The operation with the most examples of those that answer with a stream, and its shortest request for one and for none. */
function chatOf({ operations }: PreparedContract) {
  const [operation] = operations
    .filter(({ stream, path }) => stream && !path.includes('{'))
    .sort((one, other) => other.examples.length - one.examples.length);
  const shortest = (examples: readonly PreparedExample[] = []) =>
    [...examples].sort((one, other) => JSON.stringify(one.request.body).length - JSON.stringify(other.request.body).length)[0]?.request
      .body;
  const answered = operation?.examples.filter(({ status, request }) => status === 200 && request.body !== undefined);
  const whole = shortest(answered?.filter(({ events }) => !events));
  const streamed = shortest(answered?.filter(({ events }) => events));
  if (!operation || !whole || !streamed) throw new Error('the contract has no operation that answers with and without a stream');
  return { operation, whole: whole as Record<string, unknown>, streamed };
}

function jobsOf({ operations, tasks }: PreparedContract): SoakJob[] {
  return Object.entries(tasks).flatMap(([name, family]) => {
    const inFamily = operations.filter(({ task }) => task?.name === name);
    const create = inFamily.find(({ task, path }) => task?.role === 'create' && !path.includes('{'));
    const query = inFamily.find(({ task }) => task?.role === 'query');
    const example = create?.examples.find(
      ({ body, request }) => request.body !== undefined && getAt(body as Json, family.id.at) !== undefined,
    );
    if (!create || !query || !example) return [];
    return [
      {
        create: requestOf(create, example.request.body),
        query(created) {
          const id = getAt(created, family.id.at);
          return typeof id === 'string'
            ? requestOf({ ...query, path: query.path.replace(/\{[^}]+\}/, encodeURIComponent(id)) }, undefined)
            : undefined;
        },
      },
    ];
  });
}

export function soakRequests(contract: PreparedContract): SoakRequests {
  const { operation, whole, streamed } = chatOf(contract);
  const list = Object.keys(whole).find((name) => Array.isArray(whole[name])) ?? '';
  return {
    chat: requestOf(operation, whole),
    stream: requestOf(operation, streamed, 'events-per-second=100000'),
    slowStream: requestOf(operation, streamed, 'first-event-ms=0, events-per-second=1'),
    jobs: jobsOf(contract),
    wrong: (mistakes) => requestOf(operation, { ...whole, [list]: new Array(mistakes).fill(5) }),
  };
}
