/** Reads what the recorder wrote. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecording, type Recording, RecordingError } from './recording.js';

/**
 * The recordings of a folder, in the order in which they were made.
 * @param skip told of a file that is no recording; without it, that is an error
 * @throws RecordingError for a file that is no recording
 */
export async function readRecordings(
  folder: string,
  skip?: (file: string, problem: string) => void,
): Promise<{ file: string; recording: Recording }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      try {
        return { file, recording: parseRecording(await readFile(file, 'utf8'), file) };
      } catch (error) {
        if (!skip || !(error instanceof RecordingError)) throw error;
        skip(file, error.message);
        return undefined;
      }
    }),
  );
  return read.filter((one) => one !== undefined);
}
