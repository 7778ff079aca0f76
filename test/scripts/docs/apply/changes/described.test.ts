import { expect, test } from 'vitest';
import { sentenceOf } from '../../../../../scripts/docs/apply/changes/described.js';

test.each([
  [{ type: 'integer', minimum: 1, maximum: 100, default: 20 }, 'A whole number, at least 1, at most 100; `20` by default.'],
  [{ type: 'boolean' }, '`true` or `false`.'],
  [{ type: ['string', 'null'], format: 'date' }, 'A text or `null`, in the format `date`.'],
  [{ enum: ['asc', 'desc'], default: 'asc' }, 'One of `asc`, `desc`; `asc` by default.'],
  [{ const: 1 }, '`1`.'],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: {} }] }, 'A text or a list.'],
  [{}, 'Any value.'],
])('%j', (schema, sentence) => {
  expect(sentenceOf(schema)).toBe(sentence);
});
