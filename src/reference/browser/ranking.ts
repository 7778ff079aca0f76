/** Ranks what a search finds: the beginning of a name before the beginning of a word before the middle of one, names before what is said of them. */
import uFuzzy from '@leeoniya/ufuzzy';
import type { FoundKind, SearchEntry } from '../search-index.js';

export interface Found {
  entry: SearchEntry;
  /** The name in pieces; every second one is what matched. */
  pieces: string[];
}

const kinds: readonly FoundKind[] = ['operation', 'model', 'field', 'schema', 'page'];

const matcher = new uFuzzy({
  unicode: true,
  intraMode: 1,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
});

/** Terms that may stand in another order than they were typed in. */
const mostTerms = 3;
/** Matches that are ranked; of more, the first are shown as they come. */
const mostRanked = 5000;

/** Smaller is better. */
type Rank = readonly number[];

/** How near a text is to what was typed. */
function placeIn(text: string, query: string): number {
  const lower = text.toLowerCase();
  const at = lower.indexOf(query);
  const isWordStart = at > 0 && /[^\p{L}\d]/u.test(lower[at - 1] ?? '');
  return lower === query ? 0 : at === 0 ? 1 : isWordStart ? 2 : at > 0 ? 3 : 4;
}

/** An operation has two names. Equals stay in the order of the index. */
function rankOf([kind, name, hint]: SearchEntry, index: number, query: string): Rank {
  const names = kind === 'operation' ? [name, hint.split(' ', 1)[0] ?? ''] : [name];
  return [Math.min(...names.map((one) => placeIn(one, query))), kinds.indexOf(kind), index];
}

function compare(one: Rank, other: Rank): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** The name in pieces, by where the matches begin and end in it. */
function piecesOf(name: string, ranges: readonly number[]): string[] {
  const ends = [0, ...ranges.map((at) => Math.min(at, name.length)), name.length];
  return ends.slice(1).map((end, index) => name.slice(ends[index], end));
}

/** @returns a function that finds what matches, the best first */
export function createFinder(entries: readonly SearchEntry[]): (query: string, most: number) => Found[] {
  const haystack = entries.map(([, name, hint]) => `${name} ${hint}`);
  return (typed, most) => {
    const query = typed.trim().toLowerCase();
    if (query === '') return [];
    const [indices, info, order] = matcher.search(haystack, query, mostTerms, mostRanked);
    if (!indices) return [];
    const matches =
      info && order
        ? order.map((at) => ({ index: info.idx[at] ?? 0, ranges: info.ranges[at] ?? [] }))
        : indices.map((index) => ({ index, ranges: [] }));
    return matches
      .map(({ index, ranges }) => ({
        ranges,
        entry: entries[index] as SearchEntry,
        rank: rankOf(entries[index] as SearchEntry, index, query),
      }))
      .sort((one, other) => compare(one.rank, other.rank))
      .slice(0, most)
      .map(({ entry, ranges }) => ({ entry, pieces: piecesOf(entry[1], ranges) }));
  };
}
