/** The types of which files are made when they are asked for, in the shape that they are to have. */
import { makeJpeg } from './jpeg.js';
import { makePng } from './png.js';
import type { Shape } from './shape.js';

export interface Sample {
  type: string;
  extension: string;
  /**
   * Absent for a video, which stands behind an address only: a page loads what makes one when it plays one.
   * @param shape what was asked for of it; the rest is usual
   */
  bytes?(shape: Partial<Shape>): Uint8Array;
}

/** Each size is made once: sides are even and small, so that there are few. */
function keeping(make: (width: number, height: number) => Uint8Array): (shape: Partial<Shape>) => Uint8Array {
  const made = new Map<string, Uint8Array>();
  return ({ width = 64, height = 64 }) => {
    const size = `${width}x${height}`;
    const bytes = made.get(size) ?? make(width, height);
    made.set(size, bytes);
    return bytes;
  };
}

export const madeSamples: readonly Sample[] = [
  { type: 'image/png', extension: 'png', bytes: keeping(makePng) },
  { type: 'image/jpeg', extension: 'jpg', bytes: keeping(makeJpeg) },
  { type: 'video/mp4', extension: 'mp4' },
];
