import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleFor, validates } from '../../src/samples/index.js';
import { runs, seed } from '../runs.js';
import { oddSchemas } from './odd-schemas.js';

type Schema = Record<string, unknown>;

const object = (properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
});
const endless = { $ref: '#/$defs/A', $defs: { A: object({ a: { $ref: '#/$defs/A' } }) } };

/** What a schema asks for beside its first keyword. */
const asked: Record<string, [schema: unknown, sample: unknown]> = {
  'an object': [object({ city: { type: 'string' }, days: { type: 'integer' } }), { city: 'example_city', days: 1 }],
  'a tuple of draft-07': [
    { type: 'array', items: [{ type: 'number' }, { type: 'boolean' }], additionalItems: false, minItems: 2 },
    [1, true],
  ],
  'a tuple of 2020-12': [{ type: 'array', prefixItems: [{ type: 'number' }, { type: 'boolean' }], items: false, minItems: 2 }, [1, true]],
  'required, and of any name': [{ type: 'object', required: ['a'], additionalProperties: { type: 'number' } }, { a: 1 }],
  'names by pattern': [
    { type: 'object', minProperties: 1, patternProperties: { '^x-': { type: 'integer' } }, additionalProperties: false },
    { 'x-': 1 },
  ],
  'bounds that compete': [{ allOf: [{ type: 'integer', minimum: 3 }, { minimum: 7, maximum: 9 }, { multipleOf: 2 }] }, 8],
  'a format and a length': [{ type: 'string', format: 'email', minLength: 20 }, 'aaaaaaaa@example.com'],
  'a format and a pattern': [{ type: 'string', format: 'date', pattern: '^1999-' }, '1999-01-01'],
  'a format and a pattern that names a host': [
    { type: 'string', format: 'uri', pattern: '^https://github\\.com/.+' },
    'https://github.com/a',
  ],
  'a format and a pattern with alternatives': [
    { type: 'string', format: 'uri', pattern: '^https?://(one\\.test/v1\\.1/a|two\\.test/b-1\\.1)\\.json$' },
    'http://two.test/b-1.1.json',
  ],
  'a format and a pattern without an anchor': [
    { type: 'string', format: 'uri', pattern: 'https://orcid\\.org/[0-9]{4}-[0-9]{3}[0-9X]{1}' },
    'https://orcid.org/0000-0000',
  ],
  'two patterns': [{ type: 'string', allOf: [{ pattern: '^a' }, { pattern: 'z$' }], minLength: 4 }, 'aaaz'],
  'what differs': [{ type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true }, ['a', 'b', 'c']],
  'exactly one of several': [{ oneOf: [{ type: 'integer' }, { type: 'integer', minimum: 0 }] }, -1],
  'not what it says': [{ type: 'string', not: { enum: ['example'] } }, 'example_2'],
  'null beside what may be more': [
    { allOf: [object({ at: { type: ['string', 'null'], format: 'date' } }), { properties: { at: { type: 'null' } } }] },
    { at: null },
  ],
  'null among names': [{ allOf: [{ enum: ['a', null] }, { type: 'null' }] }, null],
  'a condition': [object({ kind: { enum: ['b', 'a'] } }, { if: { properties: { kind: { const: 'a' } } }, then: false }), { kind: 'b' }],
  'what others ask for': [object({ a: { type: 'integer' } }, { dependentRequired: { a: ['b'] } }), { a: 1, b: 'example_b' }],
  'what it contains': [
    { type: 'array', contains: { const: 5 }, minContains: 2, maxContains: 2, minItems: 3, items: { type: 'integer' } },
    [5, 5, 1],
  ],
  'a reference with siblings': [{ $ref: '#/$defs/n', maximum: -3, $defs: { n: { type: 'integer' } } }, -3],
  'siblings of a reference, of which draft-07 says nothing and its validators differ': [
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...object({ a: { $ref: '#/definitions/t', pattern: '^npm/' } }),
      definitions: { t: { type: 'string' } },
    },
    { a: 'npm/' },
  ],
  'siblings of a reference that draft-07 has to pass over': [
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...object({ a: { $ref: '#/definitions/t', type: 'array' } }),
      definitions: { t: { const: 1 } },
    },
    { a: 1 },
  ],
  'exactly one of many that any object meets': [
    { oneOf: Array.from({ length: 9 }, (_, at) => ({ type: 'object', properties: { [`x${at}`]: { type: 'integer' } } })) },
    Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`x${at + 1}`, `example_x${at + 1}`])),
  ],
  'the one value that all alternatives allow': [
    { allOf: Array.from({ length: 20 }, (_, at) => ({ anyOf: [object({ k: { const: at } }), object({ k: { enum: [at, 99] } })] })) },
    { k: 99 },
  ],
  'a condition that only the last value passes': [
    object(
      { k: { enum: Array.from({ length: 12 }, (_, at) => at) } },
      {
        allOf: Array.from({ length: 11 }, (_, at) => ({
          if: { properties: { k: { const: at } } },
          then: { properties: { v: false }, required: ['v'] },
        })),
      },
    ),
    { k: 11 },
  ],
  'a number that is not whole': [{ type: 'number', not: { type: 'integer' } }, 1.5],
  'cents between two amounts': [{ type: 'number', multipleOf: 0.01, exclusiveMinimum: 19.98, exclusiveMaximum: 20 }, 19.99],
  'names that do not begin so': [
    { type: 'object', minProperties: 2, propertyNames: { not: { pattern: '^e' } }, additionalProperties: { type: 'integer' } },
    { '': 1, a: 1 },
  ],
  'null where it may be': [{ anyOf: [{ type: 'null' }, { type: 'string' }] }, 'example'],
  'its own words': [object({ unit: { type: 'string', examples: ['celsius'] }, on: { default: false } }), { unit: 'celsius', on: false }],
  'names of Object': [
    object({ constructor: { type: 'integer' }, toString: { type: 'boolean' } }),
    JSON.parse('{ "constructor": 1, "toString": true }'),
  ],
  "Gemini's words": [
    { type: 'OBJECT', properties: { a: { type: 'ARRAY', minItems: '2', items: { type: 'STRING' } } }, required: ['a'] },
    { a: ['example_a', 'example_a'] },
  ],
  'a tree': [
    { ...object({ name: { type: 'string' }, children: { type: 'array', items: { $ref: '#' }, maxItems: 0 } }) },
    { name: 'example_name', children: [] },
  ],
};

