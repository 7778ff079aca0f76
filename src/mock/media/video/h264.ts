/**
 * Frames of a video as H.264 (ITU-T H.264, constrained baseline). Of the first, the leftmost block of each row is there as it is, and the others are said
 * to be like the one at their left; those that follow are said to be like the one before.
 */
import { bandAt, bands, type Colour } from '../bands.js';
import { Bits } from '../bits.js';

/** Pixels along a side of a block. */
const block = 16;

/** Numbers as Exp-Golomb codes (9.1). */
function golomb(bits: Bits, ...values: number[]): Bits {
  for (const value of values) {
    const length = 32 - Math.clz32(value + 1);
    bits.write(0, length - 1).write(value + 1, length);
  }
  return bits;
}

/** A unit of the stream: no three bytes in it look like the beginning of one. */
function unit(header: number, bits: Bits): Uint8Array {
  const bytes = [header];
  let zeros = 0;
  for (const byte of bits.write(1, 1).align(0).bytes) {
    if (zeros === 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    bytes.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(bytes);
}

/** Y, Cb and Cr as television has them. */
function samplesOf([red, green, blue]: Colour): number[] {
  const [y, cb, cr] = [
    16 + 0.257 * red + 0.504 * green + 0.098 * blue,
    128 - 0.148 * red - 0.291 * green + 0.439 * blue,
    128 + 0.439 * red - 0.368 * green - 0.071 * blue,
  ].map(Math.round) as Colour;
  return [...Array(block * block).fill(y), ...Array((block * block) / 4).fill(cb), ...Array((block * block) / 4).fill(cr)];
}

export interface Stream {
  /** What a decoder has to know before (7.3.2.1, 7.3.2.2). */
  sequence: Uint8Array;
  picture: Uint8Array;
  frames: Uint8Array[];
}

/** A frame in which nothing has changed (7.3.3, 7.3.4). @param number counts them, up to 15 and again from 0 */
const still = (number: number, blocks: number): Uint8Array =>
  unit(
    0x41,
    golomb(
      golomb(new Bits(), 0, 5, 0)
        .write(number % 16, 4)
        .write(0, 3),
      0,
      1,
      blocks,
    ),
  );

/** @param width in pixels, even; so is the height */
export function makeStream(width: number, height: number, count: number): Stream {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const sequence = golomb(new Bits().write(0x42c00a, 24), 0, 0, 2, 1).write(0, 1);
  golomb(sequence, columns - 1, rows - 1).write(0b111, 3);
  // What stands over at the right and below, in pairs of pixels.
  golomb(sequence, 0, (columns * block - width) / 2, 0, (rows * block - height) / 2).write(0, 1);
  const picture = golomb(golomb(golomb(new Bits(), 0, 0).write(0, 2), 0, 0, 0).write(0, 3), 0, 0, 0).write(0b100, 3);

  const slice = golomb(golomb(golomb(new Bits(), 0, 7, 0).write(0, 4), 0).write(0, 2), 0, 1);
  for (let row = 0; row < rows; row++) {
    golomb(slice, 25).align(0);
    for (const sample of samplesOf(bands[bandAt(row, rows)] as Colour)) slice.write(sample, 8);
    for (let column = 1; column < columns; column++) {
      golomb(slice, 2, 1, 0);
      // Nothing differs from what was said. Beside a block that is there as it is this has a longer code (table 9-5).
      if (column === 1) slice.write(0b11, 6);
      else slice.write(1, 1);
    }
  }
  const frames = [unit(0x65, slice), ...Array.from({ length: count - 1 }, (_, index) => still(index + 1, columns * rows))];
  return { sequence: unit(0x67, sequence), picture: unit(0x68, picture), frames };
}
