/** Pages of other sites of the kind: other languages, other versions of OpenAPI, other habits. None is misread. */
import { describe, expect, it, test } from 'vitest';
import { comparePage } from '../../scripts/docs/compare/page.js';
import { type Fact, factLine } from '../../scripts/docs/facts/fact.js';
import { factsOfPage } from '../../scripts/docs/facts/of-page.js';
import { readPages } from '../../scripts/docs/read/inputs.js';
import { type DocsPage, isIndex } from '../../scripts/docs/read/page.js';
import { toys } from '../scripts/docs/toy-contract.js';

const pages = (text: string): DocsPage[] =>
  readPages('page', text).map((page) => {
    if (isIndex(page)) throw new Error('an index');
    return page;
  });

const lines = (facts: Fact[]): string[] => facts.map((fact) => factLine(fact).replaceAll('\t', ' | '));

/** The facts of the pages, one after another; each page can be compared without a crash. */
function factsOf(text: string): string[] {
  return pages(text).flatMap((page) => {
    comparePage(toys, page);
    return lines(factsOfPage(page));
  });
}

const markdown = (title: string, yaml: string, fence = 'yaml') =>
  `# ${title}\n\n## OpenAPI Specification\n\n\`\`\`${fence}\n${yaml.trim()}\n\`\`\`\n`;

const operation = (inner: string, rest = '') => `
openapi: 3.1.0
info: { title: '', version: 1.0.0 }
paths:
  /v1/toys:
    post:
      ${inner.trim().replaceAll('\n', '\n      ')}
${rest}`;

describe('the interface in another language', () => {
  const text = (words: Record<'responses' | 'samples' | 'request' | 'body' | 'required' | 'modified' | 'next', string>) =>
    [
      ...[
        '1. 玩具',
        '店',
        '  • 玩具',
        '    • 做玩具',
        '    • 看玩具',
        '  1. 玩具',
        '',
        '做玩具',
        '',
        'POST',
        '/v1/toys',
        '',
        words.request,
        '',
      ],
      ...[
        `${words.body} application/json${words.required}`,
        '',
        '{ "kind": "bear", "name": "Bruno" }',
        '',
        words.samples,
        '',
        'Shell',
        'JavaScript',
        'Java',
      ],
      ...["curl --location 'https://toys.example/v1/toys' \\", `--data '{ "kind": "bear", "name": "Bruno" }'`, '', words.responses, ''],
      ...[
        '🟢200成功',
        'application/json',
        '',
        '{ "id": "toy-1" }',
        '🟠400',
        `${words.modified} 2026-02-01 08:00:00`,
        words.next,
        '看玩具',
        'Built with',
      ],
    ].join('\n');
  const words = {
    chinese: {
      request: '请求参数',
      body: 'Body 参数',
      required: '必需',
      samples: '请求示例代码',
      responses: '返回响应',
      modified: '修改于',
      next: '下一页',
    },
    japanese: {
      request: 'リクエスト',
      body: 'Body',
      required: '必須',
      samples: 'リクエストコードサンプル',
      responses: 'レスポンス',
      modified: '更新日時',
      next: '次へ',
    },
    unknown: {
      request: 'Pyyntö',
      body: 'Runko',
      required: '',
      samples: 'Esimerkit',
      responses: 'Vastaukset',
      modified: 'Muokattu',
      next: '',
    },
  };
  test.each(Object.entries(words))('%s', (name, own) => {
    const [page] = pages(text(own));
    expect(page).toMatchObject({
      form: 'text',
      title: '做玩具',
      method: 'POST',
      path: '/v1/toys',
      modified: '2026-02-01 08:00:00',
      statuses: ['200', '400'],
    });
    expect(page?.payloads.map(({ address }) => address)).toEqual(['request example 1', 'response 200 example 1']);
    expect(lines(factsOfPage(page as DocsPage))).toEqual(
      expect.arrayContaining([
        'media | request | application/json',
        'media | response 200 | application/json',
        'example | response 200 example 1#/id | "toy-1"',
      ]),
    );
    if (name !== 'unknown') expect(page?.normal).not.toMatch(/2026-02-01|看玩具|Built with/);
  });
});

