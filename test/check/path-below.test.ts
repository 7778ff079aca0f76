import { expect, test } from 'vitest';
import { pathBelow } from '../../src/check/path-below.js';

test.each([
  ['https://gateway/v1/models', 'https://gateway', '/v1/models'],
  ['https://gateway/v1/models?a=/b', 'https://gateway/', '/v1/models'],
  ['https://gateway/llm/v1/models', 'https://gateway/llm', '/v1/models'],
  ['https://gateway/llm/v1/models', 'https://gateway/llm/', '/v1/models'],
  ['https://gateway/llm/', 'https://gateway/llm', '/'],
  ['https://gateway/llm', 'https://gateway/llm', undefined],
  ['https://gateway/llms/v1/models', 'https://gateway/llm', undefined],
  ['http://gateway/v1/models', 'https://gateway', undefined],
  ['https://gateway:8443/v1/models', 'https://gateway', undefined],
])('%s below %s is %j', (url, base, path) => {
  expect(pathBelow(new URL(url), new URL(base))).toBe(path);
});
