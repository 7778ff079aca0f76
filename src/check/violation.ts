/** What is reported where an exchange differs from the contract. */
import { acrossCopies } from '../any-copy.js';
import { fieldName, inWords, shorten, type Violation } from '../contract/judge/explain.js';
import type { JudgedWarning } from '../contract/judge/warning.js';
import { parsePointer } from '../contract/pointer.js';
import type { SecretNames } from '../journal/redaction.js';
import { redacted, type Secrets } from '../journal/secrets.js';

/** Which part of an exchange is at fault: the request, the response, an event of a streamed response, or the course of a job. */
export type ExchangePart = 'request' | 'response' | 'stream' | 'job';

/** One difference between an exchange and the contract. */
export interface ContractViolation extends Violation {
  /** operationId; absent where the request belongs to none. */
  operation?: string;
  part: ExchangePart;
  /** `body`, `path`, `query`, `header`, `status`, `route`, or `event <number from 1>`. */
  in: string;
}

/** A violation before it is known of which exchange. */
export type Finding = Omit<ContractViolation, 'operation' | 'message'>;

/** A finding that no schema speaks of. */
export function findingOf(
  { part, in: place, pointer = '' }: { part: ExchangePart; in: string; pointer?: string },
  keyword: string,
  expected: string,
  value: unknown,
): Finding {
  return { part, in: place, pointer, field: fieldName(pointer), keyword, expected, got: shorten(value) };
}

/** A warning, where what is ignored counts. */
export const strictFinding = (part: ExchangePart, { in: place, pointer, keyword, expected, got }: JudgedWarning): Finding => ({
  part,
  in: place,
  pointer,
  field: fieldName(pointer),
  keyword,
  expected,
  got,
});

/** A finding that tells no key: neither one that stands somewhere else, nor what came where keys stand. */
export function withoutKeys(finding: Finding, { headers, query, members }: SecretNames, secrets: Secrets): Finding {
  const path = parsePointer(finding.pointer).map((name) => name.toLowerCase());
  const places = { header: headers, query }[finding.in] ?? members;
  const isKey = finding.got !== 'nothing' && path.some((name) => places.has(name));
  return { ...secrets.texts(finding), ...(isKey && { got: redacted }) };
}

/** Completes a finding. The message says in one line where to look, what was expected and what came. */
export function violationOf(finding: Finding, operation: string | undefined): ContractViolation {
  const { part, in: place, pointer } = finding;
  const where = [operation ?? '-', part, place, pointer].filter((word) => word !== '').join(' ');
  const message = `${where}: ${inWords(finding)}`;
  return { ...finding, ...(operation !== undefined && { operation }), message };
}

/**
 * Thrown where violations are to end what causes them.
 *
 * @example
 * ```ts
 * import { ContractViolationError, contractFetch } from 'nexconn-contract/testing';
 *
 * try {
 *   await contractFetch()(url, { method: 'POST', body: '{}' });
 * } catch (error) {
 *   if (error instanceof ContractViolationError) for (const { pointer, expected, got } of error.violations) console.error(pointer, expected, got);
 * }
 * ```
 */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';

  constructor(readonly violations: readonly ContractViolation[]) {
    super(`not as the contract has it:\n${violations.map(({ message }) => `  ${message}`).join('\n')}`);
  }
}

acrossCopies({ ContractViolationError });
