import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Contract, coverageOf, reportOf } from '../../../../scripts/docs/coverage.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';
import type { Document } from '../../../../scripts/lib/document.js';
import type { Example } from '../../../../scripts/lib/examples.js';
import { project } from '../../../../scripts/lib/project.js';

const document = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  'x-tasks': { walks: { states: { running: {}, done: {} } } },
  paths: {
    '/pets': {
      get: { operationId: 'listPets', responses: {} },
      post: { operationId: 'createPet', requestBody: { required: true, content: {} }, responses: {} },
    },
    '/walks/{id}': { get: { operationId: 'getWalk', 'x-task': { name: 'walks', role: 'query' }, responses: {} } },
    '/walks/{id}/result': { get: { operationId: 'getWalkResult', 'x-task': { name: 'walks', role: 'result' }, responses: {} } },
  },
  components: { schemas: { Pet: { 'x-docs': { provenance: 'seed' } }, Bare: {} }, responses: { NotFound: {} } },
} as unknown as Document;

const endpoint = (operation: string, example: string): DocsEntry => ({
  path: ['Pets', example],
  kind: 'endpoint',
  operation,
  example,
  provenance: 'seed',
});
const schema = (name: string, ...folders: string[]): DocsEntry => ({
  path: ['Schemas', ...folders, name],
  kind: 'schema',
  schema: name,
  provenance: 'inferred',
});
const guide = (...contributes: string[]): DocsEntry => ({ path: ['Start'], kind: 'guide', contributes, provenance: 'qnaigc' });

const example = (operationId: string, name: string, exchange: Partial<Pick<Example, 'request' | 'response'>> = {}): Example => ({
  operationId,
  name,
  file: '',
  summary: '',
  docs: { provenance: 'seed' },
  request: {},
  response: { status: 200, body: {} },
  ...exchange,
});

/** What is missing of each entry. */
const missing = (entries: DocsEntry[], examples: Example[] = []) => {
  const contract: Contract = { document, examples, errors: [{ name: 'plain-404' } as Contract['errors'][number]] };
  return coverageOf(entries, contract).map((leaf) => leaf.missing);
};

describe('a page', () => {
  it('is covered by an example of its operation and name', () => {
    expect(missing([endpoint('listPets', 'list')], [example('listPets', 'list')])).toEqual([undefined]);
  });

  it('is not covered without its operation, nor by the example of another one or of another name', () => {
    expect(missing([endpoint('feedPet', 'feed')])).toEqual(['no operation feedPet']);
    expect(missing([endpoint('listPets', 'list')], [example('createPet', 'list'), example('listPets', 'list.two')])).toEqual([
      'no example list',
    ]);
  });

  it.each([
    ['no response', { request: { body: {} }, response: { status: 200 } }],
    ['an empty stream', { request: { body: {} }, response: { status: 200, events: [] } }],
    ['no request', { request: {} }],
  ])('is not covered by an example with %s', (_, exchange) => {
    expect(missing([endpoint('createPet', 'create')], [example('createPet', 'create', exchange)])).toEqual([
      'the example create lacks its request or its response',
    ]);
  });

  it('is covered by a stream', () => {
    const stream = { request: { body: {} }, response: { status: 200, events: [{}] } };
    expect(missing([endpoint('createPet', 'create')], [example('createPet', 'create', stream)])).toEqual([undefined]);
  });

  it.each(['getWalk', 'getWalkResult'])('that asks after a job (%s) is covered by an example with one of its states', (operation) => {
    expect(missing([endpoint(operation, 'walk')], [example(operation, 'walk.done')])).toEqual([undefined]);
    expect(missing([endpoint(operation, 'walk')], [example(operation, 'walk'), example(operation, 'walk.lost')])).toEqual([
      'no example walk.running or walk.done',
    ]);
  });
});

it('covers a schema by a component with x-docs', () => {
  expect(missing([schema('Pet'), schema('Bare'), schema('Cat')])).toEqual([undefined, 'the schema Bare has no x-docs', 'no schema Cat']);
});

it('covers a guide by what it contributes', () => {
  const contributions = [
    'info',
    'responses/NotFound',
    'examples/errors/plain-404',
    'servers',
    'responses/Gone',
    'examples/errors/plain-400',
  ];
  expect(contributions.flatMap((contribution) => missing([guide('info', contribution)]))).toEqual([
    undefined,
    undefined,
    undefined,
    'no servers',
    'no responses/Gone',
    'no examples/errors/plain-400',
  ]);
});

describe('the docs map', () => {
  it.each([
    [{ ...endpoint('listPets', 'list'), operation: undefined }, 'the field operation is missing'],
    [{ ...endpoint('listPets', 'list'), example: undefined }, 'the field example is missing'],
    [{ ...schema('Pet'), schema: undefined }, 'the field schema is missing'],
    [{ ...schema('Pet'), provenance: undefined as never }, 'the field provenance is missing'],
    [{ ...schema('Pet'), path: undefined as never }, 'the field path is missing'],
    [guide(), 'the field contributes is missing'],
    [{ ...guide('info'), kind: 'page' as never }, 'the kind is none of endpoint, schema, guide'],
  ])('is told of an entry that lacks a field: %#', (entry, message) => expect(missing([entry])).toEqual([message]));

  it('is told of a path, or the example of a page, that stands twice', () => {
    expect(missing([schema('Pet'), schema('Pet'), schema('Pet', 'Cats')])).toEqual([
      'the path stands twice',
      'the path stands twice',
      undefined,
    ]);
    const pages = [endpoint('listPets', 'list'), { ...endpoint('listPets', 'list'), path: ['Cats'] }];
    expect(missing(pages, [example('listPets', 'list')])).toEqual(Array(2).fill('several pages have the example list'));
  });
});

it('misses a leaf of the navigation that has no entry', () => {
  const contract = { document, examples: [example('listPets', 'list')], errors: [] };
  const navigation = [['Pets', 'list'], ['Pets', 'feed'], ['FAQ']];
  expect(coverageOf([endpoint('listPets', 'list')], contract, navigation)).toMatchObject([
    { path: ['Pets', 'list'] },
    { path: ['Pets', 'feed'], kind: 'endpoint', missing: 'no entry in docs-map.yaml' },
    { path: ['FAQ'], kind: 'guide', missing: 'no entry in docs-map.yaml' },
  ]);
});

it('reports per group, per provenance, what is missing, and the sum', () => {
  const entries = [guide('servers'), endpoint('listPets', 'list'), schema('Pet'), schema('Bare', 'Cats')];
  const contract = { document, examples: [example('listPets', 'list')], errors: [] };
  expect(reportOf(coverageOf(entries, contract), ['seed', 'vendor', 'inferred'])).toEqual([
    'Pets            1 of 1',
    'Schemas         1 of 2',
    'Schemas / Cats  0 of 1',
    '',
    'seed      1 of 1',
    'vendor    0 of 0',
    'inferred  1 of 2',
    '',
    'missing: Start: no servers',
    'missing: Schemas / Cats / Bare: the schema Bare has no x-docs',
    '2 of 3 leaves, 0 of 1 guides',
  ]);
});

it('finds the whole documentation in the contract, and tells so at the end', async () => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/docs/commands/docs-coverage.ts'], { cwd: project.root });
  // Figures in the README that are not right any more end it with 1; that is for `npm run check` to hold.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  expect(stdout).toMatch(/^(\d+) of \1 leaves, (\d+) of \2 guides$/m);
});