test('the same facts of a schema in OpenAPI 3.0 and 3.1', () => {
  const schema = (inner: string) =>
    operation(
      `requestBody:\n  content:\n    application/json:\n      schema:\n        type: object\n        properties:\n          ${inner}`,
    );
  const old = markdown(
    'A',
    schema('n: { type: integer, nullable: true, minimum: 0, exclusiveMinimum: true, maximum: 5, exclusiveMaximum: false }').replace(
      '3.1.0',
      '3.0.3',
    ),
  );
  const now = markdown('A', schema("n: { type: [integer, 'null'], exclusiveMinimum: 0, maximum: 5 }"));
  expect(factsOf(old)).toEqual(factsOf(now));
  expect(factsOf(now)).toEqual(
    expect.arrayContaining(['nullable | request#/n | true', 'bound | request#/n | exclusiveMinimum 0', 'type | request#/n | integer']),
  );
});

test('several servers, of which one has variables', () => {
  const text = markdown(
    'A',
    operation(
      'responses: {}',
      'servers:\n  - url: https://toys.example\n  - url: https://test.toys.example/\n  - url: https://{region}.toys.example\n',
    ),
  );
  expect(factsOf(text).filter((fact) => fact.startsWith('server'))).toEqual([
    'server | operation | https://test.toys.example',
    'server | operation | https://toys.example',
    ...(URL.canParse('https://{region}.toys.example') ? ['server | operation | https://{region}.toys.example'] : []),
  ]);
});

test('a union with a discriminator, and what its branches share', () => {
  const text = markdown(
    'A',
    operation(
      `requestBody:
  content:
    application/json:
      schema:
        oneOf:
          - $ref: '#/components/schemas/Bear'
          - $ref: '#/components/schemas/Train'
        discriminator: { propertyName: kind, mapping: { bear: '#/components/schemas/Bear' } }`,
      `components:
  schemas:
    Bear: { type: object, required: [kind, name], properties: { kind: { const: bear }, name: { type: string } } }
    Train: { type: object, required: [kind], properties: { kind: { const: train }, wagons: { type: array, items: { $ref: '#/components/schemas/Train' } } } }`,
    ),
  );
  expect(factsOf(text)).toEqual(
    expect.arrayContaining([
      'enum | request#/kind | "bear"',
      'enum | request#/kind | "train"',
      'required | request#/kind | true',
      'field | request#/name | name',
      'type | request#/wagons | array',
    ]),
  );
  expect(factsOf(text)).not.toContain('required | request#/name | true');
});

test('what is demanded together, and what under a condition, is demanded of nobody else', () => {
  const text = markdown(
    'A',
    operation(`requestBody:
  content:
    application/json:
      schema:
        type: object
        description: A toy.
        properties: { kind: { type: string }, url: { type: string }, file: { type: string }, size: { type: integer } }
        required: [kind]
        anyOf: [{ required: [url] }, { description: Or so., required: [file] }]
        allOf: [{ if: { properties: { kind: { const: bear } } }, then: { required: [size] } }]`),
  );
  const facts = factsOf(text).filter((fact) => /^(?:bound|required)/.test(fact));
  expect(facts).toEqual([
    'bound | request# | anyOf [{"required":["url"]},{"required":["file"]}]',
    'bound | request# | if {"else":{},"if":{"properties":{"kind":{"const":"bear"}}},"then":{"required":["size"]}}',
    'required | request#/kind | true',
  ]);
  const both = text.replace('then: { required: [size] }', 'then: { required: [size] }, else: { required: [size, url] }');
  expect(factsOf(both)).toContain('required | request#/size | true');
  expect(factsOf(both)).not.toContain('required | request#/url | true');
});

test('no examples, no answers, no schema', () => {
  expect(factsOf(markdown('A', operation('responses: {}')))).toEqual(['method | operation | POST', 'path | operation | /v1/toys']);
  expect(
    factsOf(markdown('A', operation("responses: { '200': { description: '', content: { application/json: { schema: {} } } } }"))),
  ).toContain('media | response 200 | application/json');
  expect(factsOf(markdown('A', operation('requestBody: { content: { application/json: { schema: true } } }\nresponses: {}')))).toContain(
    'media | request | application/json',
  );
});

