/** A documentation page, whatever form it was read from. */
import type { Document, Json, Operation, Parameter, Schema } from '../../lib/document.js';

/** How a page was read: its text as a browser shows it, the same without line breaks, or its Markdown form with an OpenAPI block. */
export const forms = ['text', 'squashed', 'markdown'] as const;
export type Form = (typeof forms)[number];

/** An example on a page, as JSON. */
export interface Payload {
  role: 'request' | 'response' | 'event' | 'schema';
  /** Where on the page, in the reader's terms. */
  where: string;
  /** Its address among the facts of the page, as `response 200 example 1`. */
  address: string;
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

/** What the OpenAPI block of the Markdown form describes: an operation, or no more than a schema. */
export interface Embedded {
  document: Document;
  operation?: Operation;
  parameters: Parameter[];
  schema?: Schema;
}

/** A part of the normal text of a page, below one heading. */
export interface Section {
  /** The heading, or the title of the page. */
  name: string;
  text: string;
}

export interface DocsPage {
  source: string;
  form: Form;
  title?: string;
  /** Folder and title in one, where line breaks are lost. */
  heading?: string;
  /** The folder that the page is in: its name, or its path with slashes. */
  folder?: string;
  /** Number of the page on the documentation site. */
  id?: string;
  method?: string;
  path?: string;
  /** Addresses of the servers that the page names. */
  servers: string[];
  /** Media types, by the address of what has them: `request`, `response 200`. */
  media: { address: string; type: string }[];
  /** Whether the body of the request is required, where the page shows it. */
  bodyRequired?: boolean;
  parameters: { in: string; name: string }[];
  calls: Call[];
  statuses: string[];
  /** Statuses that the sentences of a guide tell. */
  told?: string[];
  payloads: Payload[];
  /** Examples that are no JSON, as places on the page. */
  malformed: string[];
  /** Date and time of the last change, as the page writes it. */
  modified?: string;
  navigation?: Navigation;
  /** The normal text: what is left of the page when its form, its navigation and its date are taken away. */
  normal: string;
  /** The same by headings. */
  sections: Section[];
  embedded?: Embedded;
}

/** The site's list of pages (`llms.txt`). */
export interface DocsIndex {
  source: string;
  entries: { section: string; folder: string; title: string; url: string }[];
}

export const isIndex = (input: DocsPage | DocsIndex): input is DocsIndex => 'entries' in input;

/** A page with nothing on it yet. */
export const emptyPage = (source: string, form: Form): DocsPage => ({
  source,
  form,
  servers: [],
  media: [],
  parameters: [],
  calls: [],
  statuses: [],
  payloads: [],
  malformed: [],
  normal: '',
  sections: [],
});
