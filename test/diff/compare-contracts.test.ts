import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Document, Schema } from '../../scripts/lib/document.js';
import { project } from '../../scripts/lib/project.js';
import { compareContracts, compareContractsInTurn } from '../../src/diff/compare-contracts.js';
import type { Level } from '../../src/diff/model/change.js';
import { formatDiff } from '../../src/diff/report.js';
import { oasdiffVerdict } from './oasdiff.js';

const toys = () => parse(readFileSync(new URL('../fixtures/diff/openapi.yaml', import.meta.url), 'utf8')) as Document;

type Mutate = (document: Document, schemas: Record<string, Schema>, paths: Record<string, Schema>) => void;

function changed(mutate: Mutate): [base: Document, current: Document] {
  const [base, current] = [toys(), toys()];
  mutate(current, current.components.schemas, current.paths);
  return [base, current];
}

const diffAfter = (mutate: Mutate) => compareContracts(...changed(mutate));

const create = '/v1/toys';
const look = '/v1/toys/{id}';
const bear = 'Schemas / BearRequest, Toys / bear / Make a toy';

/** What is changed, what it amounts to, and a line of the report. */
const mutations: [name: string, level: Level, line: string, mutate: Mutate][] = [
  [
    'a request field is renamed',
    'breaking',
    '`fur` is now called `coat`',
    (_, { BearRequest: { properties } = {} }) => rename(properties, 'fur', 'coat'),
  ],
  ['a request field is removed', 'breaking', '`hat` is gone', (_, { BearRequest }) => void delete BearRequest?.properties.hat],
  ['a request field becomes required', 'breaking', '`hat` is required', (_, { BearRequest }) => void BearRequest?.required.push('hat')],
  [
    'a required request field is added',
    'breaking',
    '`paws` is new and required',
    (_, { BearRequest }) => add(BearRequest, 'paws', { type: 'integer' }, true),
  ],
  [
    'an optional request field is added',
    'non-breaking',
    '`paws` is new',
    (_, { BearRequest }) => add(BearRequest, 'paws', { type: 'integer' }),
  ],
  [
    'a request field changes its type',
    'breaking',
    '`hat` is string, was boolean',
    (_, { BearRequest }) => add(BearRequest, 'hat', { type: 'string' }),
  ],
  [
    'a request value is removed',
    'breaking',
    '`fur` no longer has `white`',
    (_, { BearRequest }) => void BearRequest?.properties.fur.enum.pop(),
  ],
  [
    'a request value is added',
    'non-breaking',
    '`fur` has the new value `gold`',
    (_, { BearRequest }) => void BearRequest?.properties.fur.enum.push('gold'),
  ],
  [
    'a limit shrinks',
    'breaking',
    '`name` has the limit `maxLength` `10`, was `20`',
    (_, { BearRequest }) => Object.assign(BearRequest?.properties.name, { maxLength: 10 }),
  ],
  [
    'a request object is closed',
    'breaking',
    'takes no other fields (`unevaluatedProperties`)',
    (_, { BearRequest }) => Object.assign(BearRequest as Schema, { unevaluatedProperties: false }),
  ],
  ['an alternative of a request is removed', 'breaking', 'TrainRequest', (_, __, { [create]: path }) => void bodyOf(path).oneOf.pop()],
  [
    'an alternative of a request is added, with a type of its own',
    'non-breaking',
    'TrainSetRequest',
    (_, schemas, { [create]: path }) => {
      schemas.TrainSetRequest = structuredClone(schemas.TrainRequest as Schema);
      schemas.TrainSetRequest.properties.kind.const = 'train-set';
      bodyOf(path).oneOf.push({ $ref: '#/components/schemas/TrainSetRequest' });
      bodyOf(path).discriminator.mapping['train-set'] = '#/components/schemas/TrainSetRequest';
    },
  ],
  [
    'a mapping is removed',
    'breaking',
    '`train` of `a body` has no alternative any more',
    (_, __, { [create]: path }) => void delete bodyOf(path).discriminator.mapping.train,
  ],
  ['an answer field is removed', 'breaking', '`made_at` is gone', (_, { Toy }) => void delete Toy?.properties.made_at],
  ['an answer field may be absent', 'breaking', '`status` may be absent', (_, { Toy }) => void Toy?.required.pop()],
  ['an answer field is added', 'non-breaking', '`price` is new', (_, { Toy }) => add(Toy, 'price', { type: 'integer' }, true)],
  [
    'an answer has a new value',
    'breaking',
    '`status` has the new value `lost`',
    (_, { Toy }) => void Toy?.properties.status.enum.push('lost'),
  ],
  [
    'a list that may grow, grows',
    'non-breaking',
    '`reason` knows the new value `lost`',
    (_, { Toy }) => void Toy?.properties.reason.anyOf[0].enum.push('lost'),
  ],
  [
    'a list that may grow, shrinks',
    'non-breaking',
    '`voice` no longer names `high`',
    (_, { TalkRequest }) => void TalkRequest?.properties.voice.anyOf[0].enum.pop(),
  ],
  [
    'a list that may grow is closed',
    'breaking',
    '`voice` is limited to `low`, `high`',
    (_, { TalkRequest }) => void TalkRequest?.properties.voice.anyOf.pop(),
  ],
  [
    'an alternative of an answer is removed',
    'breaking',
    '`Part` no longer has the alternative `sound`',
    (_, { Part }) => void Part?.oneOf.pop(),
  ],
  ['an event loses a field, in a stream', 'breaking', '`usage` is gone', (_, { TalkEvent }) => void delete TalkEvent?.properties.usage],
  [
    'an event may be longer, in a stream',
    'breaking',
    '`delta` has the limit `maxLength` `200`, was `100`',
    (_, { TalkEvent }) => Object.assign(TalkEvent?.properties.delta, { maxLength: 200 }),
  ],
  [
    'an event gains a limit, in a stream',
    'non-breaking',
    '`usage` has the limit `maximum` `5`',
    (_, { TalkEvent }) => Object.assign(TalkEvent?.properties.usage, { maximum: 5 }),
  ],
  [
    'the terminator of a stream changes',
    'breaking',
    'the stream: `terminator` is gone, was `[DONE]`',
    (_, __, { '/v1/talk': path }) => void delete path?.post['x-stream'].terminator,
  ],
  [
    'a task has another role',
    'breaking',
    'the job that it is about: `role` is `remix`, was `create`',
    (_, __, { [create]: path }) => Object.assign(path?.post['x-task'], { role: 'remix' }),
  ],
  [
    'an operation becomes a task',
    'non-breaking',
    'the job that it is about is new: `{"name":"toys","role":"query"}`',
    (_, __, { [look]: path }) => Object.assign(path?.get, { 'x-task': { name: 'toys', role: 'query' } }),
  ],
  [
    'errors come in another envelope',
    'breaking',
    'the dialect of its errors is gone, was `plain`',
    (_, __, { [create]: path }) => void delete path?.post['x-error-dialect'],
  ],
  [
    'a job family has another state',
    'breaking',
    'the family of jobs `toys`: `states.lost` is new: `{"value":"lost"}`',
    (document) => Object.assign(document['x-tasks'].toys.states, { lost: { value: 'lost' } }),
  ],
  ['an unused type is removed', 'breaking', 'type `Leftover` is gone', (_, schemas) => void delete schemas.Leftover],
  [
    'a type is added',
    'non-breaking',
    'type `Doll` is new',
    (_, schemas) => Object.assign(schemas, { Doll: { type: 'object', properties: {} } }),
  ],
  [
    'an unused type has another limit',
    'breaking',
    '`size` has the limit `minimum` `3`, was `1`',
    (_, { Leftover }) => Object.assign(Leftover?.properties.size, { minimum: 3 }),
  ],
  ['an operation is removed', 'breaking', 'operation `getToy` (GET /v1/toys/{id}) is gone', (_, __, paths) => void delete paths[look]],
  [
    'an operation is added',
    'non-breaking',
    'operation `listDolls` (GET /v1/dolls) is new',
    (_, __, paths) =>
      Object.assign(paths, { '/v1/dolls': { get: { operationId: 'listDolls', responses: { 200: { description: 'All.' } } } } }),
  ],
  [
    'an operation has another name',
    'breaking',
    'operation `getToy` is now called `readToy`',
    (_, __, { [look]: path }) => Object.assign(path?.get, { operationId: 'readToy' }),
  ],
  [
    'a parameter value is removed',
    'breaking',
    '`query parameter size` no longer has `large`',
    (_, __, { [look]: path }) => void path?.get.parameters[1].schema.enum.pop(),
  ],
  [
    'the key is no longer taken',
    'breaking',
    'can no longer be called with `Key`',
    (_, __, { [look]: path }) => void path?.get.security.shift(),
  ],
  [
    'another server',
    'breaking',
    'server https://toys.example is gone',
    (document) => Object.assign(document, { servers: [{ url: 'https://new.example' }] }),
  ],
  [
    'a header is described as a number',
    'breaking',
    '`response header X-Request-Id` is integer, was string',
    (document) => Object.assign(document.components.headers.XRequestId as Schema, { schema: { type: 'integer' } }),
  ],
  [
    'a description',
    'docs',
    'described anew: `description` is `Another bear.`, was `A bear.`',
    (_, { BearRequest }) => Object.assign(BearRequest as Schema, { description: 'Another bear.' }),
  ],
  [
    'a provenance',
    'docs',
    'other provenance or pages: `x-docs.provenance` is `vendor`, was `seed`',
    (_, { Toy }) => Object.assign(Toy as Schema, { 'x-docs': { provenance: 'vendor' } }),
  ],
  [
    'an example',
    'docs',
    'example `bear-make-a-toy`: `request.name` is `Bo`, was `Bruno`',
    (_, __, { [create]: path }) =>
      Object.assign(path?.post.requestBody.content['application/json'].examples['bear-make-a-toy'].value, { name: 'Bo' }),
  ],
  [
    'an error example',
    'docs',
    '`PlainError`: example `plain-400` is gone',
    (document) => Object.assign(document.components.responses.PlainError?.content?.['application/json'] as Schema, { examples: {} }),
  ],
];

