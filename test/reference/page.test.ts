/** The reference page of a small description: what it shows, and that nothing in a description can break it. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/contract/openapi.js';
import type { PreparedContract } from '../../src/contract/prepared.js';
import { createMock } from '../../src/mock/index.js';
import { referencePage } from '../../src/reference/page.js';

const description: Document = {
  openapi: '3.1.0',
  info: { title: 'Pets & toys', version: '1.2+2026-05-06.abc123', description: 'All about `pets`.' },
  tags: [{ name: 'Pets', description: 'Those that live.' }],
  paths: {
    '/pets/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      post: {
        operationId: 'feedPet',
        tags: ['Pets'],
        summary: 'Feed <b>a pet</b>',
        'x-docs': { provenance: 'vendor', pages: [{ path: ['Pets', 'Feeding'], page: '77e0', provenance: 'inferred' }] },
        requestBody: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Food' }, examples: { fish: { summary: 'Fish', value: {} } } },
          },
        },
        responses: { 200: { description: 'Eaten.' }, 404: { $ref: '#/components/responses/NotFound' } },
      },
    },
  },
  'x-provenance': { seed: 'a page that we hold', vendor: 'the word of the vendor' },
  components: {
    headers: {},
    securitySchemes: {},
    parameters: { Id: { name: 'id', in: 'path', required: true, description: 'Which pet.', schema: { type: 'string' } } },
    responses: { NotFound: { description: 'No such pet.' } },
    schemas: {
      Food: {
        oneOf: [{ $ref: '#/components/schemas/Fish' }, { $ref: '#/components/schemas/Menu' }],
        discriminator: { propertyName: 'kind' },
      },
      Fish: {
        type: 'object',
        required: ['kind'],
        'x-docs': { provenance: 'seed', fields: { grams: 'client-code' } },
        properties: {
          kind: { const: 'fish' },
          grams: { type: 'integer', minimum: 1 },
          colour: { anyOf: [{ enum: ['red'] }, { type: 'string', 'x-open-enum': true }] },
        },
      },
      Menu: {
        type: 'object',
        properties: { kind: { const: 'menu' }, courses: { type: 'array', items: { $ref: '#/components/schemas/Food' } } },
      },
    },
  },
};

const contract = {
  title: 'Pets',
  server: 'https://pets.example',
  operations: [
    { id: 'feedPet', examples: [{ name: 'fish', status: 200, request: { path: { id: '</script><b>' }, body: { kind: 'fish' } } }] },
  ],
  models: [{ id: 'fish-1', owner: 'sea', modalities: [], operations: ['feedPet'], schemas: ['Fish'] }],
  tasks: {},
  errors: { plain: { 429: [], 404: [] }, odd: { 404: [] } },
} as unknown as PreparedContract;

const assets = { style: 'p { color: red }', script: 'document.title;', samples: {} };
const { policy, files } = referencePage(description, contract, assets);
const body = files['index.html'];
/** As it is read. */
const textOf = (page: string): string =>
  page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const text = textOf(body);
const schemas = files['schemas.html'];

