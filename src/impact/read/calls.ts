/** Reads what somebody kept of their calls, in whatever form. */
import { stat } from 'node:fs/promises';
import { exchangesAt, sourceOf } from '../../recording/sources.js';
import { readText } from '../../text-file.js';
import type { KnownCall } from '../known-call.js';
import { callsOfCoverage } from './coverage.js';
import { callsOfJournal, isJournal } from './journal.js';
import { callsOfPact, isPact } from './pact.js';
import { callOfRecording } from './recording.js';

/** Calls of a file, or of an entry of it, or why there are none. */
export type ReadCalls = { calls: KnownCall[] } | { source: string; problem: string };

/** Larger files are no pacts, and of larger journals only the requests are looked at. */
const largest = 64 * 2 ** 20;

/**
 * @param path a recording, a HAR file, a journal, a coverage report, a pact, or a folder of them
 * @throws Error for what is not there
 */
export async function* readCalls(path: string): AsyncGenerator<ReadCalls> {
  const own = await readOwn(path);
  if (own) {
    yield { calls: own };
    return;
  }
  for await (const found of exchangesAt(path)) {
    const source = sourceOf(found.place);
    if ('coverage' in found) yield { calls: callsOfCoverage(source, found.coverage) };
    else if ('recording' in found) {
      const call = callOfRecording(source, found.recording, found.kind);
      yield { calls: call ? [call] : [] };
    } else {
      // Among recordings, a pact is met as something that is none.
      const calls = found.place.entry ? undefined : await readOwn(found.place.file);
      yield calls ? { calls } : { source, problem: found.problem };
    }
  }
}

/** The forms that only tell of calls, and those of which more is to be known than an exchange. */
async function readOwn(path: string): Promise<KnownCall[] | undefined> {
  const found = await stat(path);
  if (found.isDirectory() || found.size > largest || !/\.json$/i.test(path)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(await readText(path));
  } catch {
    return undefined;
  }
  if (isPact(value)) return callsOfPact(path, value);
  return isJournal(value) ? callsOfJournal(path, value) : undefined;
}
