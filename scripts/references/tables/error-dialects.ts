/** The error dialects: their schemas have what their pointers name, and each has examples of its own. */
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { Sources } from '../schemas/sources.js';
import type { Type } from '../schemas/values.js';
import { pointerIn, valuesAt } from './resolve.js';

const pointers: Record<string, Type[]> = {
  type: ['string'],
  code: ['string', 'integer'],
  status: ['integer'],
  field: ['string'],
  requestId: ['string'],
};

export function* checkErrorDialects({ document, tables, errors }: Sources): Findings {
  const known = document.components?.schemas ?? {};
  for (const [name, dialect] of tables['error-dialects'].entries()) {
    for (const [, at] of dialect.child('schemas').entries()) {
      if (!known[at.value])
        yield { place: at, message: `There is no schema ${at.value}${didYouMean(String(at.value), Object.keys(known))}` };
    }
    const own = dialect
      .child('schemas')
      .entries()
      .flatMap(([, { value }]) => (known[value] ? [value] : []));
    const schemas = own.map((schema) => ({ $ref: `#/components/schemas/${schema}` }));
    const subject = { name: `error of ${name}`, schemas };
    if (schemas.length > 0) {
      for (const [, at] of dialect.child('message').entries()) yield* pointerIn(document, at, at.value, subject, ['string']);
      for (const [key, types] of Object.entries(pointers)) {
        const at = dialect.child(key);
        if (at.value !== undefined) yield* pointerIn(document, at, at.value, subject, types);
      }
    }
    const at = dialect.child('type').value;
    if (errors.length > 0 && at !== undefined) {
      const bodies = errors.filter(({ value }) => value.dialect === name).map(({ value }) => value.body);
      const words = bodies.flatMap((body) => valuesAt(body, String(at))).map(String);
      for (const [, word] of dialect.child('types').entries())
        if (!words.includes(word.value))
          yield { place: word, message: `No error of ${name} has the type ${word.value}${didYouMean(String(word.value), words)}` };
    }
    if (errors.length > 0 && !errors.some(({ value }) => value.dialect === name)) {
      yield { place: dialect.key(), message: `There is no examples/errors/${name}-….yaml, so errors of ${name} have no body.` };
    }
  }
}

/** What speaks a dialect, be it an operation, a branch of a request or a response, speaks one that there is. */
export function* checkSpokenDialects({ tables, operations, components }: Sources): Findings {
  const dialects = Object.keys(tables['error-dialects'].value ?? {});
  const spoken = [...operations.map(({ place }) => place), ...components].flatMap((place) => placesOf('x-error-dialect', place));
  for (const place of spoken.flatMap((at) => (Array.isArray(at.value) ? at.entries().map(([, entry]) => entry) : [at]))) {
    if (!dialects.includes(place.value))
      yield { place, message: `x-error-dialects has no ${place.value}${didYouMean(String(place.value), dialects)}` };
  }
}

/** Where a key stands in a part of the description; what it refers to is looked through by itself. */
function placesOf(name: string, place: Place): Place[] {
  return place.entries().flatMap(([key, member]) => {
    if (key === name) return [member];
    return key === 'examples' || key === 'example' ? [] : placesOf(name, member);
  });
}

/** Error examples are of a dialect, and of a status that an error has; those for some responses alone name them. */
export function* checkErrorExamples({ document, tables, errors, operations }: Sources): Findings {
  const dialects = Object.keys(tables['error-dialects'].value ?? {});
  const named = document.components?.responses ?? {};
  for (const error of errors) {
    const { dialect, status, only = [] } = error.value;
    if (!dialects.includes(dialect)) {
      yield { place: error.child('dialect'), message: `x-error-dialects has no ${dialect}${didYouMean(String(dialect), dialects)}` };
      continue;
    }
    if (!Number.isInteger(status) || status < 400 || status > 599)
      yield { place: error.child('status'), message: `${status} is no status of an error: it is from 400 to 599.` };
    const speaking = (response: { 'x-error-dialect'?: string | string[] }) => [response['x-error-dialect'] ?? []].flat().includes(dialect);
    const isDeclared = operations.some(({ responses }) => [responses[status], responses.default].some((found) => found && speaking(found)));
    if (!isDeclared) yield { place: error.child('status'), message: `No operation answers ${status} in the dialect ${dialect}.` };
    for (const [index, name] of (only as string[]).entries()) {
      const place = error.child('only', index);
      const response = named[name];
      if (!response) yield { place, message: `There is no response ${name}${didYouMean(name, Object.keys(named))}` };
      else if (!speaking(response)) yield { place, message: `The response ${name} does not speak ${dialect}.` };
    }
  }
}