test.each(Object.entries(asked))('%s', (_, [schema, sample]) => {
  expect(sampleFor(schema)).toEqual({ value: sample, problems: [] });
  expect(validates(schema, sample)).toBe(true);
});

test('what is met by the first of many alternatives is not judged by the others', () => {
  const node = { $ref: '#/$defs/node' };
  const kinds = Array.from({ length: 6 }, (_, at) => object({ of: node }, { properties: { of: node, [`x${at}`]: { type: 'integer' } } }));
  const schema = { ...node, $defs: { node: { anyOf: [...kinds, { const: 1 }] } } };
  let value: unknown = 1;
  for (let depth = 0; depth < 12; depth++) value = { of: value };
  expect(validates(schema, value)).toBe(true);
});

describe('lists of what differs', () => {
  const formats = ['date-time', 'date', 'time', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid', 'base64', 'regex'];

  test.each([...formats, 'uri-reference', 'uri-template', 'json-pointer', 'relative-json-pointer'])('in the format %s', (format) => {
    const { value, problems } = sampleFor({ type: 'array', minItems: 100, uniqueItems: true, items: { type: 'string', format } });
    expect(problems).toEqual([]);
    expect(new Set(value as string[]).size).toBe(100);
  });

  test('are as long as a list may be', () => {
    const { value, problems } = sampleFor({ type: 'array', minItems: 1000, uniqueItems: true, items: { type: 'string' } });
    expect(problems).toEqual([]);
    expect(value).toHaveLength(1000);
  });
});

test('of more than a list or an object may have, few are made', () => {
  expect(sampleFor({ type: 'array', minItems: 1e6, items: { type: 'string' } }).value).toEqual(['example']);
  expect(sampleFor({ type: 'object', minProperties: 1e6, additionalProperties: { type: 'integer' } }).value).toEqual({ example: 1 });
});

describe('where there is more than there is time for', () => {
  const costly = (part: number) =>
    object(
      Object.fromEntries(
        Array.from({ length: 4 }, (_, at) => [`m${at}`, { type: 'string', pattern: `^[a-z]{3}${part}x${at}-[0-9a-f]{4}$` }]),
      ),
    );
  const members = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`part${at}`, costly(at)]));

  test('what may be left out is', () => {
    const schema = { type: 'object', properties: { ...members, last: object({ kind: { enum: ['a'] } }) } };
    const { value, problems } = sampleFor(schema);
    expect(problems).toEqual([]);
    expect(value).toHaveProperty('part0');
    expect(value).not.toHaveProperty('part39');
  });

  test('and what may not be is the first that it may be', () => {
    const last = { $ref: '#/$defs/kind' };
    const schema = object({ ...members, last, other: { anyOf: [{ const: 5 }, last] } }, { $defs: { kind: { enum: ['a', 'b'] } } });
    expect(sampleFor(schema).value).toMatchObject({ last: 'a', other: 5 });
  });
});

