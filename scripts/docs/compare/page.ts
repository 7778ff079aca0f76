/** Compares one documentation page with the contract, and with what was recorded of it. */
import { collapsed, formatPointer } from '../../../src/contract/pointer.js';
import { BadInput } from '../../lib/bad-input.js';
import { type DocsEntry, ofTheSite, seenOnSite } from '../../lib/docs-map.js';
import type { Document, Schema } from '../../lib/document.js';
import { type Change, type FactKind, schemaPlace } from '../facts/fact.js';
import { contractFacts, originOf } from '../facts/of-contract.js';
import type { Origin } from '../facts/of-schema.js';
import { type Finding, pageName } from '../finding.js';
import type { DocsPage, Payload } from '../read/page.js';
import { compareCalls } from './calls.js';
import { answers, type Contract } from './contract.js';
import { compareFirstReading, nearestEntry } from './first-reading.js';
import { fold } from './fold.js';
import { recognized, type Since, since } from './history.js';
import { type Found, findEntry, findOperation, operationsOfEntry } from './locate.js';
import { comparePayload } from './payload.js';
import { pathOf, tell, whereOf } from './tell.js';

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
  const after = `${page.method} ${page.path}`;
  if (expected && !agreed) {
    const before = `${expected.method.toUpperCase()} ${expected.path}`;
    const finding = { kind: 'operation-changed', message: `the page says ${after}, the contract has ${before}`, before, after } as const;
    return { found: expected, findings: [finding] };
  }
  if (!documented)
    return { findings: [{ kind: 'operation-unknown', message: `the page says ${after}, which the contract does not have`, after }] };
  return { found: documented, findings: [] };
}

function compareStatuses(page: DocsPage, { operation }: Found): PageFinding[] {
  const declared = Object.keys(operation.responses);
  const isKnown = (status: string) =>
    declared.includes(status) ||
    (!status.startsWith('2') && declared.includes('default')) ||
    // A range is known by what is in it.
    (/XX$/.test(status) && declared.some((other) => other.startsWith(status.charAt(0))));
  return page.statuses
    .filter((status) => !isKnown(status))
    .map((status) => ({ kind: 'status-unknown', message: `status ${status} is not in the contract`, after: status }));
}

/** The address of the schema that an example stands for. */
function schemaAddress({ role, status }: Payload, found: Found | undefined): string {
  if (role !== 'response' && role !== 'event') return role === 'schema' ? 'schema#' : 'request#';
  const success = Object.keys(found?.operation.responses ?? {}).find((declared) => declared.startsWith('2'));
  return `response ${status ?? success ?? '2XX'}#`;
}

function comparePayloads(contract: Contract, page: DocsPage, found: Found | undefined, entry: DocsEntry | undefined): PageFinding[] {
  const malformed = page.malformed.map((where): PageFinding => ({ kind: 'malformed-example', where, message: 'the example is not JSON' }));
  const differing = page.payloads.flatMap((payload) => {
    const schema = schemaOf(contract, found, entry, payload);
    const differences = schema ? comparePayload(contract, schema, payload.value, payload.role === 'schema') : [];
    const base = schemaAddress(payload, found);
    return differences.map((difference) => ({ ...difference, where: payload.where, address: `${base}${collapsed(difference.pointer)}` }));
  });
  return [...malformed, ...differing];
}

/** The docs map records the day of the change, and the time where it is known: what both have is compared. */
function compareDate({ modified }: DocsPage, entry: DocsEntry): PageFinding[] {
  const date = modified?.slice(0, entry.modified?.length ?? 'yyyy-mm-dd'.length);
  if (!date) return [];
  if (!entry.modified) return [{ kind: 'note', message: `modified ${date}; the docs map has no date to compare with` }];
  return date > entry.modified.slice(0, date.length)
    ? [{ kind: 'newer', message: `modified ${date}, the contract follows ${entry.modified}`, before: entry.modified, after: date }]
    : [];
}

const unidentified = ({ title, heading }: DocsPage): PageFinding =>
  (title ?? heading) === undefined
    ? { kind: 'note', message: 'the page does not say which one it is, so neither its date nor its text is compared' }
    : { kind: 'page-unknown', message: 'the docs map has no such page' };

/** A change of a fact as a finding. What the contract does not know has a kind of its own. */
function changeFinding(page: string, change: Change, isFirst: boolean): PageFinding {
  const where = whereOf(change.pointer);
  const pointer = pathOf(change.to ?? change.pointer);
  const isUnknown = isFirst && change.before === undefined;
  const kind = isUnknown && change.kind === 'field' ? 'unknown-field' : isUnknown && change.kind === 'enum' ? 'unknown-value' : 'changed';
  return {
    kind,
    ...(where !== undefined && { where }),
    ...(pointer !== '' && { pointer }),
    message: tell(change, isFirst),
    ...(change.before !== undefined && { before: change.before }),
    ...(change.after !== undefined && { after: change.after }),
    changes: [{ page, ...change }],
  };
}

