/** Parts that have changed although no rule says so: nothing passes in silence. */

import type { Document } from '../../contract/openapi.js';
import { canonical, meaningOf } from '../model/canonical.js';
import { type Change, change } from '../model/change.js';
import { resolve } from '../model/document.js';
import { memberChanges, summarise } from '../model/member-changes.js';
import type { OperationPair } from '../model/operation-pairs.js';
import { type Reach, uses } from '../model/reach.js';
import { judgedExtensions } from './extensions.js';

const elsewhere = new Set([...judgedExtensions, 'security', 'operationId', 'tags']);

/** An operation with its parameters, headers and answers in it, but not the schemas. */
function expanded(document: Document, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => expanded(document, item));
  if (node === null || typeof node !== 'object') return node;
  const { $ref } = node as { $ref?: string };
  if ($ref && !$ref.startsWith('#/components/schemas/')) return expanded(document, resolve<unknown>(document, { $ref }));
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'examples' ? undefined : expanded(document, value)]));
}

/**
 * @param judged what the rules found
 * @param reached what each operation uses
 */
export function findUnjudged(
  base: Document,
  current: Document,
  pairs: OperationPair[],
  judged: Change[],
  reached: Map<string, Reach>[],
): Change[] {
  const say = (what: string, before: unknown, after: unknown, leaveOut: ReadonlySet<string>) =>
    `${what} has changed in a way that no rule judges; look at it: ${summarise(memberChanges(meaningOf(before, leaveOut), meaningOf(after, leaveOut)))}`;
  const touched = new Set(judged.filter(({ level }) => level !== 'docs').flatMap(({ operations }) => operations));
  const operations = pairs
    .filter(({ after }) => !touched.has(after.operationId))
    .map(({ before, after }) => ({ id: after.operationId, old: expanded(base, before), now: expanded(current, after) }))
    .filter(({ old, now }) => canonical(old, elsewhere) !== canonical(now, elsewhere))
    .map(({ id, old, now }) => change('breaking', 'unjudged', say('the operation', old, now, elsewhere), { operations: [id] }));

  const isUsedByTouched = (name: string) => [...touched].some((id) => uses(reached, id, name));
  const named = new Set(judged.filter(({ level }) => level !== 'docs').map(({ component }) => component));
  const schemas = Object.entries(base.components.schemas)
    .map(([name, old]) => ({ name, old, now: current.components.schemas[name] }))
    .filter(
      ({ name, old, now }) =>
        now && !named.has(name) && !isUsedByTouched(name) && canonical(old, judgedExtensions) !== canonical(now, judgedExtensions),
    )
    .map(({ name, old, now }) =>
      change('breaking', 'unjudged', say(`\`${name}\``, old, now, judgedExtensions), { component: name, subjects: [name] }),
    );
  return [...operations, ...schemas];
}
