/** Why a request is refused, in the caller's terms, whoever found it out. */
import { fieldName } from '../../contract/judge/explain.js';
import type { Judgement } from '../../contract/judge/request.js';
import { moreThanFirst, told } from '../../contract/judge/told.js';
import { plainWarning, type Warning } from '../../contract/judge/warning.js';
import type { UnreadableJsonError } from '../../http/json/json-text.js';
import type { HttpRequest } from '../../http/message.js';
import { magicStatus } from '../faults/magic-key.js';
import { type Exchange, RefusedRequest } from './exchange.js';
import type { MockOperation } from './operations.js';
import type { MockState } from './state.js';

export function unknownMethod({ method, path }: HttpRequest, methods: readonly string[]): RefusedRequest {
  const allowed = methods.join(', ');
  return new RefusedRequest({
    status: 405,
    message: `${method} is not a method of ${path}; allowed: ${allowed}`,
    headers: { allow: allowed },
  });
}

/** @throws RefusedRequest where only one key passes, and this is another */
export function refuseOtherKey({ options: { auth, authKey } }: MockState, key: string | undefined): void {
  if (auth && authKey !== undefined && key !== authKey && magicStatus(key) === undefined)
    throw new RefusedRequest({ status: 401, message: 'this key is not known' });
}

const mediaTypes = ({ prepared: { body } }: MockOperation): string => body?.mediaTypes.join(' or ') ?? 'nothing';

/** Whoever sends a form knows the members by the names of another API. */
function documentedMembers({ prepared: { examples } }: MockOperation): string {
  const body = examples.find(({ request }) => request.body)?.request.body;
  return typeof body === 'object' && body !== null ? `, such as { ${Object.keys(body).join(', ')} }` : '';
}

export const unsupportedType = (operation: MockOperation, mediaType: string): RefusedRequest =>
  new RefusedRequest({
    status: 415,
    message: `content type ${mediaType} is not supported; send ${mediaTypes(operation)}${documentedMembers(operation)}`,
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
  exchange.violations = told(violations);
  const ignored = told(warnings);
  exchange.warnings = ignored.map(plainWarning);
  const [first] = violations;
  if (first) throw new RefusedRequest({ status, message: `${first.message}${moreThanFirst(violations)}`, field: first.field });
  const [firstIgnored] = ignored;
  if (options.strict && firstIgnored)
    throw new RefusedRequest({ status: 400, message: `${inOneLine(ignored)} (--strict)`, field: fieldName(firstIgnored.pointer) });
}

/** Warnings that say the same, together. */
function inOneLine(warnings: readonly Warning[]): string {
  const places = new Map<string, string[]>();
  for (const { message, pointer } of warnings) places.set(message, [...(places.get(message) ?? []), pointer]);
  return Array.from(places, ([message, pointers]) => `${message} ${pointers.join(', ')}`).join('; ');
}
