/** Parts of a file, as `Range` asks for them (RFC 9110, 14). */

/** Both ends are a part of it. */
export interface ByteRange {
  from: number;
  to: number;
}

/** A request for more parts than a reader needs is answered with the whole file, as the standard allows. */
const mostRanges = 16;

/** @returns undefined for a header to be ignored; no range where none lies in a file of that size */
export function parseRange(header: string | undefined, size: number): ByteRange[] | undefined {
  const [, list] = /^bytes=(.*)$/i.exec(header ?? '') ?? [];
  const stated = (list ?? '').split(',').map((part) => part.trim());
  const ranges: ByteRange[] = [];
  for (const part of stated) {
    const [, first, last] = /^(\d*)-(\d*)$/.exec(part) ?? [];
    if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
    const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
    if (from <= to) ranges.push({ from, to });
  }
  return stated.length > mostRanges ? undefined : ranges;
}

export const formatRange = ({ from, to }: ByteRange, size: number): string => `bytes ${from}-${to}/${size}`;

/** Several parts of a file in one body. */
export function multipartRanges(file: Uint8Array, type: string, ranges: readonly ByteRange[]): { type: string; bytes: Uint8Array } {
  // No picture, film or sound holds this text.
  const boundary = `part-of-${file.length}-bytes`;
  const encoder = new TextEncoder();
  const pieces = ranges.flatMap((range) => [
    encoder.encode(`\r\n--${boundary}\r\ncontent-type: ${type}\r\ncontent-range: ${formatRange(range, file.length)}\r\n\r\n`),
    file.subarray(range.from, range.to + 1),
  ]);
  pieces.push(encoder.encode(`\r\n--${boundary}--\r\n`));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { type: `multipart/byteranges; boundary=${boundary}`, bytes };
}
