import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { addItem, addMember, flowText, hasPath, NoSuchPlace, remove, renameKey, setValue } from '../../../../scripts/docs/edit/splice.js';

const text = `# About all of it.
type: object # why
required: [a, b]

properties:
  # What a is.
  a: { type: string, enum: [x, 'y'] }
  b:
    description: >-
      Folded
      text.
    type: integer
    enum:
      - 1
      # Two.
      - 2
list:
  - name: one
    in: query
  - name: two
`;

/** The lines that differ, as a patch shows them. */
function changed(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test('renames a key and leaves every other byte', () => {
  expect(changed(text, renameKey(text, ['properties', 'b'], 'c'))).toEqual(['-  b:', '+  c:']);
});

test('sets a value where it stands', () => {
  expect(changed(text, setValue(text, ['properties', 'b', 'type'], 'string'))).toEqual(['-    type: integer', '+    type: string']);
  expect(changed(text, setValue(text, ['properties', 'a', 'enum', 1], 'no'))).toEqual([
    "-  a: { type: string, enum: [x, 'y'] }",
    "+  a: { type: string, enum: [x, 'no'] }".replace("'no'", 'no'),
  ]);
  expect(parse(setValue(text, ['properties', 'b', 'description'], 'Short.')).properties.b.description).toBe('Short.');
});

test('takes away members and entries with the comments right above them', () => {
  expect(changed(text, remove(text, ['properties', 'a']))).toEqual(['-  # What a is.', "-  a: { type: string, enum: [x, 'y'] }"]);
  expect(changed(text, remove(text, ['properties', 'b', 'enum', 1]))).toEqual(['-      # Two.', '-      - 2']);
  expect(changed(text, remove(text, ['required', 1]))).toEqual(['-required: [a, b]', '+required: [a]']);
  expect(changed(text, remove(text, ['required', 0]))).toEqual(['-required: [a, b]', '+required: [b]']);
  expect(parse(remove(text, ['list', 0, 'name'])).list).toEqual([{ in: 'query' }, { name: 'two' }]);
  expect(parse(remove(text, ['list', 1])).list).toEqual([{ name: 'one', in: 'query' }]);
  expect(remove(text, ['type']).startsWith('# About all of it.\nrequired')).toBe(true);
});

test('takes away what becomes empty', () => {
  expect(remove('a:\n  b:\n    c: 1\nd: 2\n', ['a', 'b', 'c'], 0)).toBe('d: 2\n');
  expect(remove('required: [a]\ntype: object\n', ['required', 0], 0)).toBe('type: object\n');
});

test('adds members and entries where they belong', () => {
  expect(changed(text, addMember(text, ['properties', 'c'], { type: 'string' }))).toEqual(['+  c:', '+    type: string']);
  expect(changed(text, addMember(text, ['properties', 'a', 'format'], 'uri'))).toEqual([
    "-  a: { type: string, enum: [x, 'y'] }",
    "+  a: { type: string, enum: [x, 'y'], format: uri }",
  ]);
  expect(changed(text, addItem(text, ['properties', 'b', 'enum'], 3))).toEqual(['+      - 3']);
  expect(changed(text, addItem(text, ['required'], 'c'))).toEqual(['-required: [a, b]', '+required: [a, b, c]']);
  expect(parse(addMember(text, ['x-docs', 'fields', 'a'], 'nexconn'))['x-docs']).toEqual({ fields: { a: 'nexconn' } });
  expect(parse(addItem(text, ['list'], { name: 'three', in: 'query' })).list[2]).toEqual({ name: 'three', in: 'query' });
});

test('says which place there is not', () => {
  expect(() => renameKey(text, ['properties', 'z'], 'y')).toThrow(NoSuchPlace);
  expect(hasPath(text, ['properties', 'z'])).toBe(false);
});

test('writes any value so that it is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, key) => {
      const json = JSON.parse(JSON.stringify(value));
      expect(parse(flowText(json))).toEqual(json);
      expect(parse(addMember(text, ['properties', key], json)).properties[key]).toEqual(json);
      expect(parse(setValue(text, ['properties', 'b', 'type'], json)).properties.b.type).toEqual(json);
      expect(parse(addItem(text, ['list'], json)).list[2]).toEqual(json);
    }),
  );
});
