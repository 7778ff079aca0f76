/** Which schemas an operation takes and gives. */
import { expect, test } from 'vitest';
import type { Document, Operation, Schema } from '../../../scripts/lib/document.js';
import { reaches, uses } from '../../../src/diff/model/reach.js';
import { contractOf, operationOf, ref } from '../toy-shop.js';

const array = (name: string): Schema => ({ type: 'array', items: ref(name) });
const schemas: Record<string, Schema> = {
  Order: { oneOf: [ref('Bear'), ref('Train')] },
  Bear: { properties: { part: ref('Part') } },
  Train: { properties: { wagons: array('Part') } },
  Part: { properties: { parts: array('Part') } },
  Toy: { allOf: [ref('Part')], example: ref('Bear'), examples: [ref('Bear')] },
  Event: {},
};

const reach = (operation: Omit<Operation, 'operationId'>, more: Partial<Document['components']> = {}) => {
  const document = contractOf(schemas, { make: operation });
  Object.assign(document.components, more);
  const found = reaches(document).get('make');
  return { request: [...(found?.request ?? [])].sort(), response: [...(found?.response ?? [])].sort() };
};

const none: Operation['responses'] = {};

test.each<[what: string, operation: Omit<Operation, 'operationId'>, request: string[], response: string[]]>([
  ['that takes and gives nothing', { responses: none }, [], []],
  ['through alternatives, members, items and circles', operationOf('Order', 'Toy'), ['Bear', 'Order', 'Part', 'Train'], ['Part', 'Toy']],
  ['in a parameter', { parameters: [{ name: 'a', in: 'query', schema: ref('Bear') }], responses: none }, ['Bear', 'Part'], []],
  [
    'in the events of a stream',
    { responses: none, 'x-stream': { when: '', framing: 'data', event: { $ref: '#/components/schemas/Event' } } },
    [],
    ['Event'],
  ],
  ['in a shared response', { responses: { 400: { $ref: '#/components/responses/No' } } }, [], ['Event']],
  ['in a shared parameter', { parameters: [{ $ref: '#/components/parameters/Size' } as never], responses: none }, ['Event'], []],
])('%s', (_, operation, request, response) => {
  const more = {
    responses: { No: { description: 'No.', content: { 'application/json': { schema: ref('Event') } } } },
    parameters: { Size: { name: 'size', in: 'query', schema: ref('Event') } },
  } as unknown as Partial<Document['components']>;
  expect(reach(operation, more)).toEqual({ request, response });
});

test('a reference that leads nowhere is told', () => {
  expect(() => reach(operationOf('Gone', 'Toy'))).toThrow('#/components/schemas/Gone leads nowhere');
});

test('an operation uses what it has used in any version', () => {
  const versions = [
    contractOf(schemas, { make: operationOf('Bear', 'Event') }),
    contractOf(schemas, { make: operationOf('Train', 'Event') }),
  ].map(reaches);
  expect(['Bear', 'Train', 'Part', 'Event', 'Order'].filter((name) => uses(versions, 'make', name))).toEqual([
    'Bear',
    'Train',
    'Part',
    'Event',
  ]);
  expect(uses(versions, 'none', 'Bear')).toBe(false);
});
