/** What is wrong with an example, in the words that the users of the contract get, too. */
import { expect, test } from 'vitest';
import { closedJudges } from '../../../scripts/lib/closed-schemas.js';
import type { Document, Schema } from '../../../scripts/lib/document.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const schemas: Record<string, Schema> = {
  Fish: { type: 'object', required: ['kind'], properties: { kind: { const: 'fish' }, grams: { type: 'integer' } } },
  Menu: { type: 'object', required: ['kind'], properties: { kind: { const: 'menu' }, courses: { type: 'array', items: ref('Food') } } },
  Food: { oneOf: [ref('Fish'), ref('Menu')], discriminator: { propertyName: 'kind', mapping: { fish: '#', menu: '#' } } },
  Untagged: { oneOf: [ref('Fish'), ref('Menu')], discriminator: { propertyName: 'kind' } },
  Job: { type: 'object', required: ['job'], properties: { job: { type: 'string' } } },
  Result: { type: 'object', required: ['result'], properties: { result: ref('Fish') } },
  Answer: { anyOf: [ref('Job'), ref('Result')] },
  Whole: { allOf: [ref('Job'), { properties: { more: { type: 'string' } } }] },
  Source: { properties: { url: {}, file: {} }, anyOf: [{ required: ['url'] }, { required: ['file'] }] },
};
const document: Document = {
  openapi: '3.1.0',
  info: { title: 'Food', version: '1.0.0' },
  paths: {},
  components: { schemas, responses: {}, parameters: {}, headers: {}, securitySchemes: {} },
};
const judgeOf = closedJudges(document);

test.each([
  ['Fish', { kind: 'fish', grams: 1 }, []],
  ['Fish', 'fish', ['the body must be object, got string "fish"']],
  ['Fish', { kind: 'fish', grams: '1', gramms: 1 }, ['grams must be integer, got string "1"', 'gramms is not a known field, got number 1']],
  ['Whole', { job: '1', more: '2' }, []],
  ['Whole', { job: '1', most: '2' }, ['most is not a known field, got string "2"']],
  ['Food', { kind: 'menu', courses: [{ kind: 'fish' }] }, []],
  ['Food', { kind: 'menu', courses: [{ kind: 'fish', gram: 1 }] }, ['courses[0].gram is not a known field, got number 1']],
  ['Food', { kind: 'meat', grams: 1 }, ['kind must be one of "fish", "menu", got string "meat"']],
  ['Food', { grams: 1 }, ['kind is required']],
  ['Untagged', { kind: 'menu', grams: 1 }, ['grams is not a known field, got number 1']],
  ['Answer', { result: { kind: 'fish' } }, []],
  ['Answer', { job: '1', jobb: 1 }, ['jobb is not a known field, got number 1']],
  ['Answer', { result: { kind: 'fish', grams: '1' } }, ['job is required', 'result.grams must be integer, got string "1"']],
  ['Source', { url: '', files: '' }, ['files is not a known field, got string ""']],
  ['Source', {}, ['url is required', 'file is required']],
])('%s %j', (name, value, findings) => {
  expect(judgeOf(ref(name))(value, 'body').map(({ message }) => message)).toEqual(findings);
});

test('a finding tells where it is, and what it is about', () => {
  expect(judgeOf(ref('Food'))({ kind: 'menu', courses: [{ kind: 'fish', grams: '1' }] }, 'body')).toMatchObject([
    { in: 'body', pointer: '/courses/0/grams', keyword: 'type', expected: 'must be integer', got: 'string "1"' },
  ]);
});
