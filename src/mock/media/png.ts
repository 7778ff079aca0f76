/** A picture as PNG, as its specification has it (second edition): four bits a pixel, each the number of a colour. */
import { bandAt, bands } from './bands.js';

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

function crc(bytes: readonly number[]): number {
  let remainder = -1;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return ~remainder;
}

function adler(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return (b << 16) | a;
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...[...type].map((letter) => letter.charCodeAt(0)), ...data];
  return [...word(data.length), ...body, ...word(crc(body))];
}

/** One block of deflate that is stored as it is: nothing of this size is worth a compressor in a page. */
const stored = (data: readonly number[]): number[] => {
  const [low, high] = [data.length & 255, data.length >> 8];
  return [0x78, 1, 1, low, high, ~low & 255, ~high & 255, ...data, ...word(adler(data))];
};

export function makePng(width: number, height: number): Uint8Array {
  const rows = Array.from({ length: height }, (_, row) => [0, ...Array(Math.ceil(width / 2)).fill(bandAt(row, height) * 17)]);
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...word(width), ...word(height), 4, 3, 0, 0, 0]),
    ...chunk('PLTE', bands.flat()),
    ...chunk('IDAT', stored(rows.flat())),
    ...chunk('IEND', []),
  ]);
}
