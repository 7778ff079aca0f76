/** A sketch of a request, small enough to be kept of each: which of two recordings is more like a third can be told by it. */

/** As many characters of each part as it takes to tell it from most others. */
const samples = 64;

function sampled(text: string): number {
  let value = Math.imul(text.length, 0x9e3779b1) >>> 0;
  const step = Math.max(1, Math.floor(text.length / samples));
  for (let index = 0; index < text.length; index += step) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
}

export type Sketch = Uint32Array;

export const sketchOf = (parts: readonly string[]): Sketch => Uint32Array.from(parts, sampled);

/** How much of the one is in the other, and how little is not; the more, the more alike. */
export function likeness(wanted: ReadonlySet<number>, sketch: Sketch): number {
  let common = 0;
  for (const part of sketch) if (wanted.has(part)) common++;
  return 2 * common - sketch.length;
}
