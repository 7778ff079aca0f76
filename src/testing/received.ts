/** What a mock received, told by its journal. */
import { contract } from '../../compiled/contract.js';
import { mostSimilar } from '../contract/similarity.js';
import { contains } from '../journal/contains.js';
import type { JournalEntry } from '../journal/journal.js';
import type { operations } from '../types.js';

/** operationId of the contract. */
export type OperationId = keyof operations;

/** What a request body has to contain: members of objects, lists of the same length. */
export type PartialBody = Readonly<Record<string, unknown>>;

/** A request that is expected: its operation, and what its body has to contain. */
export interface ExpectedRequest {
  operation: OperationId;
  body?: PartialBody;
}

/** What a matcher says. */
export interface Verdict {
  pass: boolean;
  message: () => string;
}

type Received = Pick<JournalEntry, 'operation' | 'requestBody' | 'status' | 'method' | 'path'>;

/** The requests that a mock got, oldest first. */
function requestsOf(mock: unknown, matcher: string): Received[] {
  const { journal } = (mock ?? {}) as { journal?: () => JournalEntry[] };
  if (typeof journal !== 'function') throw new TypeError(`${matcher} takes a mock, got ${mock === null ? 'null' : typeof mock}`);
  return journal().filter(({ callback }) => !callback);
}

function checkOperation(operation: string): void {
  const known = contract.operations.map(({ id }) => id);
  if (known.includes(operation)) return;
  const like = mostSimilar(operation, known, 0.4);
  throw new TypeError(`no operation ${operation} in the contract${like === undefined ? '' : `; did you mean ${like}?`}`);
}

const isMet = ({ operation, requestBody }: Received, expected: ExpectedRequest): boolean =>
  operation === expected.operation && (expected.body === undefined || contains(requestBody, expected.body));

const longest = 300;

function inShort(value: unknown): string {
  const text = JSON.stringify(value) ?? 'no body';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const inWords = ({ operation, body }: ExpectedRequest): string => operation + (body === undefined ? '' : ` with ${inShort(body)}`);

/** How many of the wanted members a body has, at any depth. */
function likeness(value: unknown, wanted: unknown): number {
  if (typeof wanted !== 'object' || wanted === null) return contains(value, wanted) ? 1 : 0;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(wanted).reduce((sum, [name, one]) => sum + likeness(Reflect.get(value, name), one), 0);
}

/** The members of a body that are not as wanted, by pointer. */
function differences(value: unknown, wanted: unknown, pointer = ''): string[] {
  if (contains(value, wanted)) return [];
  if (typeof wanted !== 'object' || wanted === null || typeof value !== 'object' || value === null)
    return [`${pointer || 'the body'} must be ${inShort(wanted)}, got ${value === undefined ? 'none' : inShort(value)}`];
  const inside = Object.entries(wanted).flatMap(([name, one]) => differences(Reflect.get(value, name), one, `${pointer}/${name}`));
  return inside.length > 0 ? inside : [`${pointer || 'the body'} must be ${inShort(wanted)}, got ${inShort(value)}`];
}

/** What came instead: how often each operation, and how the nearest request differs. */
function whatCame(requests: readonly Received[], expected: ExpectedRequest): string {
  if (requests.length === 0) return '\n  it received nothing';
  const counts = new Map<string, number>();
  for (const { operation, method, path } of requests) {
    const name = operation ?? `${method} ${path}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const came = `\n  it received ${Array.from(counts, ([name, count]) => `${name} (${count})`).join(', ')}`;
  const nearest = requests
    .filter(({ operation }) => operation === expected.operation)
    .reduce<Received | undefined>(
      (best, request) =>
        best && likeness(best.requestBody, expected.body) >= likeness(request.requestBody, expected.body) ? best : request,
      undefined,
    );
  if (!nearest || isMet(nearest, expected)) return came;
  const lines = differences(nearest.requestBody, expected.body).map((line) => `\n    ${line}`);
  return `${came}\n  in the nearest ${expected.operation}, ${inShort(nearest.requestBody)}${lines.join('')}`;
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const receivedMatchers = {
  toHaveReceived(mock: unknown, operation: OperationId, body?: PartialBody): Verdict {
    checkOperation(operation);
    const requests = requestsOf(mock, 'toHaveReceived');
    const expected = { operation, ...(body && { body }) };
    const count = requests.filter((request) => isMet(request, expected)).length;
    return {
      pass: count > 0,
      message: () =>
        count > 0
          ? `expected the mock not to have received ${inWords(expected)}, but it did ${times(count)}`
          : `expected the mock to have received ${inWords(expected)}, but${whatCame(requests, expected)}`,
    };
  },

  toHaveReceivedTimes(mock: unknown, wanted: number, operation: OperationId, body?: PartialBody): Verdict {
    checkOperation(operation);
    if (!Number.isInteger(wanted) || wanted < 0) throw new TypeError(`toHaveReceivedTimes takes a whole number of times, got ${wanted}`);
    const requests = requestsOf(mock, 'toHaveReceivedTimes');
    const expected = { operation, ...(body && { body }) };
    const count = requests.filter((request) => isMet(request, expected)).length;
    return {
      pass: count === wanted,
      message: () =>
        count === wanted
          ? `expected the mock not to have received ${inWords(expected)} ${times(wanted)}, but it did`
          : `expected the mock to have received ${inWords(expected)} ${times(wanted)}, but it did ${times(count)}${whatCame(requests, expected)}`,
    };
  },

  toHaveReceivedInOrder(mock: unknown, wanted: readonly (OperationId | ExpectedRequest)[]): Verdict {
    if (!Array.isArray(wanted)) throw new TypeError(`toHaveReceivedInOrder takes a list of operations, got ${typeof wanted}`);
    const expected = wanted.map((one): ExpectedRequest => (typeof one === 'object' ? one : { operation: one as OperationId }));
    for (const { operation } of expected) checkOperation(operation);
    const requests = requestsOf(mock, 'toHaveReceivedInOrder');
    let from = 0;
    const missing = expected.find((one) => {
      const found = requests.slice(from).findIndex((request) => isMet(request, one));
      from += found + 1;
      return found === -1;
    });
    const names = expected.map(inWords).join(', then ');
    return {
      pass: missing === undefined,
      message() {
        if (!missing) return `expected the mock not to have received ${names} in this order, but it did`;
        const position = expected.indexOf(missing);
        const where = position === 0 ? 'the first' : `${inWords(missing)} after ${inWords(expected[position - 1] as ExpectedRequest)}`;
        const came = requests.map(({ operation, method, path }) => operation ?? `${method} ${path}`).join(', ') || 'nothing';
        return `expected the mock to have received ${names}, in this order, but not ${where}\n  it received, in this order, ${came}${position === 0 ? whatCame(requests, missing) : ''}`;
      },
    };
  },
};
