/** Stores by address. */
import type { EventEmitter } from 'node:events';
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
  const driver = redisDriver({ url: address, base: 'nexconn-mock', connectTimeout: 2000, maxRetriesPerRequest: 1 });
  const storage = createStorage({ driver });
  let failure: Error | undefined;
  // A connection that breaks later is made again; a request in between is answered with an error.
  (driver.getInstance?.() as EventEmitter | undefined)?.on('error', (error: Error) => {
    failure = error;
  });
  try {
    await storage.getItem('probe');
  } catch (error) {
    await storage.dispose();
    throw new Error(`no Redis at ${address}: ${(failure ?? (error as Error)).message}`);
  }
  return storage as unknown as Store;
}
