import { expect, test } from 'vitest';
import { compareContracts } from '../../src/diff/compare-contracts.js';
import { asContract, ContractError } from '../../src/diff/read-contract.js';
import { whyMisshapen } from '../../src/diff/shape.js';
import { contractOf, operationOf, ref } from './toy-shop.js';

const shop = () => ({
  ...contractOf(
    {
      Toy: {
        type: 'object',
        description: 'What one plays with.',
        required: ['kind'],
        properties: {
          kind: { enum: ['bear', 'kite'] },
          parts: { type: 'array', items: ref('Part'), minItems: 1 },
          owner: { oneOf: [ref('Part'), { type: 'null' }] },
        },
        allOf: [ref('Part')],
      },
      Part: {
        type: ['object', 'null'],
        properties: { size: { type: 'integer', default: 3, maximum: 9 }, made: { type: 'string', pattern: '^a', format: 'date' } },
        additionalProperties: { const: 1 },
        discriminator: { propertyName: 'size', mapping: { one: '#/components/schemas/Part' } },
      },
    },
    {
      buy: {
        ...operationOf('Toy', 'Part'),
        summary: 'Buys a toy',
        tags: ['shop'],
        parameters: [{ name: 'colour', in: 'query', required: true, schema: { type: 'string' } }],
        security: [{ key: ['write'] }],
      },
    },
  ),
  servers: [{ url: 'https://shop.example' }],
  tags: [{ name: 'shop', description: 'All that is sold.' }],
  security: [{ key: [] }],
});

/** Every place in a value, as its keys. */
const placesIn = (value: unknown): string[][] =>
  value === null || typeof value !== 'object'
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((place) => [key, ...place]))];

const odd = [5, true, null, 'x', [], {}, [5], [null], { a: 5 }];

test.each([
  ['servers', 5, '`/servers` cannot be 5'],
  ['servers', [{ name: 'a' }], '`/servers/0` lacks what it must have, and is {"name":"a"}'],
  ['paths', { '/a': 5 }, '`/paths/~1a` cannot be 5'],
  ['paths', { '/a': { get: { parameters: {} } } }, '`/paths/~1a/get/parameters` cannot be {}'],
  ['components', { schemas: { A: { allOf: 'a'.repeat(99) } } }, `\`/components/schemas/A/allOf\` cannot be "${'a'.repeat(39)}…`],
])('says what is wrong with %s of another shape, and where', (member, value, words) => {
  expect(whyMisshapen({ ...shop(), [member]: value })).toBe(words);
});

test('takes a key without a value for one that is not there', () => {
  expect(whyMisshapen({ ...shop(), components: { schemas: { A: { description: null } }, headers: null } })).toBeUndefined();
});

test('what is taken for a contract can be compared, whatever else is odd about it', () => {
  let compared = 0;
  for (const place of placesIn(shop()).slice(1)) {
    for (const value of odd) {
      const changed: any = shop();
      const last = place.slice(0, -1).reduce((inner, key) => inner[key], changed);
      last[place.at(-1) as string] = value;
      try {
        const contract = asContract(changed, (reason) => {
          throw new ContractError(reason);
        });
        compared++;
        compareContracts(contract, shop());
        compareContracts(shop(), contract);
      } catch (error) {
        if (error instanceof ContractError) continue;
        expect([place, value, (error as Error).message]).toEqual([place, value, expect.stringMatching(/ leads (nowhere|out of)/)]);
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});
