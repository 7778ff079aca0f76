import { expect, test } from 'vitest';
import { withoutLargeMembers } from '../../../src/http/json/large-members.js';

const without = (text: string, ofOne = 10, ofAll = 25) => withoutLargeMembers(text, /^(schema|parameters)$/, { ofOne, ofAll }, '{}');
const long = '{"a":"123456"}';

test('leaves out what is too long, wherever it stands, and tells of it', () => {
  const text = `{"text":"{\\"schema\\":{","tools":[{"schema":${long}}, {"b":{ "parameters" :\n ${long}},"n":1}]}`;
  const { text: small, leftOut } = without(text);
  expect(JSON.parse(small)).toEqual({ text: '{"schema":{', tools: [{ schema: {} }, { b: { parameters: {} }, n: 1 }] });
  expect(leftOut).toEqual([
    { name: 'schema', length: long.length },
    { name: 'parameters', length: long.length },
  ]);
});

test('leaves out what comes when as much as may be is read', () => {
  const short = '{"a":1234}';
  const text = JSON.stringify(Array(4).fill({ schema: JSON.parse(short) }));
  expect(JSON.parse(without(text).text)).toEqual([{ schema: { a: 1234 } }, { schema: { a: 1234 } }, { schema: {} }, { schema: {} }]);
});

test.each([
  `{"schema":"${'a'.repeat(50)}","parameters":[1,2,3,4,5,6,7,8,9,10]}`,
  `["schema",{"other":${long}}]`,
  `{"schema":{"a":"}}}}`,
  `{"schema":{"a":"12345678"`,
  '{"schema',
  '',
])('leaves %s as it is', (text) => {
  expect(without(text, 20)).toEqual({ text, leftOut: [] });
});

test('finds the end by what is no text', () => {
  const text = '{"schema":{"}\\\\":"\\"}{[","b":[{"c":"]"}]},"after":true}';
  expect(without(text).text).toBe('{"schema":{},"after":true}');
});

test('leaves what is too deep to be read to whoever refuses it', () => {
  const text = `{"schema":${'{"a":'.repeat(1001)}1${'}'.repeat(1001)}}`;
  expect(without(text)).toEqual({ text, leftOut: [] });
});
