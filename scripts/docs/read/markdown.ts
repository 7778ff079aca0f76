/** Reads the Markdown form of a page: a title and, on endpoint pages, an OpenAPI document of one operation in a YAML fence. */
import { isDeepStrictEqual } from 'node:util';
import { mediaTypeOf } from '../../../src/http/media-type.js';
import { BadInput } from '../../lib/bad-input.js';
import { type Document, type Json, type MediaType, type Operation, operationsOf, type Parameter, resolve } from '../../lib/document.js';
import { readCalls } from './curl.js';
import { parseBlock, readDescription } from './description.js';
import { fencesIn, hasDescription, isDescription, isOpen, outside } from './fences.js';
import { parseJson } from './json-text.js';
import { normalMarkdown } from './normal-text.js';
import { type DocsPage, emptyPage, type Payload } from './page.js';
import { statusName, toldServers, toldStatuses } from './prose.js';

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The examples of a media type; text is taken for JSON, or for a stream of events. */
function examples(
  document: Document,
  media: MediaType,
  payload: Omit<Payload, 'value' | 'address'>,
  holder: string,
  page: DocsPage,
  from = 0,
): number {
  const listed = Object.values(media.examples ?? {}).map(
    (example) => resolve<{ value?: Json }>(document, example as { value?: Json }).value,
  );
  const values = [media.example, ...listed].filter((value) => value !== undefined);
  let [number, event] = [from, 0];
  const add = (value: Json | undefined, role: Payload['role']) => {
    if (value === undefined) page.malformed.push(payload.where);
    else if (role === 'event')
      page.payloads.push({ ...payload, address: `${holder.replace(/ example$/, '')} event ${++event}`, role, value });
    else page.payloads.push({ ...payload, address: `${holder} ${++number}`, role, value });
  };
  for (const value of values) {
    if (typeof value !== 'string') add(value, payload.role);
    else if (!/^data:/m.test(value)) add(parseJson(value), payload.role);
    else for (const [, line] of value.matchAll(/^data: ?(\{.*)$/gm)) add(parseJson(line as string), 'event');
  }
  return number;
}

/** Parameters with a name and a place; what else may stand in the list is none. */
const parametersIn = (document: Document, list: unknown): Parameter[] =>
  ((list ?? []) as Parameter[])
    .map((parameter) => resolve<Parameter>(document, parameter))
    .filter((parameter) => parameter.name !== undefined && parameter.in !== undefined);

/** An operation whose answers have the names by which they are compared. */
const withStatusNames = (operation: Operation): Operation => ({
  ...operation,
  ...(operation.responses && {
    responses: Object.fromEntries(Object.entries(operation.responses).map(([status, response]) => [statusName(status), response])),
  }),
});

function readOperation(page: DocsPage, document: Document, path: string, written: Operation): void {
  const operation = withStatusNames(written);
  const own = parametersIn(document, operation.parameters);
  const inherited = parametersIn(document, document.paths[path]?.parameters);
  const parameters = [
    ...inherited.filter((other) => !own.some(({ in: place, name }) => place === other.in && name === other.name)),
    ...own,
  ];
  page.embedded = { document, operation, parameters };
  page.parameters = parameters.map(({ in: place, name }) => ({ in: place, name }));
  const body = operation.requestBody && resolve<NonNullable<Operation['requestBody']>>(document, operation.requestBody);
  let number = 0;
  for (const [type, media] of Object.entries(body?.content ?? {})) {
    page.media.push({ address: 'request', type: mediaTypeOf(type) ?? type });
    number = examples(document, media, { role: 'request', where: 'request example' }, 'request example', page, number);
  }
  if (body) page.bodyRequired = body.required === true;
  page.statuses = Object.keys(operation.responses ?? {}).map(String);
  for (const status of page.statuses) {
    let answers = 0;
    for (const [type, media] of Object.entries(resolve(document, operation.responses[status] ?? {}).content ?? {})) {
      page.media.push({ address: `response ${status}`, type: mediaTypeOf(type) ?? type });
      const payload = { role: 'response', where: `example of ${status}`, status } as const;
      answers = examples(document, media, payload, `response ${status} example`, page, answers);
    }
  }
}

/** Parses the block; each of its references must lead somewhere. */
function parseDocument(source: string, block: string, blocks: ReadonlyMap<string, unknown>): Document {
  try {
    return readDescription(blocks.get(block) ?? parseBlock(block));
  } catch (error) {
    throw new BadInput(`${source}: the OpenAPI block is broken: ${(error as Error).message.split('\n', 1)[0]}`);
  }
}

/** What the site adds to an operation, under the name that the site has now or had before. */
function added(operation: Operation, name: string): string | undefined {
  const extensions = operation as unknown as Record<string, unknown>;
  const value = extensions[`x-apifox-${name}`] ?? extensions[`x-apidog-${name}`];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The number of the page, which stands in the address where it can be tried. */
function idOf(operation: Operation): string | undefined {
  const run = Object.entries(operation).find(([key]) => /^x-run-in-/.test(key))?.[1];
  return typeof run === 'string' ? /api-(\d+)/.exec(run)?.[1] : undefined;
}

function readDocument(page: DocsPage, document: Document): DocsPage[] {
  const addresses = (servers: readonly { url: string }[] | undefined) =>
    (servers ?? []).flatMap(({ url }) => (URL.canParse(url) ? url : []));
  const base = { ...page, servers: addresses(document.servers) };
  const operations = isObject(document.paths) ? [...operationsOf(document)] : [];
  if (operations.length === 0) {
    const schemas = Object.entries(isObject(document.components?.schemas) ? document.components.schemas : {});
    const [name, schema] = schemas.find(([other]) => other === page.title) ?? schemas[0] ?? [];
    if (!schema || name === undefined) throw new BadInput(`${page.source}: the OpenAPI block has neither an operation nor a schema`);
    const title = page.title ?? name;
    return [
      {
        ...base,
        title,
        embedded: {
          document,
          parameters: [],
          schema: { $ref: `#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` },
        },
      },
    ];
  }
  return operations.map(({ operation, method, path }) => {
    const own: DocsPage = { ...structuredClone(base), method: method.toUpperCase(), path };
    if (operations.length > 1 && operation.summary) own.title = operation.summary;
    const nearer =
      (operation as { servers?: { url: string }[] }).servers ?? (document.paths[path] as { servers?: { url: string }[] }).servers;
    if (nearer) own.servers = addresses(nearer);
    const [folder, id] = [added(operation, 'folder'), idOf(operation)];
    if (folder) own.folder = folder;
    if (id) own.id = id;
    readOperation(own, document, path, operation);
    return own;
  });
}

/** Where the pages begin that were joined into one text: each block belongs to the title above it. */
function split(text: string): string[] {
  const blocks = fencesIn(text).filter(({ content }) => isDescription(content));
  const starts = blocks.slice(1).flatMap(({ start }, at) => {
    const end = blocks[at]?.end ?? 0;
    const title = [...text.slice(end, start).matchAll(/^# .*\S/gm)][0];
    return title ? end + title.index : [];
  });
  return [0, ...starts].map((start, index, all) => text.slice(start, all[index + 1]));
}

/** A page without a description: what it shows of calls stands in its code. */
function readGuide(page: DocsPage, text: string): DocsPage {
  const { calls, cut } = readCalls(text);
  if (cut) throw new BadInput(`${page.source}: the page is cut off inside a code sample`);
  const values = fencesIn(text).flatMap(({ content }) => parseJson(content) ?? []);
  const payloads = values.map(
    (value, index): Payload => ({ role: 'request', where: 'text: request example', address: `text ${index + 1}`, value }),
  );
  return { ...page, calls, payloads, servers: toldServers(text), told: toldStatuses(text) };
}

function readOne(source: string, text: string): DocsPage[] {
  const title = /^[ \t]*# (.*\S)\s*$/m.exec(text)?.[1];
  const blocks = new Map<string, unknown>();
  const normal = normalMarkdown(text, title ?? '', blocks);
  const page: DocsPage = { ...emptyPage(source, 'markdown'), ...(title !== undefined && { title }), ...normal };
  const fences = fencesIn(text);
  const rest = outside(text, fences);
  if (isOpen(rest)) throw new BadInput(`${source}: the page is cut off inside its OpenAPI block`);
  if (hasDescription(rest))
    throw new BadInput(`${source}: its OpenAPI description stands in no block of code; save the Markdown as the site gives it`);
  const [description, ...others] = fences.map(({ content }) => content).filter(isDescription);
  if (description === undefined) return [readGuide(page, text)];
  if (/^(?:\{\s*)?[ \t]*"?swagger"?:/m.test(description))
    throw new BadInput(`${source}: the block is Swagger 2.0, which is not read; OpenAPI 3.0 or 3.1 is`);
  const document = parseDocument(source, description, blocks);
  // Nobody could say which of them is the page's; the same once more, or schemas to look at, do no harm.
  const rivals = others
    .map((block) => parseDocument(source, block, blocks))
    .filter((other) => isObject(other.paths) && [...operationsOf(other)].length > 0);
  if (rivals.some((other) => !isDeepStrictEqual(other, document)))
    throw new BadInput(`${source}: the page has several OpenAPI blocks, each with an operation; save each under a title of its own`);
  return readDocument(page, document);
}

/** Most texts are one page; pages may have been joined. */
export const readMarkdown = (source: string, text: string): DocsPage[] => split(text).flatMap((part) => readOne(source, part));
