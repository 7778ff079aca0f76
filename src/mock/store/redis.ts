/** A store in Redis, which copies of a mock share. */

import type { Redis } from 'ioredis';
import { inTime, LateError } from '../../in-time.js';
import { installedPackage } from '../../installed.js';
import { daySeconds, type Store } from './store.js';

const base = 'nexconn-mock';

/** Milliseconds that a connection may take. */
const connectMs = 3000;

/** Milliseconds after which a connection that leaves a command unanswered is made again: it may never break by itself. */
const silenceMs = 5000;

/**
 * What is asked while there is no connection fails at once, and nothing is asked twice: a count would be off. A connection that breaks is made
 * again. The option `socketTimeout` is not taken: up to ioredis 5.11, it breaks the connection made after one that owed an answer.
 */
const connection = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: connectMs,
  retryStrategy: (tries: number) => Math.min(tries * 100, 1000),
};

type RedisDriver = typeof import('unstorage/drivers/redis')['default'];

function loadPackages() {
  try {
    const { createStorage } = installedPackage<typeof import('unstorage')>('unstorage');
    const driver = installedPackage<typeof import('unstorage/drivers/redis') | RedisDriver>('unstorage/drivers/redis');
    // In CommonJS, the driver is the module itself.
    return { createStorage, redisDriver: 'default' in driver ? driver.default : driver };
  } catch (cause) {
    throw new Error(`a Redis store needs the packages unstorage and ioredis: ${(cause as Error).message.split('\n', 1)[0]}`, { cause });
  }
}

/**
 * @param shown the address as it may be shown
 * @throws Error when the server cannot be reached
 */
export async function openRedis(address: string, shown: string): Promise<Store> {
  const { createStorage, redisDriver } = loadPackages();
  const driver = redisDriver({ url: address, base, ttl: daySeconds, ...connection });
  const storage = createStorage({ driver });
  const redis = driver.getInstance?.() as Redis;
  let failure: Error | undefined;
  redis.on('error', (error: Error) => {
    failure = error;
  });
  /** Why there is no connection says more than that there is none. */
  const inWords = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      throw failure ?? error;
    }
  };
  const ask = <T>(answer: Promise<T> | T): Promise<T> =>
    inWords(
      inTime(Promise.resolve(answer), silenceMs).catch((error) => {
        if (error instanceof LateError) redis.disconnect(true);
        throw error;
      }),
    );
  try {
    await inTime(inWords(redis.connect()), connectMs);
    // Such as that there is no such database.
    if (failure) throw failure;
  } catch (error) {
    await storage.dispose();
    throw new Error(`no Redis at ${shown}: ${(error as Error).message}; start one there, name another, or take memory:, which needs none`);
  }
  redis.on('ready', () => {
    failure = undefined;
  });
  return {
    getItem: (key) => ask(storage.getItem(key)),
    setItem: (key, value) => ask(storage.setItem(key, value as string)),
    removeItem: (key) => ask(storage.removeItem(key)),
    async increment(key, ttlSeconds) {
      const at = `${base}:${key}`;
      const [counted] = (await ask(redis.multi().incr(at).expire(at, ttlSeconds).exec())) ?? [];
      const [error, number] = counted ?? [new Error('it did not count')];
      if (error) throw failure ?? error;
      return number as number;
    },
    getKeys: (from) => ask(storage.getKeys(from)),
    // That of the storage clears all or nothing.
    clear: (from = '') => ask(driver.clear?.(from, {})),
    dispose: () => storage.dispose(),
  };
}
