import type { FactChange } from './facts/fact.js';

/** What the comparison of the documentation with the contract found. */
export interface Finding {
  kind:
    | 'leaf-added'
    | 'leaf-removed'
    | 'leaf-renamed'
    | 'page-unknown'
    | 'page-moved'
    | 'operation-changed'
    | 'operation-unknown'
    | 'server-changed'
    | 'status-unknown'
    | 'unknown-field'
    | 'unknown-value'
    | 'violation'
    | 'malformed-example'
    | 'newer'
    | 'changed'
    | 'reworded'
    | 'note';
  source: string;
  /** The page in the words of the navigation, where it is known. */
  page?: string;
  /** Where on the page. */
  where?: string;
  /** JSON pointer into the example. */
  pointer?: string;
  message: string;
  /** What the page said before, or what the contract says, and what the page says now. */
  before?: string;
  after?: string;
  /** The facts that have changed. */
  changes?: FactChange[];
  /** Where the fact holds that the finding is about: an address. */
  address?: string;
  /** The places of `openapi/` to edit: `openapi/<file>:<line>:<column>`. */
  places?: string[];
  /** Where the contract knows it from, and where it will. */
  provenance?: { before?: string; after: string };
  /** What follows from it, and needs no edit of its own. */
  consequences?: Finding[];
  /** Lines of text that are gone (`-`) and that have come (`+`). */
  lines?: string[];
}

/** A note informs; everything else is drift. */
export const isDrift = ({ kind }: Finding): boolean => kind !== 'note';

/** The title path of a page, as the navigation shows it. */
export const pageName = (path: string[]): string => path.join(' / ');

export const titlesOf = (page: string): string[] => page.split(' / ');
