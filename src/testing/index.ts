/**
 * Tests of any client or server against the contract: a `fetch` that checks what goes through it, matchers for vitest and jest, and the
 * coverage of the contract. Free of Node-only modules.
 */
export { type Baseline, BaselineError, type KnownViolation, knownViolations, type Mistake } from '../check/baseline.js';
export type { ContractViolation, ExchangeOrigin, ExchangePart, RunningTest } from '../check/findings/violation.js';
export type { SentRequest } from '../check/repeat/sent-request.js';
export {
  type CoverageMeasure,
  type CoverageThreshold,
  coverageJUnit,
  coverageMeasures,
  coverageOf,
  coverageText,
} from '../check/report/coverage-report.js';
export { ContractViolationError } from '../check/telling/violation-error.js';
export type { Further } from '../contract/judge/told.js';
export type { CoverageReport, CoverageRow, StateRow } from '../journal/coverage.js';
export { type ContractFetch, type ContractFetchOptions, contractFetch } from './contract-fetch.js';
export { type GuardOptions, guardPaidCalls, PaidCallError } from './guard.js';
export { type ContractMatchers, contractMatchers } from './matchers.js';
export { failOnViolations } from './no-violations.js';
export type { NotChecked } from './not-checked.js';
export type { CheckedCall, OnViolation, ViolationListener } from './reaction.js';
export type { ExpectedRequest, OperationId, PartialBody } from './received.js';
