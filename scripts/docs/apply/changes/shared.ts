/** What a change would change for other pages: it is made when all of them say the same. */
import type { DocsEntry } from '../../../lib/docs-map.js';
import { type Operation, operationsOf, resolve, type Schema } from '../../../lib/document.js';
import { type Place, parseAddress } from '../../locate/address.js';
import type { ContractSources } from '../../locate/contract-sources.js';
import { headerIn, operationsOfPage, parametersOf, responsesOf, serversOf } from '../../locate/page-parts.js';
import { pagesOfOperation, pagesServedBy } from '../../locate/served.js';
import { siteOf, siteText } from '../../locate/sites.js';
import { schemasSaying, typedSchemas } from './keywords.js';
import { objectsAround, ownersOf } from './members.js';
import type { Task } from './reading.js';

/** The parts of the contract that a change is about. */
export interface Subject {
  schemas: Schema[];
  operations: string[];
  /** The header of an answer that it is about, and not about whether there is one. */
  header?: Schema;
}

export const pageKey = ({ path }: DocsEntry): string => path.join(' / ');

function schemasOfChange(sources: ContractSources, task: Task, place: Place, parts: readonly string[]): Schema[] {
  const { kind } = task.change;
  if (kind === 'field' || (kind === 'required' && parts.length > 0)) {
    const owners = ownersOf(sources, task, place, parts);
    return owners.length > 0 ? owners : objectsAround(sources, task, place, parts);
  }
  const { saying, all } = schemasSaying(sources, task, place, parts);
  return (saying.length > 0 ? saying : typedSchemas(all)).map(({ schema }) => schema);
}

/** Ids of the operations that have a part, by the way that leads to it. */
const operationsWith = (sources: ContractSources, has: (operation: Operation, path: string) => boolean): string[] =>
  [...operationsOf(sources.document)].filter(({ operation, path }) => has(operation, path)).map(({ operation }) => operation.operationId);

/** That a header comes or goes is said by the answer, and all else by the header, which other answers may have too. */
function headerOfChange(sources: ContractSources, { reading, change }: Pick<Task, 'reading' | 'change'>, place: Place): Schema | undefined {
  const [own] = operationsOfPage(sources, reading.entry);
  if (place.in !== 'header' || change.kind === 'header' || !own) return undefined;
  return headerIn(sources.document, responsesOf(sources.document, own.operation, place.status)[0]?.[1], place.name);
}

function operationsOfChange(sources: ContractSources, { reading, change }: Task, place: Place): string[] {
  const { document } = sources;
  if (change.kind === 'server') return operationsWith(sources, () => !serversOf(document).includes(change.after ?? ''));
  const [own] = operationsOfPage(sources, reading.entry);
  if (!own) return [];
  if (change.kind === 'path' && change.after !== undefined) return operationsWith(sources, (_, path) => path === own.path);
  if (place.in === 'header') {
    const response = responsesOf(document, own.operation, place.status)[0]?.[1];
    const header = headerOfChange(sources, { reading, change }, place);
    return operationsWith(sources, (operation) =>
      Object.values(operation.responses ?? {}).some((entry) => {
        const other = resolve(document, entry);
        return other === response || (header !== undefined && headerIn(document, other, place.name) === header);
      }),
    );
  }
  if (place.in === 'parameter') {
    const parameter = parametersOf(document, own).find(({ in: where, name }) => where === place.where && name === place.name);
    if (parameter)
      return operationsWith(sources, (operation, path) => parametersOf(document, { path, method: '', operation }).includes(parameter));
  }
  return [own.operation.operationId];
}

/** @returns nothing for what belongs to the page alone, such as its examples */
export function subjectOf(sources: ContractSources, task: Task): Subject | undefined {
  const address = parseAddress(task.change.pointer);
  if (!address || task.change.kind === 'example') return undefined;
  const { place, parts } = address;
  const isValue = task.change.kind === 'field' || (parts !== undefined && place.in !== 'operation');
  if (isValue) return { schemas: schemasOfChange(sources, task, place, parts ?? []), operations: [] };
  if (place.in === 'example') return undefined;
  const header = headerOfChange(sources, task, place);
  return { schemas: [], operations: operationsOfChange(sources, task, place), ...(header && { header }) };
}

/** What two changes have in common that are one. */
export function signatureOf(sources: ContractSources, { change }: Task, subject: Subject): string {
  const places = subject.schemas.flatMap((schema) => sources.originOf(schema) ?? []).map(({ file, path }) => `${file}#${path.join('/')}`);
  const { kind, before, after } = change;
  const name = /[^/# ]*$/.exec(change.pointer)?.[0];
  const more = (change.facts ?? []).map((fact) => [fact.kind, fact.pointer.slice(change.pointer.length), fact.value]);
  return JSON.stringify([kind, [...places].sort(), [...subject.operations].sort(), name, before, after, more]);
}

/**
 * Why a change is not made: pages that the same part serves do not say it.
 * @param saying keys of the pages that do
 */
export function notAgreed(sources: ContractSources, { reading }: Task, subject: Subject, saying: ReadonlySet<string>): string | undefined {
  const served = new Map(
    [
      ...(subject.schemas.length > 0 ? pagesServedBy(sources, new Set(subject.schemas)) : []),
      ...subject.operations.flatMap((id) => pagesOfOperation(sources, id)),
    ].map((entry) => [pageKey(entry), entry]),
  );
  // The page of a schema shows the schema itself, which one endpoint has.
  if (reading.entry.schema !== undefined && served.size <= 1) return undefined;
  const others = [...served.keys()].filter((page) => !saying.has(page));
  if (others.length === 0) return undefined;
  const [schema] = subject.schemas;
  const part = subject.header ?? schema;
  const origin = part && sources.originOf(part);
  const what = origin ? siteText(siteOf(sources, origin)) : (subject.operations[0] ?? 'the contract');
  const shown = others
    .slice(0, 3)
    .map((page) => `"${page}"`)
    .join(', ');
  const names = others.length > 3 ? `${shown} and ${others.length - 3} more` : shown;
  const split = `give this page ${subject.header ? 'a header' : origin ? 'a schema' : 'an operation'} of its own`;
  return `${what} serves ${names} too, which do not say so here; either ${split}, or wait until they say the same and apply all of them together`;
}
