import { describe, expect, test } from 'vitest';
import { generateClient, generateMethods } from '../../../scripts/generate/client.js';
import type { Document, Operation } from '../../../scripts/lib/document.js';

const operation = (operationId: string, more: object = {}): Operation => ({ operationId, summary: operationId, responses: {}, ...more });
const body = (schema: object) => ({ requestBody: { required: true, content: { 'application/json': { schema } } } });
const streamed = (when: string, more: object = {}) => ({
  'x-protocol': 'p',
  'x-stream': { when, event: { $ref: '#/components/schemas/Event' }, framing: 'data', ...more },
});

function document(paths: Document['paths'], more: object = {}): Document {
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    security: [{ Key: [] }, { Token: [] }],
    servers: [{ url: 'https://api.example' }],
    paths,
    components: {
      schemas: {},
      responses: {},
      parameters: {},
      headers: {},
      securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'X-Key' }, Token: { type: 'http', scheme: 'bearer' } },
    },
    'x-error-dialects': { plain: { schemas: ['E'], message: ['/message'], field: '/field' } },
    'x-tasks': {},
    ...more,
  } as Document;
}

/** The value of an exported table, read from the text. */
function table(text: string, name: string): any {
  const [, source = ''] = new RegExp(`export const ${name}[^=]*= ([^]*?)(?: as const[^;]*)?;\\n`).exec(text) ?? [];
  return new Function(`return ${source}`)();
}

describe('operations', () => {
  test('have method, path, query parameters, dialects of the branches too, and no more than needed', () => {
    const text = generateClient(
      document({
        '/things/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true }],
          get: operation('getThing', {
            parameters: [
              { name: 'limit', in: 'query' },
              { name: 'x-h', in: 'header' },
            ],
            'x-error-dialect': 'plain',
          }),
          post: operation('createThing', {
            ...body({ oneOf: [{ 'x-error-dialect': 'odd' }, {}, { 'x-error-dialect': 'odd' }] }),
            'x-error-dialect': 'plain',
          }),
        },
      }),
    );
    expect(table(text, 'operations')).toEqual({
      getThing: { route: 'GET /things/{id}', query: ['limit'], dialects: ['plain'] },
      createThing: { route: 'POST /things/{id}', body: true, dialects: ['plain', 'odd'] },
    });
    expect(table(text, 'dialects')).toEqual({ plain: { message: ['/message'] } });
  });

  test('are methods with their description', () => {
    const text = generateMethods(
      document({ '/a': { get: operation('getA', { summary: 'Get A', description: 'All of\n  A */ there is.' }) } }),
    );
    expect(text).toContain(
      "/**\n   * Get A.\n   *\n   * All of A *\\/ there is.\n   *\n   * `GET /a`\n   */\n  getA: Method<'getA', Throw>;",
    );
  });

  test('may not have one name for a parameter and a body field', () => {
    const paths = {
      '/a/{id}': {
        post: operation('postA', { parameters: [{ name: 'id', in: 'path' }], ...body({ allOf: [{ properties: { id: {} } }] }) }),
      },
    };
    expect(() => generateClient(document(paths))).toThrow('postA: `id` is a parameter and a body field');
  });
});

describe('streams', () => {
  test('get a method of their own, whose verb is stream', () => {
    const streaming = document({
      '/a': {
        post: operation('createBigAnswer', { ...body({}), ...streamed('$request.body#/stream == true', { terminator: '[END]' }) }),
      },
    });
    const methods = generateMethods(streaming);
    expect(methods).toContain("createBigAnswer: Method<'createBigAnswer', Throw>;");
    expect(methods).toContain("streamBigAnswer: StreamMethod<'createBigAnswer'>;");
    const text = generateClient(streaming);
    expect(text).toContain("createBigAnswer: components['schemas']['Event'];");
    expect(table(text, 'operations').createBigAnswer.stream).toEqual({ protocol: 'p', field: 'stream', value: true, terminator: '[END]' });
  });

  test('an operation whose verb is stream already has only that method', () => {
    const streaming = document({ '/a': { post: operation('streamAnswer', { ...body({}), ...streamed("$request.query.alt == 'sse'") }) } });
    const methods = generateMethods(streaming);
    expect(methods).not.toContain("Method<'streamAnswer', Throw>");
    expect(methods).toContain("streamAnswer: StreamMethod<'streamAnswer'>;");
    expect(table(generateClient(streaming), 'operations').streamAnswer.stream).toEqual({ protocol: 'p', field: 'alt', value: 'sse' });
  });

  test('a name that is taken is an error', () => {
    const paths = {
      '/a': { post: operation('createA', { ...body({}), ...streamed('$request.body#/stream == true') }), get: operation('streamA') },
    };
    expect(() => generateMethods(document(paths))).toThrow(/createA.*streamA|streamA.*createA/);
  });

  test('a condition that no single member fulfils is an error', () => {
    const paths = { '/a': { post: operation('createA', { ...body({}), ...streamed('$request.body#/a/b == true') }) } };
    expect(() => generateClient(document(paths))).toThrow('cannot fulfil the condition of a stream: $request.body#/a/b == true');
  });
});

