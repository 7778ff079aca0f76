/** The course of jobs, on a family of five states. */
import { describe, expect, test } from 'vitest';
import { Jobs } from '../../../src/check/jobs/jobs.js';
import type { TaskFamily, TaskRole } from '../../../src/contract/prepared/task-family.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';

const family: TaskFamily = {
  id: { at: '/id', template: '{user}' },
  state: '/status',
  initial: 'waiting',
  order: ['waiting', 'running', 'done'],
  states: {
    waiting: { value: 'WAITING', status: { query: 202, result: 400 } },
    running: { value: 'RUNNING', status: { query: 202, result: 400 } },
    done: { value: 'DONE', outcome: 'success', status: { query: 200, result: 200 } },
    failed: { value: 'DONE', outcome: 'failure', status: { query: 200, result: 500 } },
    expired: { value: 'EXPIRED', outcome: 'failure', status: { query: 200 } },
  },
  error: '/error',
  times: { format: 'unix' },
  lifetime: { seconds: 60, then: 'expired' },
  list: { items: '/data' },
  unknown: { status: 404 },
};

const operation = (role: TaskRole) => ({ task: { name: 'jobs', role, parameter: 'id' } }) as PreparedOperation;

/** Follows answers, one a second; each is a role, a status and a body. */
function follow(...answers: [role: TaskRole, status: number, body: object, path?: string][]): string[] {
  const jobs = new Jobs({ tasks: { jobs: family }, operations: [] });
  return answers.flatMap(([role, status, body, id = 'a'], index) =>
    jobs
      .see({ operation: operation(role), status, body, path: { id }, sent: index * 1000, received: index * 1000 + 10 })
      .findings.map(({ in: place, pointer, expected, got }) => `${index}: ${place}${pointer} ${expected}, got ${got}`),
  );
}

const at = (status: string, more = {}) => ({ id: 'a', status, ...more });

describe('states', () => {
  test('may go on, stay, and leave some out', () => {
    expect(
      follow(['create', 200, at('WAITING')], ['query', 202, at('WAITING')], ['query', 200, at('DONE')], ['query', 200, at('DONE')]),
    ).toEqual([]);
  });

  test('may not go back, nor leave the end', () => {
    expect(follow(['query', 202, at('RUNNING')], ['query', 202, at('WAITING')])).toEqual([
      '1: body/status must not be WAITING after RUNNING, got string "WAITING"',
    ]);
    expect(follow(['query', 200, at('DONE')], ['query', 202, at('RUNNING')])).toEqual([
      '1: body/status must not be RUNNING after DONE, got string "RUNNING"',
    ]);
    expect(follow(['query', 200, at('DONE', { error: 'no' })], ['query', 200, at('DONE')])).toEqual([
      '1: body/status must not be DONE after DONE, got string "DONE"',
    ]);
  });

  test('end in the state that a lifetime leads to', () => {
    expect(follow(['query', 200, at('DONE')], ['query', 200, at('EXPIRED')])).toEqual([]);
    expect(follow(['query', 200, at('EXPIRED')], ['query', 200, at('DONE')])).toHaveLength(1);
  });

  test('come with their status', () => {
    expect(follow(['query', 200, at('RUNNING')])).toEqual(['0: status must be 202 while the state is RUNNING, got number 200']);
  });

  test('of different jobs have nothing to do with each other', () => {
    expect(follow(['query', 202, at('RUNNING')], ['query', 202, { id: 'b', status: 'WAITING' }, 'b'])).toEqual([]);
  });

  test('are told by lists and results too', () => {
    expect(follow(['query', 200, at('DONE')], ['list', 200, { data: [{ id: 'b', status: 'DONE' }, at('RUNNING')] }])).toEqual([
      '1: body/data/1/status must not be RUNNING after DONE, got string "RUNNING"',
    ]);
    expect(follow(['result', 200, { video: 1 }], ['query', 202, at('RUNNING')])).toHaveLength(1);
    expect(follow(['query', 200, at('DONE')], ['result', 400, at('RUNNING')])).toHaveLength(1);
    expect(follow(['result', 500, { detail: 'no' }], ['query', 200, at('DONE')])).toEqual([]);
  });
});

test('an answer is about the job that was asked for', () => {
  expect(follow(['query', 202, { id: 'b', status: 'RUNNING' }])).toEqual(['0: body/id must be that of the request, "a", got string "b"']);
});

test('answers of requests that overlapped may come in any order', () => {
  const jobs = new Jobs({ tasks: { jobs: family }, operations: [] });
  const see = (sent: number, received: number, status: number, state: string) =>
    jobs.see({ operation: operation('query'), status, body: at(state), path: { id: 'a' }, sent, received }).findings.length;
  expect(see(100, 200, 200, 'DONE')).toBe(0);
  expect(see(50, 250, 202, 'RUNNING')).toBe(0);
  expect(see(300, 310, 202, 'RUNNING')).toBe(1);
});
