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
