/** What a step sends: parameters and a body that the operation takes. */
import { formatPointer, parsePointer } from '../../../src/contract/pointer.js';
import type { Document, Json, Schema } from '../../lib/document.js';
import { didYouMean, suggestion } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import { nearestPointer, schemaAt } from '../schemas/schema-at.js';
import { listedValues, mayBe, otherKind } from '../schemas/values.js';
import { expressionsIn } from './arazzo.js';
import type { Scope } from './scope.js';
import { checkValue } from './values.js';

interface Taken {
  name: string;
  in: string;
  schema?: Schema;
  /** Says how the value is written, where a scheme does. */
  scheme?: string;
}

const isAlike = (a: { name: string; in: string }, b: { name: string; in: string }): boolean =>
  a.in === b.in && (a.in === 'header' ? a.name.toLowerCase() === b.name.toLowerCase() : a.name === b.name);

/** The parameters of an operation, and the headers of its keys. */
function takenBy({ parameters }: PlacedOperation, { sources }: Scope): Taken[] {
  const schemes = Object.values<Schema>(sources.document.components?.securitySchemes ?? {});
  const keys = schemes.map((scheme) =>
    scheme.type === 'apiKey' ? { name: scheme.name, in: scheme.in } : { name: 'Authorization', in: 'header', scheme: scheme.scheme },
  );
  return [...(parameters as Taken[]), ...keys];
}

/** @param operations which all take the parameters */
export function* checkParameters(parameters: Place, operations: readonly PlacedOperation[], scope: Scope): Findings {
  for (const [, parameter] of parameters.entries()) {
    const { name, in: place, value } = parameter.value ?? {};
    if (name === undefined || place === undefined) continue;
    const at = parameter.child('value');
    const given = yield* checkValue(at, scope);
    const wanted = { name: String(name), in: String(place) };
    const taken = operations.map((operation) => ({ operation, all: takenBy(operation, scope) }));
    const without = taken.find(({ all }) => !all.some((other) => isAlike(other, wanted)));
    if (without) {
      const names = without.all.filter((other) => other.in === place).map((other) => other.name);
      yield {
        place: parameter.child('name'),
        message: `${without.operation.id} has no ${place} parameter ${name}${didYouMean(String(name), names)}`,
      };
      continue;
    }
    const same = taken.flatMap(({ all }) => all.filter((other) => isAlike(other, wanted)));
    const schema = same.find((other) => other.schema)?.schema;
    if (schema && given) {
      const mismatch = otherKind(scope.sources.document, given, [schema]);
      if (mismatch) yield { place: at, message: `${name} cannot be ${value}: ${mismatch}.` };
    } else if (schema && expressionsIn(String(value)).length === 0 && !mayBe(scope.sources.document, [schema], value as Json)) {
      yield { place: at, message: `${name} is never ${JSON.stringify(value)}.` };
    }
    if (!schema && same.some(({ scheme }) => scheme === 'bearer') && !/^(?:Bearer )?(?:\{\$[^}]+\}|\$\S+)$/.test(String(value)))
      yield { place: at, message: `${name} is the key, or Bearer and the key, from an input.` };
  }
}

/** @param shared parameters that every step of the workflow has */
export function* checkRequest(step: Place, operation: PlacedOperation, scope: Scope, shared: Place): Findings {
  const given = [step.child('parameters'), shared].flatMap((list) => list.entries().map(([, { value }]) => value ?? {}));
  for (const parameter of operation.parameters) {
    if (parameter.required && !given.some((other) => isAlike(other, parameter)))
      yield { place: step.child('operationId'), message: `${operation.id} needs the ${parameter.in} parameter ${parameter.name}.` };
  }
  const body = step.child('requestBody');
  const { requestBody } = operation.operation;
  if (body.value === undefined) {
    if (requestBody?.required) yield { place: step.child('operationId'), message: `${operation.id} needs a body.` };
    return;
  }
  if (!requestBody) {
    yield { place: body.key(), message: `${operation.id} takes no body.` };
    return;
  }
  const types = Object.keys(requestBody.content ?? {});
  const type = body.child('contentType');
  if (type.value !== undefined && !types.includes(type.value))
    yield { place: type, message: `${operation.id} takes no ${type.value}${didYouMean(String(type.value), types)}` };
  for (const [, replacement] of body.child('replacements').entries()) yield* checkValue(replacement.child('value'), scope);
  const payload = body.child('payload');
  yield* checkValue(payload, scope);
  if (operation.request && payload.value !== undefined) yield* checkPayload(payload, operation.request, scope);
}

function* checkPayload(payload: Place, request: Schema, { sources }: Scope): Findings {
  const { document } = sources;
  const unknown = new Set<string>();
  for (const { place, pointer } of partsOf(payload)) {
    if (unknown.has(parentOf(pointer))) unknown.add(pointer);
    else if (!schemaAt(document, [request], pointer)) {
      unknown.add(pointer);
      const meant = nearestPointer(document, [request], pointer);
      yield { place: place.key(), message: `The request has no ${pointer}${suggestion(meant)}` };
    } else if (typeof place.value === 'string') yield* checkListed(place, pointer, request, document);
  }
  const late = partsOf(payload).flatMap(({ place, pointer }) => (isLate(place) ? [pointer] : []));
  for (const { pointer, keyword, message } of sources.judgeOf(request)(payload.value, 'payload')) {
    // What is only known when the workflow runs may be any value, and fit any alternative.
    const isOpen = late.some((other) => isBelow(pointer, other) || (['anyOf', 'oneOf'].includes(keyword) && isBelow(other, pointer)));
    // An unknown member has been told, and that another one is missing may follow from it.
    const isTold = unknown.has(pointer) || (keyword === 'required' && [...unknown].some((other) => parentOf(other) === parentOf(pointer)));
    if (isOpen || isTold) continue;
    yield { place: payload.child(...parsePointer(pointer)), message: `${message}.` };
  }
}

/** A text is a listed one where there is a list, be it open: what nobody knows is most likely misspelt. */
function* checkListed(place: Place, pointer: string, request: Schema, document: Document): Findings {
  const described = schemaAt(document, [request], pointer);
  if (isLate(place) || !described || mayBe(document, described, place.value)) return;
  const listed = (listedValues(document, described) ?? []).map(String);
  // A value of another type is for the judge of the payload.
  if (listed.length > 0) yield { place, message: `${pointer} is never ${place.value}${didYouMean(place.value, listed)}` };
}

const isLate = ({ value }: Place): boolean => typeof value === 'string' && expressionsIn(value).length > 0;
const isBelow = (pointer: string, other: string): boolean => pointer === other || pointer.startsWith(`${other}/`);
const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/** All that is in a value, with pointers into it. */
const partsOf = (place: Place, parts: string[] = []): { place: Place; pointer: string }[] =>
  place.entries().flatMap(([key, member]) => {
    const path = [...parts, key];
    return [{ place: member, pointer: formatPointer(path) }, ...partsOf(member, path)];
  });
