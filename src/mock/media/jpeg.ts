/** A picture as JPEG (ITU-T T.81, baseline): each block of 8x8 pixels has one colour, so that there is nothing to transform. */
import { bandAt, bands, type Colour } from './bands.js';
import { Bits } from './bits.js';

const segment = (marker: number, data: readonly number[]): number[] => {
  const length = data.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...data];
};

/** Y, Cb and Cr less 128, which is the mean that a block is told by. */
const meansOf = ([red, green, blue]: Colour): number[] =>
  [
    0.299 * red + 0.587 * green + 0.114 * blue - 128,
    -0.1687 * red - 0.3313 * green + 0.5 * blue,
    0.5 * red - 0.4187 * green - 0.0813 * blue,
  ].map(Math.round);

const categories = 12;
/** How many codes there are of each length: all categories have one of 4 bits, their number. */
const codesOfMeans = [0, 0, 0, categories, ...Array(12).fill(0), ...Array(categories).keys()];
/** The end of a block is the only code, of 1 bit. */
const codesOfDetails = [1, ...Array(15).fill(0), 0];

function writeDifference(bits: Bits, difference: number): void {
  const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
  bits.write(size, 4).write(difference < 0 ? difference + 2 ** size - 1 : difference, size);
  bits.write(0, 1);
}

export function makeJpeg(width: number, height: number): Uint8Array {
  const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  const bits = new Bits();
  let before = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const means = meansOf(bands[bandAt(row, rows)] as Colour);
    for (let column = 0; column < columns; column++) {
      for (const part of [0, 1, 2]) writeDifference(bits, (means[part] as number) - (before[part] as number));
      before = means;
    }
  }
  const components = [1, 2, 3];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    // A step of 8 makes the number of a block its mean.
    ...segment(0xdb, [0, ...Array(64).fill(8)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, ...components.flatMap((id) => [id, 0x11, 0])]),
    ...segment(0xc4, [0x00, ...codesOfMeans]),
    ...segment(0xc4, [0x10, ...codesOfDetails]),
    ...segment(0xda, [3, ...components.flatMap((id) => [id, 0]), 0, 63, 0]),
    // A byte that would begin a marker is followed by a zero.
    ...bits.align(1).bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : byte)),
    ...[0xff, 0xd9],
  ]);
}
