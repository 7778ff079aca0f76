/** Options of a verification. */
import { boolean, count, type Kind, names, object, seconds, text } from '../options/kinds.js';

export interface VerifyOptions {
  /** Address of the gateway. */
  baseUrl: URL;
  /** Key of the account that pays. */
  apiKey: string;
  /**
   * Calls that cost money may not be more.
   * @default no limit
   */
  budgetCalls?: number;
  /**
   * Count documented fields that a response lacks as differences.
   * @default false
   */
  strict?: boolean;
  /**
   * Seconds to wait for the end of a job.
   * @default 900
   */
  jobTimeoutSeconds?: number;
  /**
   * Names of headers, query parameters and members of JSON bodies whose values are kept out of the report, besides those that are called as keys are.
   * @default none
   */
  redact?: readonly string[];
}

export const usualJobTimeoutSeconds = 900;

export const verifyOptions = {
  baseUrl: object,
  apiKey: text,
  budgetCalls: count('calls'),
  strict: boolean,
  jobTimeoutSeconds: seconds,
  redact: names,
} satisfies Record<keyof VerifyOptions, Kind>;
