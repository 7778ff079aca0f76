/** Reads the live catalogue: what is no list of models is told apart from a list that has changed. */
import { setTimeout as delay } from 'node:timers/promises';
import { getAt } from '../../src/contract/pointer.js';
import { BadInput } from '../lib/bad-input.js';
import type { Endpoint } from './endpoint.js';

export interface Patience {
  /** How often it is asked before it counts as unreachable. @default 3 */
  tries?: number;
  /** Milliseconds before the second try; each further one waits twice as long. @default 2000 */
  pauseMs?: number;
  /** Milliseconds that one try may take. @default 30000 */
  timeoutMs?: number;
}

const largestBytes = 5 * 2 ** 20;
const mostModels = 10_000;
const longestId = 200;

/** It may be better in a moment. */
class Passing extends Error {}

/** The body as text, as far as there may be one. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBytes) throw new BadInput(`it has more than ${largestBytes / 2 ** 20} MB`);
    text += decode(decoder, chunk);
  }
  return text + decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new BadInput('it is no text');
  }
}

function parse(text: string): unknown {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new BadInput('it is empty');
  if (start.startsWith('<')) throw new BadInput('it is a page, and no JSON');
  try {
    return JSON.parse(start);
  } catch {
    throw new BadInput('it is no JSON, or only the beginning of it');
  }
}

/** The models that a gateway lists. */
export interface LiveModels {
  ids: string[];
  /** Whether the list says that it goes on elsewhere: what follows is not read, since the contract does not say how it is asked for. */
  goesOn: boolean;
}

const moreMembers = /^(?:has_?more|next(?:_?(?:page|cursor|url|token|page_?token))?)$/i;

/** @throws BadInput when the body is no list of models */
function modelsOf(body: unknown, { list, id }: Endpoint): LiveModels {
  const entries = getAt(body, list);
  if (!Array.isArray(entries)) throw new BadInput(`it has no list at ${list}`);
  if (entries.length === 0) throw new BadInput('it lists no model');
  if (entries.length > mostModels) throw new BadInput(`it lists ${entries.length} models, and ${mostModels} at most are read`);
  const ids = entries.map((entry) => (entry as Record<string, unknown> | null)?.[id]);
  const isId = (value: unknown): value is string =>
    typeof value === 'string' && value.length > 0 && value.length <= longestId && /^[\x21-\x7e]+$/.test(value);
  const odd = ids.findIndex((value) => !isId(value));
  if (odd >= 0) throw new BadInput(`entry ${odd} of ${list} has no ${id} that can be one`);
  const goesOn = Object.entries(body as object).some(([name, value]) => moreMembers.test(name) && Boolean(value));
  return { ids: [...new Set(ids as string[])], goesOn };
}

async function ask(url: URL, timeoutMs: number): Promise<string> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(timeoutMs) });
    if (response.status >= 500 || response.status === 429) throw new Passing(`it answers with ${response.status}`);
    if (response.status !== 200) throw new BadInput(`it answers with ${response.status}`);
    return await textOf(response);
  } catch (error) {
    if (error instanceof BadInput || error instanceof Passing) throw error;
    const { name, cause, message } = error as Error;
    if (name === 'TimeoutError') throw new Passing(`there is no answer within ${timeoutMs / 1000} s`);
    throw new Passing(cause instanceof Error && cause.message !== '' ? cause.message : message);
  }
}

/**
 * The models that a gateway lists.
 * @throws BadInput when it cannot be reached, or gives no list of models
 */
export async function readLive(base: string, endpoint: Endpoint, patience: Patience = {}): Promise<LiveModels> {
  const { tries = 3, pauseMs = 2000, timeoutMs = 30_000 } = patience;
  const url = new URL(base.replace(/\/$/, '') + endpoint.path);
  for (let turn = 1; ; turn++) {
    try {
      return modelsOf(parse(await ask(url, timeoutMs)), endpoint);
    } catch (error) {
      const reason = (error as Error).message;
      if (error instanceof BadInput) throw new BadInput(`${url.href} is no catalogue: ${reason}`);
      if (turn >= tries) throw new BadInput(`${url.href} cannot be reached: ${reason} (${tries} tries)`);
      await delay(pauseMs * 2 ** (turn - 1));
    }
  }
}
