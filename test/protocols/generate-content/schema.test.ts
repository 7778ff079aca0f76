import { expect, test } from 'vitest';
import { toJsonSchema } from '../../../src/protocols/generate-content/schema.js';

test('types become lower case at every level, and nothing else does', () => {
  expect(
    toJsonSchema({
      type: 'OBJECT',
      properties: {
        type: { type: 'STRING', enum: ['OBJECT', 'STRING'] },
        list: { type: 'ARRAY', items: { anyOf: [{ type: 'INTEGER' }, { type: 'boolean' }] }, minItems: '1' },
      },
      required: ['type'],
      propertyOrdering: ['type', 'list'],
    }),
  ).toEqual({
    type: 'object',
    properties: {
      type: { type: 'string', enum: ['OBJECT', 'STRING'] },
      list: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'boolean' }] }, minItems: 1 },
    },
    required: ['type'],
  });
});

test('`nullable` allows null, also beside an enum', () => {
  expect(toJsonSchema({ type: 'STRING', enum: ['a'], nullable: true })).toEqual({
    anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }],
  });
});

test('an unspecified type is none', () => {
  expect(toJsonSchema({ type: 'TYPE_UNSPECIFIED', description: 'Anything.' })).toEqual({ description: 'Anything.' });
});

test('properties are in the order that is asked for, and the others after them', () => {
  const text = { type: 'STRING' };
  const { properties } = toJsonSchema({ properties: { a: text, b: text, c: text }, propertyOrdering: ['c', 'none', 'a', 'c'] });
  expect(Object.keys(properties as object)).toEqual(['c', 'a', 'b']);
});

test('the values of an enum of numbers, which it lists as texts, are numbers', () => {
  expect(toJsonSchema({ type: 'INTEGER', format: 'enum', enum: ['101', '201'] })).toEqual({
    type: 'integer',
    format: 'enum',
    enum: [101, 201],
  });
  expect(toJsonSchema({ type: 'object', properties: { size: { type: 'number', enum: ['0.5', 1, '-2'] } } })).toEqual({
    type: 'object',
    properties: { size: { type: 'number', enum: [0.5, 1, -2] } },
  });
  expect(toJsonSchema({ type: 'NUMBER', enum: ['many'] })).toEqual({ type: 'number', enum: ['many'] });
  expect(toJsonSchema({ type: 'STRING', enum: ['1'] })).toEqual({ type: 'string', enum: ['1'] });
});