const mostShown = 3;

/** What the contract knows from elsewhere, in one line. */
function beyondNote(beyond: Change[]): PageFinding[] {
  if (beyond.length === 0) return [];
  const names = beyond
    .slice(0, mostShown)
    .map(
      ({ kind, pointer, before }) =>
        `${kind} ${[whereOf(pointer), pathOf(pointer)].filter(Boolean).join(' ')}${kind === 'field' ? '' : ` ${before}`}`,
    );
  const rest = beyond.length - names.length;
  return [
    {
      kind: 'note',
      message: `the contract also has what the page does not show: ${names.join('; ')}${rest > 0 ? `, and ${rest} more` : ''}`,
    },
  ];
}

function sinceFindings(page: string, { state, changes, sections, lines, note }: Since): PageFinding[] {
  const findings = changes.map((change) => changeFinding(page, change, false));
  if (note) findings.push({ kind: 'note', message: note });
  const text = sections.length > 0 ? `changed below: ${sections.join(', ')}` : 'the text has changed';
  if (state === 'reworded') findings.push({ kind: 'reworded', message: `no fact has changed, the wording has; ${text}`, lines });
  else if (state === 'changed') findings.push({ kind: 'note', message: text, lines });
  return findings;
}

/** The entry of a page that has the name which the navigation has now. */
function underNewName(newNames: Contract['newNames'], page: DocsPage, operationId: string | undefined): DocsEntry | undefined {
  const renamed = [...(newNames ?? [])].map(([entry, path]) => ({ entry, now: { ...entry, path } }));
  const docs = renamed.map(({ now }) => now);
  const found = findEntry(docs, page, operationId);
  return renamed.find(({ now }) => now === found)?.entry;
}

/** The entry of a page, also where nothing but its operation or its examples say which page it is. */
export function entryOf({ document, docs, history, newNames }: Contract, page: DocsPage): { entry?: DocsEntry; documented?: Found } {
  const [called] = page.calls.flatMap(
    ({ method, url }) => findOperation(document, method, decodeURIComponent(new URL(url).pathname)) ?? [],
  );
  const documented = page.method && page.path ? findOperation(document, page.method, page.path) : called;
  const operationId = documented?.operation.operationId;
  const sharing = docs.filter(({ operation }) => operation !== undefined && operation === operationId);
  const entry =
    findEntry(docs, page, operationId) ??
    underNewName(newNames, page, operationId) ??
    (page.title === undefined
      ? (recognized(page, docs, history) ?? (documented && nearestEntry(document, sharing, [documented], page)))
      : undefined);
  return { ...(entry && { entry }), ...(documented && { documented }) };
}

const factKind: Partial<Record<Finding['kind'], FactKind>> = {
  'operation-changed': 'path',
  'server-changed': 'server',
  'status-unknown': 'status',
  'unknown-field': 'field',
  'unknown-value': 'enum',
  violation: 'type',
  'malformed-example': 'example',
};

/** Adds the places to edit. */
function placed({ placesOf }: Contract, entry: DocsEntry, finding: PageFinding): PageFinding {
  const [change] = finding.changes ?? [];
  const kind = change?.kind ?? factKind[finding.kind];
  const pointer = change?.pointer ?? finding.address ?? (kind === 'status' ? `response ${finding.after}` : kind && 'operation');
  if (!placesOf || !kind || !pointer) return finding;
  const value = change?.before ?? change?.after;
  const isRenamed = finding.kind === 'unknown-field' && !change && finding.before !== undefined;
  const at = isRenamed ? `${pointer.slice(0, pointer.lastIndexOf('/'))}${formatPointer([finding.before as string])}` : pointer;
  const places = placesOf(entry, { kind, pointer: at, ...(value !== undefined && { value }) });
  return places.length > 0 ? { ...finding, places } : finding;
}

/** An unknown member of which the example tells the earlier name. */
function withEarlierName(findings: PageFinding[]): PageFinding[] {
  const renamed = new Map(
    findings
      .flatMap(({ changes = [] }) => changes)
      .flatMap(({ to, before }) => (to === undefined || before === undefined ? [] : [[schemaPlace(to), before]])),
  );
  return findings.map((finding) => {
    const before = finding.kind === 'unknown-field' && finding.address !== undefined ? renamed.get(finding.address) : undefined;
    return before === undefined ? finding : { ...finding, before };
  });
}

