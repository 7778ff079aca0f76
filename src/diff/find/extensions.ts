/** What stands beside operations and types: servers, security, and our `x-` fields. */
import type { Document, Operation, Schema } from '../../contract/openapi.js';
import { meaningOf } from '../model/canonical.js';
import { type Change, change, type Level } from '../model/change.js';
import { inWords, memberChanges } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';

/** Extensions of operations by what losing or changing them means. */
const operationExtensions: Record<string, Level> = {
  'x-stream': 'breaking',
  'x-task': 'breaking',
  'x-error-dialect': 'breaking',
  'x-protocol': 'breaking',
  'x-model': 'breaking',
  'x-modality': 'non-breaking',
};

/** Extensions of the root, whose members count one by one. */
const rootExtensions: Record<string, Level> = {
  'x-modalities': 'docs',
  'x-tasks': 'breaking',
  'x-error-dialects': 'breaking',
  'x-provenance': 'docs',
  'x-owned-fields': 'docs',
  'x-model-owners': 'docs',
  'x-answer-samples': 'docs',
  'x-stream-orders': 'docs',
};

export const judgedExtensions: ReadonlySet<string> = new Set([...Object.keys(operationExtensions), 'x-open-enum']);

/** A list of names as a record. */
const asRecord = (value: unknown): Record<string, unknown> =>
  Array.isArray(value) ? Object.fromEntries(value.map((name) => [name, true])) : (value as Record<string, unknown>);

/** Compares the members of a record: each difference by itself. A new member breaks nothing; within one, whatever differs counts. */
function compareRecord(
  what: string,
  rule: string,
  level: Level,
  before: Record<string, unknown> = {},
  after: Record<string, unknown> = {},
): Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    const judged = old === undefined && level === 'breaking' ? 'non-breaking' : level;
    const members = memberChanges({ [name]: meaningOf(old) }, { [name]: meaningOf(now) });
    return [...members].map((member) => change(judged, rule, `${what} ${inWords(member)}`, { subjects: [name] }));
  });
}

const alternatives = (document: Document, operation: Operation): string[] =>
  (operation.security ?? document.security ?? []).map((alternative) => Object.keys(alternative).sort().join(' + ') || 'none');

function compareSecurity(base: Document, current: Document, { before, after }: OperationPair): Change[] {
  const [old, now] = [alternatives(base, before), alternatives(current, after)];
  const gone = old.filter((alternative) => !now.includes(alternative));
  const come = now.filter((alternative) => !old.includes(alternative));
  return [
    ...gone.map((name) => change('breaking', 'security-removed', `can no longer be called with \`${name}\``)),
    ...come.map((name) =>
      change(
        old.length === 0 ? 'breaking' : 'non-breaking',
        'security-added',
        old.length === 0 ? `needs \`${name}\`` : `can also be called with \`${name}\``,
      ),
    ),
  ];
}

function compareServers(base: Document, current: Document): Change[] {
  const urls = (document: Document) => (document.servers ?? []).map(({ url }) => url);
  return [
    ...urls(base)
      .filter((url) => !urls(current).includes(url))
      .map((url) => change('breaking', 'server-removed', `server ${url} is gone`)),
    ...urls(current)
      .filter((url) => !urls(base).includes(url))
      .map((url) => change('non-breaking', 'server-added', `server ${url} is new`)),
  ];
}

export function compareExtensions(base: Document, current: Document, pairs: OperationPair[]): Change[] {
  const perOperation = pairs.flatMap((pair) => {
    const { before, after } = pair as { before: Operation & Schema; after: Operation & Schema };
    const changes = Object.entries(operationExtensions).flatMap(([name, level]) =>
      compareRecord('extension', 'extension', level, { [name]: before[name] }, { [name]: after[name] }),
    );
    return [...changes, ...compareSecurity(base, current, pair)].map((item) => ({ ...item, operations: [after.operationId] }));
  });
  const perRoot = Object.entries(rootExtensions).flatMap(([name, level]) =>
    compareRecord(`\`${name}\`:`, name, level, asRecord(base[name as 'x-']), asRecord(current[name as 'x-'])),
  );
  return [
    ...compareServers(base, current),
    ...perRoot,
    ...compareRecord('security scheme', 'security-scheme', 'breaking', base.components.securitySchemes, current.components.securitySchemes),
    ...perOperation,
  ];
}