describe('job families', () => {
  const family = {
    id: { at: '/id', template: 'x' },
    state: '/status',
    initial: 'run',
    order: [],
    states: {
      run: { value: 'RUN', status: { query: 202, result: 400 } },
      done: { value: 'END', outcome: 'success', status: { query: 200, result: 200 } },
      failed: { value: 'END', outcome: 'failure', status: { query: 200, result: 500 } },
      gone: { value: 'GONE', outcome: 'failure', status: { query: 200 } },
    },
    error: '/detail',
    times: { format: 'unix' },
    unknown: { status: 404 },
  };
  const role = (name: string) => ({ 'x-task': { name: 'jobs', role: name } });

  test('know what each word and each status means, and which operations to ask', () => {
    const paths = {
      '/j/{id}': { get: operation('getJob', role('query')) },
      '/j/{id}/result': { get: operation('getJobResult', role('result')) },
    };
    expect(table(generateClient(document(paths, { 'x-tasks': { jobs: family } })), 'tasks')).toEqual({
      jobs: {
        query: 'getJob',
        result: 'getJobResult',
        id: '/id',
        state: '/status',
        states: ['RUN', 'END', 'GONE'],
        success: ['END'],
        failure: ['END', 'GONE'],
        resultStatus: { 400: 'pending', 500: 'failure' },
        error: '/detail',
      },
    });
  });

  test('are started by the operations that create or remix one', () => {
    const paths = {
      '/j': { post: operation('createJob', { ...body({}), ...role('create') }), get: operation('listJobs', role('list')) },
      '/j/{id}': { get: operation('getJob', role('query')) },
      '/j/{id}/remix': { post: operation('remixJob', { ...body({}), ...role('remix') }) },
    };
    const operations: Record<string, { starts?: string }> = table(
      generateClient(document(paths, { 'x-tasks': { jobs: family } })),
      'operations',
    );
    const starting = Object.entries(operations).flatMap(([id, { starts }]) => (starts ? [[id, starts]] : []));
    expect(starting).toEqual([
      ['createJob', 'jobs'],
      ['remixJob', 'jobs'],
    ]);
  });

  test('are asked for by the parameter that holds their id, which is named where a path has several', () => {
    const paths = {
      '/j/{id}': { get: operation('getJob', role('query')) },
      '/p/{place}/j/{id}/result': { get: operation('getJobResult', { 'x-task': { name: 'jobs', role: 'result', parameter: 'id' } }) },
    };
    const { getJob, getJobResult } = table(generateClient(document(paths, { 'x-tasks': { jobs: family } })), 'operations');
    expect([getJob.job, getJobResult.job]).toEqual([undefined, 'id']);
  });

  test('without an operation to query them are an error', () => {
    expect(() => generateClient(document({}, { 'x-tasks': { jobs: family } }))).toThrow('No operation queries the job family jobs');
  });
});

describe('the whole API', () => {
  test('says where it is and how the key is sent', () => {
    const text = generateClient(document({}));
    expect(text).toContain('export const server = "https://api.example";');
    expect(table(text, 'credentials')).toEqual({
      raw: { header: 'X-Key', prefix: '' },
      bearer: { header: 'Authorization', prefix: 'Bearer ' },
    });
  });

  test('names the headers that carry a request id', () => {
    const owned = {
      Thing: { '/id': { id: 'x' } },
      headers: { 'X-Trace': { id: 'x' }, x_call: [{ answer: '/id', id: 'x' }] },
    };
    expect(table(generateClient(document({}, { 'x-owned-fields': owned })), 'requestIdHeaders')).toEqual(['x-trace', 'x_call', 'x-call']);
    expect(table(generateClient(document({})), 'requestIdHeaders')).toEqual([]);
  });
});
