import { describe, expect, it } from 'vitest';
import { checkJobExamples } from '../../../../scripts/generate/jobs/check-job-examples.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';
import type { Document } from '../../../../scripts/lib/document.js';
import type { Example } from '../../../../scripts/lib/examples.js';
import type { ModelEntry } from '../../../../src/contract/prepared.js';

const member = (operationId: string, role: string) => ({ operationId, responses: {}, 'x-task': { name: 'walks', role } });

/** Jobs of one family: they are created and asked for, and their results are read. */
const document = {
  paths: {
    '/walks': { post: member('createWalk', 'create'), get: { operationId: 'listPets', responses: {} } },
    '/walks/{id}': { get: member('getWalk', 'query') },
    '/walks/{id}/way': { get: member('getWay', 'result') },
    '/walks/{id}/again': { post: member('remixWalk', 'remix') },
  },
  'x-tasks': {
    walks: {
      id: { at: '/id', template: '{user}' },
      state: '/status',
      states: {
        running: { value: 'RUNNING', status: { query: 202, result: 400 } },
        done: { value: 'DONE', outcome: 'success', status: { query: 200, result: 200 } },
      },
      echo: { '/model': '$request.body#/model' },
    },
  },
} as unknown as Document;

const model = (id: string): ModelEntry => ({ id, owner: '', modalities: [], operations: ['createWalk'], schemas: [] });
const catalogue = [model('cat'), model('dog')];

const example = (operationId: string, name: string, request: Example['request'], status: number, body: object): Example => ({
  operationId,
  name,
  file: `${operationId}/${name}.yaml`,
  summary: '',
  docs: { provenance: 'inferred' },
  request,
  response: { status, body: body as Example['response']['body'] },
});
const creation = (name: string, of: string, body: object = { id: 'w1' }) => example('createWalk', name, { body: { model: of } }, 200, body);
const query = (name: string, status = 200, body: object = { status: 'DONE' }) =>
  example('getWalk', name, { path: { id: 'w1' } }, status, body);

const page = (name: string, operation: string, models?: string[]): DocsEntry => ({
  path: ['Walks', name],
  kind: 'endpoint',
  operation,
  example: name,
  ...(models && { models }),
  provenance: 'seed',
});

const check = (examples: Example[], docs: DocsEntry[] = [], models = catalogue): string[] =>
  checkJobExamples(document, examples, docs, models).map(({ file, message }) => `${file}: ${message}`);

describe('states', () => {
  it('are shown by every answer about a job, in the end of its name', () => {
    expect(check([query('walk.done'), query('walk.running', 202, { status: 'RUNNING' })])).toEqual([]);
    expect(check([query('walk.runing', 202, {}), query('walk')])).toEqual([
      'getWalk/walk.runing.yaml: the name ends in no state of walks (running, done); did you mean running?',
      'getWalk/walk.yaml: the name ends in no state of walks (running, done)',
    ]);
  });

  it('are those of the body, where it has a word for one', () => {
    expect(check([query('walk.done', 200, { status: 'RUNNING' })])).toEqual([
      'getWalk/walk.done.yaml: shows done, whose word is DONE, but /status is RUNNING',
    ]);
    expect(check([example('getWay', 'way.done', { path: { id: 'w1' } }, 200, { way: [] })])).toEqual([]);
  });

  it('come with the status that the family gives them', () => {
    expect(check([query('walk.running', 200, { status: 'RUNNING' })])).toEqual([
      'getWalk/walk.running.yaml: shows running, in which a query of walks answers 202, not 200',
    ]);
  });

  it('are no matter of examples that create jobs', () => expect(check([creation('create-walk.fast', 'cat')])).toEqual([]));
});

describe('models', () => {
  const both = [query('cat-walk.done'), query('dog-walk.done')];

  it('have a page each, or one for all', () => {
    expect(check(both, [page('cat-walk', 'getWalk', ['cat']), page('dog-walk', 'getWalk', ['dog'])])).toEqual([]);
    expect(check(both, [page('cat-walk', 'getWalk', ['cat']), page('dog-walk', 'getWalk')])).toEqual([]);
    expect(check([query('walk.done')], [page('walk', 'getWalk')])).toEqual([]);
  });

  it('whose jobs can be created have a page', () => {
    expect(check([query('cat-walk.done')], [page('cat-walk', 'getWalk', ['cat'])])).toEqual([
      'openapi/docs-map.yaml: no page of getWalk has dog among its models, of which walks creates jobs',
    ]);
  });

  it('need none where their creation is answered at once', () => {
    const examples = [query('cat-walk.done'), creation('create-cat', 'cat'), creation('create-dog', 'dog', { way: [] })];
    expect(check(examples, [page('cat-walk', 'getWalk', ['cat'])])).toEqual([]);
  });

  it('have one page only', () => {
    expect(check(both, [page('cat-walk', 'getWalk', ['cat']), page('dog-walk', 'getWalk', ['cat', 'dog'])])).toEqual([
      'openapi/docs-map.yaml: dog-walk: answers for cat, as cat-walk does',
    ]);
    expect(check(both)).toEqual(['openapi/docs-map.yaml: dog-walk: answers for models that no page names, as cat-walk does']);
  });

  it('are known to the family', () => {
    const docs = [page('walk', 'getWalk'), page('again', 'remixWalk', ['catt'])];
    expect(check([query('walk.done'), example('remixWalk', 'again', { path: { id: 'w1' } }, 200, {})], docs)).toEqual([
      'openapi/docs-map.yaml: again: no job of walks is of the model catt; did you mean cat?',
    ]);
  });

  it('are those of which the answers speak', () => {
    const docs = [page('walk', 'getWalk', ['cat', 'dog'])];
    expect(check([query('walk.done', 200, { status: 'DONE', model: 'cat' })], docs)).toEqual([]);
    expect(check([query('walk.done', 200, { status: 'DONE', model: 'wolf' })], docs)).toEqual([
      'getWalk/walk.done.yaml: is about wolf, but its page is about cat, dog',
    ]);
  });

  it.each(['createWalk', 'listPets'])('do not stand with a page of %s, whose request names no job', (operation) => {
    expect(check([], [page('a-page', operation, ['cat'])])).toEqual([
      'openapi/docs-map.yaml: Walks / a-page: has models, but its request names no job',
    ]);
  });
});
