/** Stores by address. */
import { memoryStore, type Store } from './store.js';

/**
 * Opens a store and checks that it is there.
 * @param address `memory:` or `redis://host:port[/database]`
 * @throws Error for an unknown scheme, or when the server cannot be reached
 */
export async function openStore(address: string): Promise<Store> {
  if (/^memory:?$/.test(address)) return memoryStore();
  if (!/^rediss?:\/\//.test(address)) throw new Error(`unknown store ${address}; use memory: or redis://host:port`);
  const [{ createStorage }, { default: redisDriver }] = await Promise.all([import('unstorage'), import('unstorage/drivers/redis')]).catch(
    () => {
      throw new Error('a Redis store needs the packages unstorage and ioredis');
    },
  );
  const storage = createStorage({
    driver: redisDriver({ url: address, base: 'nexconn-mock', connectTimeout: 2000, maxRetriesPerRequest: 1, retryStrategy: () => null }),
  });
  try {
    await storage.getItem('probe');
  } catch (error) {
    await storage.dispose();
    throw new Error(`no Redis at ${address}: ${(error as Error).message}`);
  }
  return storage as unknown as Store;
}
