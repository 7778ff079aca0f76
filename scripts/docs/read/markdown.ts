/** Reads the Markdown form of a page: a title and, on endpoint pages, an OpenAPI document of one operation in a YAML fence. */
import { parse } from 'yaml';
import { BadInput } from '../../lib/bad-input.js';
import { type Document, type Json, type MediaType, type Operation, operationsOf, type Parameter, resolve } from '../../lib/document.js';
import { type DocsPage, emptyPage, type Payload } from '../page.js';
import { parseJson } from './json-text.js';

const opening = /^```ya?ml[ \t]*$/m;
const fence = /^```ya?ml[ \t]*\n([\s\S]*?)^```[ \t]*$/m;

/** The examples of a media type; text is taken for JSON, or for a stream of events. */
function examples(media: MediaType, payload: Omit<Payload, 'value'>, page: DocsPage): void {
  const values = [media.example, ...Object.values(media.examples ?? {}).map(({ value }) => value)].filter((value) => value !== undefined);
  const add = (value: Json | undefined, role: Payload['role']) =>
    value === undefined ? page.malformed.push(payload.where) : page.payloads.push({ ...payload, role, value });
  for (const value of values) {
    if (typeof value !== 'string') add(value, payload.role);
    else if (!/^data:/m.test(value)) add(parseJson(value), payload.role);
    else for (const [, line] of value.matchAll(/^data: ?(\{.*)$/gm)) add(parseJson(line as string), 'event');
  }
}

function readOperation(page: DocsPage, document: Document, operation: Operation): void {
  const body = Object.values(operation.requestBody?.content ?? {})[0];
  if (body) examples(body, { role: 'request', where: 'request example' }, page);
  page.embedded = {
    document,
    ...(body?.schema && { request: body.schema }),
    responses: {},
    parameters: (operation.parameters ?? []).map((parameter) => resolve<Parameter>(document, parameter)),
  };
  page.statuses = Object.keys(operation.responses ?? {});
  for (const status of page.statuses) {
    for (const media of Object.values(resolve(document, operation.responses[status] ?? {}).content ?? {})) {
      examples(media, { role: 'response', where: `example of ${status}`, status }, page);
      if (media.schema) page.embedded.responses[status] ??= media.schema;
    }
  }
}

/** Parses the block; each of its references must lead somewhere. */
function parseDocument(source: string, yaml: string): Document {
  const references: { $ref: string }[] = [];
  const note = (key: string, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') references.push({ $ref: value });
    return value;
  };
  try {
    const document = JSON.parse(JSON.stringify(parse(yaml, { merge: true }) ?? null), note) as Document;
    for (const reference of references) resolve(document, reference);
    return document;
  } catch (error) {
    throw new BadInput(`${source}: the OpenAPI block is broken: ${(error as Error).message.split('\n', 1)[0]}`);
  }
}

export function readMarkdown(source: string, text: string): DocsPage {
  const title = /^# (.*\S)\s*$/m.exec(text)?.[1];
  const page: DocsPage = { ...emptyPage(source), ...(title !== undefined && { title }) };
  if (!opening.test(text)) return page;
  const yaml = fence.exec(text)?.[1];
  if (yaml === undefined) throw new BadInput(`${source}: the page is cut off inside its OpenAPI block`);
  const document = parseDocument(source, yaml);
  const [found] = document?.paths ? operationsOf(document) : [];
  if (!found) throw new BadInput(`${source}: the OpenAPI block has no operation`);
  const { operation, method, path } = found;
  const extensions = operation as unknown as Record<string, string | undefined>;
  page.method = method.toUpperCase();
  page.path = path;
  const { 'x-apifox-folder': folder, 'x-run-in-apifox': run } = extensions;
  if (folder) page.folder = folder;
  const id = /api-(\d+)/.exec(run ?? '')?.[1];
  if (id) page.id = id;
  page.servers = (document.servers ?? []).flatMap(({ url }) => (URL.canParse(url) ? url : []));
  readOperation(page, document, operation);
  return page;
}
