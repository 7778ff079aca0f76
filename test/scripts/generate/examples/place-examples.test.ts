/** Where the readers of a description find the examples and the pages. */
import { beforeEach, describe, expect, test } from 'vitest';
import { placeErrors, placeExamples, placePages } from '../../../../scripts/generate/examples/place-examples.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';
import type { Document } from '../../../../scripts/lib/document.js';
import type { ErrorExample, Example } from '../../../../scripts/lib/examples.js';

const json = 'application/json';
const stream = 'text/event-stream';
const problem = (dialect: string | string[]) => ({ description: 'No.', 'x-error-dialect': dialect, content: { [json]: {} } });
const response = (name: string) => ({ $ref: `#/components/responses/${name}` });

let document: Document;
beforeEach(() => {
  document = {
    openapi: '3.1.0',
    info: { title: 'Toys', version: '1.0.0' },
    paths: {
      '/toys': {
        post: {
          operationId: 'createToy',
          'x-docs': { provenance: 'seed' },
          'x-stream': { when: 'true', event: { $ref: '#/components/schemas/Event' }, framing: 'data', terminator: '[DONE]' },
          requestBody: { content: { [json]: {} } },
          responses: {
            200: { description: 'A toy.', content: { [json]: {}, [stream]: {} } },
            400: response('PlainBadRequest'),
            404: response('BothNotFound'),
            default: response('PlainError'),
          },
        },
        get: {
          operationId: 'listToys',
          responses: {
            200: { description: 'All.', content: { [json]: {} } },
            400: response('OddBadRequest'),
            default: response('OddError'),
          },
        },
        delete: { operationId: 'deleteToys', responses: { 204: { description: 'Gone.' } } },
      },
    },
    components: {
      schemas: { Toy: { type: 'object', 'x-docs': { provenance: 'seed' } }, Event: { type: 'object' } },
      responses: {
        PlainBadRequest: problem('plain'),
        BothNotFound: problem(['plain', 'odd']),
        PlainError: problem('plain'),
        OddBadRequest: problem('odd'),
        OddError: problem('odd'),
        Unused: problem('plain'),
      },
      parameters: {},
      headers: {},
      securitySchemes: {},
    },
  } as unknown as Document;
});

const operation = (method: 'get' | 'post' | 'delete') => document.paths['/toys']?.[method];
const namesIn = (content: Record<string, { examples?: object }> | undefined, type = json): string[] =>
  Object.keys(content?.[type]?.examples ?? {});

const example = (more: Partial<Example>): Example =>
  ({
    name: 'toy',
    operationId: 'createToy',
    summary: 'A toy',
    docs: { provenance: 'seed' },
    request: { body: { a: 1 } },
    response: { status: 200, body: { id: '1' } },
    ...more,
  }) as Example;

describe('an example', () => {
  test('stands with its request and its answer, and says where it comes from', () => {
    placeExamples(document, [example({})]);
    const shown = { summary: 'A toy', 'x-docs': { provenance: 'seed' } };
    expect(operation('post').requestBody.content[json].examples).toEqual({ toy: { ...shown, value: { a: 1 } } });
    expect(operation('post').responses[200].content[json].examples).toEqual({ toy: { ...shown, value: { id: '1' } } });
  });

  test('of a stream is the text on the wire', () => {
    placeExamples(document, [example({ response: { status: 200, events: [{ delta: 'ä' }] } as Example['response'] })]);
    const { content } = operation('post').responses[200];
    expect(namesIn(content)).toEqual([]);
    expect(content[stream].examples.toy.value).toBe('data: {"delta":"ä"}\n\ndata: [DONE]\n\n');
  });

  test.each<[what: string, more: Partial<Example>, request: string[], answer: string[]]>([
    ['of an operation that there is not', { operationId: 'none' }, [], []],
    ['without a request body', { request: {} }, [], ['toy']],
    ['whose request is null, which is a body', { request: { body: null } }, ['toy'], ['toy']],
    ['without an answer', { response: { status: 200 } as Example['response'] }, ['toy'], []],
    ['of a status that is not declared', { response: { status: 202, body: {} } as Example['response'] }, ['toy'], []],
  ])('%s', (_, more, request, answer) => {
    placeExamples(document, [example(more)]);
    expect(namesIn(operation('post').requestBody.content)).toEqual(request);
    expect(namesIn(operation('post').responses[200].content)).toEqual(answer);
  });

  test('of an operation that takes and gives nothing is nowhere', () => {
    const before = structuredClone(operation('delete'));
    placeExamples(document, [example({ operationId: 'deleteToys', response: { status: 204 } as Example['response'] })]);
    expect(operation('delete')).toEqual(before);
  });
});

describe('the body of an error', () => {
  const error = (dialect: string, status: number, more: Partial<ErrorExample> = {}): ErrorExample =>
    ({ name: 'error', dialect, status, summary: 'No', docs: {}, body: { message: 'No.' }, ...more }) as ErrorExample;
  const places = () =>
    Object.entries(document.components.responses).flatMap(([name, { content }]) => (namesIn(content).includes('error') ? [name] : []));

  test.each<[what: string, error: ErrorExample, places: string[]]>([
    ['of a status that its dialect declares', error('plain', 400), ['PlainBadRequest']],
    ['of the same status in another dialect', error('odd', 400), ['OddBadRequest']],
    ['of a response that speaks two', error('odd', 404), ['BothNotFound']],
    ['of a status that its dialect does not declare', error('plain', 503), ['PlainError']],
    ['of a dialect that nobody speaks', error('none', 400), []],
    ['for certain responses only', error('plain', 400, { only: ['OddError'] }), ['OddError']],
    ['for certain responses that nobody uses', error('plain', 400, { only: ['Unused'] }), []],
  ])('%s', (_, body, wanted) => {
    placeErrors(document, [body]);
    expect(places()).toEqual(wanted);
  });
});

describe('a page', () => {
  const page = (path: string[], more: Partial<DocsEntry>): DocsEntry => ({ path, provenance: 'seed', ...more }) as DocsEntry;

  test('stands with its operation, its example and the variations of that, and its schema', () => {
    placeExamples(document, [example({}), example({ name: 'toy.large' }), example({ name: 'toys' })]);
    placePages(document, [
      page(['Toys', 'Make'], { operation: 'createToy', example: 'toy', page: '42', modified: '2026-01-15' }),
      page(['Toys', 'Make again'], { operation: 'createToy' }),
      page(['Schemas', 'Toy'], { schema: 'Toy' }),
      page(['Nothing'], {}),
      page(['Gone'], { operation: 'none', schema: 'None' }),
    ]);
    const make = { path: ['Toys', 'Make'], page: '42', modified: '2026-01-15', provenance: 'seed' };
    expect(operation('post')['x-docs']).toEqual({
      provenance: 'seed',
      pages: [make, { path: ['Toys', 'Make again'], provenance: 'seed' }],
    });
    const { examples } = operation('post').requestBody.content[json];
    expect(Object.entries<{ 'x-docs': { pages?: object[] } }>(examples).map(([name, { 'x-docs': docs }]) => [name, docs.pages])).toEqual([
      ['toy', [make]],
      ['toy.large', [make]],
      ['toys', undefined],
    ]);
    expect(document.components.schemas.Toy?.['x-docs']).toEqual({
      provenance: 'seed',
      pages: [{ path: ['Schemas', 'Toy'], provenance: 'seed' }],
    });
    expect(document.components.schemas.Event).toEqual({ type: 'object' });
  });
});