test('what has very many members, with two schemas each, is made at once', () => {
  const closed = { allOf: [object({ at: { type: ['string', 'null'], format: 'date' } }), { properties: { at: { type: 'null' } } }] };
  const reason = { allOf: [{ enum: ['a', null] }, { type: 'null' }] };
  const names = Array.from({ length: 250 }, (_, at) => `m${at}`);
  const schema = object(Object.fromEntries(names.map((name) => [name, object({ closed, reason })])));
  const member = { closed: { at: null }, reason: null };
  expect(sampleFor(schema)).toEqual({ value: Object.fromEntries(names.map((name) => [name, member])), problems: [] });
});

test('arguments are an object, whatever the schema leaves open', () => {
  expect(sampleFor({}, { type: 'object' })).toEqual({ value: {}, problems: [] });
  expect(sampleFor({ type: 'string' }, { type: 'object' }).problems).not.toEqual([]);
});

describe('a text is a word that nothing runs', () => {
  const harmless = /^example(_[\p{L}\p{N}_]+)?$/u;
  const described = { type: 'string', description: 'Shell command to execute.', title: 'rm -rf /' };

  test.each(['command', 'cmd', 'rm -rf /', '$(reboot)', '`id`', '; ls', '../../etc/passwd', '城市', ''])('for the member %j', (name) => {
    const { value } = sampleFor(object({ [name]: described }));
    expect((value as Schema)[name]).toMatch(harmless);
  });

  test('also where it is long or short, one of many, or in a format that allows anything', () => {
    const { value } = sampleFor(
      object({
        long: { ...described, minLength: 60 },
        short: { ...described, maxLength: 3 },
        list: { type: 'array', items: described, minItems: 3, uniqueItems: true },
        path: { ...described, format: 'uri-reference' },
        expression: { ...described, format: 'regex' },
        pointer: { ...described, format: 'json-pointer' },
      }),
    );
    expect(
      Object.values(value as Schema)
        .flat()
        .filter((text) => !/^\w*$/.test(String(text))),
    ).toEqual([]);
  });

  test('addresses are nobody’s', () => {
    const { value } = sampleFor(
      object({ mail: { type: 'string', format: 'email' }, at: { type: 'string', format: 'uri' }, ip: { type: 'string', format: 'ipv4' } }),
    );
    expect(value).toEqual({ mail: 'user@example.com', at: 'https://example.com/', ip: '192.0.2.1' });
  });
});

