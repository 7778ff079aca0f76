/** Findings about a pointer or an expression that leads nowhere, or to a value of another type. */
import { parsePointer, visitAt } from '../../../src/contract/pointer.js';
import type { Document, Json, Schema } from '../../lib/document.js';
import { didYouMean, suggestion } from '../report/nearest.js';
import type { Finding, Place } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import { requested } from '../schemas/requested.js';
import { type Described, nearestPointer, schemaAt } from '../schemas/schema-at.js';
import { otherType, type Type } from '../schemas/values.js';

/** Findings, and what the reference leads to. */
export type Resolved = Generator<Finding, Described | undefined>;

/** A value that a pointer is looked up in. */
export interface Subject {
  /** What it is called in a message, such as `answer of getFile`. */
  name: string;
  schemas: readonly Schema[];
  /** Documented ones, which tell where a schema leaves everything open. */
  documented?: readonly Json[];
}

function* typed(document: Document, place: Place, text: string, described: Described, types: readonly Type[] | undefined): Resolved {
  const other = types && otherType(document, described, types);
  if (other) yield { place, message: `${text} is ${other}, not ${types?.join(' or ')}.` };
  return described;
}

/** A pointer that at least one of the values has. */
export function* pointerIn(document: Document, place: Place, pointer: unknown, subject: Subject, types?: readonly Type[]): Resolved {
  // What is missing is for the linter to say.
  if (pointer === undefined) return undefined;
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) {
    yield { place, message: `${pointer} is no JSON pointer; it begins with /.` };
    return undefined;
  }
  const described = schemaAt(document, subject.schemas, pointer);
  if (described === 'anything' && isUndocumented(pointer, subject)) {
    const known = new Set(subject.documented?.flatMap((value) => pointersOf(value)));
    yield { place, message: `No documented ${subject.name} has ${pointer}${didYouMean(pointer, known)}` };
  }
  if (described) return yield* typed(document, place, pointer, described, types);
  const meant = nearestPointer(document, subject.schemas, pointer);
  yield { place, message: `No ${subject.name} has ${pointer}${suggestion(meant)}` };
  return undefined;
}

const isUndocumented = (pointer: string, { documented = [] }: Subject): boolean =>
  documented.length > 0 && !documented.some((value) => valuesAt(value, pointer).length > 0);

/** The values at a pointer, in which `*` is any index. */
export function valuesAt(value: Json | undefined, pointer: string): Json[] {
  const values: Json[] = [];
  visitAt(value, parsePointer(pointer), (container, key) => values.push(container[key] as Json));
  return values;
}

/** Pointers to all that is in a value, with `*` for an index. */
function pointersOf(value: Json, pointer = ''): string[] {
  if (value === null || typeof value !== 'object') return [pointer];
  const members = Array.isArray(value) ? value.map((member) => ['*', member] as const) : Object.entries(value);
  return [pointer, ...members.flatMap(([key, member]) => pointersOf(member, `${pointer}/${key}`))];
}

/** A runtime expression that the requests of at least one operation have. */
export function* expressionIn(
  document: Document,
  place: Place,
  expression: unknown,
  operations: readonly PlacedOperation[],
  types?: readonly Type[],
): Resolved {
  if (expression === undefined) return undefined;
  const found = requested(document, operations, expression);
  if ('described' in found) return yield* typed(document, place, String(expression), found.described, types);
  yield { place, message: found.mistake };
  return undefined;
}
