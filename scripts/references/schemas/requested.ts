/** What a runtime expression leads to in the requests of operations. */
import { parseExpression } from '../../../src/contract/expression.js';
import type { Document, Schema } from '../../lib/document.js';
import { didYouMean, nearest, suggestion } from '../report/nearest.js';
import type { PlacedOperation } from './exchange.js';
import { type Described, nearestPointer, schemaAt } from './schema-at.js';

/** Beginnings of expressions, for one that is none. */
const forms = ['$request.body#', '$request.path.', '$request.query.', '$request.header.'];

/** What the expression leads to in the first of the operations that have it, or what is wrong with it. */
export type Requested = { described: Described } | { mistake: string };

/** The expression that was probably meant by a text that is none. */
function meantBy(text: string): string {
  const [, head = '', tail = ''] = /^(\$?\w*\.?\w*[.#]?)(.*)$/s.exec(text) ?? [];
  const form = nearest(head, forms);
  return suggestion(form && form + tail);
}

export function requested(document: Document, operations: readonly PlacedOperation[], expression: unknown): Requested {
  const text = String(expression);
  try {
    const parsed = parseExpression(text);
    return parsed.place === 'body' ? inBody(document, operations, parsed.pointer) : inParameter(operations, parsed.place, parsed.name);
  } catch {
    return { mistake: `${text} is no runtime expression${meantBy(text)}` };
  }
}

function inBody(document: Document, operations: readonly PlacedOperation[], pointer: string): Requested {
  const bodies = operations.flatMap(({ request }) => request ?? []);
  const described = schemaAt(document, bodies, pointer);
  if (described) return { described };
  const meant = nearestPointer(document, bodies, pointer);
  return {
    mistake: `No request body of ${idsOf(operations)} has ${pointer}${suggestion(meant)}`,
  };
}

function inParameter(operations: readonly PlacedOperation[], place: string, name: string): Requested {
  const parameters = operations.flatMap((operation) => operation.parameters.filter((parameter) => parameter.in === place));
  const normal = (text: string) => (place === 'header' ? text.toLowerCase() : text);
  const found = parameters.find((parameter) => normal(parameter.name) === normal(name));
  if (found) return { described: [(found.schema ?? {}) as Schema] };
  const known = parameters.map((parameter) => parameter.name);
  return { mistake: `No ${place} parameter of ${idsOf(operations)} is ${name}${didYouMean(name, known)}` };
}

/** Names of the operations, of which a message shows a few. */
export function idsOf(operations: readonly PlacedOperation[]): string {
  const ids = [...new Set(operations.map(({ id }) => id))];
  return ids.length === 0
    ? 'any operation'
    : ids.length > 3
      ? `${ids.slice(0, 2).join(', ')} and ${ids.length - 2} more`
      : ids.join(' or ');
}
