/** What our own `x-` fields say of operations and of the contract as a whole. */
import type { Document, Operation, Schema } from '../../contract/openapi.js';
import { meaningOf } from '../model/canonical.js';
import { type Change, change, type Level } from '../model/change.js';
import { groupBy } from '../model/group-by.js';
import { inWords, type MemberChange, memberChanges } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';
import { compareSchemes, compareSecurity, compareServers } from './access.js';

type Servers = Document['servers'];

/** What a member means to callers by being there, or not. */
type Judge = (member: MemberChange) => Level;

/** What is promised: more of it harms nobody, another promise or none does. */
const promise: Judge = ({ before }) => (before === undefined ? 'non-breaking' : 'breaking');
/** What is asked, or may happen: less of it harms nobody. */
const burden: Judge = ({ after }) => (after === undefined ? 'non-breaking' : 'breaking');
const always =
  (level: Level): Judge =>
  () =>
    level;

const longer: Judge = ({ before, after }) =>
  after === undefined || (typeof before === 'number' && typeof after === 'number' && after > before) ? 'non-breaking' : 'breaking';
const more: Judge = (member) => (member.before !== undefined && member.after !== undefined ? longer(member) : promise(member));

interface Rule {
  /** What it is about, as a reader calls it. @param name of the member of the root's record */
  label: (name: string) => string;
  judge: Judge;
  /** For what is further inside, by patterns of its path; the first that fits counts. */
  inside?: [path: RegExp, judge: Judge][];
}

const operationRules: Record<string, Rule> = {
  'x-stream': {
    label: () => 'the stream',
    judge: promise,
    inside: [
      [/^terminator/, always('breaking')],
      // Whoever reads by the standard takes each.
      [/^(lineEnd|blankLines)/, always('non-breaking')],
    ],
  },
  'x-task': { label: () => 'the job that it is about', judge: promise },
  'x-error-dialect': { label: () => 'the dialect of its errors', judge: promise },
  'x-protocol': { label: () => 'its chat protocol', judge: promise },
  'x-model': { label: () => 'its model', judge: promise },
  'x-modality': { label: () => 'the kind of its model', judge: always('non-breaking') },
  'x-deprecated-since': { label: () => 'since when it is deprecated', judge: always('docs') },
};

const rootRules: Record<string, Rule> = {
  'x-tasks': {
    label: (name) => `the family of jobs \`${name}\``,
    judge: promise,
    inside: [
      [/^(remember|id\.template|callback\.delays)/, always('docs')],
      [/^lifetime\.seconds/, longer],
      [/^callback\.tries/, more],
      [/^(lifetime|onlyIf|remix\.requires)/, burden],
      // A reader of states meets one that was not there.
      [/^(states\.[^.]+|order\[\d+\])$/, always('breaking')],
    ],
  },
  'x-error-dialects': {
    label: (name) => `the error dialect \`${name}\``,
    judge: promise,
    inside: [[/^schemas/, burden]],
  },
  'x-stream-orders': {
    label: (name) => `the order of streams of \`${name}\``,
    judge: promise,
    inside: [[/(^|\.)(anywhere|mayOpen|mayBeEmpty|atOnce|instead)/, burden]],
  },
  'x-asked': {
    label: (name) => `what answers of \`${name}\` keep of what is asked for`,
    judge: promise,
    inside: [[/^(calls\.elsewhere|model\.without)/, burden]],
  },
  'x-modalities': { label: (name) => `the kind of models \`${name}\``, judge: always('docs') },
  'x-provenance': { label: (name) => `the provenance \`${name}\``, judge: always('docs') },
  'x-owned-fields': { label: (name) => `what servers make up in \`${name}\``, judge: always('docs') },
  'x-model-owners': { label: (name) => `the owner of models called \`${name}…\``, judge: always('docs') },
  'x-sdk-samples': { label: () => 'the samples of calls', judge: always('docs') },
  'x-answer-samples': { label: (name) => `\`${name}\` of the sample answers`, judge: always('docs') },
};

/** Extensions of the root that are compared here. */
export const rootExtensions: readonly string[] = Object.keys(rootRules);
export const operationExtensions: readonly string[] = Object.keys(operationRules);

/** A list of names as a record. */
const asRecord = (value: unknown): Record<string, unknown> =>
  Array.isArray(value) ? Object.fromEntries(value.map((name) => [name, true])) : ((value ?? {}) as Record<string, unknown>);

/** Of a record that is a list of names, the members have no value to show. */
const told = (label: string, member: MemberChange): string => {
  if (member.path === '' && [member.before, member.after].every((value) => value === undefined || value === true))
    return `${label} is ${member.before === undefined ? 'new' : 'gone'}`;
  return member.path === '' ? inWords(member).replace('the whole', label) : `${label}: ${inWords(member)}`;
};

function compareMember(name: string, subject: string, { label, judge, inside = [] }: Rule, before: unknown, after: unknown): Change[] {
  const members = memberChanges(meaningOf(before), meaningOf(after));
  return [...members].map((member) => {
    const [, judged = judge] = inside.find(([path]) => path.test(member.path)) ?? [];
    return change(member.path === '' ? judge(member) : judged(member), name, told(label(subject), member), { subjects: [subject] });
  });
}

/** The events are compared as the schemas that they are. */
function ofOperation(operation: Operation & Schema, other: Operation & Schema, name: string): unknown {
  const value = operation[name];
  if (name !== 'x-stream' || !value || !other[name]) return value;
  const { event: _, ...rest } = value as Schema;
  return rest;
}

export function compareExtensions(base: Document, current: Document, pairs: OperationPair[]): Change[] {
  const perOperation = pairs.flatMap((pair) => {
    const { before, after, path, pathAfter } = pair as OperationPair & { before: Operation & Schema; after: Operation & Schema };
    const changes = Object.entries(operationRules).flatMap(([name, rule]) =>
      compareMember('extension', name, rule, ofOperation(before, after, name), ofOperation(after, before, name)),
    );
    const [own, ownAfter] = [before.servers ?? base.paths[path]?.servers, after.servers ?? current.paths[pathAfter]?.servers] as Servers[];
    // Where one has servers of its own, the other has those of the contract.
    const isOwn = own !== undefined || ownAfter !== undefined;
    const servers = isOwn ? compareServers(own ?? base.servers, ownAfter ?? current.servers, ` of \`${after.operationId}\``) : [];
    return [...changes, ...compareSecurity(base, current, pair), ...servers].map((item) => ({ ...item, operations: [after.operationId] }));
  });
  const perRoot = Object.entries(rootRules).flatMap(([name, rule]) => {
    const [before, after] = [asRecord(base[name as 'x-']), asRecord(current[name as 'x-'])];
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((member) => compareMember(name, member, rule, before[member], after[member]));
  });
  return [...compareServers(base.servers, current.servers), ...perRoot, ...compareSchemes(base, current), ...together(perOperation)];
}

/** What is said of several operations alike, once. */
function together(changes: Change[]): Change[] {
  const groups = groupBy(changes, ({ rule, level, text }) => `${rule} ${level} ${text}`);
  return [...groups.values()].map((group) => ({ ...(group[0] as Change), operations: group.flatMap(({ operations }) => operations) }));
}
