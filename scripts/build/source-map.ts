/** Leaves sources out of a source map, or the map out of what is built. */
import { decode, encode } from '@jridgewell/sourcemap-codec';

export interface SourceMap {
  version: 3;
  sources: string[];
  names: string[];
  mappings: string;
}

/** @returns the map without what leads to the sources that are not to be kept */
export function keepSources({ sources, names, mappings, version }: SourceMap, keep: (source: string) => boolean): SourceMap {
  const kept = sources.filter(keep);
  const positions = sources.map((source) => kept.indexOf(source));
  const lines = decode(mappings).map((segments) => segments.filter(([, source]) => source === undefined || positions[source] !== -1));
  for (const segment of lines.flat()) if (segment.length > 1) segment[1] = positions[segment[1] as number] as number;
  return { version, sources: kept, names, mappings: encode(lines) };
}

/** @returns the text of a module or declaration, leading to no map */
export const withoutMap = (text: string): string => text.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
