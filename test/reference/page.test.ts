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
  tasks: {},
  errors: { plain: { 429: [], 404: [] }, odd: { 404: [] } },
} as unknown as PreparedContract;

const { body, policy } = referencePage(description, contract);
const text = body
  .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
  .replace(/<[^>]+>/g, ' ')
  .replace(/\s+/g, ' ');

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
    expect(text).toContain('grams integer client-code at least 1');
    expect(text).toContain('known values red');
    expect(body).toMatch(/by <code>kind<\/code>/);
    expect(body).toMatch(/<summary>fish<\/summary>[\s\S]*<summary>menu<\/summary>/);
    expect(text).toContain('as Food above');
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
