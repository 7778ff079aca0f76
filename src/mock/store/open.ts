/** Stores by address. */
import type { Redis } from 'ioredis';
import { type CountingStore, daySeconds, memoryStore } from './store.js';

const base = 'nexconn-mock';

/** Addresses end up in logs. */
const withoutPassword = (address: string): string => address.replace(/\/\/[^/@]*@/, '//');

/**
 * Opens a store and checks that it is there.
 * @param address `memory:` or `redis://host:port[/database]`
 * @throws Error for an unknown scheme, or when the server cannot be reached
 */
export async function openStore(address: string): Promise<CountingStore> {
  if (/^memory:?$/.test(address)) return memoryStore();
  if (!/^rediss?:\/\//.test(address)) throw new Error(`unknown store ${withoutPassword(address)}; use memory: or redis://host:port`);
  const [{ createStorage }, { default: redisDriver }] = await Promise.all([import('unstorage'), import('unstorage/drivers/redis')]).catch(
    () => {
      throw new Error('a Redis store needs the packages unstorage and ioredis');
    },
  );
  const driver = redisDriver({ url: address, base, ttl: daySeconds, connectTimeout: 2000, maxRetriesPerRequest: 1 });
  const storage = createStorage({ driver });
  const redis = driver.getInstance?.() as Redis;
  let failure: Error | undefined;
  // A connection that breaks later is made again; a request in between is answered with an error.
  redis.on('error', (error: Error) => {
    failure = error;
  });
  try {
    await storage.getItem('probe');
  } catch (error) {
    await storage.dispose();
    throw new Error(`no Redis at ${withoutPassword(address)}: ${(failure ?? (error as Error)).message}`);
  }
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, value as string),
    async increment(key, ttlSeconds = daySeconds) {
      const at = `${base}:${key}`;
      const [counted] = (await redis.multi().incr(at).expire(at, ttlSeconds).exec()) ?? [];
      if (!counted) throw new Error('the store did not count');
      const [error, number] = counted;
      if (error) throw error;
      return number as number;
    },
    getKeys: (base) => storage.getKeys(base),
    // That of the storage clears all or nothing.
    clear: (base = '') => driver.clear?.(base, {}),
    dispose: () => storage.dispose(),
  };
}
