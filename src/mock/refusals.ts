/** Why a request is refused, in the caller's terms, whoever found it out. */
import { dialectOf } from '../contract/errors/dialect.js';
import { documentedErrors } from '../contract/errors/response.js';
import { fieldName } from '../contract/judge/explain.js';
import type { Judgement } from '../contract/judge/request.js';
import { type JudgedWarning, plainWarning } from '../contract/judge/warning.js';
import { nearest } from '../contract/paths/nearest.js';
import type { Json } from '../contract/prepared.js';
import type { HttpRequest } from '../http/message.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import { magicStatus } from './faults/magic-key.js';
import type { MockOperation } from './operations.js';
import type { MockState } from './state.js';

export function unknownPath({ contract }: MockState, { method, path }: HttpRequest): RefusedRequest {
  const like = nearest(contract.operations, path, method);
  return new RefusedRequest({
    status: 404,
    message: `no such path: ${method} ${path}${like ? `; did you mean ${like.method} ${like.path}?` : ''}`,
  });
}

export function unknownMethod({ method, path }: HttpRequest, methods: readonly string[]): RefusedRequest {
  const allowed = methods.join(', ');
  return new RefusedRequest({
    status: 405,
    message: `${method} is not a method of ${path}; allowed: ${allowed}`,
    headers: { allow: allowed },
  });
}

export const missingKey = (scheme = 'Bearer'): RefusedRequest =>
  new RefusedRequest({ status: 401, when: 'missing-key', headers: { 'www-authenticate': scheme } });

/** @throws RefusedRequest where only one key passes, and this is another */
export function refuseOtherKey({ options: { auth, authKey } }: MockState, key: string | undefined): void {
  if (auth && authKey !== undefined && key !== authKey && magicStatus(key) === undefined)
    throw new RefusedRequest({ status: 401, message: 'this key is not known' });
}

const mediaTypes = ({ prepared: { body } }: MockOperation): string => body?.mediaTypes.join(' or ') ?? 'nothing';

export const unsupportedType = (operation: MockOperation, mediaType: string): RefusedRequest =>
  new RefusedRequest({
    status: 415,
    message: `content type ${mediaType} is not supported; send ${mediaTypes(operation)}`,
    field: 'content-type',
  });

export const missingBody = (operation: MockOperation): RefusedRequest =>
  new RefusedRequest({ status: 400, message: `a request body is required, as ${mediaTypes(operation)}` });

export const malformedBody = (reason: string): RefusedRequest =>
  new RefusedRequest({ status: 400, message: `the body is not valid JSON: ${reason}` });

/**
 * Takes over what the judge found: the first violation goes into the answer, all of them into the journal.
 * @throws RefusedRequest where there is a violation, or, for the strict, a warning
 */
export function refuseFindings({ options }: MockState, exchange: Exchange, { violations, warnings }: Judgement, status = 400): void {
  exchange.violations = violations;
  exchange.warnings = warnings.map(plainWarning);
  const [first] = violations;
  if (first) {
    const others = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
    throw new RefusedRequest({ status, message: `${first.message}${others}`, field: first.field });
  }
  const [ignored] = warnings;
  if (options.strict && ignored)
    throw new RefusedRequest({ status: 400, message: `${inOneLine(warnings)} (--strict)`, field: fieldName(ignored.pointer) });
}

/** Warnings that say the same, together. */
function inOneLine(warnings: readonly JudgedWarning[]): string {
  const places = new Map<string, string[]>();
  for (const { message, pointer } of warnings) places.set(message, [...(places.get(message) ?? []), pointer]);
  return Array.from(places, ([message, pointers]) => `${message} ${pointers.join(', ')}`).join('; ');
}

/** A documented error that a request asked for. */
export interface WantedError {
  status: number;
  /** Absent where the dialect has no error at all. */
  name: string | undefined;
  body: Json;
}

/**
 * The error that `Prefer: code=` asks for: a documented one of that status.
 * @throws RefusedRequest where there is none of that status, or of that name
 */
export function wantedError(
  { contract }: MockState,
  { prepared }: MockOperation,
  { body, preferences: { example: name } }: Exchange,
  status: number,
): WantedError {
  if (!prepared.responses[status] && !prepared.responses.default) {
    throw new RefusedRequest({
      status: 404,
      message: `Prefer: code must be one of ${Object.keys(prepared.responses).join(', ')}, got ${status}`,
    });
  }
  const own = prepared.examples.find((example) => example.status === status && (name === undefined || example.name === name));
  if (own) return { status, name: own.name, body: own.body ?? null };
  const documented = documentedErrors(contract, dialectOf(prepared, body), status);
  const chosen = name === undefined ? documented[0] : documented.find((error) => error.name === name);
  if (name !== undefined && !chosen) {
    throw new RefusedRequest({
      status: 404,
      message: `Prefer: example must be one of ${documented.map((error) => error.name).join(', ')} for ${status}, got ${name}`,
    });
  }
  return { status, name: chosen?.name, body: chosen?.body ?? null };
}