const bodyOf = (path: Schema | undefined): Schema => path?.post.requestBody.content['application/json'].schema;
function rename(properties: Schema, from: string, to: string): void {
  properties[to] = properties[from];
  delete properties[from];
}
function add(schema: Schema | undefined, name: string, property: Schema, required = false): void {
  if (!schema) throw new Error(`no schema for ${name}`);
  schema.properties[name] = property;
  if (required) schema.required.push(name);
}

describe('two versions of a contract', () => {
  it.each(mutations)('%s: %s', async (_, level, line, mutate) => {
    const diff = await diffAfter(mutate);
    expect(diff.changes[0]).toMatchObject({ level });
    expect(diff.verdict).toBe({ breaking: 'major', 'non-breaking': 'minor', docs: 'patch' }[level]);
    expect(formatDiff(diff)).toContain(line);
  });

  it.each(mutations)('are judged no milder than oasdiff does: %s', async (_, level, __, mutate) => {
    const verdict = await oasdiffVerdict(...changed(mutate));
    if (verdict?.level === 'breaking') expect(level, verdict.checks.join()).toBe('breaking');
  });

  it('say nothing when they are the same, in whatever order', async () => {
    const diff = await diffAfter((document, schemas) => {
      document.components.schemas = Object.fromEntries(Object.entries(schemas).reverse());
      schemas.Toy?.required.reverse();
      schemas.Toy?.properties.status.enum.reverse();
    });
    expect(diff).toEqual({ base: '0.3.0', verdict: 'none', changes: [] });
  });

  it('say nothing when only their builds differ', async () => {
    const diff = await diffAfter(({ info }) => Object.assign(info, { version: `${info.version}+2026-05-06.acbb256fed1a` }));
    expect(diff).toMatchObject({ verdict: 'none', changes: [] });
  });

  it('list a fact once, with the pages and operations that it touches', async () => {
    const { changes } = await diffAfter((_, { BearRequest }) => rename(BearRequest?.properties, 'fur', 'coat'));
    expect(changes).toMatchObject([{ level: 'breaking', component: 'BearRequest', operations: ['createToy'], pages: bear.split(', ') }]);
    const shared = await diffAfter((_, { Toy }) => void delete Toy?.properties.made_at);
    expect(shared.changes).toMatchObject([
      { operations: ['createToy', 'getToy'], pages: ['Toys / bear / Make a toy', 'Toys / train / Make a toy', 'Toys / Look at a toy'] },
    ]);
  });

  it('touch the page of an example, not all pages of its operation', async () => {
    const { changes } = await diffAfter(
      (_, __, { [create]: path }) => void delete path?.post.requestBody.content['application/json'].examples['train-make-a-toy'],
    );
    expect(changes).toMatchObject([{ text: 'example `train-make-a-toy` is gone', pages: ['Toys / train / Make a toy'] }]);
  });

  it('do not call a field reworded that has come or gone', async () => {
    const { changes } = await diffAfter((_, { BearRequest }) => {
      add(BearRequest, 'paws', { type: 'integer', description: 'How many.' });
      Object.assign(BearRequest?.properties.hat, { description: 'On the head.' });
    });
    expect(changes.map(({ text }) => text)).toEqual([
      '`paws` is new',
      '`BearRequest`: described anew: `properties.hat.description` is new: `On the head.`',
    ]);
    const gone = await diffAfter((_, { BearRequest }) => void delete BearRequest?.properties.hat);
    expect(gone.changes.map(({ text }) => text)).toEqual(['`hat` is gone']);
  });

  it('are initial without an older one', async () => {
    expect(compareContracts(undefined, toys())).toEqual({ verdict: 'initial', changes: [] });
  });
});

