/** The fields that the server makes up: components, members and headers exist, and take what is put there. */
import { componentName, type Document, type Json, type Response, resolve, type Schema } from '../../lib/document.js';
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import { answersOf, headersOf, type PlacedOperation } from '../schemas/exchange.js';
import { idsOf } from '../schemas/requested.js';
import { schemaAt } from '../schemas/schema-at.js';
import type { Sources } from '../schemas/sources.js';
import { listedValues, otherKind, type Type } from '../schemas/values.js';
import { checkIdTemplate, hasEnds } from './id-template.js';
import { checkMediaType } from './media-type.js';
import { expressionIn, pointerIn, type Subject, valuesAt } from './resolve.js';
import { checkShape, missingShape } from './shape.js';

const number: Type[] = ['integer', 'number'];
/** Members of an entry of the model catalogue. */
const catalogue = ['id', 'owner'];

/** What a field is filled with, by the key that says so. */
const kinds: Record<string, Type[] | undefined> = {
  id: ['string'],
  now: undefined,
  echo: undefined,
  tokens: number,
  repeat: ['array'],
  models: ['array'],
  media: ['string'],
};

export function* checkOwnedFields(sources: Sources): Findings {
  const { document, operations } = sources;
  const schemas = document.components?.schemas ?? {};
  for (const [component, fields] of sources.tables['owned-fields'].entries()) {
    if (component === 'headers') {
      yield* checkHeaders(fields, operations, document);
      continue;
    }
    if (!schemas[component]) {
      const known = [...operations.flatMap(componentsOf), 'headers'];
      yield { place: fields.key(), message: `There is no schema ${component}${didYouMean(component, new Set(known))}` };
      continue;
    }
    const answering = operations.filter((operation) => componentsOf(operation).includes(component));
    const isError = sources.tables['error-dialects'].entries().some(([, dialect]) => namesSchema(dialect, component));
    if (answering.length === 0 && !isError) {
      yield { place: fields.key(), message: `No answer, error or event has the schema ${component}, so its fields are never filled in.` };
      continue;
    }
    const subject = { name: component, schemas: [{ $ref: `#/components/schemas/${component}` }] };
    for (const [pointer, field] of fields.entries()) yield* checkField(sources, { pointer, field, subject, answering });
    yield* checkRepeated(fields);
  }
}

/** Whether errors of a dialect are instances of a component. */
const namesSchema = (dialect: Place, component: string): boolean =>
  dialect
    .child('schemas')
    .entries()
    .some(([, { value }]) => value === component);

