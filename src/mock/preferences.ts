/** Wishes of a request: the `Prefer` header (RFC 7240), or the same names as Prism's `__` query parameters. */
import type { HttpRequest } from '../http/message.js';
import type { StreamFault } from './answer/stream.js';

export interface Preferences {
  code?: number;
  example?: string;
  dynamic?: boolean;
  seed?: string;
  /** State in which the job is to end. */
  task?: string;
  taskSeconds?: number;
  /** Milliseconds. */
  latency?: number;
  /** Milliseconds before the first event of a stream. */
  ttft?: number;
  /** Events per second of a stream. */
  tps?: number;
  streamFault?: { kind: StreamFault; after: number };
  session?: string;
}

/** A wish that makes no sense. The message says what would. */
export class PreferenceError extends Error {}

const number = (name: string, value: string, least = 0): number => {
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isFinite(parsed) || parsed < least) {
    throw new PreferenceError(`Prefer: ${name} must be a number of at least ${least}, got ${JSON.stringify(value)}`);
  }
  return parsed;
};

const readers: Record<string, (preferences: Preferences, value: string) => void> = {
  code: (preferences, value) => {
    if (!/^[1-5]\d\d$/.test(value)) throw new PreferenceError(`Prefer: code must be an HTTP status, got ${JSON.stringify(value)}`);
    preferences.code = Number(value);
  },
  example: (preferences, value) => {
    preferences.example = value;
  },
  dynamic: (preferences, value) => {
    preferences.dynamic = value !== 'false';
  },
  seed: (preferences, value) => {
    preferences.seed = value;
  },
  task: (preferences, value) => {
    preferences.task = value;
  },
  'task-seconds': (preferences, value) => {
    preferences.taskSeconds = number('task-seconds', value);
  },
  latency: (preferences, value) => {
    preferences.latency = number('latency', value);
  },
  ttft: (preferences, value) => {
    preferences.ttft = number('ttft', value);
  },
  tps: (preferences, value) => {
    preferences.tps = number('tps', value, 0.001);
  },
  'stream-fault': (preferences, value) => {
    const [, kind, after] = /^(error|cut|stall)@(\d+)$/.exec(value) ?? [];
    if (kind === undefined)
      throw new PreferenceError(`Prefer: stream-fault must be error@N, cut@N or stall@N, got ${JSON.stringify(value)}`);
    preferences.streamFault = { kind: kind as StreamFault, after: Number(after) };
  },
  session: (preferences, value) => {
    preferences.session = value;
  },
};

const none: Preferences = Object.freeze({});

/** @throws PreferenceError for a value that makes no sense; names that are not known are ignored, as RFC 7240 wants it */
export function readPreferences(request: HttpRequest): Preferences {
  const header = request.header('prefer');
  const hasQuery = request.query.size > 0;
  if (header === undefined && !hasQuery) return none;
  const preferences: Preferences = {};
  for (const part of header?.split(/[,;]/) ?? []) {
    const [, name, quoted, plain] = /^\s*([\w-]+)\s*(?:=\s*(?:"([^"]*)"|(.*?)))?\s*$/.exec(part) ?? [];
    if (name !== undefined) readers[name.toLowerCase()]?.(preferences, quoted ?? plain ?? 'true');
  }
  if (hasQuery) {
    for (const [name, value] of request.query) if (name.startsWith('__')) readers[name.slice(2)]?.(preferences, value);
  }
  return preferences;
}
