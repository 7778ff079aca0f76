/** The name of the test that runs. */
import { expect, test } from 'vitest';
import { contractFetch } from '../../src/testing/index.js';

const call = async () => {
  const checked = contractFetch(async () => new Response('{}', { headers: { 'content-type': 'application/json' } }), {
    onViolation: 'collect',
  });
  await (await checked('https://gateway.example/v1/models')).text();
  return checked.violations[0];
};

test('a violation names the test', async () => {
  expect(await call()).toMatchObject({
    method: 'GET',
    url: 'https://gateway.example/v1/models',
    test: { name: 'a violation names the test', file: 'test/testing/running-test.test.ts' },
  });
});

test('an expect that has no state is no error', async () => {
  const globals = globalThis as { expect?: unknown };
  globals.expect = {
    getState() {
      throw new Error('tests run at the same time');
    },
  };
  try {
    expect((await call())?.message).toContain('listModels');
  } finally {
    delete globals.expect;
  }
});
