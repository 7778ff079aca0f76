/** Laws for every operation: what the contract allows is answered as it promises, what it forbids is refused in the operation's words. */
import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import validators from '../../compiled/response-validators.js';
import { getAt } from '../../src/contract/pointer.js';
import type { TaskFamily } from '../../src/contract/prepared/task-family.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import { mediaTypeOf } from '../../src/http/media-type.js';
import { createMock, engine } from '../mocks.js';
import { runs } from '../runs.js';
import { type BrokenRequest, brokenRequests, type ContractRequest, openRequests, pathPart, validRequests } from './contract-requests.js';
import { engineDifferences } from './prism/differences.js';

/** One of the differences between the engines; see their list. */
const mayMisname = engine === 'prism' && engineDifferences.some(({ tests }) => tests === 'another field');

const mock = await createMock({ taskSeconds: 0, eventsPerSecond: 1e6, journalSize: 1 });
afterAll(() => mock.close());

let sessions = 0;

type Sent = Pick<ContractRequest, 'example' | 'path' | 'query' | 'body'>;

function send(operation: PreparedOperation, { example, path, query, body }: Sent, prefer = ''): Promise<Response> {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return mock.fetch(`http://mock${filled}?${search}`, {
    method: operation.method,
    headers: {
      authorization: 'Bearer key',
      'content-type': 'application/json',
      prefer: `session=${sessions}${prefer}`,
      ...example.request.headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

function expectValid(validator: string | undefined, value: unknown): void {
  const validate = validators[validator ?? ''];
  if (!validate) throw new Error(`no validator ${validator}`);
  if (!validate(value)) throw new Error(`${JSON.stringify(value)} is no ${validator}: ${JSON.stringify(validate.errors)}`);
}

/** The answer is what the contract promises for its status: a JSON body or the events of a stream. */
async function expectConforming({ responses, stream }: PreparedOperation, response: Response): Promise<unknown> {
  const declared = responses[response.status] ?? responses.default;
  const text = await response.text();
  if (!stream || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
    expect(declared?.mediaTypes).toContain(mediaTypeOf(response.headers.get('content-type')));
    const body: unknown = JSON.parse(text);
    expectValid(declared?.validator, body);
    return body;
  }
  const data: string[] = [];
  createParser({ onEvent: (event) => data.push(event.data) }).feed(text);
  if (stream.terminator !== undefined) expect(data.pop()).toBe(stream.terminator);
  expect(data.length).toBeGreaterThan(0);
  for (const event of data) expectValid(`schema_${stream.event}`, JSON.parse(event));
  return undefined;
}

/** The operations that ask for a job by its id and nothing else, with the name of the parameter. */
const byId = contract.operations.flatMap((operation) => {
  const [parameter] = operation.parameters.filter(({ in: place }) => place === 'path');
  return operation.task && parameter && !operation.body ? [{ operation, task: operation.task, name: parameter.name }] : [];
});

const askFor = (operation: PreparedOperation, name: string, id: string): Promise<Response> =>
  send(operation, { example: operation.examples[0] as PreparedExample, path: { [name]: id }, query: {}, body: undefined });

/** The job that was created can be asked for, in the end that it was told to come to. */
async function expectJob(family: string, created: unknown, end: string): Promise<void> {
  const { id: idField, states } = contract.tasks[family] as TaskFamily;
  const id = getAt(created, idField.at);
  // Some models of a path with jobs answer at once.
  if (typeof id !== 'string') return;
  for (const { operation, task, name } of byId.filter((other) => other.task.name === family)) {
    const response = await askFor(operation, name, id);
    expect([operation.id, response.status]).toEqual([operation.id, states[end]?.status[task.role] ?? 200]);
    await expectConforming(operation, response);
  }
}

const isCreation = ({ task }: PreparedOperation): boolean => task?.role === 'create' || task?.role === 'remix';

describe('what the contract allows is answered as it promises', () => {
  test.each(contract.operations.map((operation) => [operation.id, operation] as const))('%s', async (_, operation) => {
    const ends = isCreation(operation) ? Object.keys(contract.tasks[operation.task?.name ?? '']?.states ?? {}) : [''];
    await fc.assert(
      fc.asyncProperty(validRequests(operation), fc.constantFrom(...ends), async (request, end) => {
        sessions++;
        const response = await send(operation, request, end && `, task=${end}`);
        expect(response.status).toBe(request.example.status);
        const body = await expectConforming(operation, response);
        if (end) await expectJob(operation.task?.name ?? '', body, end);
      }),
      { numRuns: runs(40) },
    );
  });
});

const perOperation = <T>(make: (operation: PreparedOperation) => T | undefined) =>
  contract.operations.flatMap((operation) => {
    const requests = make(operation);
    return requests ? [[operation.id, operation, requests] as const] : [];
  });

describe('what the contract leaves open may hold anything, such as schemas that make no sense', () => {
  test.each(perOperation(openRequests))('%s', async (_, operation, requests) => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const response = await send(operation, request);
        expect(response.status).toBe(request.example.status);
        await expectConforming(operation, response);
      }),
      { numRuns: runs(60) },
    );
  });
});

/** Refusals by Prism that name another field. */
const misnamed: string[] = [];

const isWithin = (field: string, other: string): boolean =>
  other === '' || field === other || (field.startsWith(other) && /^[.[]/.test(field.slice(other.length)));

function expectRefusal(operation: PreparedOperation, { body, field, around }: BrokenRequest, status: number, answer: unknown): void {
  expect(status).toBe(400);
  expectValid(operation.responses[400]?.validator, answer);
  const branch = operation.dialectBranches.find((other) => other.values.some((value) => value === getAt(body, `/${other.field}`)));
  const dialect = contract.dialects[branch?.dialect ?? operation.dialect];
  const message = dialect?.message.map((pointer) => getAt(answer, pointer)).find((value) => typeof value === 'string');
  const named = /^(?:the body|(\S+))/.exec(String(message))?.[1] ?? '';
  const isAbout = isWithin(named, field) || (around !== undefined && isWithin(named, around));
  const finding = `"${message}" is about ${field}`;
  if (isAbout || !mayMisname) expect(isAbout, finding).toBe(true);
  else misnamed.push(finding);
  if (dialect?.field) expect(getAt(answer, dialect.field)).toBe(named);
}

describe('what the contract forbids is refused, in the dialect of the path, with the field at fault', () => {
  test.each(perOperation(brokenRequests))('%s', async (_, operation, requests) => {
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const response = await send(operation, request);
        expectRefusal(operation, request, response.status, await response.json());
      }),
      { numRuns: runs(40) },
    );
  });

  test.runIf(mayMisname)('the difference between the engines is still there', () => {
    expect(misnamed).not.toEqual([]);
  });
});

describe('a job of nobody is unknown', () => {
  test.each(byId.map((entry) => [entry.operation.id, entry] as const))('%s', async (_, { operation, task, name }) => {
    await fc.assert(
      fc.asyncProperty(pathPart, async (id) => {
        const response = await askFor(operation, name, id);
        expect(response.status).toBe(contract.tasks[task.name]?.unknown.status);
        await expectConforming(operation, response);
      }),
      { numRuns: runs(20) },
    );
  });
});
