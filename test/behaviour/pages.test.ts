/** Every documented request is answered with the documented answer, apart from the fields that the server makes up, by either engine. */
import { createParser } from 'eventsource-parser';
import { describe, expect, test } from 'vitest';
import { contract } from '../../compiled/contract.js';
import { parsePointer, visitAt } from '../../src/contract/pointer.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';
import { createMock } from '../../src/mock/index.js';

const engines = ['prepared', 'prism'] as const;
const mocks = await Promise.all(engines.map(async (engine) => [engine, await createMock({ engine, eventsPerSecond: 100_000 })] as const));

function toRequest(operation: PreparedOperation, { request }: PreparedExample): Request {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? `missing-${name}`));
  const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)]));
  return new Request(`http://mock${path}${query.size > 0 ? `?${query}` : ''}`, {
    method: operation.method,
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...request.headers },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
}

/** Pointers to what the server makes up, in answers of this operation. */
function ownedPointers(operation: PreparedOperation): string[] {
  const components = Object.values(operation.responses).flatMap((response) => response.components);
  const fieldsOf = (name: string) => Object.keys(contract.ownedFields[name] ?? {});
  const ofEvents = fieldsOf(operation.stream?.event ?? '');
  // Without server-sent events, the events may come as one list.
  const fields = [...components.flatMap(fieldsOf), ...ofEvents, ...ofEvents.map((pointer) => `/*${pointer}`)];
  const family = operation.task && contract.tasks[operation.task.name];
  if (!family) return fields;
  const { id, times, media, addresses } = family;
  const made =
    operation.task?.role === 'create' || operation.task?.role === 'remix' ? [id.at, times.created, times.updated, times.expires] : [];
  return [...fields, ...made.filter((pointer) => pointer !== undefined), ...Object.keys(media ?? {}), ...Object.keys(addresses ?? {})];
}

function withoutOwned(value: unknown, pointers: string[]): unknown {
  const copy = structuredClone(value);
  for (const pointer of pointers) {
    visitAt(copy, parsePointer(pointer), (container, key) => {
      container[key] = '(made up)';
    });
  }
  return copy;
}

function readEvents(text: string, terminator: string | undefined): unknown[] {
  const events: unknown[] = [];
  let ended = terminator === undefined;
  const parser = createParser({
    onEvent({ data }) {
      if (data === terminator) ended = true;
      else events.push(JSON.parse(data));
    },
  });
  parser.feed(text);
  expect(ended, 'the stream has its terminator').toBe(true);
  return events;
}

const operations = contract.operations.map((operation) => [operation.id, operation] as const);

describe.each(mocks)('%s', (_engine, mock) =>
  describe.each(operations)('%s', (_, operation) => {
    test.each(operation.examples.map((example) => [example.name, example] as const))('%s', async (name, example) => {
      const response = await mock.fetch(toRequest(operation, example));
      expect({ status: response.status, example: response.headers.get('x-mock-example') }).toEqual({
        status: example.status,
        example: name,
      });
      const text = await response.text();
      const owned = ownedPointers(operation);
      if (example.events) {
        expect(response.headers.get('content-type')).toMatch('text/event-stream');
        const events = readEvents(text, operation.stream?.terminator);
        expect(events.map((event) => withoutOwned(event, owned))).toEqual(example.events.map((event) => withoutOwned(event, owned)));
      } else {
        // An answer that lists the events of a stream is one of them at each place.
        const all = [...owned, ...owned.map((pointer) => `/*${pointer}`)];
        expect(withoutOwned(JSON.parse(text), all)).toEqual(withoutOwned(example.body, all));
      }
    });
  }),
);
