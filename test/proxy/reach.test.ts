/** Whether a gateway is there. */

import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { whyUnreachable } from '../../src/proxy/reach.js';
import { block } from '../block.js';

test('one that is there is, however late this process hears of it', async () => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const looking = whyUnreachable(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  block(1100);
  expect(await looking).toBeUndefined();
});

test('one that is not there is not', async () => {
  expect(await whyUnreachable(new URL('http://127.0.0.1:9'))).toBe('nobody answers at http://127.0.0.1:9: ECONNREFUSED');
});
