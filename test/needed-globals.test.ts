import { afterEach, expect, test, vi } from 'vitest';
import { createNexconnClient } from '../src/client/index.js';
import { contractFetch, contractMatchers } from '../src/testing/index.js';

/** As jest's jsdom does. */
const leaveOut = (...names: string[]) => {
  for (const name of names) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name) as PropertyDescriptor;
    Reflect.deleteProperty(globalThis, name);
    left.push(() => Object.defineProperty(globalThis, name, descriptor));
  }
};
const left: (() => void)[] = [];
afterEach(() => {
  for (const bringBack of left.splice(0)) bringBack();
});

test.each([
  ['contractFetch', () => contractFetch(async () => undefined as never), 'Request, Response, TextDecoder'],
  ['createNexconnClient', () => createNexconnClient(), 'Request, Response'],
  ['toMatchContract', () => contractMatchers.toMatchContract({}, 'listModels'), 'Response'],
])('%s names what the environment lacks', async (name, call, missing) => {
  leaveOut('Request', 'Response', 'TextDecoder');
  await expect((async () => call())()).rejects.toThrow(`${name} needs ${missing}, which this environment does not have`);
});

test('the kit and the client can be loaded without', async () => {
  vi.resetModules();
  leaveOut('Headers', 'Request', 'Response', 'ReadableStream', 'TransformStream', 'TextDecoder', 'TextEncoder');
  expect(await import('../src/testing/index.js')).toHaveProperty('contractMatchers');
  expect(await import('../src/client/index.js')).toHaveProperty('createNexconnClient');
});
