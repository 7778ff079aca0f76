import { describe, expect, it } from 'vitest';
import { modelsShown, prepareTask, stateShown } from '../../../../scripts/generate/jobs/prepare-jobs.js';
import type { DocsEntry } from '../../../../scripts/lib/docs-map.js';
import type { Json } from '../../../../scripts/lib/document.js';
import type { Example } from '../../../../scripts/lib/examples.js';
import type { TaskFamily } from '../../../../src/contract/prepared/task-family.js';

const docs: DocsEntry[] = [
  { path: ['Cats', 'Walk'], kind: 'endpoint', example: 'walk', models: ['cat', 'lynx'], provenance: 'seed' },
  { path: ['Dogs', 'Create Walk'], kind: 'endpoint', example: 'create-walk', provenance: 'seed' },
];

describe('the models whose jobs an example is about', () => {
  const shown = (name: string, body?: Json, own?: string) => {
    const operation = { operationId: 'createWalk', responses: {}, ...(own && { 'x-model': own }) };
    const family = { remember: { model: '$request.body#/model' } } as unknown as TaskFamily;
    return modelsShown(operation, family, { name, request: { ...(body !== undefined && { body }) } } as Example, docs);
  };

  it('are those of its page', () => expect(shown('walk.queued')).toEqual(['cat', 'lynx']));
  it('are else that of its request', () => expect(shown('create-walk.fast', { model: 'wolf' }, 'dog')).toEqual(['wolf']));
  it('are else that of the operation', () => expect(shown('create-walk', {}, 'dog')).toEqual(['dog']));
  it('are not told by the folder of the page', () => expect(shown('create-walk', {})).toBeUndefined());
});

const states = { queued: { value: 'queued', status: {} }, 'in-progress': { value: 'IN_PROGRESS', status: {} } };

describe('the state that an example shows', () => {
  it.each([
    ['walk.queued', 'queued'],
    ['walk.in-progress', 'in-progress'],
    ['long-walk.with-a-cat.queued', 'queued'],
  ])('%s: its last suffix', (name, state) => expect(stateShown(name, 'query', { states })).toBe(state));

  it.each(['walk', 'queued', 'walk.queued.with-a-cat', 'walk.IN_PROGRESS', 'walk.toString'])('%s: none', (name) =>
    expect(stateShown(name, 'result', { states })).toBeUndefined(),
  );

  it('is that of an answer about a job that was asked for', () => {
    for (const role of ['create', 'list', 'remix', 'delete'] as const) expect(stateShown('walk.queued', role, { states })).toBeUndefined();
  });
});

describe('the parameter that holds the id of a job', () => {
  it('is the only one of the path', () =>
    expect(prepareTask('/walks/{id}', { name: 'walks', role: 'query' })).toEqual({ name: 'walks', role: 'query', parameter: 'id' }));

  it('is the one that the contract names, where there are several', () => {
    const task = { name: 'walks', role: 'result', parameter: 'walk' } as const;
    expect(prepareTask('/pets/{pet}/walks/{walk}', task)).toEqual(task);
  });

  it.each(['create', 'list'] as const)('is none where a %s is about no one job', (role) =>
    expect(prepareTask('/pets/{pet}/walks', { name: 'walks', role })).toEqual({ name: 'walks', role }),
  );
});
