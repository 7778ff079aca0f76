/** The schema of something new, as the page shows it. */
import { canonicalJson } from '../../../lib/canonical-json.js';
import { type Operation, type Parameter, type Response, resolve, type Schema } from '../../../lib/document.js';
import type { Fact } from '../../facts/fact.js';
import { schemaOfParameter, schemasOfContent } from '../../facts/of-page.js';
import { type Place, parseAddress } from '../../locate/address.js';
import type { Embedded } from '../../read/page.js';
import type { Task } from './reading.js';
import { NotTranscribed, openIfFree, transcribed } from './transcription.js';

const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value);

/** A parameter as the page describes it. */
export const shownParameter = ({ reading }: Task, where: string, name: string): Parameter | undefined =>
  reading.embedded?.parameters.find((parameter) => parameter.in === where && parameter.name === name);

const responseOf = ({ document, operation }: Embedded, status: string): Response | undefined => {
  const declared = operation?.responses?.[status];
  return declared && resolve(document, declared);
};

/** A header of an answer as the page describes it. */
export function shownHeader({ reading }: Task, status: string, name: string): Schema | undefined {
  const { embedded } = reading;
  const header = embedded && responseOf(embedded, status)?.headers?.[name];
  return header && resolve<Schema>(embedded.document, header as Schema);
}

/** The schemas that the page has at a place. */
function schemasOfPage(embedded: Embedded, task: Task, place: Place): unknown[] {
  const { document, operation } = embedded;
  switch (place.in) {
    case 'schema':
      return [embedded.schema];
    case 'request': {
      const body = operation?.requestBody;
      return schemasOfContent(body && resolve<NonNullable<Operation['requestBody']>>(document, body).content);
    }
    case 'response':
      return schemasOfContent(responseOf(embedded, place.status)?.content);
    case 'parameter':
      return [schemaOfParameter(shownParameter(task, place.where, place.name) ?? ({} as Parameter))];
    case 'header':
      return [shownHeader(task, place.status, place.name)?.schema];
    default:
      return [];
  }
}

/** A schema and the parts of it that speak of the same value. */
function flat(embedded: Embedded, given: unknown, above: ReadonlySet<unknown> = new Set()): Schema[] {
  const own = resolve<Schema>(embedded.document, given as Schema);
  if (!isSchema(own) || above.has(own)) return [];
  const inside = new Set([...above, own]);
  const parts = [own.allOf, own.anyOf, own.oneOf, own.then, own.else].flat().filter(isSchema);
  return [own, ...parts.flatMap((part) => flat(embedded, part, inside))];
}

/** The schemas one step further in, as they are written. */
function inside(schema: Schema, part: string): unknown[] {
  if (isSchema(schema.properties) && Object.hasOwn(schema.properties, part)) return [schema.properties[part]];
  if (part === '*') return [schema.items].flat();
  if (part === '{}')
    return [schema.additionalProperties, ...Object.values(isSchema(schema.patternProperties) ? schema.patternProperties : {})];
  return /^\d+$/.test(part) && Array.isArray(schema.prefixItems) ? [schema.prefixItems[Number(part)]] : [];
}

/** A schema of types, members and elements, which is all that an example tells. */
function schemaOfFacts(facts: readonly Fact[], address: string): Schema {
  const isChild = (pointer: string): boolean => {
    const from = address.includes('#') ? `${address}/` : `${address}#/`;
    return pointer.startsWith(from) && !pointer.slice(from.length).includes('/');
  };
  const type = facts.find(({ kind, pointer }) => kind === 'type' && pointer === address)?.value;
  const members = facts.filter(({ kind, pointer }) => kind === 'field' && isChild(pointer));
  const hasItems = facts.some(({ pointer }) => pointer.startsWith(`${address}/*`));
  return openIfFree({
    ...(type !== undefined && { type }),
    ...(members.length > 0 && {
      properties: Object.fromEntries(members.map(({ pointer, value }) => [value, schemaOfFacts(facts, pointer)])),
    }),
    ...(hasItems && { items: schemaOfFacts(facts, `${address}/*`) }),
  });
}

/**
 * The schema of what has come: transcribed where the page describes it, else what its examples tell.
 * @param address where it stands: that of the change unless another one is given
 * @throws NotTranscribed where what the page shows cannot be written there
 */
export function shownSchema(task: Task, address = task.change.pointer): Schema {
  const { embedded } = task.reading;
  const { place, parts = [] } = parseAddress(address) ?? {};
  if (embedded && place) {
    let at = schemasOfPage(embedded, task, place);
    for (const part of parts) at = at.flatMap((schema) => flat(embedded, schema)).flatMap((schema) => inside(schema, part));
    const written = at.filter((schema) => schema !== undefined).map((schema) => transcribed(embedded.document, schema, task.day));
    const [first] = written;
    if (first && new Set(written.map(canonicalJson)).size > 1) throw new NotTranscribed('is described in several ways');
    if (first) return first;
  }
  return schemaOfFacts(task.change.facts ?? [], address);
}