describe('the real contract', () => {
  const read = () => JSON.parse(readFileSync(join(project.generated, 'openapi.json'), 'utf8')) as Document;

  it('is the same as itself', async () => {
    expect(compareContracts(read(), read())).toMatchObject({ verdict: 'none', changes: [] });
  });

  it('shows a change in any request schema of an operation with alternatives under the pages of that schema', async () => {
    const current = read();
    const body = Object.values(current.paths).flatMap(({ post }) => post?.requestBody?.content['application/json'].schema.oneOf ?? [])[0];
    const name = body.$ref.split('/').at(-1) as string;
    add(current.components.schemas[name], 'brand_new', { type: 'string' });
    const { verdict, changes } = compareContracts(read(), current);
    expect(verdict).toBe('minor');
    expect(changes).toMatchObject([{ text: '`brand_new` is new', component: name }]);
    expect(changes[0]?.pages.length).toBeGreaterThan(0);
  });

  it('has a minor change when a model comes, in requests and in answers', async () => {
    const current = read();
    const { schemas } = current.components;
    const { oneOf, discriminator } = bodyOf(current.paths['/v1/videos']);
    const [known] = (schemas.VideoTaskModel as Schema).anyOf[0].enum;
    const sibling = structuredClone(schemas[discriminator.mapping[known].split('/').at(-1)] as Schema);
    sibling.properties.model.const = 'model-to-come';
    schemas.ModelToComeRequest = sibling;
    oneOf.push({ $ref: '#/components/schemas/ModelToComeRequest' });
    discriminator.mapping['model-to-come'] = '#/components/schemas/ModelToComeRequest';
    schemas.VideoTaskModel?.anyOf[0].enum.push('model-to-come');
    const { verdict, changes } = compareContracts(read(), current);
    expect(changes.map(({ text }) => text)).toContain('`VideoTaskModel` knows the new value `model-to-come`');
    expect(verdict).toBe('minor');
  });
});

it('is the same in turn with others, who come in between, and are told what is compared', async () => {
  const [base, current] = changed((_, { BearRequest }) => void delete BearRequest?.properties.hat);
  const told: string[] = [];
  const after = compareContractsInTurn(base, current, (step) => {
    told.push(step);
    setImmediate(() => told.push('another'));
  });
  expect(await after).toEqual(compareContracts(base, current));
  expect(told.slice(0, 4)).toEqual(['schemas', 'another', 'operations', 'another']);
});

it('compares schemas of one word as any other', () => {
  const hat = (schema: unknown) => changed((_, { BearRequest }) => add(BearRequest, 'hat', schema as Schema));
  const [base, current] = hat(true);
  expect(compareContracts(base, current).verdict).toBe('minor');
  expect(compareContracts(current, base).verdict).toBe('major');
  const [, within] = hat({ anyOf: [true, { type: 'integer' }] });
  expect(compareContracts(within, structuredClone(within)).changes).toEqual([]);
});
