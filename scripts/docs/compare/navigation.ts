/** Compares a navigation with the docs map. Only what it contradicts counts: a tree may be cut off, and a folder may be shut. */
import { similarity } from '../../../src/contract/similarity.js';
import { BadInput } from '../../lib/bad-input.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import { type Finding, pageName } from '../finding.js';
import type { Navigation } from '../read/page.js';
import { align } from './align.js';

const alike = 0.6;
const key = (path: string[]) => JSON.stringify(path);
const parent = (path: string[]) => key(path.slice(0, -1));

/** Titles of folders and leaves as a list, in the order of the navigation, each with its path. */
function flatten(leaves: string[][]): string[][] {
  const rows: string[][] = [];
  let previous: string[] = [];
  for (const leaf of leaves) {
    const shared = leaf.findIndex((title, depth) => title !== previous[depth]);
    for (let depth = Math.min(shared < 0 ? leaf.length - 1 : shared, leaf.length - 1); depth < leaf.length; depth++)
      rows.push(leaf.slice(0, depth + 1));
    previous = leaf;
  }
  return rows;
}

/**
 * Gives the bare lines of a navigation the paths that the docs map has for them. A line of its own belongs where a like title is
 * missing, else to the folder above it.
 */
function placeLines(lines: string[], docs: DocsEntry[]): string[][] {
  const rows = flatten(docs.map(({ path }) => path));
  const known = new Map(
    align(
      lines,
      rows.map((row) => row.at(-1) as string),
    ),
  );
  const isLeaf = new Set(docs.map(({ path }) => key(path)));
  const first = Math.min(...known.keys());
  let last = -1;
  return lines.flatMap((line, index) => {
    const row = rows[known.get(index) ?? -1];
    if (row) {
      last = rows.indexOf(row);
      return isLeaf.has(key(row)) ? [row] : [];
    }
    if (index < first) return [];
    const above = rows[last] ?? [];
    const next = [...known.keys()].find((other) => other > index);
    const missing = rows
      .slice(last + 1, known.get(next ?? -1) ?? rows.length)
      .find((other) => similarity(other.at(-1) ?? '', line) >= alike);
    return [[...(missing?.slice(0, -1) ?? (isLeaf.has(key(above)) ? above.slice(0, -1) : above)), line]];
  });
}

const isWithin = (path: string[], folder: string[]): boolean => folder.every((title, depth) => path[depth] === title);

/** Whether a leaf went into a folder of its folder, or out of it. */
const hasMoved = (added: string[], missing: string[]): boolean =>
  added.at(-1) === missing.at(-1) &&
  added.length !== missing.length &&
  (isWithin(added, missing.slice(0, -1)) || isWithin(missing, added.slice(0, -1)));

/** The titles below a folder, in their order. */
const below = (leaves: string[][], folder: string[]): string =>
  key(leaves.filter((path) => isWithin(path, folder)).map((path) => key(path.slice(folder.length))));

/** What has come, is gone, and was there before. */
interface Moved {
  added: string[][];
  missing: string[][];
  folders: Set<string>;
}

/** Whether leaves have the same titles below folders of which one has gone and one has come, with all that was in it. */
function isInRenamedFolder(now: string[], before: string[], { added, missing, folders }: Moved): boolean {
  if (now.length !== before.length) return false;
  const depth = now.findIndex((title, index) => title !== before[index]);
  const [to, from] = [now.slice(0, depth + 1), before.slice(0, depth + 1)];
  if (depth < 0 || depth === now.length - 1 || folders.has(key(to))) return false;
  return key(now.slice(depth + 1)) === key(before.slice(depth + 1)) && below(added, to) === below(missing, from);
}

/**
 * How likely a new leaf is an old one by another name: a like title in the same folder, the same title in a folder that is new, or one that
 * has moved.
 */
function likeness(added: string[], missing: string[], moved: Moved): number {
  const { folders } = moved;
  if (hasMoved(added, missing) || isInRenamedFolder(added, missing, moved)) return alike;
  if (parent(missing) === parent(added)) return similarity(missing.at(-1) ?? '', added.at(-1) ?? '');
  const inNewFolder =
    missing.at(-1) === added.at(-1) && !folders.has(parent(added)) && parent(missing.slice(0, -1)) === parent(added.slice(0, -1));
  return inNewFolder ? similarity(missing.at(-2) ?? '', added.at(-2) ?? '') : 0;
}

/** Old path by new path, the most alike first. */
function pairRenamed(moved: Moved): Map<string[], string[]> {
  const { added, missing } = moved;
  const pairs = added.flatMap((now) => missing.map((before) => ({ now, before, score: likeness(now, before, moved) })));
  const renamed = new Map<string[], string[]>();
  for (const { now, before, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score >= alike && !renamed.has(now) && ![...renamed.values()].includes(before)) renamed.set(now, before);
  }
  return renamed;
}

/**
 * @param docs entries of the kinds that the navigation shows
 * @param complete the navigation is a list that nothing cuts off
 */
export function compareNavigation(source: string, navigation: Navigation, docs: DocsEntry[], complete = false): Finding[] {
  const leaves = 'leaves' in navigation ? navigation.leaves : placeLines(navigation.lines, docs);
  const seen = new Set(leaves.map(key));
  const known = new Set(docs.map(({ path }) => key(path)));
  const folders = new Set(docs.flatMap(({ path }) => path.map((_, depth) => key(path.slice(0, depth)))));
  const last = docs.findLastIndex(({ path }) => seen.has(key(path)));
  if (last < 0)
    throw new BadInput(`${source}: nothing in the navigation is known; this is not the documentation that the docs map describes`);

  const findings: Finding[] = [];
  const isShut = (path: string[]) => path.some((_, depth) => seen.has(key(path.slice(0, depth))));
  const added = leaves.filter((path) => !known.has(key(path)) && !folders.has(key(path)));
  const missing = docs.map(({ path }) => path).filter((path) => !seen.has(key(path)) && !isShut(path));
  const renamed = pairRenamed({ added, missing, folders });
  for (const path of added) {
    const before = renamed.get(path);
    if (before)
      findings.push({
        kind: 'leaf-renamed',
        source,
        page: pageName(before),
        message: `renamed to "${pageName(path)}"`,
        after: pageName(path),
      });
    else findings.push({ kind: 'leaf-added', source, page: pageName(path), message: 'new in the navigation' });
  }
  const come = added.filter((path) => !renamed.has(path));
  const gone = missing.filter((path) => ![...renamed.values()].includes(path));
  const isBeyond = (path: string[]) => !complete && docs.findIndex((entry) => entry.path === path) > last;
  findings.push(
    ...gone
      .filter((path) => !isBeyond(path))
      .map((path): Finding => {
        const beside = come.find((other) => parent(other) === parent(path));
        return {
          kind: 'leaf-removed',
          source,
          page: pageName(path),
          message: 'gone from the navigation',
          ...(beside && { after: pageName(beside) }),
        };
      }),
  );
  const rest = gone.filter(isBeyond).length;
  if (rest > 0)
    findings.push({
      kind: 'note',
      source,
      message: `the navigation ends after "${pageName(docs[last]?.path ?? [])}": ${rest} later pages not compared`,
    });
  return findings;
}
