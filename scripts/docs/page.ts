/** A documentation page, whatever form it was read from. */
import type { Document, Json, Schema } from '../lib/document.js';

/** An example on a page, as JSON. */
export interface Payload {
  role: 'request' | 'response' | 'event' | 'schema';
  /** Where on the page, in the reader's terms. */
  where: string;
  /** Status of a response, where the page tells it. */
  status?: string;
  value: Json;
}

/** A request that a code sample makes. */
export interface Call {
  method: string;
  url: string;
  body?: string;
}

/** The navigation beside a page: as a tree, or as the bare lines where the indentation is lost. */
export type Navigation = { leaves: string[][] } | { lines: string[] };

/** The OpenAPI document inside the Markdown form. */
export interface Embedded {
  document: Document;
  request?: Schema;
  responses: Record<string, Schema>;
  parameters: { name: string; in: string }[];
}

export interface DocsPage {
  source: string;
  title?: string;
  /** The folder that the page is in: its name, or its path with slashes. */
  folder?: string;
  /** Number of the page on the documentation site. */
  id?: string;
  method?: string;
  path?: string;
  /** Addresses of the servers that the page names. */
  servers: string[];
  calls: Call[];
  statuses: string[];
  payloads: Payload[];
  /** Examples that are no JSON, as places on the page. */
  malformed: string[];
  /** Date and time of the last change, as the page writes it. */
  modified?: string;
  navigation?: Navigation;
  embedded?: Embedded;
}

/** The site's list of pages (`llms.txt`). */
export interface DocsIndex {
  source: string;
  entries: { section: string; folder: string; title: string; url: string }[];
}

export const isIndex = (input: DocsPage | DocsIndex): input is DocsIndex => 'entries' in input;

/** A page with nothing on it yet. */
export const emptyPage = (source: string): DocsPage => ({ source, servers: [], calls: [], statuses: [], payloads: [], malformed: [] });
