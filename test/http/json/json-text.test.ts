import { describe, expect, test } from 'vitest';
import { jsonOrText, readJson, UnreadableJsonError } from '../../../src/http/json/json-text.js';

const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

function refusal(text: string): UnreadableJsonError {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof UnreadableJsonError) return error;
  }
  throw new Error('it was read');
}

test.each([
  '{"a":[1,null,"b"]}',
  '5',
  '""',
  ' [] ',
  arrays(1000),
  objects(1000),
  `[${`${arrays(900)},`.repeat(50)}1]`,
  JSON.stringify({ '[{': '[\\"'.repeat(5000), b: '[\\'.repeat(5000), c: `${'\\'.repeat(5000)}` }),
])('%.20s is read', (text) => {
  expect(readJson(text)).toEqual(JSON.parse(text));
  expect(jsonOrText(text)).toEqual(JSON.parse(text));
});

describe('is not read:', () => {
  test.each(['', '{', 'words', arrays(1000).slice(1)])('%.20s', (text) => {
    const { message, expected } = refusal(text);
    expect(message).toMatch(/^is not valid JSON: ./);
    expect(expected).toBe('must be JSON');
    expect(jsonOrText(text)).toBe(text);
  });

  test.each([arrays(1001), objects(1001), `[1,{"a":${objects(999)}}]`, arrays(1_000_000), objects(1_000_000)])(
    '%.20s, which is deep',
    (text) => {
      const { message, expected } = refusal(text);
      expect(message).toBe('is nested more than 1000 levels deep');
      expect(expected).toBe('must be nested at most 1000 levels deep');
      expect(jsonOrText(text)).toBe(text);
    },
  );
});
