/** Options of a verification. */
import type { Baseline } from '../check/baseline.js';
import { checkerOptions } from '../check/subject.js';
import { boolean, count, type Kind, longestWait, names, number, object, seconds, text } from '../options/kinds.js';

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
   * Seconds that a call may take in all, its response and the pauses that the gateway asks for included.
   * @default 180
   */
  timeoutSeconds?: number;
  /**
   * What is known to differ, by `knownViolations`: it makes no difference.
   * @default none
   */
  baseline?: Baseline;
  /**
   * Names of headers, query parameters and members of JSON bodies whose values are kept out of the report, besides those that are called as keys are.
   * @default none
   */
  redact?: readonly string[];
}

export const usualJobTimeoutSeconds = 900;
/** Long completions do take minutes. */
export const usualTimeoutSeconds = 180;

export const verifyOptions = {
  baseUrl: object,
  apiKey: text,
  budgetCalls: count('calls'),
  strict: boolean,
  jobTimeoutSeconds: seconds,
  timeoutSeconds: number({ least: 0.001, most: longestWait / 1000, unit: 'seconds' }),
  baseline: checkerOptions.baseline,
  redact: names,
} satisfies Record<keyof VerifyOptions, Kind>;
