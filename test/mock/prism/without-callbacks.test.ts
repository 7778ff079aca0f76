import { expect, test } from 'vitest';
import { withoutCallbacks } from '../../../src/mock/prism/without-callbacks.js';

test.each([
  [
    { paths: { '/jobs': { post: { operationId: 'createJob', callbacks: { done: {} } } } } },
    { paths: { '/jobs': { post: { operationId: 'createJob' } } } },
  ],
  [{ components: { callbacks: { done: {} }, schemas: {} } }, { components: { schemas: {} } }],
  [{ info: { title: 'callbacks' } }, { info: { title: 'callbacks' } }],
])('%j', (description, left) => {
  expect(withoutCallbacks(JSON.stringify(description))).toEqual(left);
});
