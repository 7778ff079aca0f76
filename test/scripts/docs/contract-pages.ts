/** Pages of the documentation in both forms, made of the contract: the same facts, in the contract's own words. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { operationsOfEntry } from '../../../scripts/docs/compare/locate.js';
import type { DocsEntry } from '../../../scripts/lib/docs-map.js';
import type { Document, Json, Operation, Schema } from '../../../scripts/lib/document.js';
import { pageOf } from '../../../scripts/lib/examples.js';

/** The contract as it was generated, with its examples. */
export const generated = (): Document =>
  JSON.parse(readFileSync(new URL('../../../generated/openapi.json', import.meta.url), 'utf8')) as Document;

/** A page before it is written: what a test changes. */
export interface PageModel {
  entry: DocsEntry;
  /** The OpenAPI document of the Markdown form; of a schema page, one with no more than schemas. */
  document: Document;
  path?: string;
  method?: string;
  /** The example that the text form shows. */
  request?: Json;
  status?: string;
  response?: Json;
  /** Further answers that the text form names. */
  errors: string[];
  /** The media type of the request that it shows. */
  media: string;
  modified: string;
}

const refsIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)].map(([, kind, name]) => `${kind}/${name}`);

/** What parts of a document refer to, and what that refers to. */
function componentsOf(document: Document, parts: unknown): Document['components'] {
  const components: Record<string, Record<string, unknown>> = {};
  const names = refsIn(parts);
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const [kind = '', key = ''] = name.split('/');
    if (components[kind]?.[key]) continue;
    const part = structuredClone(document.components[kind]?.[key]);
    components[kind] = { ...components[kind], [key]: part };
    names.push(...refsIn(part));
  }
  return { securitySchemes: structuredClone(document.components.securitySchemes), ...components } as unknown as Document['components'];
}

/** What the site does not know. */
function withoutOwn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwn);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key.startsWith('x-') || key === 'description' || key === 'summary' ? [] : [[key, withoutOwn(inner)]],
    ),
  );
}

/** Descriptions that are properties survive: only those of the document itself go. */
const strip = (schema: Schema): Schema => withoutOwn(schema) as Schema;

export function modelOf(document: Document, entry: DocsEntry): PageModel {
  const modified = entry.modified ?? '2026-01-01 10:00:00';
  if (entry.schema !== undefined) {
    const schema = { $ref: `#/components/schemas/${entry.schema}` };
    const components = strip(componentsOf(document, schema)) as Document['components'];
    return {
      entry,
      document: { openapi: '3.0.1', info: { title: '', version: '1.0.0' }, paths: {}, components } as Document,
      errors: [],
      media: 'application/json',
      modified,
    };
  }
  const [found] = operationsOfEntry(document, entry);
  if (!found) throw new Error(`${entry.path.join(' / ')} has no operation`);
  const operation = structuredClone(found.operation) as Operation;
  const keep = (content: Record<string, { examples?: Record<string, { value: Json }> }> | undefined) => {
    for (const media of Object.values(content ?? {}))
      media.examples = Object.fromEntries(Object.entries(media.examples ?? {}).filter(([name]) => pageOf(name) === entry.example));
  };
  keep(operation.requestBody?.content as never);
  for (const response of Object.values(operation.responses)) keep(response.content as never);
  const first = (content: Record<string, { examples?: Record<string, { value: Json }> }> | undefined) =>
    Object.values(content?.['application/json']?.examples ?? {})[0]?.value;
  const shared = document.paths[found.path]?.parameters as never;
  const own = { ...operation, parameters: [...((shared as unknown[]) ?? []), ...(operation.parameters ?? [])] };
  const [status, answer] =
    Object.entries(own.responses).find(([code, { content }]) => code.startsWith('2') && first(content as never)) ?? [];
  return {
    entry,
    path: found.path,
    method: found.method,
    document: {
      openapi: '3.0.1',
      info: { title: '', version: '1.0.0' },
      servers: [{ url: document.servers?.[0]?.url ?? '' }],
      security: structuredClone(document.security ?? []),
      paths: { [found.path]: { [found.method]: { ...strip(own as never), 'x-apifox-folder': entry.path.slice(0, -1).join('/') } } },
      components: strip(componentsOf(document, own)) as Document['components'],
    } as Document,
    ...(first(own.requestBody?.content as never) !== undefined && { request: first(own.requestBody?.content as never) as Json }),
    ...(status !== undefined && { status }),
    ...(answer && { response: first(answer.content as never) as Json }),
    errors: ['400'],
    media: 'application/json',
    modified,
  };
}

export const operationIn = ({ document, path = '', method = '' }: PageModel): Operation => document.paths[path]?.[method] as Operation;

/** The Markdown form. */
export function markdownOf({ entry, document }: PageModel): string {
  const yaml = stringify(document, { lineWidth: 0 });
  return `# ${entry.path.at(-1)}\n\n## OpenAPI Specification\n\n\`\`\`yaml\n${yaml}\`\`\`\n`;
}

const indented = (value: Json | undefined) => JSON.stringify(value, null, 4);

/** The navigation beside a page. */
function tree(docs: readonly DocsEntry[]): string[] {
  let shown: string[] = [];
  return docs.flatMap(({ path }) => {
    const shared = path.findIndex((title, depth) => title !== shown[depth]);
    shown = path;
    return path.slice(shared).map((title, offset) => `${'  '.repeat(shared + offset + 1)}• ${title}`);
  });
}

/** The text as a browser shows it. @param docs all leaves of the navigation */
export function textOf(model: PageModel, docs: readonly DocsEntry[]): string {
  const { entry, document, path, method = '', request, status = '200', response, modified } = model;
  const top = [`1. ${entry.path.at(-2)}`, 'Nexconn-AI', ...tree(docs), `  1. ${entry.path.at(-2)}`, '', entry.path.at(-1) ?? '', ''];
  if (path === undefined) return [...top, 'A part of a request or an answer.', '', indented(response), 'Built with'].join('\n');
  const server = document.servers?.[0]?.url ?? '';
  const sample =
    request === undefined
      ? ''
      : ` \\\n--header 'Content-Type: application/json' \\\n--data '${indented(request).replaceAll("'", "'\\''")}'`;
  return [
    ...top,
    method.toUpperCase(),
    path,
    '',
    'What it does, in words.',
    '',
    'Request',
    '',
    ...(request === undefined ? [] : [`Body Params ${model.media}Required`, '', 'Example', indented(request), '']),
    'Request Code Samples',
    '',
    'Shell',
    `curl --location --request ${method.toUpperCase()} '${server}${path}' \\`,
    `--header 'Authorization: <api-key>'${sample}`,
    '',
    'Responses',
    '',
    `🟢${status}`,
    'application/json',
    'It went well',
    'Bodyapplication/json',
    '',
    'Example',
    indented(response),
    ...model.errors.map((error) => `🟠${error}Something is wrong`),
    `Modified at ${modified}`,
    'Previous',
    'Built with',
  ].join('\n');
}
