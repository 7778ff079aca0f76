/** Members that are null where they mean to be absent. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Validate } from '../../../src/contract/judge/validate.js';
import { judgeValue } from '../../../src/contract/judge/value.js';

const ajv = new Ajv2020({ allErrors: true, strict: false });

const part = (type: string, member: string) => ({
  type: 'object',
  required: ['type', member],
  properties: { type: { const: type }, [member]: { type: 'string' }, note: { type: 'string' } },
});
const schema = {
  type: 'object',
  required: ['model'],
  properties: {
    model: { type: 'string' },
    temperature: { type: 'number' },
    size: { enum: ['S', 'M'] },
    stop: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    legal: { type: ['string', 'null'] },
    parts: { type: 'array', items: { oneOf: [part('text', 'text'), part('image', 'url')] } },
    options: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: { type: 'object', required: ['c'] } } },
    'a/b~c': { type: 'string' },
  },
  if: { not: { required: ['temperature'] } },
  then: { properties: { size: { const: 'S' } } },
};
const validate = ajv.compile(schema) as Validate;

const judge = (value: unknown) => {
  const { nulls, errors, value: counted } = judgeValue(validate, value);
  return {
    nulls: [...nulls].sort(),
    errors: [...new Set(errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`))],
    counted,
  };
};

describe('null counts as absent', () => {
  test.each<[what: string, value: unknown, nulls: string[], counted: unknown]>([
    ['nowhere where there is none', { model: 'm' }, [], { model: 'm' }],
    ['not where the contract has it', { model: 'm', legal: null }, [], { model: 'm', legal: null }],
    ['in an optional member', { model: 'm', temperature: null }, ['/temperature'], { model: 'm' }],
    ['in a list of values', { model: 'm', size: null }, ['/size'], { model: 'm' }],
    ['in a union', { model: 'm', stop: null }, ['/stop'], { model: 'm' }],
    ['in a member of a member', { model: 'm', options: { a: 'x', b: null } }, ['/options/b'], { model: 'm', options: { a: 'x' } }],
    [
      'in an alternative of a list',
      { model: 'm', parts: [{ type: 'text', text: 'x', note: null }] },
      ['/parts/0/note'],
      { model: 'm', parts: [{ type: 'text', text: 'x' }] },
    ],
    [
      'in several members',
      { model: 'm', temperature: null, stop: null, legal: null },
      ['/stop', '/temperature'],
      { model: 'm', legal: null },
    ],
    ['in a member whose name has to be escaped', { model: 'm', 'a/b~c': null }, ['/a~1b~0c'], { model: 'm' }],
  ])('%s', (_, value, nulls, counted) => {
    const before = structuredClone(value);
    expect(judge(value)).toEqual({ nulls, errors: [], counted });
    expect(value).toEqual(before);
  });
});

describe('null is a violation', () => {
  test.each<[what: string, value: unknown, errors: string[], nulls: string[]]>([
    ['as a whole', null, [' type'], []],
    ['in a member that has to be there', { model: null }, ['/model type'], []],
    ['in such a member of a member', { model: 'm', options: { a: null } }, ['/options/a type'], []],
    ['among the items of a list', { model: 'm', stop: ['a', null] }, ['/stop type', '/stop/1 type', '/stop anyOf'], []],
    ['and others are none', { model: null, temperature: null }, ['/model type'], ['/temperature']],
  ])('%s', (_, value, errors, nulls) => {
    expect(judge(value)).toMatchObject({ errors, nulls });
  });

  test('where the member that is absent then makes another wrong', () => {
    expect(judge({ model: 'm', temperature: null, size: 'M' })).toMatchObject({ errors: ['/size const', ' if'], nulls: ['/temperature'] });
  });
});

test('many members are judged in one go', () => {
  const parts = Array.from({ length: 5000 }, () => ({ type: 'text', text: 'x', note: null }));
  let runs = 0;
  const counting: Validate = (value) => {
    runs++;
    const valid = validate(value);
    counting.errors = validate.errors ?? null;
    return valid;
  };
  const { value, nulls } = judgeValue(counting, { model: 'm', parts });
  expect(value).toEqual({ model: 'm', parts: parts.map(({ note: _, ...rest }) => rest) });
  // More are not named one by one.
  expect(nulls).toHaveLength(1000);
  expect(runs).toBe(2);
});
