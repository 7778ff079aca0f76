import { describe, expect, test } from 'vitest';
import { validates } from '../../../src/samples/index.js';
import { drafts, groupsOf } from '../suite.js';

/** What is not decided as the suite has it, and why. */
const exceptions: [why: string, files: RegExp, draft?: string][] = [
  ['nothing is fetched', /^(refRemote|vocabulary)$|^optional\/cross-draft$/],
  ['formats are checked, as those who send schemas expect', /^format$/],
  ['what a text contains is not looked into', /^optional\/content$/],
  ['formats are told as far as samples need them', /^optional\/format/],
];
/** Groups with references to schemas elsewhere. */
const remote = /metaschema|remote ref|^strict-tree|implementation dynamic anchor|\$dynamicAnchor are independent|detached \$dynamicAnchor/;

describe.each(drafts)('values are judged as JSON-Schema-Test-Suite does, %s', async (draft) => {
  const groups = (await groupsOf(draft)).filter(
    ({ file, description }) => !exceptions.some(([, files]) => files.test(file)) && !remote.test(description),
  );

  test('all of it', () => {
    const wrong = groups.flatMap(({ file, description, schema, tests }) =>
      tests.filter(({ data, valid }) => validates(schema, data) !== valid).map((one) => `${file}: ${description}: ${one.description}`),
    );
    expect(groups.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});

test('what cannot be told is not valid', () => {
  expect(validates({ $ref: 'https://example.com/elsewhere' }, 1)).toBe(false);
  expect(validates({ $ref: '#' }, 1)).toBe(false);
  expect(validates({ type: 'string', pattern: '(a)\\1' }, 'aa')).toBe(false);
});

test('OpenAPI 3.0 and Gemini write some words otherwise', () => {
  expect(validates({ type: 'string', nullable: true }, null)).toBe(true);
  expect(validates({ type: 'number', minimum: 1, exclusiveMinimum: true }, 1)).toBe(false);
  expect(validates({ type: 'OBJECT', properties: { a: { type: 'ARRAY', minItems: '2', items: { type: 'STRING' } } } }, { a: ['x'] })).toBe(
    false,
  );
});
