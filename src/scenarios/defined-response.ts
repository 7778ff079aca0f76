/** A response of an operation, as a scenario in TypeScript may write it. */
import type { ResponseAnswer } from './scenario.js';

type Written = ResponseAnswer['response'];

/** Without a status it is 200. */
export type DefinedResponse<Status extends number, Body> = Pick<Written, 'headers' | 'text' | 'events'> & {
  body?: Body;
} & (200 extends Status ? { status?: Status } : { status: Status });
