/** What a vendor's own protocol has, as far as we wrote it down (`vendor/*.yaml`). */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Json } from '../lib/document.js';
import { project } from '../lib/project.js';

/**
 * Fields as nested maps, in which arrays do not show; a list holds the values of a field, and `=` the values of a field that may
 * also be an object.
 */
export type FieldTree = null | Json[] | { [name: string]: FieldTree };

export interface VendorFacts {
  /** File name without extension. */
  name: string;
  vendor: string;
  protocol: string;
  source: string;
  date: string;
  /** Operation that passes the protocol through, and the one that streams it, if that is another. */
  operation: string;
  stream?: string;
  request: FieldTree;
  response: FieldTree;
  /** Events of a stream, all kinds in one. */
  event: FieldTree;
  /** Parts that the contract leaves out, each with everything below it. */
  'on-purpose': { at: string[]; reason: string }[];
}

/** One field, or one of its values. */
export interface Fact {
  part: 'request' | 'response' | 'event';
  path: string[];
  value?: Json;
}

export const factName = ({ part, path, value }: Fact): string => `${[part, ...path].join('.')}${value === undefined ? '' : `=${value}`}`;

function* factsBelow(part: Fact['part'], tree: FieldTree, path: string[]): Generator<Fact> {
  if (tree === null) return;
  if (Array.isArray(tree)) {
    for (const value of tree) yield { part, path, value };
    return;
  }
  for (const [name, below] of Object.entries(tree)) {
    const here = name === '=' ? path : [...path, name];
    if (name !== '=') yield { part, path: here };
    yield* factsBelow(part, below, here);
  }
}

export const factsOf = (vendor: VendorFacts): Fact[] =>
  (['request', 'response', 'event'] as const).flatMap((part) => [...factsBelow(part, vendor[part], [])]);

export const vendorFolder = join(project.root, 'vendor');

export async function readVendorFacts(folder = vendorFolder): Promise<VendorFacts[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (file) => ({ ...parse(await readFile(join(folder, file), 'utf8')), name: basename(file, '.yaml') })));
}
