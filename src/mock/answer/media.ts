/** The small real files behind every address that the mock hands out. */
import { media } from '../../../compiled/media.js';

/** Path below which the files are served. */
export const mediaFolder = '/__mock/media/';

export interface Sample {
  type: string;
  extension: string;
  base64: string;
}

export const samples: readonly Sample[] = media;

/** The file that is most like the one wanted: `image/webp` is answered with another picture. */
function sampleOf(type: string): Sample {
  const wanted = (type.includes('/') ? type : `image/${type}`).replace('jpg', 'jpeg');
  const kind = wanted.slice(0, wanted.indexOf('/') + 1);
  const found = samples.find((sample) => sample.type === wanted) ?? samples.find((sample) => sample.type.startsWith(kind)) ?? samples[0];
  if (!found) throw new Error(`there is no file to stand for ${type}`);
  return found;
}

/** Address of a file of this type on this server. */
export const mediaAddress = (origin: string, name: string, type: string): string =>
  `${origin}${mediaFolder}${encodeURIComponent(name)}.${sampleOf(type).extension}`;

/** A small picture, as a data URL. */
export function samplePicture(): string {
  const { type, base64 } = sampleOf('image/*');
  return `data:${type};base64,${base64}`;
}

/** The value that stands where the example has `current`: a data URL, base64 text, or an address. */
export function mediaValue(current: unknown, type: string, origin: string): unknown {
  if (typeof current !== 'string') return current;
  const ours = sampleOf(type);
  const inUrl = /^data:([^;,]+)/.exec(current);
  if (inUrl) return `data:${ours.type};base64,${ours.base64}`;
  if (/^[a-z]+:\/\//i.test(current)) return mediaAddress(origin, 'file', type);
  return ours.base64;
}
