/** Reads what a recorder wrote, as whoever checks recordings reads it. */
import type { Recording } from '../src/recording/recording.js';
import { exchangesAt } from '../src/recording/sources.js';

/** The recordings of a folder, in the order in which they were made. What is none is left out. */
export async function readRecordings(folder: string): Promise<{ file: string; recording: Recording }[]> {
  const recordings: { file: string; recording: Recording }[] = [];
  for await (const found of exchangesAt(folder)) {
    if ('recording' in found) recordings.push({ file: found.place.file, recording: found.recording });
  }
  return recordings;
}
