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

export const madeSamples: readonly Sample[] = [
  { type: 'image/png', extension: 'png', bytes: ({ width = 64, height = 64 }) => makePng(width, height) },
  { type: 'image/jpeg', extension: 'jpg', bytes: ({ width = 64, height = 64 }) => makeJpeg(width, height) },
  { type: 'video/mp4', extension: 'mp4' },
];
