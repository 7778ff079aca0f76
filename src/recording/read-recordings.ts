/** Reads what the recorder wrote. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRecording, type Recording, RecordingError } from './recording.js';

/** A file of a folder: a recording, or why it is none. */
export type RecordedFile = { file: string } & ({ recording: Recording } | { problem: string });

/**
 * The recordings of a folder, in the order in which they were made, one at a time: of a large folder no more than one is held. Files are small
 * and many, so that to wait for each would take ten times as long as to read it.
 * @throws Error where there is no such folder
 */
export function* eachRecording(folder: string): Generator<RecordedFile> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  for (const name of files) {
    const file = join(folder, name);
    yield { file, ...readRecording(file) };
  }
}

function readRecording(file: string): { recording: Recording } | { problem: string } {
  try {
    return { recording: parseRecording(readFileSync(file, 'utf8'), file) };
  } catch (error) {
    const { message } = error as Error;
    return { problem: error instanceof RecordingError ? message : `${file} cannot be read: ${message}` };
  }
}

/**
 * All recordings of a folder, in the order in which they were made.
 * @param skip told of a file that is no recording; without it, that is an error
 * @throws RecordingError for a file that is no recording
 */
export async function readRecordings(
  folder: string,
  skip?: (file: string, problem: string) => void,
): Promise<{ file: string; recording: Recording }[]> {
  return [...eachRecording(folder)].flatMap((one) => {
    if ('recording' in one) return [one];
    if (!skip) throw new RecordingError(one.problem);
    skip(one.file, one.problem);
    return [];
  });
}
