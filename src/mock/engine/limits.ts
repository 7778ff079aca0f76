/** How many requests a key may make. Windows are fixed: one begins where the last one ends, and the first of a day with the day, by UTC. */
import type { PreparedHeader } from '../../contract/prepared.js';
import type { HttpResponse } from '../../http/message.js';
import { keyPart, sessionKey } from '../../http/session-key.js';
import { type Allowance, type Exchange, RefusedRequest } from './exchange.js';
import type { Call, MockState } from './state.js';

const daySeconds = 86_400;

/**
 * Counts a request that something is about to answer.
 * @throws RefusedRequest for one too many
 */
export async function countRequest({ state, operation, exchange }: Call): Promise<void> {
  const { rateLimit, quota, quotaStatus = 402 } = state.options;
  const credentials = operation.credentials(exchange.request);
  const key = await hash(credentials.kind === 'key' ? credentials.key : '');
  const rate = rateLimit === undefined ? undefined : parseRate(rateLimit);
  if (rate) {
    const allowance = await take(state, exchange, `rate:${key}`, rate.requests, rate.seconds);
    exchange.allowance = allowance;
    if (allowance.remaining < 0)
      throw tooMany(429, allowance, `${rate.requests} requests in ${rate.seconds} s are allowed to a key (--rate-limit)`);
  }
  if (quota !== undefined) {
    const allowance = await take(state, exchange, `quota:${key}`, quota, daySeconds);
    if (allowance.remaining < 0) throw tooMany(quotaStatus, allowance, `${quota} requests a day are allowed to a key (--quota)`);
  }
}

/** @param text a number of requests and a time, as the option has it */
function parseRate(text: string): { requests: number; seconds: number } {
  const [, requests = '', amount = '1', unit = ''] = /^(\d+)\/(\d*)(.)$/.exec(text) ?? [];
  return { requests: Number(requests), seconds: Number(amount || 1) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1) };
}

async function take({ store, now }: MockState, { preferences }: Exchange, name: string, limit: number, period: number): Promise<Allowance> {
  const seconds = now() / 1000;
  const window = Math.floor(seconds / period);
  const number = await store.increment(`${sessionKey(preferences.session ?? '')}${name}:${window}`, Math.ceil(period));
  return { limit, remaining: limit - number, period, reset: Math.ceil((window + 1) * period - seconds) };
}

function tooMany(status: number, { reset }: Allowance, message: string): RefusedRequest {
  // What is used up is not had again by waiting.
  if (status !== 429) return new RefusedRequest({ status, message });
  return new RefusedRequest({ status, message: `${message}; try again in ${reset} s`, headers: { 'retry-after': String(reset) } });
}

/** Tells keys apart without keeping them. In a page that is not secure all count as one. */
async function hash(key: string): Promise<string> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(key));
  return digest ? keyPart(btoa(String.fromCharCode(...new Uint8Array(digest)))) : '-';
}

/** Puts into a response the headers that tell of the limit, where the operation has such. */
export function tellAllowance({ headers, status }: HttpResponse, { operation, allowance }: Exchange): void {
  if (!operation || !allowance) return;
  const { responses } = operation.prepared;
  // A refusal has them too: a gateway counts before it answers.
  const declared = Object.assign({}, ...Object.values(responses).map((response) => response.headers)) as Record<string, PreparedHeader>;
  for (const [name, { allowance: which }] of Object.entries(declared)) {
    const isHere = headers[name] !== undefined || status === 429;
    if (which !== undefined && isHere) headers[name] = String(Math.max(0, allowance[which]));
  }
}
