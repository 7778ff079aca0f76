import { describe, expect, it } from 'vitest';
import { stateShown } from '../../../../scripts/generate/jobs/prepare-jobs.js';

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
