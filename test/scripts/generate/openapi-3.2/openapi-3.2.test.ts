/** What an event is, in the words of OpenAPI 3.2: held to the events that the examples show. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createParser } from 'eventsource-parser';
import { describe, expect, test } from 'vitest';
import { compactJson, itemSchema, toOpenApi32 } from '../../../../scripts/generate/openapi-3.2/openapi-3.2.js';
import { type Document, operationsOf } from '../../../../scripts/lib/document.js';
import { project } from '../../../../scripts/lib/project.js';

const read = async (name: string): Promise<Document> => JSON.parse(await readFile(join(project.generated, name), 'utf8'));
const document = await read('openapi.json');
const later = await read('openapi-3.2.json');

/** A media type of a stream, as 3.2 has it. */
interface EventStream {
  schema?: unknown;
  itemSchema?: object;
  examples?: Record<string, { value?: string }>;
}
const streams = [...operationsOf(later)].flatMap(({ operation }): [string, EventStream][] => {
  const content = (operation.responses['200'] as { content?: Record<string, EventStream> } | undefined)?.content?.['text/event-stream'];
  return content ? [[operation.operationId, content]] : [];
});

function eventsOf(text: string): { event?: string; data: string }[] {
  const events: { event?: string; data: string }[] = [];
  const parser = createParser({ onEvent: ({ event, data }) => events.push({ ...(event !== undefined && { event }), data }) });
  parser.feed(text);
  return events;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, unevaluated: false });
ajv.addSchema({ $id: 'https://document.test/a', components: later.components });
const compile = (schema: object) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://document.test/a#/')));

describe.each(streams)('%s', (_, { schema, itemSchema, examples = {} }) => {
  test('says what an event is, and nothing of the text as a whole', () => {
    expect(schema).toBeUndefined();
    expect(itemSchema).toMatchObject({ type: 'object', properties: { data: {} } });
  });

  test('is right about the events that are shown', () => {
    const isEvent = compile(itemSchema ?? {});
    const { data } = (
      itemSchema as { properties: { data: { anyOf?: [{ contentSchema: object }, { const: string }]; contentSchema?: object } } }
    ).properties;
    const isContent = compile(data.anyOf?.[0].contentSchema ?? data.contentSchema ?? {});
    const events = Object.values(examples).flatMap(({ value = '' }) => eventsOf(value));
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((event) => !isEvent(event))).toEqual([]);
    const contents = events.filter((event) => event.data !== data.anyOf?.[1].const).map((event) => JSON.parse(event.data));
    expect(contents.filter((content) => !isContent(content))).toEqual([]);
  });
});

test('all that streams is described so', () => {
  const streaming = [...operationsOf(document)].flatMap(({ operation }) => (operation['x-stream'] ? [operation.operationId] : []));
  expect(streaming.length).toBeGreaterThan(0);
  expect(streams.map(([id]) => id)).toEqual(streaming);
});

test('a last event that is none, and names of events, are told', () => {
  const event = { $ref: '#/components/schemas/A' };
  const isEvent = (stream: Parameters<typeof itemSchema>[0], value: object) =>
    new Ajv2020({ strict: false }).validate(itemSchema(stream), value);
  expect(itemSchema({ when: '', event, framing: 'data', terminator: 'END' })).toMatchObject({
    properties: { data: { anyOf: [{ contentSchema: event }, { const: 'END' }] } },
  });
  const bare = { when: '', event: {} as { $ref: string }, framing: 'event' as const };
  expect([isEvent(bare, { data: '{}' }), isEvent(bare, { event: 'a', data: '{}' })]).toEqual([false, true]);
});

test('everything else is as in 3.1, and the original is left alone', () => {
  const before = JSON.stringify(document);
  const made = toOpenApi32(document);
  expect(JSON.stringify(document)).toBe(before);
  expect(made).toEqual(later);
  const rest = ({ openapi: _, paths, ...others }: Document) => ({ ...others, paths: Object.keys(paths) });
  expect(rest(made)).toEqual(rest(document));
  expect(made.openapi).toBe('3.2.0');
});

test('is written without spaces, an operation a line', () => {
  const value = { a: { b: { c: { d: [1, { e: 2 }] } }, f: [1] }, g: undefined, h: null };
  expect(compactJson(value)).toBe('{\n"a":{\n"b":{\n"c":{"d":[1,{"e":2}]}\n},\n"f":[1]\n},\n"h":null\n}');
  expect(JSON.parse(compactJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
});
