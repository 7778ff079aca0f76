/** What no rule has judged does not pass in silence; what one has is not told twice. */
import { expect, test } from 'vitest';
import type { Document } from '../../../scripts/lib/document.js';
import { findUnjudged } from '../../../src/diff/find/unjudged.js';
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
  return findUnjudged(base, current, operationPairs(base, current), judged, [reaches(current), reaches(base)]).map(
    ({ level, rule, text, operations, component }) => {
      expect([level, rule]).toEqual(['breaking', 'unjudged']);
      return `${component ?? operations.join()}: ${text}`;
    },
  );
}

const { make, look } = { make: '/make', look: '/look' };
const say = (what: string, details: string) => `${what} has changed in a way that no rule judges; look at it: ${details}`;

test.each<[what: string, mutate: (document: Document) => void, judged: Change[], lines: string[]]>([
  ['nothing', () => {}, [], []],
  [
    'a limit',
    ({ components }) => Object.assign(components.schemas.Order?.properties.size, { maximum: 6 }),
    [],
    [`Order: ${say('`Order`', '`properties.size.maximum` is `6`, was `5`')}`],
  ],
  [
    'a limit that a rule of the type judged',
    ({ components }) => Object.assign(components.schemas.Order?.properties.size, { maximum: 6 }),
    [change('breaking', 'x', 'x', { component: 'Order' })],
    [],
  ],
  [
    'a limit that a rule of the operation judged',
    ({ components }) => Object.assign(components.schemas.Order?.properties.size, { maximum: 6 }),
    [change('non-breaking', 'x', 'x', { operations: ['make'] })],
    [],
  ],
  [
    'a limit of which only the words were judged',
    ({ components }) => Object.assign(components.schemas.Order?.properties.size, { maximum: 6 }),
    [change('docs', 'x', 'x', { component: 'Order', operations: ['make'] })],
    [`Order: ${say('`Order`', '`properties.size.maximum` is `6`, was `5`')}`],
  ],
  [
    'a limit of a type that another operation uses',
    ({ components }) => Object.assign(components.schemas.Order?.properties.size, { maximum: 6 }),
    [change('breaking', 'x', 'x', { operations: ['look'] })],
    [`Order: ${say('`Order`', '`properties.size.maximum` is `6`, was `5`')}`],
  ],
  [
    'a type that nobody uses',
    ({ components }) => Object.assign(components.schemas.Unused as object, { minimum: 2 }),
    [],
    [`Unused: ${say('`Unused`', '`minimum` is `2`, was `1`')}`],
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
    'an operation',
    ({ paths }) => Object.assign(paths[make]?.post, { 'x-odd': 1 }),
    [],
    [`make: ${say('the operation', '`x-odd` is new: `1`')}`],
  ],
  [
    'an operation that a rule judged',
    ({ paths }) => Object.assign(paths[make]?.post, { 'x-odd': 1 }),
    [change('breaking', 'x', 'x', { operations: ['make'] })],
    [],
  ],
  [
    'an operation of which other rules speak',
    ({ paths }) => Object.assign(paths[make]?.post, { 'x-stream': {}, 'x-task': {}, security: [] }),
    [],
    [],
  ],
  [
    'a header, in the operation that gives it',
    ({ paths }) => Object.assign(paths[look]?.post.responses[200], { headers: { 'X-Id': { schema: {} } } }),
    [],
    [`look: ${say('the operation', '`responses.200.headers` is new: `{"X-Id":{"schema":{}}}`')}`],
  ],
])('%s', (_, mutate, judged, lines) => {
  expect(told(mutate, judged)).toEqual(lines);
});
