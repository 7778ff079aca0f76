/** Many contracts as one, so that a judge who takes a second to begin is asked once. */
import type { Document, Schema } from '../../../scripts/lib/document.js';
import { operationsOf } from '../../../src/diff/model/document.js';

const kinds = ['schemas', 'responses', 'parameters', 'headers', 'securitySchemes'] as const;

/** A contract whose paths and components begin with a number, and whose operations say themselves what it says for all. */
function numbered(document: Document, number: number): Document {
  const text = JSON.stringify(document).replace(/"#\/components\/(\w+)\//g, `"#/components/$1/${number}.`);
  const result = JSON.parse(text) as Document;
  const named = <Member>(members: Record<string, Member> | undefined, prefix: string): Record<string, Member> =>
    Object.fromEntries(Object.entries(members ?? {}).map(([name, member]) => [`${prefix}${name}`, member]));
  for (const { operation } of operationsOf(result)) {
    const security = operation.security ?? result.security ?? [];
    operation.operationId = `${number}.${operation.operationId}`;
    operation.security = security.map((alternative) => named(alternative, `${number}.`));
    Object.assign(operation, { servers: (operation as Schema).servers ?? result.servers });
  }
  result.paths = named(result.paths, `/${number}`);
  for (const kind of kinds) Object.assign(result.components, { [kind]: named<unknown>(result.components[kind], `${number}.`) });
  return result;
}

export function merged(documents: Document[]): Document {
  const all = documents.map(numbered);
  return {
    openapi: '3.1.0',
    info: { title: 'All', version: '1.0.0' },
    paths: Object.assign({}, ...all.map(({ paths }) => paths)),
    components: Object.fromEntries(kinds.map((kind) => [kind, Object.assign({}, ...all.map(({ components }) => components[kind]))])),
  } as unknown as Document;
}

/** The number of the contract that a pointer into the merged one leads to. */
export function numberAt(pointer: string): number | undefined {
  const [, inPath, inComponents] = /^#\/(?:paths\/~1(\d+)|components\/\w+\/(\d+)\.)/.exec(pointer) ?? [];
  const number = inPath ?? inComponents;
  return number === undefined ? undefined : Number(number);
}
