/** What a page describes in OpenAPI, of whatever form, is written into the contract as it means, or said not to be. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Applied, applyPages } from '../../../../../scripts/docs/apply/apply-pages.js';
import { type Fact, factLine, sortedFacts } from '../../../../../scripts/docs/facts/fact.js';
import { factsOfPage } from '../../../../../scripts/docs/facts/of-page.js';
import { schemaFacts } from '../../../../../scripts/docs/facts/of-schema.js';
import { ContractSources } from '../../../../../scripts/docs/locate/contract-sources.js';
import { recordPage } from '../../../../../scripts/docs/lock/lock.js';
import { readPages } from '../../../../../scripts/docs/read/inputs.js';
import type { DocsPage } from '../../../../../scripts/docs/read/page.js';
import type { DocsEntry } from '../../../../../scripts/lib/docs-map.js';
import type { Parameter, Schema } from '../../../../../scripts/lib/document.js';
import { generated, markdownOf, modelOf, operationIn, type PageModel } from '../../contract-pages.js';
import { notWritable, referred, writable } from '../../schema-forms.js';

const sources = new ContractSources();
const docs = sources.value('docs-map.yaml') as DocsEntry[];
const document = generated();
const entry = docs.find(({ operation }) => operation === 'createFile') as DocsEntry;

const pageOf = (model: PageModel): DocsPage => readPages('page', markdownOf(model))[0] as DocsPage;

/** What becomes of the page with something added. */
async function applied(add: (model: PageModel) => void): Promise<{ page: DocsPage; outcome: Applied; after: ContractSources }> {
  const model = modelOf(document, entry);
  const lock = recordPage([], docs, entry, pageOf(model));
  add(model);
  const page = pageOf(model);
  const outcome = await applyPages(sources, { inputs: [page], failures: [] }, { document, lock, day: '2030-01-02' });
  return { page, outcome, after: sources.with(outcome.texts) };
}

const said = ({ told }: Applied, what: string): string[] =>
  told.filter((one) => one.what.includes(what)).flatMap(({ outcome }) => Object.values(outcome));

const at = (facts: readonly Fact[], address: string): string[] =>
  sortedFacts(facts.filter(({ pointer }) => pointer === address || pointer.startsWith(`${address}/`))).map(factLine);

let all: Awaited<ReturnType<typeof applied>>;
let written: Fact[];

beforeAll(async () => {
  all = await applied((model) => {
    const { schemas } = model.document.components;
    Object.assign(schemas, structuredClone(referred));
    const schema = schemas.CreateFileRequest as Schema;
    const others = Object.entries(notWritable).map(([name, [form]]) => [name, form]);
    schema.properties = { ...schema.properties, ...structuredClone({ ...writable, ...Object.fromEntries(others) }) };
  });
  const schema = { $ref: '#/components/schemas/CreateFileRequest' };
  written = schemaFacts(all.after.document, [schema], 'request#').facts;
});

test.each(Object.keys(writable))('%s is written as it means', (name) => {
  const shown = at(factsOfPage(all.page), `request#/${name}`);
  expect(shown.length).toBeGreaterThan(0);
  expect(at(written, `request#/${name}`)).toEqual(shown);
  expect(said(all.outcome, `request#/${name}:`)).toEqual([expect.stringMatching(/^added/)]);
});

test.each(Object.entries(notWritable))('%s is for a person', (name, [, says]) => {
  expect(at(written, `request#/${name}`)).toEqual([]);
  expect(said(all.outcome, `request#/${name}:`)).toEqual([expect.stringMatching(says)]);
});

const memberIn = (from: ContractSources, name: string): Schema => from.document.components.schemas.CreateFileRequest?.properties[name];

test('alternatives stay alternatives, and each keeps what is said of it', () => {
  expect(memberIn(all.after, 'either_object_or_text')).toEqual({
    oneOf: [
      { type: 'object', required: ['bucket'], properties: { bucket: { type: ['string', 'null'] } } },
      { type: 'string', enum: ['default'] },
    ],
  });
});

test('an object of which no member is told may have any', () => {
  expect(memberIn(all.after, 'free_object')).toEqual({ type: 'object', additionalProperties: true });
});

test('a list of values that may be null has null', () => {
  expect(memberIn(all.after, 'null_of_values').enum).toEqual(['a', 'b', null]);
});

describe('a parameter', () => {
  const add = (parameter: object) => (model: PageModel) => {
    operationIn(model).parameters = [...(operationIn(model).parameters ?? []), parameter as Parameter];
  };
  it('has all that the page says of it but its words', async () => {
    const { outcome, after } = await applied(
      add({
        ...{ name: 'trace', in: 'query', deprecated: true, style: 'form', explode: false, description: 'How deep.' },
        schema: {
          oneOf: [
            { type: 'integer', default: 5, maximum: 9 },
            { type: 'array', items: { type: 'string' } },
          ],
        },
      }),
    );
    expect(said(outcome, 'query trace')).toEqual([
      'added the query parameter trace, described by what it may be: say in your own words what it is for',
    ]);
    expect(after.document.paths['/v1/files']?.post?.parameters).toEqual([
      {
        ...{ name: 'trace', in: 'query', description: 'A whole number or a list.', 'x-docs': { provenance: 'nexconn' }, deprecated: true },
        ...{ 'x-deprecated-since': '2030-01-02', style: 'form', explode: false },
        schema: {
          oneOf: [
            { type: 'integer', default: 5, maximum: 9 },
            { type: 'array', items: { type: 'string' } },
          ],
        },
      },
    ]);
  });
  it('of a form that cannot be written is for a person', async () => {
    const { outcome, after } = await applied(add({ name: 'trace', in: 'query', schema: { type: 'file' } }));
    expect(said(outcome, 'query trace')).toEqual([expect.stringMatching(/is no JSON Schema .* write it by hand/)]);
    expect(after.planned.has('paths/v1_files.yaml')).toBe(false);
  });
});

describe('a header of an answer', () => {
  const header = (model: PageModel) => {
    const { headers } = operationIn(model).responses['201'] as { headers: Record<string, Schema> };
    return headers;
  };
  it('has all that the page says of it but its words', async () => {
    const { after } = await applied((model) => {
      header(model)['X-Left'] = { required: true, description: 'What is left.', schema: { type: 'integer', minimum: 0 } };
    });
    const answer = after.document.paths['/v1/files']?.post?.responses['201'] as { headers: Record<string, Schema> } | undefined;
    expect(answer?.headers['X-Left']).toEqual({ required: true, schema: { type: 'integer', minimum: 0 } });
  });
  it('that is always there now is told of the header, which other answers have too', async () => {
    const { outcome, after } = await applied((model) => {
      header(model)['X-Request-Id'] = { required: true, schema: { type: 'string' } };
    });
    expect(said(outcome, 'required response 201 header')).toEqual([
      expect.stringMatching(/^openapi\/components\/headers\/XRequestId\.yaml:.* serves .* give this page a header of its own/),
    ]);
    expect([...after.planned.keys()].filter((file) => file.includes('headers'))).toEqual([]);
  });
  it('whose type is another one is told of all that have it', async () => {
    const { outcome } = await applied((model) => {
      header(model)['X-Request-Id'] = { schema: { type: 'integer' } };
    });
    expect(said(outcome, 'type response 201 header')).toEqual([expect.stringMatching(/XRequestId\.yaml:.* serves .* too/)]);
  });
});