describe('the page', () => {
  test('says what there is, and where it is known from', () => {
    for (const words of [
      'Pets &amp; toys',
      'Those that live.',
      '/pets/{id}',
      'Pets / Feeding',
      '77e0',
      'inferred',
      'vendor',
      'No such pet.',
      'abc123',
    ]) {
      expect(text).toContain(words);
    }
    expect(body).toContain('All about <code>pets</code>.');
  });

  test('offers a key for each status of which an error is documented', () => {
    expect(Array.from(body.matchAll(/<option value="([^"]+)">/g), ([, key]) => key)).toEqual(['sk-mock-404', 'sk-mock-429']);
  });

  test('says what the words for a provenance mean, as the description does', () => {
    expect(text).toContain('seed a page that we hold vendor the word of the vendor');
  });

  test('describes fields: kind, limits, values, what is required, and each form of a body', () => {
    expect(text).toContain('id string required Which pet. (path)');
    expect(textOf(schemas)).toContain('grams integer client-code at least 1');
    expect(textOf(schemas)).toContain('known values red');
    expect(schemas).toMatch(/by <code>kind<\/code>/);
    expect(schemas).toMatch(/<summary>fish<\/summary>[\s\S]*<summary>menu<\/summary>/);
  });

  test('writes each component once, and leads to it from where it is used', () => {
    expect(body).toMatch(/id="feedPet\.body" open data-schema="Food"/);
    expect(schemas.match(/id="schema:Fish\.grams"/g)).toHaveLength(1);
    expect(schemas).toContain('<li id="schema:Food:Fish"><details data-schema="Fish">');
    // A list leads to what is in it, and one that holds itself has an end.
    expect(schemas).toMatch(/id="schema:Menu\.courses"[\s\S]*?<details data-schema="Food">/);
  });

  test('says what uses a schema', () => {
    const uses = (name: string) => /<h2>Used by<\/h2>\s*<ul>(.*?)<\/ul>/s.exec(schemas.slice(schemas.indexOf(`id="schema:${name}"`)))?.[1];
    expect(uses('Food')).toBe('<li><a href="#feedPet">feedPet</a></li><li><a href="#schema:Menu">Menu</a></li>');
    expect(uses('Fish')).toBe('<li><a href="#schema:Food">Food</a></li>');
  });

  test('has an index of what there is to be found', () => {
    const found = JSON.parse(files['search.json']);
    for (const entry of [
      ['operation', 'Feed <b>a pet</b>', 'feedPet POST /pets/{id}', 'feedPet'],
      ['model', 'fish-1', 'feedPet', 'feedPet.body:Fish'],
      ['field', 'id', 'feedPet parameter', 'feedPet.parameters.id'],
      ['field', 'grams', 'feedPet request, Fish', 'feedPet.body:Fish.grams'],
      ['schema', 'Menu', '', 'schema:Menu'],
      ['page', 'Feeding', 'Pets / feedPet', 'feedPet.pages.77e0'],
    ])
      expect(found).toContainEqual(entry);
  });

  test('finds an operation by its models and fields', () => {
    const data = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/.exec(body)?.[1] ?? '');
    expect(data.operations.feedPet.words.split(' ')).toEqual(expect.arrayContaining(['fish-1', 'grams', 'courses']));
  });

  test('without a server holds all its parts, and its policy', () => {
    const alone = referencePage(description, contract, assets, { isServed: false }).files['index.html'];
    expect(alone).toContain('id="schema:Fish.grams"');
    expect(alone).toContain('<script type="application/json" id="search.json">');
    expect(alone).toMatch(/<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;/);
    expect(alone).not.toContain('__mock/requests');
  });

  test('shows words of a description as words', () => {
    expect(body).toContain('Feed &lt;b&gt;a pet&lt;/b&gt;');
    const data = /<script type="application\/json" id="data">(.*?)<\/script>/.exec(body)?.[1] ?? '';
    expect(JSON.parse(data).operations.feedPet.examples[0].request.path.id).toBe('</script><b>');
  });

  test('allows its own style and script by their hashes, and nothing else', () => {
    const hash = (tag: string) =>
      createHash('sha256')
        .update(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(body)?.[1] ?? '')
        .digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash('script')}'`);
    expect(policy).toContain(`style-src 'sha256-${hash('style')}'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/ (style|on\w+)="|(src|href)="https?:/);
  });
});

test('the mock serves the page of its contract at /, with its policy', async () => {
  const mock = await createMock();
  const response = await mock.fetch('http://mock/');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await response.text();
  const { paths } = (await (await mock.fetch('http://mock/openapi.json')).json()) as Document;
  const ids = Object.values(paths).flatMap((item) =>
    Object.values(item).flatMap((operation) => (operation as { operationId?: string }).operationId ?? []),
  );
  expect(ids.length).toBeGreaterThan(20);
  for (const id of ids) expect(page).toContain(`id="${id}"`);
  await mock.close();
});
