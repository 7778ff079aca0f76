/** Which operations and pages a change touches: the closest pages that there are. */
import { expect, test } from 'vitest';
import type { Document, Schema } from '../../scripts/lib/document.js';
import { attribute } from '../../src/diff/attribute.js';
import { type Change, change } from '../../src/diff/model/change.js';
import { reaches } from '../../src/diff/model/reach.js';
import { contractOf, ref } from './toy-shop.js';

const docs = (...pages: string[]) => ({ 'x-docs': { provenance: 'seed', pages: pages.map((page) => ({ path: ['Toys', page] })) } });
const branch = (kind: string, more: object = {}): Schema => ({ type: 'object', properties: { kind: { const: kind } }, ...more });
const json = (schema: Schema, examples = {}) => ({ content: { 'application/json': { schema, examples } } });

const toys = (): Document =>
  contractOf(
    {
      Bear: branch('bear'),
      Train: branch('train', docs('Train schema')),
      Order: { oneOf: [ref('Bear'), ref('Train')], discriminator: { propertyName: 'kind' } },
      Toy: { type: 'object' },
      Part: { type: 'object' },
      Unused: { type: 'object' },
    },
    {
      make: {
        ...docs('Make a bear', 'Make a train'),
        requestBody: json(ref('Order'), {
          bear: { value: { kind: 'bear' }, ...docs('Make a bear') },
          train: { value: { kind: 'train' }, ...docs('Make a train') },
        }),
        responses: { 200: json(ref('Toy')) },
      } as never,
      look: { ...docs('Look'), responses: { 200: json(ref('Toy'), { look: { value: {} } }) } } as never,
      undocumented: { responses: { 200: json(ref('Part')) } } as never,
    },
  );

function attributed(item: Change, base = toys(), current = toys()): string {
  const versions = [current, base].map((document) => ({ document, reached: reaches(document) }));
  const [found] = attribute([item], versions);
  return `${found?.operations.join()}: ${found?.pages.join(', ')}`;
}

const about = (more: Partial<Change>, rule = 'x') => change('breaking', rule, 'x', more);

test.each<[what: string, change: Change, wanted: string]>([
  ['of an operation', about({ operations: ['look'] }), 'look: Toys / Look'],
  ['of several operations', about({ operations: ['look', 'make'] }), 'look,make: Toys / Look, Toys / Make a bear, Toys / Make a train'],
  ['of an operation without pages', about({ operations: ['undocumented'] }), 'undocumented: '],
  ['of an operation that there is not', about({ operations: ['none'] }), 'none: '],
  ['of a type that operations share', about({ component: 'Toy' }), 'make,look: Toys / Make a bear, Toys / Make a train, Toys / Look'],
  ['of a type with a page of its own', about({ component: 'Train' }), 'make: Toys / Train schema, Toys / Make a train'],
  ['of an alternative, on the pages whose requests are of it', about({ component: 'Bear' }), 'make: Toys / Make a bear'],
  ['of a type in one operation only', about({ component: 'Toy', operations: ['look'] }), 'look: Toys / Look'],
  ['of a type that nobody uses', about({ component: 'Unused' }), ': '],
  ['of a type that there is not', about({ component: 'None' }), ': '],
  ['of an example', about({ operations: ['make'], subjects: ['bear'] }, 'example'), 'make: Toys / Make a bear'],
  ['of an example without pages', about({ operations: ['look'], subjects: ['look'] }, 'example'), 'look: Toys / Look'],
  ['of the whole', about({}), ': '],
])('a change %s', (_, item, wanted) => {
  expect(attributed(item)).toBe(wanted);
});

test('what is gone is found in the older contract', () => {
  const current = toys();
  delete current.paths['/make'];
  delete current.components.schemas.Train;
  current.components.schemas.Order = { oneOf: [ref('Bear')], discriminator: { propertyName: 'kind' } };
  expect(attributed(about({ operations: ['make'] }), toys(), current)).toBe('make: Toys / Make a bear, Toys / Make a train');
  expect(attributed(about({ component: 'Train' }), toys(), current)).toBe('make: Toys / Train schema, Toys / Make a train');
});
