/** Errors in the dialect of an operation: the documented body of the status, with a message of the mock's own where it has one. */

import type { HttpResponse } from '../../http/message.js';
import { cloneJson } from '../clone.js';
import { getAt, setAt } from '../pointer.js';
import type { Json, PreparedContract, PreparedError, PreparedOperation } from '../prepared.js';
import { errorHeaders } from './headers.js';

export interface Refusal {
  status: number;
  /** What is wrong and what would be right; without it, the documented words. */
  message?: string;
  /** The request field at fault. */
  field?: string;
  /** The case of several documented bodies of one status. */
  when?: string;
  headers?: Record<string, string>;
}

/** The documented errors of a status; where it has none, of the nearest status with the same first digit, or of the nearest at all. */
export function documentedErrors(contract: PreparedContract, dialect: string, status: number): readonly PreparedError[] {
  const byStatus = contract.errors[dialect] ?? {};
  const codes = Object.keys(byStatus).map(Number);
  const alike = codes.filter((code) => Math.floor(code / 100) === Math.floor(status / 100));
  const [nearest] = (alike.length > 0 ? alike : codes).sort((a, b) => Math.abs(a - status) - Math.abs(b - status));
  return (nearest === undefined ? undefined : byStatus[nearest]) ?? [];
}

interface ErrorPlan extends Pick<Refusal, 'status' | 'message' | 'field'> {
  /** The documented body. */
  body: Json;
  /** The one that answers, if it is known. */
  operation?: PreparedOperation | undefined;
}

/** A response with a documented error body, made this response's own. */
export function errorResponse(
  contract: PreparedContract,
  dialectName: string,
  { status, message, field, body: documented, operation }: ErrorPlan,
): HttpResponse {
  const dialect = contract.dialects[dialectName];
  const { headers, id } = errorHeaders(contract, dialectName, operation, status);
  const body = cloneJson(documented);
  const replace = (pointer: string | undefined, value: Json | undefined) => {
    if (pointer !== undefined && value !== undefined && getAt(body, pointer) !== undefined) setAt(body, pointer, value);
  };
  replace(dialect?.status, status);
  replace(dialect?.requestId, id);
  if (dialect && message !== undefined) {
    const at = dialect.message.find((pointer) => typeof getAt(body, pointer) === 'string');
    if (at !== undefined) setAt(body, at, message);
    // An undefined member is left out of the JSON text.
    if (dialect.field) setAt(body, dialect.field, field);
  }
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

export function refuse(contract: PreparedContract, dialect: string, refusal: Refusal, operation?: PreparedOperation): HttpResponse {
  const { status, when, headers } = refusal;
  const errors = documentedErrors(contract, dialect, status);
  const documented = errors.find((error) => error.when === when) ?? errors.find((error) => error.when === undefined) ?? errors[0];
  const response = errorResponse(contract, dialect, { ...refusal, body: documented?.body ?? null, operation });
  return { ...response, headers: { ...response.headers, ...headers } };
}