test('several media types, each with an example', () => {
  const text = markdown(
    'A',
    operation(`requestBody:
  content:
    application/json: { schema: { type: object, properties: { a: { type: string } } }, example: { a: one } }
    multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } }, example: { file: two } }
responses:
  '200': { description: '', content: { application/json: {}, text/event-stream: { example: "data: {\\"n\\": 1}\\n\\ndata: [DONE]\\n" } } }`),
  );
  expect(factsOf(text)).toEqual(
    expect.arrayContaining([
      'media | request | application/json',
      'media | request | multipart/form-data',
      'field | request#/a | a',
      'example | request example 1#/a | "one"',
      'example | request example 2#/file | "two"',
      'media | response 200 | text/event-stream',
      'example | response 200 event 1#/n | 1',
    ]),
  );
});

test('of several media types the schema of JSON is that of the body', () => {
  const body = (more: string) =>
    markdown(
      'A',
      operation(
        `requestBody:\n  content:${more}\n    application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } }`,
      ),
    );
  const form = '\n    multipart/form-data: { schema: { type: object, properties: { file: { type: string } } } }';
  expect(factsOf(body(form))).toEqual([...factsOf(body('')), 'media | request | multipart/form-data'].sort());
});

test('a media type is the same whatever its parameters and its case', () => {
  const of = (type: string) => factsOf(markdown('A', operation(`requestBody: { content: { '${type}': { schema: { type: object } } } }`)));
  expect(of('Application/JSON; charset=utf-8')).toEqual(of('application/json'));
});

test('statuses in ranges, in either case, and what stands for the others', () => {
  const statuses = (facts: string[]) => facts.filter((fact) => fact.startsWith('status'));
  const all = ['status | response 200 | 200', 'status | response 4XX | 4XX', 'status | response default | default'];
  expect(statuses(factsOf(markdown('A', operation("responses: { '200': {}, 4xx: { description: No }, default: {} }"))))).toEqual(all);
  const text =
    '  • a\n  1. a\n\nA\n\nPOST\n/v1/toys\n\nRequest Code Samples\nResponses\n🟢200Made\n🟠4xxWrong\n🟠defaultElse\nBuilt with\n';
  expect(statuses(factsOf(text))).toEqual(all);
});

test('parameters of the path, and those whose value is written in a format', () => {
  const described = 'schema: { type: integer, default: 5 }';
  const inPath = markdown('A', operation('responses: {}')).replace(
    '    post:',
    `    parameters:\n      - { name: limit, in: query, ${described} }\n    post:`,
  );
  const own = (inner: string) => factsOf(markdown('A', operation(`parameters: [{ name: limit, in: query, ${inner} }]\nresponses: {}`)));
  expect(factsOf(inPath)).toEqual(own(described));
  expect(own(`content: { application/json: { ${described} } }`)).toEqual(own(described));
});

test('the server that is nearest is that of the operation', () => {
  const text = markdown(
    'A',
    operation('servers: [{ url: https://up.toys.example }]\nresponses: {}', 'servers: [{ url: https://toys.example }]'),
  );
  expect(factsOf(text).filter((fact) => fact.startsWith('server'))).toEqual(['server | operation | https://up.toys.example']);
});

test('an operation that can be called without a key, too', () => {
  const schemes = 'components: { securitySchemes: { key: { type: http, scheme: bearer } } }';
  const of = (security: string) =>
    factsOf(markdown('A', operation(`security: ${security}\nresponses: {}`, schemes))).filter((fact) => fact.startsWith('security'));
  expect(of('[{ key: [] }, {}]')).toEqual(['security | operation | http bearer', 'security | operation | none']);
  expect(of('[{ key: [] }]')).toEqual(['security | operation | http bearer']);
  expect(of('[]')).toEqual(['security | operation | none']);
});

describe('two descriptions under one title', () => {
  const block = (method: string) => operation('responses: {}').replace('post:', `${method}:`);
  const both = (other: string) => `${markdown('A', block('post'))}\n\`\`\`yaml\n${other}\n\`\`\`\n`;
  it('that say the same are one', () => {
    expect(factsOf(both(block('post')))).toEqual(factsOf(markdown('A', block('post'))));
  });
  it('of which one has schemas alone are that of the operation', () => {
    expect(factsOf(both('components:\n  schemas:\n    Toy: { type: object }'))).toEqual(factsOf(markdown('A', block('post'))));
  });
  it('of two operations are refused', () => {
    expect(() => pages(both(block('delete')))).toThrow('several OpenAPI blocks, each with an operation');
  });
});

