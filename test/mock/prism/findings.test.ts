import { expect, test } from 'vitest';
import { toViolations } from '../../../src/mock/prism/findings.js';
import type { PrismFinding } from '../../../src/mock/prism/instance.js';

const finding = (path: string, code: string, message: string): PrismFinding => ({
  path: path === '' ? [] : path.split('/'),
  code,
  message,
  tags: [],
});

const values = { body: { model: 5, parts: [{ kind: 'text' }] }, query: { limit: 'many' } };
const messages = (...findings: PrismFinding[]) => toViolations(findings, values).map(({ message }) => message);

test.each<[PrismFinding, string, string]>([
  [finding('body/model', 'type', 'Request body property model must be string'), '/model', 'model must be string, got number 5'],
  [finding('body', 'required', "Request body must have required property 'prompt'"), '/prompt', 'prompt is required'],
  [finding('query/limit', 'type', 'Request query parameter limit must be integer'), '/limit', 'limit must be integer, got string "many"'],
  [
    finding('body/parts/0', 'additionalProperties', "Request body property parts.0 must NOT have additional properties; found 'kind'"),
    '/parts/0/kind',
    'parts[0].kind must NOT have additional properties; found \'kind\', got string "text"',
  ],
  [finding('', 'required', 'Body parameter is required'), '', 'the body is required, got an object {"model":5,"parts":[{"kind":"text"}]}'],
])('%j', (found, pointer, message) => {
  expect(toViolations([found], values)).toEqual([expect.objectContaining({ pointer, message, keyword: found.code })]);
});

test('of a choice, what lies deepest comes first, what tells the alternatives apart later, and the choice last', () => {
  expect(
    messages(
      finding('body/model', 'const', 'Request body property model must be equal to constant'),
      finding('body/parts', 'type', 'Request body property parts must be string'),
      finding('body/parts/0', 'required', "Request body property parts.0 must have required property 'text'"),
      finding('body', 'oneOf', 'Request body must match exactly one schema in oneOf'),
      finding('query/limit', 'type', 'Request query parameter limit must be integer'),
    ).map((message) => message.split(' ')[0]),
  ).toEqual(['limit', 'parts[0].text', 'parts', 'model', 'the']);
});
