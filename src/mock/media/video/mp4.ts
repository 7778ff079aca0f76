/** A video as MP4 (ISO/IEC 14496-12). */
import { makeStream } from './h264.js';

type Part = string | number[] | Uint8Array;

const bytesOf = (part: Part): ArrayLike<number> => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part);

const short = (...values: number[]): number[] => values.flatMap((value) => [(value >> 8) & 255, value & 255]);
const long = (...values: number[]): number[] => values.flatMap((value) => short(value >>> 16, value & 65535));
const zeros = (count: number): number[] => Array(count).fill(0);

function box(type: string, ...parts: Part[]): Uint8Array {
  const body = [type, ...parts].map(bytesOf);
  const bytes = new Uint8Array(body.reduce((sum, { length }) => sum + length, 4));
  bytes.set(long(bytes.length));
  let at = 4;
  for (const part of body) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Units of time in a second. */
const timescale = 1000;
/** Players do not wait for what comes after the last frame. */
const framesPerSecond = 5;
const matrix = long(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
/** The code of a language that is not said. */
const undetermined = 0x55c4;

export function makeMp4(width: number, height: number, seconds: number): Uint8Array {
  const duration = Math.round(seconds * timescale);
  const count = Math.max(1, Math.floor(seconds * framesPerSecond));
  const each = Math.floor(duration / count);
  const last = duration - each * (count - 1);
  const durations = count > 1 ? [2, count - 1, each, 1, last] : [1, 1, last];
  const { sequence, picture, frames } = makeStream(width, height, count);
  const samples = frames.map((frame) => [...long(frame.length), ...frame]);
  const decoder = box(
    'avcC',
    [1, ...sequence.slice(1, 4), 0xff, 0xe1, ...short(sequence.length)],
    sequence,
    [1, ...short(picture.length)],
    picture,
  );
  const entry = box(
    'avc1',
    [...zeros(6), ...short(1), ...zeros(16), ...short(width, height), ...long(0x480000, 0x480000, 0), ...short(1), ...zeros(32)],
    short(24, 0xffff),
    decoder,
  );
  const tables = (offset: number) =>
    box(
      'stbl',
      box('stsd', long(0, 1), entry),
      box('stts', long(0, ...durations)),
      box('stss', long(0, 1, 1)),
      box('stsc', long(0, 1, 1, count, 1)),
      box('stsz', long(0, 0, count, ...samples.map(({ length }) => length))),
      box('stco', long(0, 1, offset)),
    );
  const movie = (offset: number) =>
    box(
      'moov',
      box('mvhd', long(0, 0, 0, timescale, duration, 0x10000, 0x1000000), zeros(8), matrix, zeros(24), long(2)),
      box(
        'trak',
        box('tkhd', long(3, 0, 0, 1, 0, duration), zeros(16), matrix, long(width << 16, height << 16)),
        box(
          'mdia',
          box('mdhd', long(0, 0, 0, timescale, duration), short(undetermined, 0)),
          box('hdlr', long(0, 0), 'vide', zeros(13)),
          box('minf', box('vmhd', long(1), zeros(8)), box('dinf', box('dref', long(0, 1), box('url ', long(1)))), tables(offset)),
        ),
      ),
    );
  const type = box('ftyp', 'isom', long(512), 'isomiso2avc1mp41');
  return Uint8Array.from([...type, ...movie(type.length + movie(0).length + 8), ...box('mdat', samples.flat())]);
}