test('parts that are referred to: parameters, bodies, answers, examples', () => {
  const text = markdown(
    'A',
    operation(
      `parameters: [{ $ref: '#/components/parameters/Limit' }]
requestBody: { $ref: '#/components/requestBodies/Toy' }
responses: { default: { $ref: '#/components/responses/No' }, 4XX: { $ref: '#/components/responses/No' } }`,
      `components:
  parameters: { Limit: { name: limit, in: query, schema: { type: integer } } }
  requestBodies: { Toy: { required: true, content: { application/json: { examples: { one: { $ref: '#/components/examples/One' } } } } } }
  responses: { No: { description: '', headers: { Retry-After: { schema: { type: integer } } } } }
  examples: { One: { value: { a: 1 } } }`,
    ),
  );
  expect(factsOf(text)).toEqual(
    expect.arrayContaining([
      'param | parameter query limit | query limit',
      'type | parameter query limit# | integer',
      'required | request | true',
      'example | request example 1#/a | 1',
      'status | response default | default',
      'status | response 4XX | 4XX',
      'header | response 4XX header Retry-After | Retry-After',
    ]),
  );
});

describe('several pages in one text', () => {
  const page = (title: string, path: string) => markdown(title, operation('responses: {}').replace('/v1/toys', path));
  it('are read one by one from their Markdown', () => {
    const found = pages(`${page('One', '/v1/one')}\n${page('Two', '/v1/two')}\n${page('Three', '/v1/three')}`);
    expect(found.map(({ title, path }) => [title, path])).toEqual([
      ['One', '/v1/one'],
      ['Two', '/v1/two'],
      ['Three', '/v1/three'],
    ]);
    expect(new Set(found.map(({ normal }) => normal)).size).toBe(3);
  });
  it('are read one by one from one block', () => {
    const both = operation('summary: Make\nresponses: {}').replace(
      '    post:',
      '    get:\n      summary: List\n      responses: {}\n    post:',
    );
    expect(pages(markdown('All', both)).map(({ title, method }) => [title, method])).toEqual([
      ['List', 'GET'],
      ['Make', 'POST'],
    ]);
  });
  it('are read one by one from their rendered text', () => {
    const text = (title: string) =>
      `  • a\n  • b\n  1. b\n\n${title}\n\nGET\n/v1/${title}\n\nResponses\n\n🟢200\nModified at 2026-02-01 08:00:00\nBuilt with\n`;
    expect(pages(text('one') + text('two')).map(({ title, path }) => [title, path])).toEqual([
      ['one', '/v1/one'],
      ['two', '/v1/two'],
    ]);
  });
  it('are refused where their ends cannot be told', () => {
    const text = 'Request Code Samples\nResponses\n🟢200\nModified at 2026-02-01 08:00:00\n';
    expect(() => pages(text + text)).toThrow('page: several pages in one text');
  });
});

describe('what the site adds under its other name', () => {
  const text = (name: string) =>
    markdown(
      'A',
      operation(
        `x-${name}-folder: Toys/bear\nx-${name}-status: released\nx-run-in-${name}: https://app.${name}.com/web/project/1/apis/api-10000001-run\nresponses: {}`,
      ),
    );
  it('says folder and number of the page', () => {
    const [page] = pages(text('apidog'));
    expect(page).toMatchObject({ folder: 'Toys/bear', id: '10000001' });
    expect(page?.normal).not.toMatch(/released|run/);
    expect(page?.normal).toContain('x-apidog-folder');
  });
});

test('a page of a schema in its Markdown form', () => {
  const text = markdown(
    'Toy',
    'openapi: 3.0.1\npaths: {}\ncomponents:\n  schemas:\n    Part: { type: object }\n    Toy: { type: object, required: [id], properties: { id: { type: string } } }',
  );
  expect(factsOf(text)).toEqual([
    'field | schema#/id | id',
    'required | schema#/id | true',
    'type | schema# | object',
    'type | schema#/id | string',
  ]);
});

test('a block in JSON', () => {
  const json = JSON.stringify({ openapi: '3.1.0', paths: { '/v1/toys': { get: { responses: { 200: { description: '' } } } } } }, null, 2);
  expect(factsOf(markdown('A', json, 'json'))).toEqual([
    'method | operation | GET',
    'path | operation | /v1/toys',
    'status | response 200 | 200',
  ]);
});

