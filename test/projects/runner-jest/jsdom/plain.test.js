const { createMock } = require('nexconn-contract/mock');
const { contractFetch } = require('nexconn-contract/testing');
const { createNexconnClient } = require('nexconn-contract');

test('a test of components is not disturbed by the matchers', () => {
  document.body.innerHTML = '<p>Hello</p>';
  expect(document.querySelector('p').textContent).toBe('Hello');
  expect({ id: 'model' }).not.toMatchSchema('ChatCompletionResponse');
});

test('what jsdom lacks is named', async () => {
  expect(() => contractFetch()).toThrow(
    'contractFetch needs Request, Response, ReadableStream, TextDecoder, which this environment does not have',
  );
  expect(() => createNexconnClient()).toThrow('createNexconnClient needs Request, Response, which');
  await expect(createMock()).rejects.toThrow('jest-fixed-jsdom');
});
