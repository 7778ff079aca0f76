import { expect, test } from 'vitest';
import { generateTypes } from '../../../scripts/generate/types.js';
import type { Document } from '../../../scripts/lib/document.js';

const typesOf = (schemas: object): string =>
  generateTypes({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, components: { schemas } } as Document);

const Seed = { description: 'Makes a run repeatable.', type: 'integer', default: 0, minimum: 0 };

/** The comment and the type of a member, as an editor shows them. */
const memberOf = (types: string, name: string): string | undefined =>
  new RegExp(`(?:/\\*\\*(?:(?!\\*/)[^])*\\*/\\s*)?${name}\\?: [^;]+`).exec(types)?.[0].replace(/\s+/g, ' ');

test('a member that refers to a schema says what the schema says, and keeps its name', () => {
  const properties = { seed: { $ref: '#/components/schemas/Seed' } };
  expect(memberOf(typesOf({ Seed, Request: { type: 'object', properties } }), 'seed')).toBe(
    '/** * @description Makes a run repeatable. * @default 0 */ seed?: components["schemas"]["Seed"]',
  );
});

test('what the member itself says comes first', () => {
  const properties = { seed: { description: 'Not heeded.', $ref: '#/components/schemas/Seed' } };
  expect(memberOf(typesOf({ Seed, Request: { type: 'object', properties } }), 'seed')).toContain('@description Not heeded.');
});

test('a member is told apart from a keyword of its name', () => {
  const properties = { properties: { description: 'Names.', type: 'object', properties: { seed: { $ref: '#/components/schemas/Seed' } } } };
  expect(memberOf(typesOf({ Seed, Request: { type: 'object', properties } }), 'seed')).toContain('Makes a run repeatable.');
});

test('a list of values that may be objects is those values', () => {
  const properties = {
    either: { type: ['object', 'string'], enum: ['default', { bucket: 'a' }] },
    texts: { type: ['object', 'string'], enum: ['default'], properties: { bucket: { type: 'string' } } },
  };
  const types = typesOf({ Request: { type: 'object', properties } });
  expect(memberOf(types, 'either')?.replace(/\s+/g, ' ')).toContain('either?: "default" | { bucket: "a"');
  expect(memberOf(types, 'texts')).toContain('texts?: "default"');
});

test('a schema that is true takes anything, and one that is false nothing', () => {
  const types = typesOf({ Request: { type: 'object', properties: { any: true, none: false } } });
  expect(memberOf(types, 'any')).toBe('any?: unknown');
  expect(memberOf(types, 'none')).toBe('none?: never');
});
