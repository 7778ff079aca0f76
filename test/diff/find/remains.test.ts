/** What no rule speaks of does not pass in silence. */
import { expect, test } from 'vitest';
import type { Document, Schema } from '../../../scripts/lib/document.js';
import { findRemains } from '../../../src/diff/find/remains.js';
import { type Change, change } from '../../../src/diff/model/change.js';
import { operationPairs } from '../../../src/diff/model/operation-pairs.js';
import { reaches } from '../../../src/diff/model/reach.js';
import { contractOf, operationOf } from '../toy-shop.js';

const toys = (): Document =>
  contractOf(
    { Order: { type: 'object', properties: { size: { maximum: 5 } } }, Toy: { type: 'object' }, Unused: { minimum: 1 } },
    { make: { ...operationOf('Order', 'Toy'), summary: 'Make a toy' }, look: operationOf('Toy', 'Toy') },
  );

function told(mutate: (document: Document) => void, judged: Change[] = []): string[] {
  const [base, current] = [toys(), toys()];
  mutate(current);
  return findRemains(base, current, operationPairs(base, current), judged, [reaches(current), reaches(base)]).map(
    ({ level, text, operations, component }) => `${level} ${component ?? operations.join()}: ${text}`,
  );
}

const make = '/make';
const maybeEmpty = ({ components }: Document) => Object.assign(components.schemas.Order?.properties.size, { minimum: 0 });
const rewritten = (what: string, details: string) => `${what} is written in another way, which means the same: ${details}`;
const odd = 'the operation says what is not known to break nobody:';

test.each<[what: string, mutate: (document: Document) => void, judged: Change[], lines: string[]]>([
  ['nothing', () => {}, [], []],
  ['a type of which no rule speaks', maybeEmpty, [], [`docs Order: ${rewritten('`Order`', '`properties.size.minimum` is new: `0`')}`]],
  ['a type of which a rule speaks', maybeEmpty, [change('breaking', 'x', 'x', { component: 'Order' })], []],
  [
    'a type of which only the words were told',
    maybeEmpty,
    [change('docs', 'wording', 'x', { component: 'Order' })],
    [`docs Order: ${rewritten('`Order`', '`properties.size.minimum` is new: `0`')}`],
  ],
  ['a type that is gone, which another rule tells', ({ components }) => void delete components.schemas.Unused, [], []],
  [
    'words',
    ({ components, paths }) => {
      Object.assign(components.schemas.Order as object, { description: 'An order.' });
      Object.assign(paths[make]?.post, { summary: 'Other', description: 'Words', tags: ['Toys'] });
    },
    [],
    [],
  ],
  [
    'an extension of an operation that nobody knows, though a rule speaks of the operation',
    ({ paths }) => Object.assign(paths[make]?.post, { 'x-odd': 1 }),
    [change('breaking', 'x', 'x', { operations: ['make'] })],
    [`breaking make: ${odd} \`x-odd\` is new: \`1\``],
  ],
  [
    'a callback',
    ({ paths }) => Object.assign(paths[make]?.post, { callbacks: { done: {} } }),
    [],
    [`non-breaking make: the operation: \`callbacks\` is new: \`{"done":{}}\``],
  ],
  [
    'a key of a path',
    ({ paths }) => Object.assign(paths[make] as Schema, { 'x-odd': 1 }),
    [],
    [`breaking make: ${odd} \`x-odd\` is new: \`1\``],
  ],
  [
    'an operation of which other rules speak',
    ({ paths }) => Object.assign(paths[make]?.post, { 'x-stream': {}, 'x-task': {}, security: [] }),
    [],
    [],
  ],
  [
    'a key of the whole',
    (document) => Object.assign(document, { webhooks: { done: {} }, 'x-odd': 1 }),
    [],
    ['non-breaking : the contract as a whole: `webhooks` is new: `{"done":{}}`', 'docs : the contract as a whole: `x-odd` is new: `1`'],
  ],
  [
    'a shared response',
    ({ components }) => Object.assign(components.responses, { Gone: { description: 'Gone.' } }),
    [],
    ['docs : the shared response `Gone` is new'],
  ],
])('%s', (_, mutate, judged, lines) => {
  expect(told(mutate, judged)).toEqual(lines);
});
