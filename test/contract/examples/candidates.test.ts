/** Which of a few examples is like a request, and by how much: the sums that the comments in the source give. */
import { describe, expect, test } from 'vitest';
import { Candidates } from '../../../src/contract/examples/candidates.js';
import type { Json } from '../../../src/contract/prepared/json.js';
import type { PreparedExample } from '../../../src/contract/prepared.js';

type Query = Record<string, string>;

const example = (name: string, body?: Json, query?: Query): PreparedExample => ({
  name,
  request: { ...(body !== undefined && { body }), ...(query && { query }) },
  status: 200,
  body: {},
});

const choose = (examples: PreparedExample[], body?: unknown, query: Query = {}) =>
  new Candidates(examples).choose(body, new URLSearchParams(query))?.name;

const plain = example('plain', { model: 'a' });
const setting = example('setting', { model: 'a', seed: 1 });
const settings = example('settings', { model: 'a', seed: 1, size: 1 });

describe('the example', () => {
  test.each<[what: string, examples: PreparedExample[], body: unknown, query: Query, wanted: string | undefined]>([
    ['of none', [], {}, {}, undefined],
    ['of one, whatever is asked', [settings], { other: 1 }, {}, 'settings'],
    ['for no body', [setting, plain], undefined, {}, 'plain'],
    ['for a body that is no object', [setting, plain], 'text', {}, 'plain'],
    ['that has what was sent, and nothing else', [settings, setting, plain], { model: 'b', seed: 2 }, {}, 'setting'],
    ['that has more of what was sent', [plain, setting, settings], { model: 'b', seed: 2, size: 2, other: 2 }, {}, 'settings'],
    // Of `settings`, one field present (10) and one absent (-9) are worth 1 more than neither.
    ['that takes up more of the request, at one field too many', [plain, settings], { model: 'b', seed: 2 }, {}, 'settings'],
    ['that comes first, of two alike', [example('one', { a: 1 }), example('two', { a: 1 })], { a: 1 }, {}, 'one'],
    ['with the parameter that was sent', [example('all'), example('page', undefined, { after: 'x' })], undefined, { after: 'y' }, 'page'],
    ['without a parameter that was not sent', [example('page', undefined, { after: 'x' }), example('all')], undefined, {}, 'all'],
    [
      'by a parameter that no example has',
      [example('all'), example('page', undefined, { after: 'x' })],
      undefined,
      { constructor: '1' },
      'all',
    ],
    // A kind counts thrice.
    [
      'with the kind of part',
      [example('text', [{ type: 'text' }]), example('image', [{ type: 'image' }])],
      [{ type: 'image' }],
      {},
      'image',
    ],
    [
      'with the kind of part, against two settings',
      [example('text', { parts: [{ type: 'text' }], seed: 1, size: 1 }), example('image', { parts: [{ type: 'image' }] })],
      { parts: [{ type: 'image' }], seed: 1, size: 1 },
      {},
      'image',
    ],
  ])('%s', (_, examples, body, query, wanted) => {
    expect(choose(examples, body, query)).toBe(wanted);
  });
});

describe('a variation', () => {
  const base = example('page', { model: 'a' });
  const varied = example('page.seed', { model: 'a', seed: 1 });
  const twice = example('page.seed.size', { model: 'a', seed: 1, size: 1 });

  test.each<[what: string, examples: PreparedExample[], body: unknown, wanted: string | undefined]>([
    ['is for a request that has what it adds', [base, varied], { model: 'b', seed: 2 }, 'page.seed'],
    ['is not for one that has nothing of it', [varied, base], { model: 'b' }, 'page'],
    ['of a variation adds to that one', [base, varied, twice], { model: 'b', seed: 1 }, 'page.seed'],
    ['of a variation that there is not adds to the example before it', [base, twice], { model: 'b', size: 1 }, 'page.seed.size'],
    ['of nothing is an example like others', [example('other.seed', { seed: 1 }), base], {}, 'other.seed'],
    ['is taken where there is nothing else', [varied], {}, 'page.seed'],
  ])('%s', (_, examples, body, wanted) => {
    expect(choose(examples, body)).toBe(wanted);
  });

  test('of nothing but variations, for a request that has nothing of them, is none', () => {
    expect(choose([example('a', {}), varied, base].slice(1, 2), {})).toBe('page.seed');
  });
});

test('one request leaves nothing behind for the next', () => {
  const candidates = new Candidates([plain, settings]);
  const query = new URLSearchParams();
  const bodies = [{ seed: 1, size: 1 }, {}, { seed: 1, size: 1 }, { model: 'a' }];
  expect(bodies.map((body) => candidates.choose(body, query)?.name)).toEqual(['settings', 'plain', 'settings', 'plain']);
});
