import { describe, expect, test } from 'vitest';
import { contract } from '../../../compiled/contract.js';
import type { TaskFamily } from '../../../src/contract/prepared/task-family.js';
import { progressOf, stepsOf } from '../../../src/mock/tasks/state.js';

const [family] = Object.values(contract.tasks) as [TaskFamily];
const path = ['queued', 'running', 'uploading', 'failed'];

describe('a job that ends at 60 %', () => {
  test.each([
    [0, 'queued', 0, false],
    [0.34, 'running', 0.34, false],
    [0.59, 'running', 0.59, false],
    [0.6, 'failed', 0.6, true],
    [1, 'failed', 0.6, true],
    [7, 'failed', 0.6, true],
  ])('is at %d in %s', (elapsed, state, done, ended) => {
    expect(progressOf(family, path, elapsed, 0.6)).toEqual({ state, done, ended });
  });

  test('never comes to the states after it', () => {
    expect(stepsOf(path, 0.6)).toEqual([
      { state: 'queued', done: 0, ended: false },
      { state: 'running', done: 1 / 3, ended: false },
      { state: 'failed', done: 0.6, ended: true },
    ]);
  });
});

test('a job of one state ends at once', () => {
  expect(stepsOf(['ready'])).toEqual([{ state: 'ready', done: 0, ended: true }]);
});
