/** Finds the date at the end of a page. */
import * as landmarks from './landmarks.js';

/** The date of the last change, and where the words before it begin. */
export function findModified(text: string): { date: string; start: number; end: number } | undefined {
  const lastLines = text.trimEnd().split('\n').slice(-12).join('\n');
  const offset = text.trimEnd().length - lastLines.length;
  const found = [...text.matchAll(landmarks.modified)].at(-1);
  if (found) return { date: (found[1] as string).replace(/\s+/, ' '), start: found.index, end: found.index + found[0].length };
  const line = [...lastLines.matchAll(landmarks.modifiedLine)].at(-1);
  return line && { date: line[1] as string, start: offset + line.index, end: offset + line.index + line[0].length };
}
