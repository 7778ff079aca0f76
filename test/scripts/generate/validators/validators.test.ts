/** What generation writes as validators judges exactly as Ajv itself would with the schemas as they are written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { requestValidators, responseValidators } from '../../../../scripts/generate/validators/validators.js';
import type { Document, Schema } from '../../../../scripts/lib/document.js';
import type { Validate } from '../../../../src/contract/judge/validate.js';
import { runs } from '../../../runs.js';

const components: Record<string, Schema> = {
  Pet: {
    type: 'object',
    description: 'A pet.',
    required: ['kind', 'name'],
    properties: {
      kind: { type: 'string', enum: ['cat', 'dog'] },
      name: { type: 'string', minLength: 2, pattern: '^[A-Z]' },
      colour: {
        anyOf: [
          { type: 'string', enum: ['black', 'white'] },
          { type: 'string', 'x-open-enum': true },
        ],
      },
      size: {
        anyOf: [
          { type: 'string', enum: ['s', 'm'] },
          { type: 'integer', minimum: 1 },
        ],
      },
      weight: { anyOf: [{ type: 'string' }, { type: 'string', enum: ['light'] }, { type: 'integer', minimum: 1 }] },
      age: { type: ['integer', 'string'], enum: [1, 'old', null] },
      legs: { type: ['integer', 'null'], enum: [2, 4, null] },
      'date-of-birth': { type: 'string', format: 'date' },
      parents: { type: 'array', maxItems: 2, uniqueItems: true, items: { $ref: '#/components/schemas/Pet' } },
      owner: { not: { type: 'object', required: ['none'] } },
    },
  },
  Sound: { oneOf: [{ $ref: '#/components/schemas/Miaow' }, { $ref: '#/components/schemas/Bark' }] },
  Miaow: {
    type: 'object',
    required: ['type'],
    properties: { type: { type: 'string', const: 'miaow' }, pitch: { type: 'number', exclusiveMinimum: 0 } },
  },
  // Without known members of other kinds, and one that knows no kind.
  Noise: {
    oneOf: [
      { $ref: '#/components/schemas/Bark' },
      {
        type: 'object',
        required: ['type', 'pitch'],
        properties: { type: { const: 'miaow' }, pitch: { type: 'number' } },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['type'],
        properties: { type: { type: 'string', not: { enum: ['bark', 'miaow'] } }, kind: { const: 's' } },
      },
    ],
  },
  Call: {
    anyOf: [
      { type: 'object', properties: { type: { enum: ['miaow', ''] }, pitch: { type: 'integer' } } },
      { type: 'object', required: ['type'], properties: { type: { const: 'bark' } }, minProperties: 2 },
    ],
  },
  Bark: { type: 'object', required: ['type'], properties: { type: { const: 'bark' }, times: { enum: [1, 'many'] } } },
};

function documentOf(body: Schema, schemas = components, parameters: object[] = []): Document {
  const operation = {
    operationId: 'createPet',
    parameters,
    requestBody: { content: { 'application/json': { schema: body } } },
    responses: {},
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { post: operation }, '/more': { post: { ...operation, operationId: 'createMore' } } },
    components: { schemas, responses: {}, parameters: {}, headers: {}, securitySchemes: {} },
  };
}

const folder = await mkdtemp(join(tmpdir(), 'nexconn-validators-'));
afterAll(() => rm(folder, { recursive: true }));
let files = 0;

async function load(code: Promise<string>): Promise<Record<string, Validate>> {
  const file = join(folder, `${files++}.mjs`);
  await writeFile(file, await code);
  return (await import(pathToFileURL(file).href)).default;
}

const bodyValidator = async (document: Document): Promise<Validate> => (await load(requestValidators(document))).createPet_body as Validate;

function plainValidator(body: Schema, schemas = components) {
  const ajv = new Ajv2020({ allErrors: true, strict: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'https://pets/', components: { schemas } });
  return ajv.compile(JSON.parse(JSON.stringify(body).replaceAll('#/components', 'https://pets/#/components')));
}

const places = (errors: Validate['errors'] | ErrorObject[]) => [...new Set((errors ?? []).map(({ instancePath }) => instancePath))].sort();

const noise = fc.constantFrom<unknown>('', 'Rex', 's', 'miaow', 0, 1.5, 2, null, true, [], {});
const often = (...values: unknown[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: noise });
const candidates = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    noise,
    fc.record(
      { type: often('miaow', 'bark'), pitch: often(1, 2.5), times: often(1, 2, 'many'), kind: tie('any') },
      { requiredKeys: [], noNullPrototype: true },
    ),
    fc.record(
      {
        kind: often('cat', 'dog'),
        name: often('Tom', 'Rex'),
        colour: often('black', 'mauve'),
        size: often('s', 'm', 1),
        weight: often('light', 1, -1),
        age: often(1, 'old', null),
        legs: often(2, 4, null),
        'date-of-birth': often('2026-01-15'),
        parents: fc.oneof(noise, fc.array(tie('any'), { maxLength: 3 })),
        owner: often({ none: 1 }, 'Ada'),
      },
      { requiredKeys: ['kind'], noNullPrototype: true },
    ),
  ),
}));

describe('a validator', () => {
  test.each([
    ['a component', { $ref: '#/components/schemas/Pet' }],
    ['a union with a tag', { $ref: '#/components/schemas/Sound' }],
    ['a union with a branch for all other tags', { $ref: '#/components/schemas/Noise' }],
    ['a union with a tag that may be left out', { $ref: '#/components/schemas/Call' }],
    ['none of a union', { not: { $ref: '#/components/schemas/Noise' } }],
    ['members that a branch of a union knows', { allOf: [{ $ref: '#/components/schemas/Noise' }], unevaluatedProperties: false }],
    [
      'an inline schema',
      {
        type: 'object',
        properties: { kind: { $ref: '#/components/schemas/Pet' }, times: { type: 'integer', enum: [1, 2] } },
        minProperties: 1,
      },
    ],
  ])('of %s gives the verdict of plain Ajv', async (_, body) => {
    const ours = await bodyValidator(documentOf(body));
    const plain = plainValidator(body);
    fc.assert(
      fc.property(candidates.any, (candidate) => {
        expect(ours(candidate)).toBe(plain(candidate));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('names the places, the keywords and the values that an error message needs', async () => {
    const body = { $ref: '#/components/schemas/Pet' };
    const candidate = { kind: 'cow', colour: 1, size: 0, legs: 3, 'date-of-birth': 'today', parents: [{}, {}, {}], owner: { none: 1 } };
    const ours = await bodyValidator(documentOf(body));
    const plain = plainValidator(body);
    expect(ours(candidate)).toBe(plain(candidate));
    expect(places(ours.errors)).toEqual(places(plain.errors));
    expect(ours.errors).toContainEqual({ instancePath: '/kind', keyword: 'enum', params: { allowedValues: ['cat', 'dog'] } });
    expect(ours.errors).toContainEqual({ instancePath: '/date-of-birth', keyword: 'format', params: { format: 'date' } });
    expect(ours.errors).toContainEqual({ instancePath: '', keyword: 'required', params: { missingProperty: 'name' } });
    expect(ours.errors).toContainEqual({ instancePath: '/colour', keyword: 'type', params: { type: 'string' } });
    expect(ours.errors).toContainEqual({ instancePath: '/size', keyword: 'type', params: { type: 'string' } });
  });

  test('knows unevaluatedProperties when a schema uses it', async () => {
    const closed = { allOf: [{ $ref: '#/components/schemas/Miaow' }], unevaluatedProperties: false };
    const validate = await bodyValidator(documentOf(closed));
    expect(validate({ type: 'miaow', pitch: 1 })).toBe(true);
    expect(validate({ type: 'miaow', pith: 1 })).toBe(false);
  });
});

test('parameters arrive as text and are coerced to their type, listed values too', async () => {
  const logs = { name: 'Logs', in: 'query', required: true, schema: { type: 'integer', enum: [0, 1] } };
  const { createPet_query: validate } = (await load(requestValidators(documentOf({}, components, [logs])))) as {
    createPet_query: Validate;
  };
  const values = { logs: '1' };
  expect(validate(values)).toBe(true);
  expect(values).toEqual({ logs: 1 });
  expect(validate({ logs: '2' })).toBe(false);
  expect(validate({})).toBe(false);
});

test('equal schemas share a validator', async () => {
  const { createPet_body, createMore_body } = await load(requestValidators(documentOf({ type: 'object', required: ['name'] })));
  expect(createPet_body).toBeTypeOf('function');
  expect(createMore_body).toBe(createPet_body);
});

test('every component has a validator of answers', async () => {
  const validators = await load(responseValidators(documentOf({})));
  expect(Object.keys(validators).sort()).toEqual(
    Object.keys(components)
      .map((name) => `schema_${name}`)
      .sort(),
  );
});
