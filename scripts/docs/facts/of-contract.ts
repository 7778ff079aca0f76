/** The facts that the contract has for a page, and where it knows them from. */

import type { DocsEntry } from '../../lib/docs-map.js';
import { type Docs, type Document, type Json, type Operation, type Parameter, resolve, type Schema } from '../../lib/document.js';
import { pageOf } from '../../lib/examples.js';
import { meantBy } from '../../lib/schema-union.js';
import type { DocsPage } from '../read/page.js';
import { type Fact, sortedFacts } from './fact.js';
import { schemaOfParameter, schemasOfContent, securityFacts } from './of-page.js';
import { type Origin, schemaFacts } from './of-schema.js';

export interface ContractFacts {
  facts: Fact[];
  /** By address, where a place is known from. */
  origins: Map<string, Origin>;
}

/** Of unions, what documented values mean. */
const meant = (document: Document, schemas: Schema[], values: Json[]): Schema[] =>
  schemas.flatMap((schema) => meantBy(document, schema, values));

/**
 * Facts of a schema page, or of an operation, as a page about it would show them.
 * @param withSchemas follow the schemas, as of no other form than Markdown is needed
 */
export function contractFacts(
  document: Document,
  subject: { operation: Operation; path: string } | { schema: string },
  page: DocsPage,
  withSchemas = page.embedded !== undefined,
): ContractFacts {
  const facts: Fact[] = [];
  const origins = new Map<string, Origin>();
  const add = (schemas: Schema[], base: string) => {
    // No other form shows a schema, and it is much work.
    if (!withSchemas) return;
    const found = schemaFacts(document, schemas, base);
    facts.push(...found.facts);
    for (const [address, origin] of found.origins) origins.set(address, origin);
  };
  if ('schema' in subject) {
    add([{ $ref: `#/components/schemas/${subject.schema}` }], 'schema#');
    return { facts: sortedFacts(facts), origins };
  }
  const { operation, path } = subject;
  const own = operation['x-docs']?.provenance;
  if (own) origins.set('operation', { provenances: new Set([own]), components: new Set() });
  facts.push(...securityFacts(document, operation.security ?? document.security));
  const asked = page.payloads.filter(({ role, address }) => role === 'request' && !address.startsWith('text')).map(({ value }) => value);
  const body = operation.requestBody;
  if (body) {
    facts.push(...Object.keys(body.content).map((type): Fact => ({ kind: 'media', pointer: 'request', value: type })));
    if (body.required) facts.push({ kind: 'required', pointer: 'request', value: 'true' });
    add(meant(document, schemasOfContent(body.content), asked), 'request#');
  }
  for (const reference of [...((document.paths[path]?.parameters ?? []) as Parameter[]), ...(operation.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, reference);
    const pointer = `parameter ${parameter.in} ${parameter.name}`;
    facts.push({ kind: 'param', pointer, value: `${parameter.in} ${parameter.name}` });
    if (parameter.required) facts.push({ kind: 'required', pointer, value: 'true' });
    if (parameter.deprecated === true) facts.push({ kind: 'deprecated', pointer, value: 'true' });
    const described = schemaOfParameter(parameter);
    if (described) add([described], `${pointer}#`);
    const docs = (parameter['x-docs'] ?? operation['x-docs']) as Docs | undefined;
    if (docs) origins.set(pointer, { provenances: new Set([docs.provenance]), components: new Set() });
  }
  for (const [status, declared] of Object.entries(operation.responses)) {
    const response = resolve(document, declared);
    facts.push({ kind: 'status', pointer: `response ${status}`, value: status });
    facts.push(...Object.keys(response.content ?? {}).map((type): Fact => ({ kind: 'media', pointer: `response ${status}`, value: type })));
    for (const [name, header] of Object.entries(response.headers ?? {})) {
      const pointer = `response ${status} header ${name}`;
      facts.push({ kind: 'header', pointer, value: name });
      const own = resolve<Schema>(document, header);
      if (own.required === true) facts.push({ kind: 'required', pointer, value: 'true' });
      if (own.deprecated === true) facts.push({ kind: 'deprecated', pointer, value: 'true' });
      if (own.schema) add([own.schema as Schema], `${pointer}#`);
    }
    const values = page.payloads.filter((payload) => payload.status === status).map(({ value }) => value);
    add(meant(document, schemasOfContent(response.content), values), `response ${status}#`);
  }
  return { facts: sortedFacts(facts), origins };
}

/**
 * The examples that the contract has of a page.
 * @param holder `request`, or `response` and a status
 */
export function contractExamples(document: Document, operations: Operation[], entry: DocsEntry, holder: string): Json[] {
  const status = /^response (\S+)/.exec(holder)?.[1];
  return operations.flatMap((operation) => {
    const contents = status
      ? Object.entries(operation.responses)
          .filter(([declared]) => declared === status || (status === '2XX' && declared.startsWith('2')))
          .map(([, response]) => resolve(document, response).content)
      : [operation.requestBody?.content];
    const media = contents.flatMap((content) => Object.values(content ?? {}));
    return media.flatMap(({ examples }) =>
      Object.entries(examples ?? {})
        .filter(([name]) => entry.example !== undefined && pageOf(name) === entry.example)
        .map(([, { value }]) => value),
    );
  });
}

const around = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Where a place is known from: the nearest one at or above an address that says it, the operation in the end. */
export function originOf(origins: ReadonlyMap<string, Origin>, pointer: string): Origin | undefined {
  for (let at = pointer; at !== ''; at = around(at)) {
    const found = origins.get(at);
    if (found || !at.includes('/')) return found ?? origins.get(at.replace(/#?$/, '#')) ?? origins.get('operation');
  }
  return undefined;
}
