/** Which addresses a mock in a page calls. */
import { afterEach, expect, test, vi } from 'vitest';
import { deliverFromPage } from '../../../src/mock/tasks/deliver.js';

const calls: unknown[] = [];
afterEach(() => {
  calls.length = 0;
  vi.unstubAllGlobals();
});

const deliver = (address: string, allowAll = false) => {
  vi.stubGlobal('fetch', async (url: URL, { method, redirect, body }: RequestInit) => {
    calls.push([url.href, method, redirect, body]);
    return new Response(null, { status: 204 });
  });
  return deliverFromPage(allowAll)(address, '{}').catch((error: Error) => error.message);
};

test('this machine, by its name', async () => {
  for (const host of ['localhost:1', '127.0.0.1', '[::1]:80', 'app.localhost']) expect(await deliver(`http://${host}/hook`)).toBe(204);
  expect(calls[0]).toEqual(['http://localhost:1/hook', 'POST', 'manual', '{}']);
});

test.each([
  'http://example.com/x',
  'http://notlocalhost/x',
  'http://localhost.example.com/x',
  'http://0.0.0.0/x',
  'http://[::ffff:a00:1]/x',
])('%s only where that is allowed', async (address) => {
  expect(await deliver(address)).toBe('not called: only loopback addresses are, unless callbacks are allowed');
  expect(calls).toEqual([]);
  expect(await deliver(address, true)).toBe(204);
});

test.each(['ftp://localhost/', '', '/hook', 'http://localhost/__mock/reset'])('%j never', async (address) => {
  expect(await deliver(address, true)).toMatch(/^not /);
  expect(calls).toEqual([]);
});
