/** Errors in the dialect of an operation: the documented body of the status, with a message of the mock's own where it has one. */
import { cloneJson } from '../contract/clone.js';
import { getAt, setAt } from '../contract/pointer.js';
import type { Json, PreparedContract } from '../contract/prepared.js';
import type { MockResponse } from './exchange.js';

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

/** Statuses after which a client is to wait. */
const waits = new Set([429, 503]);

/** The documented body of a status; of the nearest one with the same first digit where there is none. */
function documentedBody(contract: PreparedContract, dialect: string, status: number, when: string | undefined): Json | undefined {
  const statuses = contract.errors[dialect] ?? {};
  const exact = statuses[status];
  const bodies =
    exact ?? statuses[Object.keys(statuses).find((other) => other[0] === String(status)[0]) ?? ''] ?? Object.values(statuses)[0] ?? [];
  return (bodies.find((body) => body.when === when) ?? bodies.find((body) => body.when === undefined) ?? bodies[0])?.body;
}

export function errorBody(contract: PreparedContract, dialectName: string, { status, message, field, when }: Refusal): Json {
  const dialect = contract.dialects[dialectName];
  const body = cloneJson(documentedBody(contract, dialectName, status, when) ?? null);
  if (!dialect) return body;
  if (dialect.status && getAt(body, dialect.status) !== undefined) setAt(body, dialect.status, status);
  if (message !== undefined) {
    const at = dialect.message.find((pointer) => typeof getAt(body, pointer) === 'string');
    if (at !== undefined) setAt(body, at, message);
    // An undefined member is left out of the JSON text.
    if (dialect.field) setAt(body, dialect.field, field);
  }
  return body;
}

export function refuse(contract: PreparedContract, dialect: string, refusal: Refusal): MockResponse {
  return {
    status: refusal.status,
    headers: { 'content-type': 'application/json', ...(waits.has(refusal.status) && { 'retry-after': '1' }), ...refusal.headers },
    body: JSON.stringify(errorBody(contract, dialect, refusal)),
  };
}
