/** Errors in the dialect of an operation: the documented body of the status, with a message of the mock's own where it has one. */

import type { HttpResponse } from '../../http/message.js';
import { cloneJson } from '../clone.js';
import type { IdSource } from '../id-template.js';
import { getAt, setAt } from '../pointer.js';
import type { Json } from '../prepared/json.js';
import type { PreparedContract, PreparedError, PreparedOperation } from '../prepared.js';
import { errorHeaders } from './headers.js';

export interface Refusal {
  status: number;
  /** What is wrong and what would be right; without it, the documented words. */
  message?: string;
  /** In the words of the dialect; those of the documented body if left out. */
  type?: string;
  code?: string | number;
  /** The request field at fault. */
  field?: string;
  /** The case of several documented bodies of one status. */
  when?: string;
  headers?: Record<string, string>;
}

/** The documented errors of a status: the general one first, then those of special cases. */
export const documentedErrors = ({ errors }: PreparedContract, dialect: string, status: number): readonly PreparedError[] =>
  errors[dialect]?.[status] ?? [];

/**
 * The error of a status: that of the case, where there is one, else the general one; absent where the status has none.
 * @param when the case
 */
function documentedError(contract: PreparedContract, dialect: string, status: number, when?: string): PreparedError | undefined {
  const errors = documentedErrors(contract, dialect, status);
  return errors.find((error) => error.when === when) ?? errors.find((error) => error.when === undefined) ?? errors[0];
}

/** The body of an error of a status that has none: the general one of its class, with the type that stands for the status. */
function undocumentedError(contract: PreparedContract, dialectName: string, status: number): Json {
  const { type: at, types } = contract.dialects[dialectName] ?? {};
  const hundreds = String(status).slice(0, 1);
  const documented = Object.keys(contract.errors[dialectName] ?? {});
  const alike = documented.find((other) => other.startsWith(hundreds)) ?? documented[0];
  const body = cloneJson(alike === undefined ? null : (documentedError(contract, dialectName, Number(alike))?.body ?? null));
  const type = types?.[status] ?? types?.[`${hundreds}xx`];
  if (at !== undefined && type !== undefined && getAt(body, at) !== undefined) setAt(body, at, type);
  return body;
}

/** What answers with a status by itself: a documented body, or one that says only which status it is. */
export function plannedError(
  contract: PreparedContract,
  dialect: string,
  status: number,
  when?: string,
): { name?: string; body: Json; message?: string; model?: string } {
  const documented = documentedError(contract, dialect, status, when);
  if (documented) return documented;
  return { body: undocumentedError(contract, dialect, status), message: `status ${status}, as it was asked for` };
}

interface ErrorPlan extends Pick<Refusal, 'status' | 'message' | 'type' | 'code' | 'field'> {
  /** The documented body. */
  body: Json;
  /** Name of the model that the documented body speaks of. */
  model?: string;
  /** Body of the request, as far as it was read. */
  asked?: unknown;
  /** The one that answers, if it is known. */
  operation?: PreparedOperation | undefined;
}

/**
 * A response with a documented error body, made this response's own.
 * @param source what its id is made of
 */
export function errorResponse(
  contract: PreparedContract,
  dialectName: string,
  { status, message, type, code, field, body: documented, operation, model, asked }: ErrorPlan,
  source: IdSource = { time: Date.now() },
): HttpResponse {
  const dialect = contract.dialects[dialectName];
  const { headers, id } = errorHeaders(contract, dialectName, operation, status, source);
  const body = cloneJson(documented);
  const replace = (pointer: string | undefined, value: Json | undefined) => {
    if (pointer !== undefined && value !== undefined && getAt(body, pointer) !== undefined) setAt(body, pointer, value);
  };
  replace(dialect?.status, status);
  replace(dialect?.requestId, id);
  replace(dialect?.type, type);
  replace(dialect?.code, code);
  if (dialect && message !== undefined) {
    const at = dialect.message.find((pointer) => typeof getAt(body, pointer) === 'string');
    if (at !== undefined) setAt(body, at, message);
    // An undefined member is left out of the JSON text.
    if (dialect.field) setAt(body, dialect.field, field);
  }
  const text = JSON.stringify(body);
  const own = model === undefined ? undefined : getAt(asked, `/${operation?.body?.discriminator ?? 'model'}`);
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: model !== undefined && typeof own === 'string' ? text.replaceAll(inJson(model), () => inJson(own.slice(0, longestModel))) : text,
  };
}

/** A model's name in an error. */
const longestModel = 200;

/** A text as it stands inside of a string. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** @param source what the id of the response is made of */
export function refuse(
  contract: PreparedContract,
  dialect: string,
  refusal: Refusal & { asked?: unknown },
  operation?: PreparedOperation,
  source?: IdSource,
): HttpResponse {
  const { status, when, headers } = refusal;
  const plan = plannedError(contract, dialect, status, when);
  const response = errorResponse(contract, dialect, { ...plan, ...refusal, operation }, source);
  return { ...response, headers: { ...response.headers, ...headers } };
}
