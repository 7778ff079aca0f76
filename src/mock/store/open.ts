/** Stores by address. */
import { inTurn } from '../../in-turn.js';
import type { Store } from './store.js';

/** Addresses end up in logs. */
const withoutPassword = (address: string): string => address.replace(/\/\/[^/@]*@/, '//');

/**
 * Opens a store and checks that it is there.
 * @param address `memory:` or `redis://host:port[/database]`
 * @returns `undefined` for the memory, which every mock has by itself: it is never away, so that nothing has to wait for it
 * @throws Error for an unknown scheme, or when the server cannot be reached
 */
export async function openStore(address: string): Promise<Store | undefined> {
  if (/^memory:?$/.test(address)) return undefined;
  const shown = withoutPassword(address);
  if (!/^rediss?:\/\//.test(address)) throw new Error(`unknown store ${shown}; use memory: or redis://host:port`);
  const { openRedis } = await inTurn(() => import('./redis.js'));
  return openRedis(address, shown);
}
