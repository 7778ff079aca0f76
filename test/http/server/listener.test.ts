/** What becomes of requests when their server is closed. */
import { expect, test } from 'vitest';
import { listen } from '../../../src/http/server/listen.js';
import { createHttpServer } from '../../../src/http/server/listener.js';
import { thrown } from '../../client/thrown.js';

test('whoever closes it waits for what is still being answered', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isAnswered = false;
  const refuse = () => ({ status: 500, headers: {}, body: null });
  const respond = async () => {
    arrive();
    await gate;
    isAnswered = true;
    return { status: 200, headers: {}, body: 'late' };
  };
  const { server, close } = createHttpServer({ respond, refuse }, 1000);
  const { url } = await listen(server, 0, '127.0.0.1');
  const call = thrown(fetch(url));
  await arrived;
  const closing = close();
  // The connection is gone, and its request still here.
  expect(await call).toMatchObject({ message: 'fetch failed' });
  setImmediate(goOn);
  await closing;
  expect(isAnswered).toBe(true);
});

test('whoever closes it does not wait for an answer that never comes', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const respond = () => {
    arrive();
    return new Promise<never>(() => {});
  };
  const { server, close } = createHttpServer({ respond, refuse: () => ({ status: 500, headers: {}, body: null }) }, 1000);
  const { url } = await listen(server, 0, '127.0.0.1');
  const call = thrown(fetch(url));
  await arrived;
  await close();
  expect(await call).toMatchObject({ message: 'fetch failed' });
});
