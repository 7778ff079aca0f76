/** Renders a page of the documentation as its site shows it, so that the contract can be compared with pages of its own making. */

import type { Found } from '../../../scripts/docs/compare/locate.js';
import type { DocsEntry } from '../../../scripts/lib/docs-map.js';
import type { Example } from '../../../scripts/lib/examples.js';

const indent = (depth: number) => '  '.repeat(depth);

function tree(docs: DocsEntry[]): string[] {
  let shown: string[] = [];
  return docs.flatMap(({ path }) => {
    const shared = path.findIndex((title, depth) => title !== shown[depth]);
    shown = path;
    return path.slice(shared).map((title, offset) => `${indent(shared + offset + 1)}• ${title}`);
  });
}

export interface Rendered {
  docs: DocsEntry[];
  entry: DocsEntry;
  found: Found;
  example: Example;
}

export function renderPage({ docs, entry, found, example }: Rendered): string {
  const json = (value: unknown) => JSON.stringify(value, null, 4);
  const { body, path = {}, query } = example.request;
  const address = found.path.replace(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = query ? `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}` : '';
  const { response } = example;
  return [
    `1. ${entry.path.at(-2)}`,
    'Nexconn-AI',
    ...tree(docs),
    `  1. ${entry.path.at(-2)}`,
    '',
    entry.path.at(-1),
    '',
    found.method.toUpperCase(),
    found.path,
    '',
    'Request',
    ...(body === undefined ? [] : ['Body Params application/jsonRequired', '', 'Example', json(body)]),
    '',
    'Request Code Samples',
    `curl --location --request ${found.method.toUpperCase()} 'https://api-xmodel.nexconn.ai${address}${search}' \\`,
    `--header 'Authorization: <api-key>'${body === undefined ? '' : ` \\\n--data '${json(body).replaceAll("'", "'\\''")}'`}`,
    '',
    'Responses',
    '',
    `${response.status < 400 ? '🟢' : '🟠'}${response.status}`,
    'application/json',
    'Example',
    ...(response.events ? response.events.map((event) => `data: ${JSON.stringify(event)}\n`) : [json(response.body)]),
    `Modified at\u00a0${`${entry.modified ?? '2026-01-01'} 10:00:00`.slice(0, 'yyyy-mm-dd hh:mm:ss'.length)}`,
    'Built with',
  ].join('\n');
}
