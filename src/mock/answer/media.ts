/** The small real files behind every address that the mock hands out: pictures and videos in the shape that was asked for, and samples of the rest. */
import { media } from '../../../compiled/media.js';
import { madeSamples, type Sample } from '../media/made-samples.js';
import { type Shape, suffixOf } from '../media/shape.js';

/** Path below which the files are served. */
export const mediaFolder = '/__mock/media/';

export const samples: readonly Sample[] = [
  ...madeSamples,
  ...media.map(({ base64, ...sample }) => ({
    ...sample,
    bytes: () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
  })),
];

/** The file that is most like the one wanted: `image/webp` is answered with another picture. */
function sampleOf(type: string): Sample {
  const wanted = (type.includes('/') ? type : `image/${type}`).replace('jpg', 'jpeg');
  const kind = wanted.slice(0, wanted.indexOf('/') + 1);
  const found = samples.find((sample) => sample.type === wanted) ?? samples.find((sample) => sample.type.startsWith(kind)) ?? samples[0];
  if (!found) throw new Error(`there is no file to stand for ${type}`);
  return found;
}

/** Address of a file of this type on this server. It tells the shape of the file, so that nothing has to be kept. */
export function mediaAddress(origin: string, name: string, type: string, { seconds, ...sides }: Partial<Shape> = {}): string {
  const sample = sampleOf(type);
  const shape = sample.type.startsWith('video/') ? { ...sides, seconds } : sides;
  return `${origin}${mediaFolder}${encodeURIComponent(name)}${suffixOf(shape)}.${sample.extension}`;
}

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** A small picture, as a data URL. */
export function samplePicture(): string {
  const { type, bytes } = sampleOf('image/*');
  return `data:${type};base64,${base64Of(bytes?.({}) ?? new Uint8Array())}`;
}

/** The value that stands where the example has `current`: a data URL, base64 text, or an address. The bytes of a video stay those of the example. */
export function mediaValue(current: unknown, type: string, origin: string, shape: Partial<Shape> = {}): unknown {
  if (typeof current !== 'string') return current;
  if (/^[a-z]+:\/\//i.test(current)) return mediaAddress(origin, 'file', type, shape);
  const ours = sampleOf(type);
  if (!ours.bytes) return current;
  const base64 = base64Of(ours.bytes(shape));
  return /^data:([^;,]+)/.test(current) ? `data:${ours.type};base64,${base64}` : base64;
}
