/** What is reported where an exchange differs from the contract. */
import { fieldName, inWords, shorten, type Violation } from '../../contract/judge/explain.js';
import type { JudgedWarning } from '../../contract/judge/warning.js';
import { collapsed, parsePointer } from '../../contract/pointer.js';
import { visible } from '../../http/visible-text.js';
import type { SecretNames } from '../../journal/redaction.js';
import { redacted, type Secrets } from '../../journal/secrets.js';
import type { SentRequest } from '../repeat/sent-request.js';

/** Which part of an exchange is at fault: the request, the response, an event of a streamed response, or the course of a job. */
export type ExchangePart = 'request' | 'response' | 'stream' | 'job';

/** A test that runs. */
export interface RunningTest {
  /** With the names of the suites that it is in. */
  name?: string;
  /** Path of its file. */
  file?: string;
}

/** Of which exchange something is told. */
export interface ExchangeOrigin {
  /** Method of the request, in upper case. */
  method?: string;
  /** Address of the request, without keys; absent where it is not known. */
  url?: string;
  /** The test in which the request was sent, where it is known. */
  test?: RunningTest;
}

/** One difference between an exchange and the contract. */
export interface ContractViolation extends Violation, ExchangeOrigin {
  /** operationId; absent where the request belongs to none. */
  operation?: string;
  part: ExchangePart;
  /** `body`, `path`, `query`, `header`, `status`, `route`, or `event <number from 1>`. */
  in: string;
  /** What the server calls the exchange, as in its recording and in the journal; absent where no response came, or none with an id. */
  requestId?: string;
  /** The request, without keys, to send it again. Not enumerable: it is no part of JSON, nor of copies; absent where it is not known. */
  readonly request?: SentRequest;
}

/** A violation before it is known of which exchange. */
export type Finding = Omit<ContractViolation, 'operation' | 'message' | 'request' | 'requestId' | keyof ExchangeOrigin>;

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
export const strictFinding = (part: ExchangePart, { in: place, pointer, keyword, expected, got, further }: JudgedWarning): Finding => ({
  part,
  in: place,
  pointer,
  field: fieldName(pointer),
  keyword,
  expected,
  got,
  ...(further && { further }),
});

/** A finding that tells no key: neither one that stands somewhere else, nor what came where keys stand. */
export function withoutKeys(finding: Finding, { headers, query, members }: SecretNames, secrets: Secrets): Finding {
  const path = parsePointer(finding.pointer).map((name) => name.toLowerCase());
  const places = { header: headers, query }[finding.in] ?? members;
  const isKey = finding.got !== 'nothing' && path.some((name) => places.has(name));
  return { ...secrets.texts(finding), ...(isKey && { got: redacted }) };
}

/** Completes a finding. The message says in one line where to look, what was expected and what came. */
export function violationOf(
  finding: Finding,
  operation: string | undefined,
  origin: ExchangeOrigin = {},
  request?: SentRequest,
): ContractViolation {
  const { part, in: place, pointer } = finding;
  const where = [operation ?? '-', part, place, pointer].filter((word) => word !== '').join(' ');
  const message = visible(`${where}: ${inWords(finding)}`);
  const violation = { ...finding, ...(operation !== undefined && { operation }), message, ...origin };
  return request ? Object.defineProperty(violation, 'request', { value: request }) : violation;
}

/** What a violation is of: the place, indices and numbers of events apart, and what the contract asks for there. */
export const mistakeOf = ({ operation, part, in: place, pointer, keyword, expected }: Omit<ContractViolation, 'message'>): string =>
  JSON.stringify([operation, part, place.replace(/\d+$/, '*'), collapsed(pointer), keyword, expected]);
