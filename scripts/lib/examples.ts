/** Reads the example files: one documented exchange each, and one error body each. */
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inOrder, keyOrder } from '../lint/lib/key-order.js';
import type { Docs, Json } from './document.js';
import { project } from './project.js';
import { readYaml } from './read-yaml.js';

/** A documented request and its answer. */
export interface Example {
  operationId: string;
  /** Name of the documentation page, with a suffix for its further scenarios and states. */
  name: string;
  file: string;
  summary: string;
  docs: Docs;
  request: {
    path?: Record<string, string>;
    query?: Record<string, string | number>;
    headers?: Record<string, string>;
    body?: Json;
  };
  response: { status: number; headers?: Record<string, string>; body?: Json; events?: Json[] };
}

/** An error body in one dialect. */
export interface ErrorExample {
  name: string;
  file: string;
  summary: string;
  docs: Docs;
  dialect: string;
  status: number;
  /** Response components that alone show it; without it, all of the dialect and status do. */
  only?: string[];
  /** The case that it is for, such as `missing-key`. */
  when?: string;
  /** Name of the model that the body speaks of. */
  model?: string;
  body: Json;
}

const errorsFolder = 'errors';

/** Name of the page that an example belongs to: the example's name without its suffix. */
export const pageOf = (name: string): string => name.split('.', 1)[0] ?? name;

const isStream = ({ response }: Example): boolean => response.events !== undefined;

/**
 * The example that another one is a variation of: `<name>` of `<name>.<suffix>`, if both are streams or none is.
 * @param own the examples of its operation
 */
export function variedExample(example: Example, own: readonly Example[]): Example | undefined {
  const { name } = example;
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    const varied = own.find((other) => other.name === name.slice(0, end) && isStream(other) === isStream(example));
    if (varied) return varied;
  }
  return undefined;
}

/** The keys of a type as they stand in the generated files. */
const ordered = <T extends object>(value: T, type: string): T =>
  Object.fromEntries(inOrder(Object.keys(value), keyOrder[type]).map((key) => [key, value[key as keyof T]])) as T;

async function readFolder<T>(folder: string, read: (name: string, file: string, content: any) => T): Promise<T[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const name = relative(join(folder, '../../..'), path);
      return read(file.slice(0, -'.yaml'.length), name, await readYaml(path, name));
    }),
  );
}

/**
 * All examples, grouped by operation in the order of the folders.
 * @param pages names of the documentation pages in the order of the navigation
 * @param suffixes suffixes that have an order, such as the states of a job
 */
export async function readExamples(pages: string[], suffixes: string[] = [], folder = project.examples): Promise<Example[]> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== errorsFolder);
  const rank = (list: string[], value: string) => (list.includes(value) ? list.indexOf(value) : list.length);
  const order = (example: Example) => {
    const page = pageOf(example.name);
    const suffix = example.name.slice(page.length + 1);
    return [rank(pages, page), suffix === '' ? -1 : rank(suffixes, suffix)] as const;
  };
  const all = await Promise.all(
    folders.map((entry) =>
      readFolder<Example>(join(folder, entry.name), (name, file, content) => ({
        operationId: entry.name,
        name,
        file,
        summary: content.summary,
        docs: ordered(content['x-docs'], 'XDocs'),
        request: ordered(content.request ?? {}, 'ExchangeRequest'),
        response: content.response,
      })),
    ),
  );
  return all.flatMap((examples) =>
    examples.sort((a, b) => {
      const [pageA, suffixA] = order(a);
      const [pageB, suffixB] = order(b);
      return pageA - pageB || suffixA - suffixB || (a.name < b.name ? -1 : 1);
    }),
  );
}

/** All error bodies, sorted by name: the general body of a status comes before those of its special cases. */
export const readErrorExamples = async (folder = project.examples): Promise<ErrorExample[]> =>
  (await readErrors(folder)).sort((a, b) => (a.name < b.name ? -1 : 1));

const readErrors = (folder: string): Promise<ErrorExample[]> =>
  readFolder<ErrorExample>(join(folder, errorsFolder), (name, file, content) => ({
    name,
    file,
    summary: content.summary,
    docs: ordered(content['x-docs'], 'XDocs'),
    dialect: content.dialect,
    status: content.status,
    ...(content.only && { only: content.only }),
    ...(content.when && { when: content.when }),
    ...(content.model && { model: content.model }),
    body: content.body,
  }));
