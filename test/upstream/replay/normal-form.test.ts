/** Two requests are the same where their normal forms are. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/prepared/json.js';
import { compileNormalForm } from '../../../src/upstream/replay/normal-form.js';

const normalize = compileNormalForm({ '/mark': true, '/items/*/mark': true, '/items/*/id': 'id', '/items/*/of': 'id', '/a~1b': true });

test('members are sorted, nulls and what differs from run to run are left out', () => {
  const body = {
    z: 1,
    mark: { any: 1 },
    'a/b': 2,
    nothing: null,
    items: [null, { mark: 1, text: 't' }, 'mark'],
    a: { mark: 'stays', b: null },
  };
  expect(JSON.stringify(normalize(body))).toBe('{"a":{"mark":"stays"},"items":[null,{"text":"t"},"mark"],"z":1}');
});

test('ids tell only what belongs to what', () => {
  const items = (one: string, other: string): Json => ({ items: [{ id: one }, { id: other }, { of: one }, { of: 'x' }] });
  expect(normalize(items('call_a', 'call_b'))).toEqual({ items: [{ id: '#1' }, { id: '#2' }, { of: '#1' }, { of: '#3' }] });
  expect(normalize(items('1', '2'))).toEqual(normalize(items('2', '1')));
  expect(normalize(items('1', '1'))).not.toEqual(normalize(items('1', '2')));
  expect(normalize({ items: [{ id: 7 }] })).toEqual({ items: [{ id: 7 }] });
});

test('an argument is not changed, and a body may be anything', () => {
  const body = { mark: 1 };
  normalize(body);
  expect(body).toEqual({ mark: 1 });
  for (const value of [null, 'text', 1, [], ['__proto__']]) expect(normalize(value)).toEqual(value);
  expect(JSON.stringify(normalize(JSON.parse('{"__proto__":{"a":1}}')))).toBe('{"__proto__":{"a":1}}');
});
