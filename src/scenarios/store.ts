/** Where scenarios keep what several copies of a mock have to agree on. */
import { keyPart, sessionKey } from '../http/session-key.js';

export interface ScenarioStore {
  getItem(key: string): Promise<unknown> | unknown;
  setItem(key: string, value: unknown): Promise<void> | void;
  getKeys(base?: string): Promise<string[]> | string[];
  /** Adds one to a number, which is 0 where there is none, in one step. */
  increment(key: string, ttlSeconds?: number): Promise<number> | number;
}

/** Under the name of the session, so that whoever forgets a session forgets its counts. */
export const countKey = (session: string, scenario: string): string => `${sessionKey(session)}scenario:${keyPart(scenario)}`;

/** No session has such a name. */
const shared = '$';
export const versionKey = `${shared}:scenarios:version`;
export const numberKey = `${shared}:scenarios:number`;
export const addedBase = `${shared}:scenarios:added`;
/** Of whoever adds one of a name. */
export const turnKey = (name: string): string => `${shared}:scenarios:turn:${keyPart(name)}`;

/** Under the name of the session, so that whoever forgets a session begins anew. */
export const unnamedKey = (session: string): string => `${sessionKey(session)}scenarios:unnamed`;

/** FNV-1a: tells long names apart in few letters. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** What is made for a session and gets no name of its own is numbered within it: tests that run side by side get the same names every time. */
export function nameWithin(session: string, kind: string, number: number): string {
  if (session === '') return `${kind}${number}`;
  return `${kind}${/^[\w.-]{1,40}$/.test(session) ? session : hashOf(session)}-${number}`;
}
