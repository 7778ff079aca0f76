/** Reads what somebody kept of their calls, in whatever form. */
import { readFile, stat } from 'node:fs/promises';
import { parseHar } from '../../recording/har.js';
import { isHar, openHar } from '../../recording/har-file.js';
import { readRecordings } from '../../recording/read-recordings.js';
import { parseRecording, RecordingError } from '../../recording/recording.js';
import type { KnownCall } from '../known-call.js';
import { callsOfCoverage, isCoverage } from './coverage.js';
import { callsOfJournal, isJournal } from './journal.js';
import { callsOfPact, isPact } from './pact.js';
import { callOfRecording } from './recording.js';

/** Why something holds no calls. */
export interface Unread {
  source: string;
  problem: string;
}

export interface Calls {
  calls: KnownCall[];
  unread: Unread[];
}

/**
 * @param path a folder of recordings, a recording, a HAR file, a journal, a coverage report, or a pact
 * @throws RecordingError for what is none of them, Error for what is not there
 */
export async function readCalls(path: string): Promise<Calls> {
  const unread: Unread[] = [];
  if ((await stat(path)).isDirectory()) {
    const recordings = await readRecordings(path, (source, problem) => unread.push({ source, problem }));
    return { calls: recordings.flatMap(({ file, recording }) => callOfRecording(file, recording, false) ?? []), unread };
  }
  if (isHar(path)) {
    const { bytes, body } = await openHar(path);
    return ofHar(path, bytes.toString('utf8'), body);
  }
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  const value = parsed(text);
  if (isPact(value)) return { calls: callsOfPact(path, value), unread };
  if (isCoverage(value)) return { calls: callsOfCoverage(path, value), unread };
  if (isJournal(value)) return { calls: callsOfJournal(path, value), unread };
  if ((value as { log?: unknown } | undefined)?.log !== undefined) return ofHar(path, text);
  if (value === undefined) throw new RecordingError(`${path} is not JSON`);
  const { request } = value as { request?: unknown };
  if (request === undefined) throw new RecordingError(`${path} is no recording, HAR file, journal, coverage report or pact`);
  const call = callOfRecording(path, parseRecording(text, path), false);
  return { calls: call ? [call] : [], unread };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
}

function ofHar(path: string, text: string, body?: Parameters<typeof parseHar>[2]): Calls {
  const calls: KnownCall[] = [];
  const unread: Unread[] = [];
  for (const [index, entry] of parseHar(text, path, body).entries()) {
    const source = `${path}, entry ${index + 1}`;
    if ('problem' in entry) unread.push({ source, problem: entry.problem });
    else {
      const call = callOfRecording(source, entry.recording, true);
      if (call) calls.push(call);
    }
  }
  return { calls, unread };
}