describe('what cannot be met is said, and met as far as it can be', () => {
  const problems: [what: string, schema: unknown, problem: RegExp][] = [
    ['nothing', { not: {} }, /`not`/],
    ['no value', { type: 'object', required: ['a'], properties: { a: false } }, /no value is allowed at "\/a"/],
    ['two types', { allOf: [{ type: 'string' }, { type: 'integer' }] }, /`type`/],
    ['a billion characters', object({ a: { type: 'string', minLength: 1e9 } }), /"\/a" that meets `minLength`/],
    ['a billion items', { type: 'array', items: { type: 'string' }, minItems: 1e9 }, /`minItems`/],
    ['a schema that asks for itself', endless, /`(type|required)`/],
    ['a schema that is itself', { allOf: [{ $ref: '#' }] }, /without end/],
    ['a schema elsewhere', { $ref: 'https://example.com/schema.json' }, /`\$ref` that leads out of the schema/],
    ['a back reference', { type: 'string', pattern: '^(a|b)\\1$' }, /`pattern` that cannot be run safely/],
  ];
  test.each(problems)('%s', (_, schema, problem) => {
    const { value, problems: found } = sampleFor(schema);
    expect(found.join()).toMatch(problem);
    expect(JSON.stringify(value).length).toBeLessThan(20_000);
  });

  test('a part that may be left out is, where it leads elsewhere or has no end', () => {
    const schema = {
      type: 'object',
      properties: { a: { $ref: 'https://example.com/x' }, b: endless.$defs.A, c: { type: 'integer' } },
      $defs: endless.$defs,
    };
    expect(sampleFor(schema)).toEqual({ value: { c: 1 }, problems: [] });
  });
});

/** None of these ends in any time when it is taken literally. */
describe('hostile schemas', () => {
  const nested = (depth: number, wrap: (schema: unknown) => unknown) =>
    Array.from({ length: depth }).reduce<unknown>(wrap, { type: 'string' });
  const doubling = (wrap: (both: unknown[]) => unknown) => ({
    $ref: '#/$defs/a0',
    $defs: Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => {
        const next = { $ref: `#/$defs/a${index + 1}` };
        return [`a${index}`, index === 39 ? { type: 'integer' } : wrap([next, next])];
      }),
    ),
  });
  const many = Array.from({ length: 100_000 }, (_, index) => `v${index}`);
  const hostile: Record<string, () => unknown> = {
    'nested 10,000 deep': () => nested(10_000, (schema) => object({ a: schema })),
    'allOf nested 10,000 deep': () => nested(10_000, (schema) => ({ allOf: [schema] })),
    'not nested 10,000 deep': () => nested(10_000, (schema) => ({ not: schema })),
    'all of doubles': () => doubling((allOf) => ({ allOf })),
    'any of doubles': () => doubling((anyOf) => ({ anyOf })),
    'properties that double': () => doubling(([l, r]) => object({ l, r })),
    'two enums without a common value': () => ({ allOf: [{ enum: many }, { enum: many.map((value) => `${value}x`) }] }),
    'many required': () => ({ type: 'object', required: many }),
    'many that ask for the next': () => ({
      type: 'object',
      required: ['v0'],
      dependentRequired: Object.fromEntries(many.map((name, index) => [name, many.slice(index + 1, index + 2)])),
    }),
    'many branches, none of which can be': () => ({
      anyOf: many.map((name) => ({ type: 'object', required: [name], properties: { [name]: false } })),
    }),
    'an anchor that is nowhere': () => ({ $ref: '#x', $defs: Object.fromEntries(many.map((name) => [name, {}])) }),
    'alternatives that multiply': () => ({
      allOf: Array.from({ length: 20 }, (_, index) => ({ anyOf: [{ required: [`a${index}`] }, { not: {} }, { const: index }] })),
      maxProperties: 1,
    }),
    ...Object.fromEntries(
      [
        '^(a+)+$',
        '^(([a-z])+.)+[A-Z]([a-z])+$',
        '^((a{1,1000}){1,1000}){1,1000}b$',
        `^${'(a?)'.repeat(3000)}a{3000}$`,
        '(.*){1,32000}[bc]',
        '(?=.*a{50})(?=.*b{50})c',
        '('.repeat(9000),
        '^(a|b)*a(a|b){20}$',
      ].map((pattern) => [`the pattern ${pattern.slice(0, 40)}`, () => ({ type: 'string', minLength: 100, pattern })]),
    ),
    'a member that throws': () => Object.defineProperty({}, 'type', { enumerable: true, get: () => fail() }),
  };
  const fail = () => {
    throw new Error('read');
  };

  test.each([
    ['texts of a pattern that are longer than any', { propertyNames: { pattern: '\\p{L}{3,}', minLength: 100_000 }, minProperties: 3 }],
    ['names of a pattern that are long', { propertyNames: { pattern: '^\\p{L}{3,}$', minLength: 9000 }, minProperties: 40 }],
    [
      'expressions that name classes',
      { format: 'regex', examples: Array.from({ length: 200 }, (_, at) => `${'\\p{L}'.repeat(1900)}${at}(`) },
    ],
  ])('%s take no seconds', (_, schema) => {
    const before = process.cpuUsage();
    sampleFor({ type: 'object', properties: { a: schema }, required: ['a'] });
    const { user, system } = process.cpuUsage(before);
    // A thirtieth of it is the rule; the work costs more on a busy machine.
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  test.each(Object.entries(hostile))('%s', (_, make) => {
    const schema = make();
    const { value, problems } = sampleFor(schema);
    expect(JSON.stringify(value).length).toBeLessThan(100_000);
    expect(problems.length).toBeLessThan(10);
    expect(sampleFor(schema)).toEqual({ value, problems });
    expect(typeof validates(schema, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')).toBe('boolean');
  });
});

test('a schema that makes no sense gives something small, the same each time', () => {
  fc.assert(
    fc.property(oddSchemas, (schema) => {
      const sample = sampleFor(schema);
      expect(JSON.stringify(sample).length).toBeLessThan(100_000);
      expect(sampleFor(schema)).toEqual(sample);
      expect(sample.problems.length > 0 || validates(schema, sample.value)).toBe(true);
    }),
    { numRuns: runs(500), seed },
  );
});

describe('the work goes by the size of the schema', () => {
  /** How often anything of it is read. */
  function readsOf(schema: object): number {
    let reads = 0;
    const known = new WeakMap<object, object>();
    const watch = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      const proxy =
        known.get(value) ??
        new Proxy(value, {
          get(target, name, receiver) {
            reads++;
            return watch(Reflect.get(target, name, receiver));
          },
        });
      known.set(value, proxy);
      return proxy;
    };
    sampleFor(watch(schema));
    return reads;
  }

  /** References of which each leads to two others: as many values as grains of rice on a chessboard. */
  const doubled = (levels: number): object => ({
    $ref: '#/$defs/level0',
    $defs: Object.fromEntries(
      Array.from({ length: levels }, (_, level) => {
        const next = { $ref: `#/$defs/level${level + 1}` };
        return [`level${level}`, level === levels - 1 ? { type: 'string' } : object({ left: next, right: next })];
      }),
    ),
  });

  test('where it is small and asks for very much', () => {
    expect(sampleFor(doubled(8)).problems).toEqual([]);
    expect(readsOf(doubled(25))).toBeLessThan(60_000);
    expect(readsOf({ ...doubled(25), minItems: -1e9 })).toBeLessThan(60_000);
  });

  test('where it is large itself', () => {
    const wide = object(Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`member${at}`, { type: 'string', maxLength: 9 }])));
    expect(sampleFor(wide).problems).toEqual([]);
  });
});

