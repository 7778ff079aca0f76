/** Calls to the toy shop, and contracts of it that have changed. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Document } from '../../scripts/lib/document.js';
import { ImpactJudge } from '../../src/impact/impact.js';
import type { KnownCall } from '../../src/impact/known-call.js';
import { callOfRecording } from '../../src/impact/read/recording.js';
import type { Recording } from '../../src/recording/recording.js';
import type { SourceKind } from '../../src/recording/sources.js';

const toys = readFileSync(new URL('../fixtures/diff/openapi.yaml', import.meta.url), 'utf8');

export type Mutate = (document: Document) => void;

export function contractAfter(mutate: Mutate = () => {}): Document {
  const document = parse(toys) as Document;
  mutate(document);
  return document;
}

export const judgeOf = (mutate: Mutate, changelog?: string): ImpactJudge =>
  new ImpactJudge(
    { name: 'old', file: 'old', contract: contractAfter() },
    { name: 'new', file: 'new', contract: contractAfter(mutate), ...(changelog !== undefined && { changelog }) },
  );

export interface ToyCall {
  method?: string;
  url?: string;
  sent?: unknown;
  status?: number;
  answer?: unknown;
  /** Of a stream. */
  events?: unknown[];
  headers?: Record<string, string>;
  answerHeaders?: Record<string, string>;
  reads?: string[];
}

export function recordingOf({ method, url, sent, status, answer, events, headers = {}, answerHeaders = {}, ...more }: ToyCall): Recording {
  const hasBody = sent !== undefined;
  return {
    time: '2026-01-01T00:00:00.000Z',
    request: {
      method: method ?? (hasBody ? 'POST' : 'GET'),
      url: url ?? '/v1/toys',
      headers: { authorization: 'Bearer [redacted]', ...(hasBody && { 'content-type': 'application/json' }), ...headers },
      ...(hasBody && { json: sent }),
    },
    response: {
      status: status ?? 201,
      headers: { 'content-type': events ? 'text/event-stream' : 'application/json', ...answerHeaders },
      ended: 'end',
      ...(answer !== undefined && { json: answer }),
      ...(events && { chunks: events.map((event) => ({ at: 0, text: `data: ${JSON.stringify(event)}\n\n` })) }),
    },
    duration: 1,
    violations: [],
    ...more,
  };
}

export const callOf = (call: ToyCall, kind: SourceKind = 'recording'): KnownCall =>
  callOfRecording('a.json', recordingOf(call), kind) as KnownCall;