test('anchors, merge keys, a schema inside itself, allOf', () => {
  const text = markdown(
    'A',
    operation(
      "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Node' } } } }\nresponses: {}",
      `components:
  schemas:
    Base: &base { type: object, properties: { id: { type: string } }, required: [id] }
    Copy: { <<: *base }
    Node: { allOf: [{ $ref: '#/components/schemas/Copy' }, { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } }] }`,
    ),
  );
  expect(factsOf(text)).toEqual(
    expect.arrayContaining(['field | request#/id | id', 'required | request#/id | true', 'field | request#/next | next']),
  );
  expect(factsOf(text).some((fact) => fact.includes('/next/'))).toBe(false);
});

test('parts of another shape than OpenAPI gives them are passed over', () => {
  const inner = "parameters: [null, 5, { name: a }, { in: query, name: limit }]\nresponses: { '200': null, '400': { headers: { a: 5 } } }";
  const rest = 'servers: [null, { url: 5 }, { url: https://toys.example }]\nsecurity: [null]';
  expect(factsOf(markdown('A', operation(inner, rest)))).toEqual([
    'method | operation | POST',
    'param | parameter query limit | query limit',
    'path | operation | /v1/toys',
    'security | operation | none',
    'server | operation | https://toys.example',
    'status | response 200 | 200',
    'status | response 400 | 400',
  ]);
  expect(
    factsOf(markdown('A', operation('requestBody: { content: { application/json: null, text/plain: { schema: { $ref: 5 } } } }'))),
  ).toContain('media | request | text/plain');
});

test.each(['```yaml title="spec"', '~~~yaml', '````YAML', '``` json'])('a block that begins with %s is the description', (fence) => {
  const mark = /^[`~]+/.exec(fence)?.[0] ?? '';
  const block = '{"openapi": "3.1.0", "paths": {"/v1/toys": {"get": {"responses": {}}}}}';
  expect(factsOf(`# A\n\n${fence}\n${block}\n${mark}\n`)).toEqual(['method | operation | GET', 'path | operation | /v1/toys']);
  expect(() => pages(`# A\n\n${fence}\n${block}\n`)).toThrow('cut off inside its OpenAPI block');
});

test.each(['Required', 'Obrigatório', 'Erforderlich', '必需', '필수'])('a media type ends where the word %s begins', (word) => {
  const text = `  • a\n  1. a\n\nA\n\nPOST\n/v1/toys\n\nBody Params application/json${word}\n\n{ "a": 1 }\n\nRequest Code Samples\nResponses\n🟢200\nBuilt with\n`;
  expect(factsOf(text)).toEqual(expect.arrayContaining(['media | request | application/json', 'required | request | true']));
});

test('the statuses of a table of a guide', () => {
  const text =
    '# Errors\n\n| status | meaning |\n|---|---|\n| 402 Payment Required | pay |\n| `429` Too Many Requests | wait |\n| 503 | Service down |\n';
  expect(factsOf(text)).toEqual(['status | text | 402', 'status | text | 429', 'status | text | 503']);
});

test.each(['<!-- saved -->\n<!DOCTYPE html>', '<html>', '<div class="page">', '<?xml version="1.0"?>'])(
  '%s is HTML, whatever is in it',
  (text) => {
    expect(() => pages(`${text}\nModified at 2026-01-01 10:00:00`)).toThrow('HTML; give the address of its Markdown form');
  },
);

test('a guide with a block that is no description', () => {
  expect(pages('# Setting up\n\n```yaml\nkey: sk-1\n```\n\nBase URL\n\n`https://toys.example/v1`\n')).toMatchObject([
    { title: 'Setting up', servers: ['https://toys.example/v1'] },
  ]);
});

test.each([
  ['Swagger 2.0', markdown('A', "swagger: '2.0'\npaths: { /a: { get: {} } }"), /Swagger 2.0, which is not read/],
  ['a block without anything', markdown('A', 'openapi: 3.1.0\npaths: {}'), /neither an operation nor a schema/],
  ['a bare description', '{ "openapi": "3.1.0" }', /an OpenAPI document, not a page/],
])('%s is refused', (_, text, message) => {
  expect(() => pages(text)).toThrow(message);
});
