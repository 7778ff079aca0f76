/** Folds what follows from a cause under it, so that a report has one entry for one edit. */
import { collapsed } from '../../../src/contract/pointer.js';
import { type Finding, isDrift } from '../finding.js';
import { pathOf } from './tell.js';

/** The earlier, the more likely a cause of what else is found at the same place. */
const ranks: [RegExp, number][] = [
  [/schema/, 0],
  [/^query|parameter|header|response \d|request body/, 0],
  [/example|event/, 1],
  [/curl/, 2],
  [/^text/, 3],
];

function rank({ kind, where = '', changes }: Finding): number {
  if (kind === 'operation-changed' || kind === 'operation-unknown' || kind === 'server-changed') return where === '' ? -3 : 2;
  const [first] = changes ?? [];
  if (first && (first.kind === 'method' || first.kind === 'path' || first.kind === 'server') && where !== 'curl') return -4;
  if (first?.kind === 'status') return -2;
  if (kind === 'status-unknown') return -1;
  const place = where.startsWith('text') ? 3 : (ranks.find(([pattern]) => pattern.test(where))?.[1] ?? 0);
  // What the schema does not know comes before the example that shows it.
  return first?.kind === 'example' ? place + 0.5 : first ? place : place + 0.25;
}

/** The side of an exchange that a place is on. */
function sideOf({ where = '' }: Finding): 'request' | 'response' | 'both' {
  if (/^(?:request|curl|query|text)|parameter/.test(where)) return 'request';
  return /of \S+|response|event/.test(where) ? 'response' : 'both';
}

/** The ways into a value that a finding is about, with `*` for every index. */
const pathsOf = ({ pointer, changes = [] }: Finding): string[] => [
  ...(pointer === undefined ? [] : [collapsed(pointer)]),
  ...changes.flatMap(({ pointer: at, to }) =>
    [at, ...(to === undefined ? [] : [to])].filter((address) => address.includes('#')).map((address) => collapsed(pathOf(address))),
  ),
];

const isBelow = (path: string, cause: string): boolean => cause !== '' && (path === cause || path.startsWith(`${cause}/`));

const changedStatus = ({ kind, changes = [], message }: Finding): string[] => [
  ...changes.flatMap((change) => (change.kind === 'status' ? [change.before, change.after].flatMap((status) => status ?? []) : [])),
  ...(kind === 'status-unknown' ? [/status (\S+)/.exec(message)?.[1] ?? ''] : []),
];

/** Whether one finding is no more than the trace of another. */
function follows(finding: Finding, cause: Finding): boolean {
  const [first] = cause.changes ?? [];
  const [own] = finding.changes ?? [];
  const causesCall =
    cause.kind === 'operation-changed' || cause.kind === 'operation-unknown' || first?.kind === 'method' || first?.kind === 'path';
  if (causesCall) return finding.kind.startsWith('operation-') || own?.kind === first?.kind;
  if (cause.kind === 'server-changed' || first?.kind === 'server') return finding.kind === 'server-changed' || own?.kind === 'server';
  const statuses = changedStatus(cause);
  if (statuses.length > 0) {
    if (changedStatus(finding).some((status) => statuses.includes(status))) return true;
    return statuses.some((status) => new RegExp(`\\b${status}\\b`).test(finding.where ?? ''));
  }
  if (cause.kind === 'reworded' || finding.kind === 'reworded') return false;
  const [side, other] = [sideOf(finding), sideOf(cause)];
  if (side !== other && side !== 'both' && other !== 'both') return false;
  // Two facts of one place are two causes, unless it is the same change in another place of the page.
  if (own && first) {
    if (own.kind !== first.kind && own.kind !== 'example') return false;
    if (finding.where === cause.where) return false;
    const isSame = own.before === first.before && own.after === first.after;
    if (!isSame && own.kind !== 'example') return false;
    if (own.kind === 'example' && first.kind === 'example' && !isSame) return false;
  }
  return pathsOf(finding).some((path) => pathsOf(cause).some((causing) => isBelow(path, causing) || path === causing));
}

/** @param findings of one page */
export function fold(findings: Finding[]): Finding[] {
  const notes = findings.filter((finding) => !isDrift(finding));
  const ranked = findings.filter(isDrift).map((finding, index) => ({ finding, index }));
  ranked.sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index);
  const causes: Finding[] = [];
  for (const { finding } of ranked) {
    const cause = causes.find((other) => follows(finding, other));
    if (!cause) causes.push({ ...finding });
    else {
      cause.consequences = [...(cause.consequences ?? []), finding];
      const places = new Set([...(cause.places ?? []), ...(finding.changes ? (finding.places ?? []) : [])]);
      if (places.size > 0) cause.places = [...places];
    }
  }
  return [...causes, ...notes];
}
