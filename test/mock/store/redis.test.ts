/** A connection to Redis on which nothing comes any more is made again, and one that works is left alone. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hasRedis, type RedisServer, startRedis } from '../../../scripts/tiers/chaos/redis-server.js';
import { openRedis } from '../../../src/mock/store/redis.js';
import { eventually } from '../../eventually.js';

describe.skipIf(!hasRedis)('Redis', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  const open = async (address: string) => {
    const store = await openRedis(address, address);
    onTestFinished(() => store.dispose?.());
    return store;
  };

  test('what a connection that broke still owed does not break the one after it', async () => {
    const store = await open(redis.address);
    redis.command('client', 'pause', '600000', 'all');
    const owed = Promise.resolve(store.getItem('a')).catch((error: Error) => error);
    await redis.kill();
    expect(await owed).toBeInstanceOf(Error);
    await redis.start();
    await eventually(() => store.setItem('a', 1));
    const until = performance.now() + 8000;
    while (performance.now() < until) {
      expect(await store.getItem('a')).toBe(1);
      await passed(50);
    }
  });

  test('a connection that neither answers nor breaks is made again', async () => {
    const held: Socket[] = [];
    const pipe = createServer((near) => {
      const far = connect(Number(new URL(redis.address).port), '127.0.0.1');
      held.push(near, far);
      for (const one of [near, far]) one.on('error', () => {});
      near.on('data', (data) => far.write(data));
      far.on('data', (data) => near.write(data));
    }).listen(0, '127.0.0.1');
    await once(pipe, 'listening');
    onTestFinished(() => {
      for (const socket of held) socket.destroy();
      pipe.close();
    });
    const store = await open(`redis://127.0.0.1:${(pipe.address() as AddressInfo).port}`);
    await store.setItem('b', 1);
    held[0]?.pause();
    await expect(store.getItem('b')).rejects.toThrow('no answer in 5000 ms');
    await eventually(async () => expect(await store.getItem('b')).toBe(1));
  });
});
