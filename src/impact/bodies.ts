/** Whether what was sent and what came is what each of two contracts says. */

import type { Document, MediaType, Operation, Response, Schema } from '../contract/openapi.js';
import { contentsOf, responseOf } from '../diff/find/operation-effects.js';
import type { Content } from '../diff/model/call.js';
import { resolve } from '../diff/model/document.js';
import type { Part } from '../diff/model/outcome.js';
import type { Validity } from '../diff/model/validity.js';
import { mediaTypeOf } from '../http/media-type.js';
import type { KnownCall } from './known-call.js';

/** A violation of one contract, or of both: whoever differs from both has not been told of by a new one. */
export interface HeldViolation {
  part: Part;
  /** Where it is; before a pointer into a stream stands the event. */
  pointer: string;
  /** What of the schema is not met. */
  keyword: string;
  /** By which of the two contracts it is one. */
  holds: 'both' | 'from' | 'to';
}

export interface Side {
  document: Document;
  operation: Operation;
  validity: Validity;
}

/** More of one body say no more. */
const most = 20;

function schemaOf({ document, operation }: Side, part: Part, { call }: KnownCall): Schema | undefined {
  let contents: Record<string, MediaType> | undefined;
  if (part === 'request')
    contents = operation.requestBody && resolve<NonNullable<Operation['requestBody']>>(document, operation.requestBody).content;
  else if (call.status !== undefined) {
    const response = responseOf(operation, call.status);
    contents = response && contentsOf(operation, resolve<Response>(document, response));
  }
  const { mediaType } = call[part];
  return Object.entries(contents ?? {}).find(([type]) => mediaTypeOf(type) === mediaType)?.[1].schema;
}

/** A value that is of none of several alternatives is told by the one that its tag names. */
function narrowed(document: Document, schema: Schema, value: unknown): Schema {
  const whole = resolve<Schema>(document, schema);
  const branches: Schema[] = whole.oneOf ?? whole.anyOf ?? [];
  const members = (value ?? {}) as Record<string, unknown>;
  const tagged = branches.filter((branch) => {
    const consts = Object.entries<Schema>(resolve<Schema>(document, branch).properties ?? {}).filter(([, property]) => 'const' in property);
    return consts.length > 0 && consts.every(([name, property]) => members[name] === property.const);
  });
  const [only, other] = tagged;
  return only && !other ? narrowed(document, only, value) : schema;
}

/** What may be met once the members are there that were not told. */
const mendable = new Set([
  'required',
  'minProperties',
  'dependentRequired',
  'dependentSchemas',
  'dependencies',
  'oneOf',
  'anyOf',
  'not',
  'if',
]);

function faultsOf(side: Side, schema: Schema | undefined, { values }: Content, isPartial: boolean): Set<string> {
  const found = new Set<string>();
  if (!schema) return found;
  for (const { pointer, value } of values ?? []) {
    if (side.validity.allows(schema, value)) continue;
    const faults: { pointer: string; keyword: string }[] = [];
    side.validity.allows(narrowed(side.document, schema, value), value, faults);
    for (const fault of faults.length > 0 ? faults : [{ pointer: '', keyword: 'schema' }])
      if (!isPartial || !mendable.has(fault.keyword)) found.add(JSON.stringify([pointer + fault.pointer, fault.keyword]));
  }
  return found;
}

export function heldViolations(before: Side, after: Side, known: KnownCall): HeldViolation[] {
  const parts: Part[] = ['request', 'response'];
  return parts.flatMap((part) => {
    const isPartial = part === 'response' && known.isPartial === true;
    const [old, now] = [before, after].map((side) => faultsOf(side, schemaOf(side, part, known), known.call[part], isPartial)) as [
      Set<string>,
      Set<string>,
    ];
    return [...new Set([...old, ...now])].slice(0, most).map((fault): HeldViolation => {
      const [pointer, keyword] = JSON.parse(fault) as [string, string];
      return { part, pointer, keyword, holds: old.has(fault) ? (now.has(fault) ? 'both' : 'from') : 'to' };
    });
  });
}
