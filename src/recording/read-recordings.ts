/** Reads what the recorder wrote. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecording, type Recording } from './recording.js';

/** The recordings of a folder, in the order in which they were made. */
export async function readRecordings(folder: string): Promise<{ file: string; recording: Recording }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      return { file, recording: parseRecording(await readFile(file, 'utf8'), file) };
    }),
  );
}
