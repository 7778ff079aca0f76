/** What has changed although no rule speaks of it: nothing passes in silence. */
import type { Document, Operation, Schema } from '../../contract/openapi.js';
import { canonical, meaningOf } from '../model/canonical.js';
import { type Change, change, type Level } from '../model/change.js';
import { resolve } from '../model/document.js';
import { inWords, memberChanges, summarise } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';
import { type Reach, uses } from '../model/reach.js';
import { operationExtensions, rootExtensions } from './extensions.js';

/** Keys that other rules speak of, and those that only readers see. */
const known = {
  operation: ['operationId', 'parameters', 'requestBody', 'responses', 'security', 'servers', 'deprecated', 'tags', ...operationExtensions],
  pathItem: ['parameters', 'servers', 'get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', '$ref'],
  root: ['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components', 'jsonSchemaDialect', 'externalDocs', ...rootExtensions],
} as const;

/** What one side has, or both in different ways, of the keys that nobody else speaks of. */
function unknownChanges(kind: keyof typeof known, before: object, after: object) {
  const names: readonly string[] = known[kind];
  const rest = (part: object) => meaningOf(Object.fromEntries(Object.entries(part).filter(([key]) => !names.includes(key))));
  return memberChanges(rest(before), rest(after));
}

/** What the server tells or calls of its own accord may be more; who waits for it minds that it is gone. */
const levelOfUnknown = ({ path, before }: { path: string; before?: unknown }): Level =>
  before === undefined && /^(callbacks|webhooks)\b/.test(path) ? 'non-breaking' : 'breaking';

/** An operation with its parameters, headers and answers in it, but not the schemas. */
function expanded(document: Document, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => expanded(document, item));
  if (node === null || typeof node !== 'object') return node;
  const { $ref } = node as { $ref?: string };
  if ($ref && !$ref.startsWith('#/components/schemas/')) return expanded(document, resolve<unknown>(document, { $ref }));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'examples' ? undefined : expanded(document, value)]));
}

const judgedElsewhere: ReadonlySet<string> = new Set([...operationExtensions, 'security', 'servers', 'operationId', 'tags']);

/** Extensions of parts of an operation that other rules speak of, and those that only readers see. */
const partExtensions = [
  'x-charset',
  'x-media-type',
  'x-allowance',
  'x-at-most',
  'x-deprecated-since',
  'x-volatile',
  'x-docs',
  'x-error-dialect',
];

/** Extensions that nobody knows of parameters, bodies, answers and headers, by where they stand. */
function unknownExtensions(node: unknown, path: string[] = []): [where: string, value: unknown][] {
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (['schema', 'example', 'examples', 'callbacks'].includes(key)) return [];
    // The names of headers begin so, too.
    if (!key.startsWith('x-') || path.at(-1) === 'headers') return unknownExtensions(value, [...path, key]);
    return path.length === 0 || partExtensions.includes(key) ? [] : [[[...path, key].join('.'), value]];
  });
}

const details = (before: unknown, after: unknown): string => summarise(memberChanges(meaningOf(before), meaningOf(after)));

/** Operations and types of which nothing is told, although they are written in another way. */
function findRewritten(base: Document, current: Document, pairs: OperationPair[], told: Change[], reached: Map<string, Reach>[]): Change[] {
  const counted = told.filter(({ level, rule }) => level !== 'docs' || rule === 'note');
  const touched = new Set(counted.flatMap(({ operations }) => operations));
  const named = new Set(counted.map(({ component }) => component));
  const say = (what: string, before: unknown, after: unknown) =>
    `${what} is written in another way, which means the same: ${details(before, after)}`;
  const isUsedByTouched = (name: string) => [...touched].some((id) => uses(reached, id, name));
  const types = Object.entries(base.components.schemas).flatMap(([name, old]) => {
    const now = current.components.schemas[name];
    if (!now || named.has(name) || canonical(old) === canonical(now)) return [];
    // What a type shares with one of an operation was told there.
    if (isUsedByTouched(name) && canonical(old, extensionsOfValues) === canonical(now, extensionsOfValues)) return [];
    return [change('docs', 'rewritten', say(`\`${name}\``, old, now), { component: name, subjects: [name] })];
  });
  const operations = pairs.flatMap(({ before, after }) => {
    if (touched.has(after.operationId)) return [];
    const [old, now] = [expanded(base, before), expanded(current, after)];
    if (canonical(old, judgedElsewhere) === canonical(now, judgedElsewhere)) return [];
    return [change('docs', 'rewritten', say('the operation', old, now), { operations: [after.operationId] })];
  });
  return [...types, ...operations];
}

const extensionsOfValues: ReadonlySet<string> = new Set(['x-open-enum']);

/** Parts that operations share, which have no types that anybody names. */
function compareShared(base: Document, current: Document): Change[] {
  return ['responses', 'parameters', 'headers'].flatMap((kind) => {
    const [before, after] = [base.components[kind] ?? {}, current.components[kind] ?? {}];
    const say = (level: Level, text: string, name: string) => change(level, 'shared', text, { subjects: [name] });
    const what = kind.slice(0, -1);
    return [
      ...Object.keys(before)
        .filter((name) => !after[name])
        .map((name) => say('docs', `the shared ${what} \`${name}\` is gone`, name)),
      ...Object.keys(after)
        .filter((name) => !before[name])
        .map((name) => say('docs', `the shared ${what} \`${name}\` is new`, name)),
    ];
  });
}

/**
 * @param told what the rules found
 * @param reached what each operation uses
 */
export function findRemains(
  base: Document,
  current: Document,
  pairs: OperationPair[],
  told: Change[],
  reached: Map<string, Reach>[],
): Change[] {
  const perOperation = pairs.flatMap(({ path, pathAfter, before, after }) => {
    const about = { operations: [after.operationId] };
    const items = [base.paths[path] ?? {}, current.paths[pathAfter] ?? {}] as const;
    const parts = [expanded(base, before), expanded(current, after)].map((node) => Object.fromEntries(unknownExtensions(node)));
    return [
      ...unknownChanges('operation', before as Operation & Schema, after),
      ...unknownChanges('pathItem', ...items),
      ...memberChanges(...(parts as [unknown, unknown])),
    ].map((member) => {
      const level = levelOfUnknown(member);
      const words = level === 'breaking' ? ' says what is not known to break nobody' : '';
      return change(level, 'unjudged', `the operation${words}: ${inWords(member)}`, about);
    });
  });
  const root = [...unknownChanges('root', base, current)].map((member) => {
    const level = /^x-/.test(member.path) ? 'docs' : levelOfUnknown(member);
    return change(level, 'unjudged', `the contract as a whole: ${inWords(member)}`);
  });
  return [
    ...perOperation,
    ...root,
    ...compareShared(base, current),
    ...findRewritten(base, current, pairs, [...told, ...perOperation], reached),
  ];
}
