/** Parts that have changed although no rule says so: nothing passes in silence. */
import { type Document, resolve } from '../../lib/document.js';
import { canonical } from '../model/canonical.js';
import { type Change, change } from '../model/change.js';
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
  const say = (what: string) => `${what} has changed in a way that no rule judges; look at it`;
  const touched = new Set(judged.filter(({ level }) => level !== 'docs').flatMap(({ operations }) => operations));
  const operations = pairs
    .filter(
      ({ before, after }) =>
        !touched.has(after.operationId) && canonical(expanded(base, before), elsewhere) !== canonical(expanded(current, after), elsewhere),
    )
    .map(({ after }) => change('breaking', 'unjudged', say('the operation'), { operations: [after.operationId] }));

  const isUsedByTouched = (name: string) => [...touched].some((id) => uses(reached, id, name));
  const named = new Set(judged.filter(({ level }) => level !== 'docs').map(({ component }) => component));
  const schemas = Object.entries(base.components.schemas)
    .filter(([name, before]) => {
      const after = current.components.schemas[name];
      return (
        after && !named.has(name) && !isUsedByTouched(name) && canonical(before, judgedExtensions) !== canonical(after, judgedExtensions)
      );
    })
    .map(([name]) => change('breaking', 'unjudged', say(`\`${name}\``), { component: name, subjects: [name] }));
  return [...operations, ...schemas];
}
