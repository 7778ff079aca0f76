/** Bodies by what their media types mean: one that is written otherwise, in another case or with a character set, is the same. */
import type { MediaType } from '../../contract/openapi.js';
import { mediaTypeOf } from '../../http/media-type.js';

export interface WrittenType {
  /** As the contract writes it. */
  type: string;
  media: MediaType;
}

/** Parameters that tell two bodies apart; a character set does not. */
function parametersOf(type: string): string {
  const [, ...parameters] = type.split(';').map((part) =>
    part
      .trim()
      .toLowerCase()
      .replace(/\s*=\s*/, '=')
      .replaceAll('"', ''),
  );
  return parameters
    .filter((parameter) => parameter && !parameter.startsWith('charset='))
    .sort()
    .map((parameter) => `;${parameter}`)
    .join('');
}

export const byMediaType = (contents: Readonly<Record<string, MediaType>> | undefined): Map<string, WrittenType> =>
  new Map(Object.entries(contents ?? {}).map(([type, media]) => [`${mediaTypeOf(type)}${parametersOf(type)}`, { type, media }]));
