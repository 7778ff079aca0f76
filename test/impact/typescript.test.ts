/** What someone sees who compiles a call against the newer types. */
import { expect, test } from 'vitest';
import type { Schema } from '../../scripts/lib/document.js';
import { callOf, judgeOf, type Mutate, type ToyCall } from './toy-calls.js';

const sends: ToyCall = {
  sent: { kind: 'bear', name: 'Bruno', fur: 'white', hat: true },
  answer: { id: 'a', status: 'made', reason: 'full' },
};

const bear =
  (mutate: (properties: Schema, schema: Schema) => unknown): Mutate =>
  ({ components }) =>
    void mutate(components.schemas.BearRequest?.properties, components.schemas.BearRequest as Schema);
const toy =
  (mutate: (properties: Schema, schema: Schema) => unknown): Mutate =>
  ({ components }) =>
    void mutate(components.schemas.Toy?.properties, components.schemas.Toy as Schema);

test.each<[what: string, mutate: Mutate, told: string]>([
  ['a field that is gone from a request', bear((at) => delete at.hat), '`hat` does not exist in type `BearRequest`'],
  [
    'a field by another name',
    bear((at) => {
      at.cap = at.hat;
      delete at.hat;
    }),
    '`hat` does not exist in type `BearRequest`; it is called `cap`',
  ],
  [
    'a field that is new and required',
    bear((at, schema) => {
      at.paws = { type: 'integer' };
      schema.required.push('paws');
    }),
    'property `paws` is missing, but required in type `BearRequest`',
  ],
  ['a value that is gone', bear((at) => at.fur.enum.pop()), '`fur`: type `"white"` is not assignable to type `"brown"`'],
  ['another type', bear((at) => Object.assign(at.hat, { type: 'string' })), '`hat`: type `boolean` is not assignable to type `string`'],
  ['a limit', bear((at) => Object.assign(at.name, { maxLength: 2 })), 'nothing: types do not tell it'],
  ['a field that is deprecated', bear((at) => Object.assign(at.hat, { deprecated: true })), '`hat` is shown as deprecated'],
  ['a field that is gone from an answer', toy((at) => delete at.status), 'property `status` does not exist on type `Toy`'],
  ['a field that may be absent', toy((_, schema) => schema.required.pop()), '`status` becomes optional: `"queued" | "made" | undefined`'],
  [
    'a value that may come',
    toy((at) => at.status.enum.push('lost')),
    'the union of `status` gains the member `"lost"`: exhaustive switches miss it',
  ],
  ['null that may come', toy((at) => Object.assign(at.id, { type: ['string', 'null'] })), '`id` is `string | null`, was `string`'],
  [
    'a list in place of a text',
    toy((at) => Object.assign(at, { id: { type: 'array', items: { type: 'string' } } })),
    '`id` is `string[]`, was `string`',
  ],
])('%s', (_, mutate, told) => {
  expect(
    judgeOf(mutate)
      .judge(callOf(sends))
      ?.findings.map(({ typescript }) => typescript),
  ).toEqual([told]);
});
