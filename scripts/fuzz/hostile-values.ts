/** Values that break what was written for usual ones. */
import fc, { type Arbitrary } from 'fast-check';
import { RawJson } from './json-text.js';

/** Names that every object inherits, and others that are more than they seem. */
export const oddNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'then',
  '',
  ' ',
  '0',
  '-1',
  '*',
  '~1',
  '\u0000',
  'length',
];

const deep = (open: string, close: string) => (levels: number) => new RawJson(open.repeat(levels) + close.repeat(levels));
const levels = fc.constantFrom(5, 60, 250, 600, 990, 1001, 6000);
const many = fc.constantFrom(3, 30, 300, 3000, 20_000);

const texts = fc.oneof(
  fc.constantFrom(
    ...oddNames,
    '\ud800',
    '\udfff\ud800',
    '\u001b[31mred\r\nX-Own: 1',
    '\u202e\u0000\ufeff',
    '👩‍👩‍👧‍👦',
    '/^(a+)+$/',
    '/(a|a)*b/',
    '{$request.body#/model}',
    '{$conversation#/user}',
    'data:image/png;base64,!!!!',
    'data:,',
    'http://[::1',
    'file:///etc/passwd',
    '../../..',
    'NaN',
    '1e999',
    'null',
    '9'.repeat(400),
    '2026-13-45T99:99:99Z',
  ),
  many.map((length) => 'a'.repeat(length)),
  many.map((length) => '你'.repeat(length)),
  fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);

const numbers = fc.oneof(
  fc.constantFrom(0, -0, -1, 1.5, 1e21, 1e308, 5e-324, 2 ** 31, 2 ** 53 + 2, -(2 ** 31) - 1),
  fc.constantFrom('1e400', '-1e400', '123456789012345678901234567890', '0.1e-999').map((text) => new RawJson(text)),
);

const structures = fc.oneof(
  levels.map(deep('[', ']')),
  levels.map((count) => new RawJson(`${'{"a":'.repeat(count)}1${'}'.repeat(count)}`)),
  many.map((count) => new RawJson(`[${'5,'.repeat(count)}5]`)),
  many.map((count) => new RawJson(`[${'{},'.repeat(count)}null]`)),
  many.map((count) => new RawJson(`{${Array.from({ length: count }, (_, index) => `"k${index}":null`)}}`)),
  fc
    .constantFrom('{"__proto__":{"a":1},"constructor":null}', '{"a":1,"a":{"b":2}}', '{"":[[]]}', '[null]', '{"type":"object"}')
    .map((text) => new RawJson(text)),
  fc.constantFrom<unknown>([], {}, [[]], [{}], [''], { type: null }),
);

export const hostileValue: Arbitrary<unknown> = fc.oneof(fc.constantFrom<unknown>(null, true, false), texts, numbers, structures);

const nested = (count: number, open: string, inner: string, close: string) => new RawJson(open.repeat(count) + inner + close.repeat(count));

/** Schemas as callers bring them along for tools and answers: with patterns, sizes and references that have no end. */
export const hostileSchema: Arbitrary<unknown> = fc.oneof(
  fc
    .record({
      pattern: fc.constantFrom(
        '^(a+)+$',
        '^(a|a)*$',
        '(?<=x)y',
        '(a)\\1',
        '[',
        '^(?:a{1000}){1000}$',
        '(?=.*a)(?=.*b)^.{5}$',
        '\\p{L}{3,}',
        '^(([a-z])+.)+[A-Z]([a-z])+$',
      ),
      minLength: fc.constantFrom(0, 10, 1e5, 1e12),
    })
    .map(({ pattern, minLength }) => ({
      type: 'object',
      required: ['a', `${'a'.repeat(50)}!`],
      properties: { a: { type: 'string', pattern, minLength } },
      patternProperties: { [pattern]: { const: `${'a'.repeat(50)}!`, pattern } },
      propertyNames: { pattern },
    })),
  fc.constantFrom<unknown>(
    { type: 'object', $ref: '#' },
    { type: 'object', $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } },
    { type: 'object', required: ['a', 'b'], properties: { a: { $ref: '#' }, b: { anyOf: [{ $ref: '#' }, { $ref: '#' }] } } },
    { type: 'object', minProperties: 1e9 },
    { type: 'object', required: ['a'], properties: { a: { type: 'array', minItems: 1e9, items: { type: 'array', minItems: 1e9 } } } },
    { type: 'object', required: ['a'], properties: { a: { type: 'number', multipleOf: 1e-300, minimum: 0.1, maximum: 0.2 } } },
    { type: 'object', required: ['a'], properties: { a: { type: 'array', uniqueItems: true, minItems: 1e5, items: { type: 'boolean' } } } },
    { type: 'object', allOf: [{ not: {} }], oneOf: [{}, {}], if: {}, else: false },
    {
      type: 'object',
      properties: new RawJson('{"__proto__":{"type":"string"},"constructor":{"const":1}}'),
      required: ['__proto__', 'constructor'],
    },
    { type: 'object', properties: null, required: 'a', enum: 5, const: null, format: [], anyOf: {} },
    { type: ['object', 'odd', 5], $ref: 'http://x/y', $dynamicRef: '#a', $id: '::' },
  ),
  levels.map((count) => nested(count, '{"type":"object","required":["a"],"properties":{"a":', '{"type":"string"}', '}}')),
  levels.map((count) => nested(count, '{"type":"object","anyOf":[{"type":"null"},', '{}', ']}')),
  levels.map((count) => nested(Math.min(count, 60), '{"type":"array","minItems":100,"items":', '{}', '}')),
  many.map((count) => ({ type: 'object', required: Array.from({ length: count }, (_, index) => `k${index}`) })),
  many.map((count) => ({
    type: 'object',
    required: ['a'],
    properties: { a: { enum: Array.from({ length: count }, (_, index) => [index]) } },
  })),
);