describe('of an object with very many members', () => {
  const members = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`^v${index}`, { type: 'string' }]));

  /** It, and how often its members were listed, and one of them read. */
  function watched() {
    const seen = { lists: 0, reads: 0 };
    const object = new Proxy(members, {
      ownKeys: (target) => {
        seen.lists++;
        return Reflect.ownKeys(target);
      },
      get: (target, name) => {
        seen.reads++;
        return Reflect.get(target, name);
      },
    });
    return { object, seen };
  }

  test.each<[what: string, schema: (of: object) => object]>([
    ['properties', (properties) => ({ type: 'object', properties })],
    ['properties that must not be', (properties) => ({ type: 'object', not: { properties } })],
    ['patternProperties', (patternProperties) => ({ type: 'object', patternProperties })],
    ['dependentSchemas', (dependentSchemas) => ({ type: 'object', dependentSchemas })],
    ['$defs without the anchor', ($defs) => ({ $ref: '#none', $defs })],
    ['$defs without the id', ($defs) => ({ $ref: 'http://a/none', $defs })],
  ])('no more is read than the budget allows: %s', (_, schemaOf) => {
    const { object, seen } = watched();
    sampleFor(schemaOf(object));
    expect(seen.lists).toBeLessThanOrEqual(1);
    expect(seen.reads).toBeLessThan(40_000);
  });
});
