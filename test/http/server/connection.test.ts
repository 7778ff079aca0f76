/** Who leaves in the middle of anything ends no process. */
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createMock } from '../../../src/mock/index.js';

test.each([
  ['a tunnel that is refused', 'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['bytes that are no request', '\0\r\n\r\n'],
  ['a body that is too large', 'POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n{'],
])('whoever leaves with a reset after %s is not missed', async (_, bytes) => {
  const mock = await createMock();
  const { port } = await mock.listen();
  const uncaught: unknown[] = [];
  const note = (error: unknown) => void uncaught.push(error);
  process.on('uncaughtException', note);
  onTestFinished(async () => {
    process.off('uncaughtException', note);
    await mock.close();
  });
  const leave = () =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, () => socket.resetAndDestroy()));
      socket.on('error', () => {}).on('close', resolve);
    });
  for (let count = 0; count < 20; count++) await leave();
  expect((await fetch(`http://127.0.0.1:${port}/v1/models`)).status).toBe(200);
  expect(uncaught).toEqual([]);
});
