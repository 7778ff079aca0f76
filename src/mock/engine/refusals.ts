/** Why a request is refused, in the caller's terms, whoever found it out. */
import { dialectOf } from '../../contract/errors/dialect.js';
import { documentedErrors, plannedError } from '../../contract/errors/response.js';
import { fieldName } from '../../contract/judge/explain.js';
import type { Judgement } from '../../contract/judge/request.js';
import { type JudgedWarning, plainWarning } from '../../contract/judge/warning.js';
import { nearest } from '../../contract/paths/nearest.js';
import type { Json } from '../../contract/prepared.js';
import type { UnreadableJsonError } from '../../http/json-text.js';
import type { HttpRequest } from '../../http/message.js';
import { magicStatus } from '../faults/magic-key.js';
import { type Exchange, RefusedRequest } from './exchange.js';
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

export const missingKey = (advice: string | undefined, scheme = 'Bearer'): RefusedRequest =>
  new RefusedRequest({
    status: 401,
    when: 'missing-key',
    headers: { 'www-authenticate': scheme },
    ...(advice !== undefined && { message: `a key is required; ${advice}` }),
  });

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

export const unreadableBody = ({ message }: UnreadableJsonError): RefusedRequest =>
  new RefusedRequest({ status: 400, message: `the body ${message}` });

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

/** An error that a request asked for. */
export interface WantedError {
  status: number;
  /** Absent where the status has no documented body. */
  name?: string;
  body: Json;
  /** Instead of the words of the body. */
  message?: string;
}

/**
 * The error that `Prefer: code=` asks for: the general one of that status, as by any other way, or one of its special cases by name.
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
  const dialect = dialectOf(prepared, body);
  if (name === undefined) return { status, ...plannedError(contract, dialect, status) };
  const own = prepared.examples.filter((example) => example.status === status);
  const named = [...own, ...documentedErrors(contract, dialect, status)];
  const chosen = named.find((error) => error.name === name);
  if (chosen) return { status, name, body: chosen.body ?? null };
  const names = named.map((error) => error.name).join(', ');
  const advice = names === '' ? `cannot be one of ${status}, which has none` : `must be one of ${names} for ${status}`;
  throw new RefusedRequest({ status: 404, message: `Prefer: example ${advice}, got ${name}` });
}
