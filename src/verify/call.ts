/** One call to the gateway under test, checked. */
import type { Checker } from '../check/checker.js';
import type { ExchangeCheck } from '../check/exchange.js';
import type { ContractViolation } from '../check/findings/violation.js';
import { fillPath } from '../contract/path-template.js';
import { getAt } from '../contract/pointer.js';
import type { PreparedExample, PreparedOperation } from '../contract/prepared.js';
import type { Secrets } from '../journal/secrets.js';

export interface CheckedResponse {
  status: number;
  /** Undefined for a stream, or a body that is not JSON. */
  body: unknown;
  violations: ContractViolation[];
  /** Milliseconds until the response was complete. */
  durationMs: number;
  /** Of which exchange it is, for what else is found in it. */
  origin: ExchangeCheck['origin'];
}

export interface Gateway {
  baseUrl: URL;
  apiKey: string;
  checker: Checker;
  /** Of which no message tells. */
  secrets: Secrets;
  /** Milliseconds that a call may take in all. */
  timeoutMs: number;
}

/** Statuses that say nothing about the contract: the account, the pace or the service is at fault. */
export const isNoVerdict = (status: number): boolean => [402, 403, 408, 429].includes(status) || status >= 500;

/** The gateway gave no response. */
export class NoResponseError extends Error {}

/** The gateway does not take the key, so that nothing can be said of the rest. */
export class KeyRefusedError extends Error {}

/** Longest pause, in seconds, that a gateway may ask for with `Retry-After`. */
const longestPause = 60;
const tries = 3;

/** @throws NoResponseError, KeyRefusedError */
export async function call(gateway: Gateway, operation: PreparedOperation, request: PreparedExample['request']): Promise<CheckedResponse> {
  const deadline = Date.now() + gateway.timeoutMs;
  for (let attempt = 1; ; attempt++) {
    const { response, retryAfter } = await callOnce(gateway, operation, request, deadline);
    if (response.status === 401) throw new KeyRefusedError(errorMessage(gateway, response));
    if (response.status !== 429 || !(retryAfter <= longestPause) || attempt === tries || Date.now() + 1000 * retryAfter >= deadline)
      return response;
    await new Promise((resolve) => setTimeout(resolve, 1000 * retryAfter));
  }
}

async function callOnce(
  { baseUrl, apiKey, checker, secrets, timeoutMs }: Gateway,
  operation: PreparedOperation,
  request: PreparedExample['request'],
  deadline: number,
) {
  const path = fillPath(operation.path, request.path ?? {});
  const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)]));
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const headers = new Headers({
    ...request.headers,
    authorization: `Bearer ${apiKey}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  });
  const url = `${baseUrl.href.replace(/\/$/, '')}${path}${query.size > 0 ? `?${query}` : ''}`;
  const exchange = checker.begin({
    method: operation.method,
    path,
    url,
    query,
    header: (name) => headers.get(name),
    headers: () => Object.fromEntries(headers),
    body,
  });
  const started = performance.now();
  try {
    const response = await fetch(url, {
      method: operation.method,
      headers,
      signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())),
      ...(body !== undefined && { body }),
    });
    const check = exchange.response(response.status, (name) => response.headers.get(name));
    const text = await response.text();
    check.write(text);
    check.end();
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.POSITIVE_INFINITY);
    const durationMs = Math.round(performance.now() - started);
    const { status } = response;
    return {
      response: { status, body: parse(text), violations: [...exchange.violations], durationMs, origin: exchange.origin },
      retryAfter,
    };
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') throw new NoResponseError(`none within ${timeoutMs / 1000} s`);
    const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    throw new NoResponseError(secrets.text(cause?.code ?? cause?.message ?? message));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an error says, in any dialect. */
export function errorMessage({ checker, secrets }: Gateway, { status, body }: Pick<CheckedResponse, 'status' | 'body'>): string {
  const pointers = Object.values(checker.parts.contract.dialects).flatMap(({ message }) => message);
  const text = pointers.map((pointer) => getAt(body, pointer)).find((found) => typeof found === 'string');
  return text === undefined ? String(status) : `${status}: ${secrets.text(text)}`;
}