/** Adds where the contract knows it from, unless the page itself is that source. */
function sourced(
  document: Document,
  subject: Found | { schema: string } | undefined,
  page: DocsPage,
): (finding: PageFinding) => PageFinding {
  let origins: ReadonlyMap<string, Origin> | undefined;
  return (finding) => {
    const address = finding.changes?.[0]?.pointer ?? finding.address;
    if (!subject || finding.provenance || !address || finding.kind === 'note') return finding;
    origins ??= contractFacts(document, subject, page, true).origins;
    const before = [...(originOf(origins, schemaPlace(address))?.provenances ?? [])].filter((word) => !ofTheSite.includes(word));
    return before.length === 0 ? finding : { ...finding, provenance: { before: before.join(', '), after: seenOnSite } };
  };
}

/** What a page is by its title and its operation, where it stands at the address of another one: nothing that it says is a change of that. */
function otherPage({ document, docs }: Contract, page: DocsPage, entry: DocsEntry, documented: Found | undefined): string | undefined {
  const { title } = page;
  if (title === undefined || title === entry.path.at(-1)) return undefined;
  if (entry.operation !== undefined) {
    const isOwn = !documented || operationsOfEntry(document, entry).some(({ operation }) => operation === documented.operation);
    return page.method === undefined || isOwn ? undefined : `${title} (${page.method} ${page.path})`;
  }
  const titled = docs.find(({ path, operation }) => path.at(-1) === title && operation === undefined);
  return titled && pageName(titled.path);
}

export interface Compared {
  entry?: DocsEntry;
  findings: Finding[];
  /** What has become of the page since it was recorded; absent where it is not known which page it is. */
  since?: Since;
}

export function comparePage(contract: Contract, page: DocsPage): Compared {
  const { source } = page;
  const { document } = contract;
  const { entry, documented } = entryOf(contract, page);
  if (!entry && page.method === undefined && page.calls.length === 0 && !page.navigation && page.title === undefined) {
    throw new BadInput(`${source}: not a documentation page`);
  }
  // An operation that shows none any more would be gone with all that it is made of, and a copy has lost it more often than the site.
  if (entry && (entry.operation ?? entry.schema) && page.form === 'markdown' && !page.embedded)
    throw new BadInput(`${source}: its Markdown has no OpenAPI description, and the page has one; save the Markdown as the site gives it`);
  const mapped = entry ? operationsOfEntry(document, entry) : [];
  const other = entry && otherPage(contract, page, entry, documented);
  if (entry && other !== undefined)
    throw new BadInput(
      `${source}: the address is that of "${pageName(entry.path)}", and what stands there is "${other}"; write into openapi/docs-map.yaml which address each has, or wait until the site is right again`,
    );
  const { found, findings } = compareOperation(page, mapped, documented);
  const name = entry ? pageName(entry.path) : (page.title ?? page.heading);
  const history = entry && since(page, entry, contract.history);
  const isFirst = history?.state === 'new' || history?.state === 'new-form';
  const first =
    entry && isFirst
      ? compareFirstReading(document, entry, found ? [found, ...mapped.filter((other) => other !== found)] : mapped, page, contract.pagesOf)
      : undefined;
  const isTold = ({ kind, pointer, to = pointer, after }: Change) =>
    (history?.changes.some((change) => change.kind === kind && change.pointer === pointer) ||
      history?.followed?.some((fact) => fact.kind === kind && fact.pointer === to && fact.value === after)) ??
    false;
  const all: PageFinding[] = [
    ...(entry ? [] : [unidentified(page)]),
    ...(history && name !== undefined ? sinceFindings(name, history) : []),
    ...(first && name !== undefined
      ? first.changes
          .filter(({ change }) => !isTold(change))
          .map(({ change, provenance }) => ({
            ...changeFinding(name, change, true),
            ...(provenance && !ofTheSite.includes(provenance) && { provenance: { before: provenance, after: seenOnSite } }),
          }))
      : []),
    ...findings,
    ...compareCalls(contract, page, found),
    ...(found ? compareStatuses(page, found) : []),
    ...comparePayloads(contract, page, found, entry),
    ...(entry ? compareDate(page, entry) : []),
    ...(first ? beyondNote(first.beyond) : []),
  ];
  const subject = entry?.schema === undefined ? found : { schema: entry.schema };
  const withSource = sourced(document, subject, page);
  const folded = fold(
    withEarlierName(all)
      .map(withSource)
      .map((finding) => ({ ...(entry ? placed(contract, entry, finding) : finding), source, ...(name !== undefined && { page: name }) })),
  );
  return { ...(entry && { entry }), findings: folded, ...(history && { since: history }) };
}
