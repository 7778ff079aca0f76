/** Compares one documentation page with the contract. */
import { BadInput } from '../../lib/bad-input.js';
import type { DocsEntry } from '../../lib/docs-map.js';
import type { Schema } from '../../lib/document.js';
import { type Finding, pageName } from '../finding.js';
import type { DocsPage, Payload } from '../page.js';
import { compareCalls } from './calls.js';
import { answers, type Contract } from './contract.js';
import { compareEmbedded } from './embedded.js';
import { type Found, findEntry, findOperation, operationsOfEntry } from './locate.js';
import { comparePayload } from './payload.js';

const json = 'application/json';

function schemaOf(contract: Contract, found: Found | undefined, entry: DocsEntry | undefined, payload: Payload): Schema | undefined {
  if (payload.role === 'schema') return entry?.schema ? { $ref: `#/components/schemas/${entry.schema}` } : undefined;
  if (!found) return undefined;
  if (payload.role === 'request') return found.operation.requestBody?.content[json]?.schema;
  if (payload.role === 'event') return found.operation['x-stream']?.event;
  const schemas = answers(contract, found, payload.status);
  return schemas.length > 1 ? { anyOf: schemas } : schemas[0];
}

type PageFinding = Omit<Finding, 'source' | 'page'>;

/** Compares method and path; `found` is the operation with which the rest of the page is compared. */
function compareOperation(page: DocsPage, mapped: Found[], documented: Found | undefined): { found?: Found; findings: PageFinding[] } {
  const [expected] = mapped;
  const agreed = mapped.find(({ operation }) => operation === documented?.operation);
  if (page.method === undefined) return { found: agreed ?? expected ?? documented, findings: [] };
  const says = `the page says ${page.method} ${page.path}`;
  if (expected && !agreed) {
    const message = `${says}, the contract has ${expected.method.toUpperCase()} ${expected.path}`;
    return { found: expected, findings: [{ kind: 'operation-changed', message }] };
  }
  if (!documented) return { findings: [{ kind: 'operation-unknown', message: `${says}, which the contract does not have` }] };
  return { found: documented, findings: [] };
}

function compareStatuses(page: DocsPage, { operation }: Found): PageFinding[] {
  const declared = Object.keys(operation.responses);
  const isKnown = (status: string) => declared.includes(status) || (!status.startsWith('2') && declared.includes('default'));
  return page.statuses
    .filter((status) => !isKnown(status))
    .map((status) => ({ kind: 'status-unknown', message: `status ${status} is not in the contract` }));
}

function comparePayloads(contract: Contract, page: DocsPage, found: Found | undefined, entry: DocsEntry | undefined): PageFinding[] {
  const malformed = page.malformed.map((where): PageFinding => ({ kind: 'malformed-example', where, message: 'the example is not JSON' }));
  const differing = page.payloads.flatMap((payload) => {
    const schema = schemaOf(contract, found, entry, payload);
    const differences = schema ? comparePayload(contract, schema, payload.value, payload.role === 'schema') : [];
    return differences.map((difference): PageFinding => ({ ...difference, where: payload.where }));
  });
  return [...malformed, ...differing];
}

/** The docs map records the day of the change, and the time where it is known: what both have is compared. */
function compareDate({ modified }: DocsPage, entry: DocsEntry): PageFinding[] {
  const date = modified?.slice(0, entry.modified?.length ?? 'yyyy-mm-dd'.length);
  if (!date) return [];
  if (!entry.modified) return [{ kind: 'note', message: `modified ${date}; the docs map has no date to compare with` }];
  return date > entry.modified.slice(0, date.length)
    ? [{ kind: 'newer', message: `modified ${date}, the contract follows ${entry.modified}` }]
    : [];
}

const unidentified = ({ title }: DocsPage): PageFinding =>
  title === undefined
    ? { kind: 'note', message: 'the page does not say which one it is, so its date is not compared' }
    : { kind: 'page-unknown', message: 'the docs map has no such page' };

export function comparePage(contract: Contract, page: DocsPage): Finding[] {
  const { source } = page;
  const { document, docs } = contract;
  const [called] = page.calls.flatMap(
    ({ method, url }) => findOperation(document, method, decodeURIComponent(new URL(url).pathname)) ?? [],
  );
  const documented = page.method && page.path ? findOperation(document, page.method, page.path) : called;
  const entry = findEntry(docs, page, documented?.operation.operationId);
  if (!entry && page.method === undefined && page.calls.length === 0 && !page.navigation) {
    throw new BadInput(`${source}: not a documentation page`);
  }
  const { found, findings } = compareOperation(page, entry ? operationsOfEntry(document, entry) : [], documented);
  const name = entry ? pageName(entry.path) : page.title;
  return [
    ...(entry ? [] : [unidentified(page)]),
    ...findings,
    ...compareCalls(contract, page, found),
    ...(found ? compareStatuses(page, found) : []),
    ...comparePayloads(contract, page, found, entry),
    ...(found ? compareEmbedded(contract, found, page) : []),
    ...(entry ? compareDate(page, entry) : []),
  ].map((finding) => ({ ...finding, source, ...(name !== undefined && { page: name }) }));
}