/** Components that the whole answers of an operation, its errors and its events are instances of. */
function componentsOf({ operation, ...placed }: PlacedOperation): string[] {
  const alternatives = (schema: Schema): string[] =>
    schema.$ref ? [componentName(schema.$ref)] : [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(alternatives);
  const event = operation['x-stream']?.event;
  return [...answersOf({ operation, ...placed }, () => true), ...(event ? [event] : [])].flatMap(alternatives);
}

interface OwnedField {
  pointer: string;
  field: Place;
  /** The component. */
  subject: Subject;
  /** The operations that answer with it. */
  answering: PlacedOperation[];
}

function* checkField(sources: Sources, { pointer, field, subject, answering }: OwnedField): Findings {
  const { document } = sources;
  const own = Object.keys(kinds).filter((kind) => field.value?.[kind] !== undefined);
  const [kind = ''] = own;
  if (own.length !== 1) {
    yield {
      place: field.key(),
      message: `${pointer} is filled with ${own.join(' and ') || 'nothing'}; it has to be one of ${Object.keys(kinds).join(', ')}.`,
    };
    return;
  }
  const at = field.child(kind);
  const types = kind === 'now' ? (at.value === 'unix' ? number : (['string'] satisfies Type[])) : kinds[kind];
  const described = yield* pointerIn(document, field.key(), pointer, subject, types);
  if (kind === 'id') yield* checkIdTemplate(at, { documented: idsAt(sources, pointer, subject.name, answering), isLike: hasEnds });
  if (kind === 'repeat') yield* expressionIn(document, at, at.value, answering);
  if (kind === 'tokens' && String(at.value).startsWith('$')) yield* expressionIn(document, at, at.value, answering);
  const index = field.child('index');
  if (index.value !== undefined) yield* pointerIn(document, index, `${pointer}/*/${index.value}`, subject, number);
  if (kind === 'media') {
    yield* checkMediaType(at, sources);
    yield* missingShape(field, [at.value]);
    yield* checkShape(document, field.child('shape'), answering);
  } else if (field.child('shape').value !== undefined) yield { place: field.child('shape').key(), message: 'Only media have a shape.' };
  const type = field.child('type');
  if (type.value !== undefined) yield* kind === 'media' ? expressionIn(document, type, type.value, answering, ['string']) : onlyMedia(type);
  if (kind === 'models') {
    for (const [name, member] of at.entries()) {
      yield* pointerIn(document, member.key(), `${pointer}/*/${name}`, subject, ['string']);
      if (!catalogue.includes(member.value))
        yield { place: member, message: `A model of the catalogue has no ${member.value}${didYouMean(String(member.value), catalogue)}` };
    }
  }
  if (kind === 'echo') {
    const source = yield* expressionIn(document, at, at.value, answering);
    const mismatch = source && described && otherKind(document, source, described);
    if (mismatch) yield { place: at, message: `${pointer} cannot repeat ${at.value}: ${mismatch}.` };
  }
  yield* checkCompleted(document, field.child('completed'), pointer, subject);
}

/** What is added to a repeated thing by its type: there are things of that type, and they have such members. */
function* checkCompleted(document: Document, completed: Place, pointer: string, subject: Subject): Findings {
  const thing = [`${pointer}/*`, pointer].find((one) => Array.isArray(schemaAt(document, subject.schemas, `${one}/type`))) ?? pointer;
  const types = listedValues(document, schemaAt(document, subject.schemas, `${thing}/type`) ?? 'anything') ?? [];
  for (const [type, members] of completed.entries()) {
    if (!types.includes(type))
      yield { place: members.key(), message: `No ${thing} of ${subject.name} is a ${type}${didYouMean(type, types.map(String))}` };
    for (const [name, member] of members.entries()) yield* pointerIn(document, member.key(), `${thing}/${name}`, subject);
  }
}

/** Ids of the documentation: of answers, events and errors. */
function idsAt({ examples, errors, tables }: Sources, pointer: string, component: string, answering: PlacedOperation[]): Json[] {
  const ids = new Set(answering.map(({ id }) => id));
  const dialects = tables['error-dialects'];
  const bodies = [
    ...examples.flatMap(({ operationId, response }) => (ids.has(operationId) ? [response?.body ?? null, ...(response?.events ?? [])] : [])),
    ...errors.flatMap(({ value }) => (namesSchema(dialects.child(value.dialect), component) ? [value.body] : [])),
  ];
  return bodies.flatMap((body) => valuesAt(body, pointer)).filter((id) => typeof id === 'string');
}

function* onlyMedia(place: Place): Findings {
  yield { place: place.key(), message: 'Only media have a type that the request decides.' };
}

/** Entries are filled in after the list has its length. */
function* checkRepeated(fields: Place): Findings {
  const pointers = fields.entries();
  for (const [index, [list, field]] of pointers.entries()) {
    if (field.value?.repeat === undefined) continue;
    const early = pointers.slice(0, index).filter(([pointer]) => pointer.startsWith(`${list}/`));
    for (const [pointer, place] of early)
      yield { place: place.key(), message: `${pointer} belongs after ${list}, whose entries are made there.` };
  }
}

/** What the description shows of a header. */
const examplesOf = (document: Document, { headers = {} }: Response, name: string): unknown[] =>
  Object.entries(headers).flatMap(([key, entry]) => {
    if (key.toLowerCase() !== name) return [];
    const { example, schema } = resolve<Schema>(document, entry);
    return [example ?? [], schema?.example ?? [], schema?.examples ?? []].flat();
  });

function* checkHeaders(headers: Place, operations: PlacedOperation[], document: Document): Findings {
  const answers = operations.flatMap((operation) => Object.values(operation.responses).map((response) => ({ operation, response })));
  for (const [name, header] of headers.entries()) {
    const having = answers.filter(({ response }) => headersOf(response).includes(name));
    if (having.length === 0) {
      const known = new Set(answers.flatMap(({ response }) => headersOf(response)));
      yield { place: header.key(), message: `No response has the header ${name}${didYouMean(name, known)}` };
      continue;
    }
    const documented = having.flatMap(({ response }) => examplesOf(document, response, name));
    for (const form of Array.isArray(header.value) ? header.entries().map(([, entry]) => entry) : [header])
      yield* checkForm(form, { name, having, documented, document });
  }
}

interface FormSubject {
  /** Of the header. */
  name: string;
  /** The responses that have it. */
  having: { operation: PlacedOperation; response: Response }[];
  documented: unknown[];
  document: Document;
}

function* checkForm(form: Place, { name, having, documented, document }: FormSubject): Findings {
  const { protocol, mediaType } = form.value ?? {};
  const own = having.filter(
    ({ operation: { operation }, response }) =>
      (protocol === undefined || operation['x-protocol'] === protocol) && (mediaType === undefined || response.content?.[mediaType]),
  );
  if (own.length === 0) {
    const protocols = new Set(having.flatMap(({ operation: { operation } }) => operation['x-protocol'] ?? []));
    const types = new Set(having.flatMap(({ response }) => Object.keys(response.content ?? {})));
    const [at, known] = protocol !== undefined && !protocols.has(protocol) ? ['protocol', protocols] : ['mediaType', types];
    const value = String(form.value[at as string]);
    yield {
      place: form.child(at as string),
      message: `No response with the header ${name} is of ${value}${didYouMean(value, known as Set<string>)}`,
    };
    return;
  }
  if (form.value?.id === undefined) yield { place: form.key(), message: `The header ${name} has no id.` };
  yield* checkIdTemplate(form.child('id'), { documented, isLike: hasEnds });
  const answer = form.child('answer');
  if (answer.value === undefined) return;
  const schemas = own.flatMap(({ response }) => response.content?.['application/json']?.schema ?? []);
  const subject = { name: `answer of ${idsOf(own.map(({ operation }) => operation))} with the header ${name}`, schemas };
  yield* pointerIn(document, answer, answer.value, subject, ['string']);
}
