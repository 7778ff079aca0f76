/** Which members of a request replay does not compare. */
import { expect, test } from 'vitest';
import { volatileMembers } from '../../../../scripts/generate/requests/volatile-members.js';
import type { Document, Schema } from '../../../../scripts/lib/document.js';

const seal: Schema = { type: 'string', 'x-volatile': true };
const id: Schema = { type: 'string', 'x-volatile': 'id' };
const schemas: Record<string, Schema> = {
  Mark: { type: 'object', 'x-volatile': true, properties: { ttl: id } },
  Node: { type: 'object', properties: { id, child: { $ref: '#/components/schemas/Node' } } },
};
const document = { components: { schemas } } as unknown as Document;
const membersOf = (schema: Schema) => volatileMembers(document, schema);

test('members are found in objects, lists and alternatives, under the name that they have there', () => {
  const blocks = { anyOf: [{ type: 'string' }, { type: 'array', items: { oneOf: [{ properties: { seal } }, { properties: { id } }] } }] };
  expect(membersOf({ properties: { 'a/b': seal, blocks, plain: { type: 'string' } } })).toEqual({
    '/a~1b': true,
    '/blocks/*/seal': true,
    '/blocks/*/id': 'id',
  });
});

test('the mark stands on the component, or beside the reference to it; nothing is said of what is below', () => {
  const reference = { $ref: '#/components/schemas/Node', 'x-volatile': true };
  expect(membersOf({ properties: { mark: { $ref: '#/components/schemas/Mark' }, node: reference } })).toEqual({
    '/mark': true,
    '/node': true,
  });
});

test('a schema in itself is looked at once', () => {
  expect(membersOf({ $ref: '#/components/schemas/Node' })).toEqual({ '/id': 'id' });
});

test('a request without a body has none', () => {
  expect(volatileMembers(document, undefined)).toEqual({});
});
