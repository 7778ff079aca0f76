/** Which paths are the proxy's own. */
import { expect, test } from 'vitest';
import { isFileOfMock, ownPath } from '../../src/proxy/own-path.js';

test.each([
  ['/__proxy/coverage', '/__proxy/coverage'],
  ['/__mock/coverage?x=1', '/__mock/coverage'],
  ['/__mock', '/__mock'],
  ['/__mock/%63overage', '/__mock/coverage'],
  ['/%5f%5Fproxy/requests', '/__proxy/requests'],
  ['/%255f%255fproxy/requests', '/__proxy/requests'],
  ['//__proxy/requests', '/__proxy/requests'],
  ['///__mock//coverage', '/__mock/coverage'],
  ['/\\__mock\\coverage', '/__mock/coverage'],
  ['/./__mock/coverage', '/__mock/coverage'],
  ['/v1/../__mock/coverage', '/__mock/coverage'],
  ['/v1/%2e%2e/__mock/coverage', '/__mock/coverage'],
  ['/v1%2f..%2f__mock%2fcoverage', '/__mock/coverage'],
  ['/__MOCK/coverage', '/__MOCK/coverage'],
  ['/base/__proxy/coverage', '/__proxy/coverage'],
  ['/__session/test-1/__mock/coverage', '/__mock/coverage'],
  ['/__mock/media/../coverage', '/__mock/coverage'],
])('%s is', (target, path) => {
  expect(ownPath(target)).toBe(path);
});

test.each([
  '/',
  '/v1/models',
  '/__proxyx/a',
  '/v1/__mockery',
  '/v1/files/a__mock',
  '/v1/models?a=/__mock/x',
  '/%',
  '/%zz',
  '/__session/a/v1/models',
])('%s is not', (target) => {
  expect(ownPath(target)).toBeUndefined();
});

test('a file that a mock behind gave the address of passes', () => {
  expect([ownPath('/__mock/media/file.mp4'), isFileOfMock('/__mock/media/file.mp4')]).toEqual([undefined, true]);
  expect(isFileOfMock('/__mock/media/../coverage')).toBe(false);
});
