/** What answers keep of what is asked for: answers, events and requests of the protocol have what is named. */
import type { Json } from '../../../lib/document.js';
import { didYouMean } from '../../report/nearest.js';
import type { Findings, Place } from '../../report/place.js';
import { answersOf, type PlacedOperation } from '../../schemas/exchange.js';
import { type Described, schemaAt } from '../../schemas/schema-at.js';
import type { Sources } from '../../schemas/sources.js';
import { listedValues, otherKind, otherType, type Type } from '../../schemas/values.js';
import { expressionIn, pointerIn, type Subject } from '../resolve.js';

type Document = Sources['document'];

const number: Type[] = ['integer', 'number'];

/** What is looked for, by what it is about. */
const types: Record<string, Type[]> = {
  model: ['string'],
  choices: number,
  calls: ['string'],
  text: ['string'],
  likelihoods: ['object'],
  alternatives: ['object'],
  grounded: ['string'],
  thoughts: ['string'],
  sealed: ['string'],
  annotations: ['object'],
  results: ['string'],
  seals: ['string'],
  tokens: number,
  prompt: number,
  reasoning: number,
  finish: ['string'],
  stop: ['string'],
  counted: number,
};

export function* checkAsked({ document, tables, operations }: Sources): Findings {
  const protocols = [...new Set(operations.flatMap(({ operation }) => operation['x-protocol'] ?? []))].map(String);
  for (const [protocol, asked] of tables.asked.entries()) {
    const own = operations.filter(({ operation }) => operation['x-protocol'] === protocol);
    if (own.length === 0) {
      yield { place: asked.key(), message: `No operation is of the protocol ${protocol}${didYouMean(protocol, protocols)}` };
      continue;
    }
    yield* checkProtocol(document, asked, protocol, own);
  }
}

function* checkProtocol(document: Document, asked: Place, protocol: string, operations: PlacedOperation[]): Findings {
  const answer: Subject = {
    name: `answer of ${protocol}`,
    schemas: operations.flatMap((operation) => answersOf(operation, (status) => Number(status) < 300)),
  };
  const event: Subject = {
    name: `event of ${protocol}`,
    schemas: operations.flatMap(({ operation }) => operation['x-stream']?.event ?? []),
  };
  for (const [name, places] of asked.entries()) {
    if (name === 'x-docs' || name === 'echo') continue;
    if (name === 'besides' || name === 'declined' || name === 'included') {
      for (const [, besides] of places.entries()) {
        yield* checkPlaces(document, besides, answer, event);
        yield* expressionIn(document, besides.child('asked'), besides.value.asked, operations);
      }
      continue;
    }
    if (name === 'cited') {
      yield* checkCited(document, places, answer, event, operations);
      continue;
    }
    if (name === 'known') {
      for (const [, known] of places.entries()) yield* checkKnown(document, known, answer, event, operations);
      continue;
    }
    if (name === 'uses') {
      for (const [, use] of places.entries()) yield* checkUse(document, use, answer, event);
      continue;
    }
    for (const more of ['calls', 'custom']) yield* checkPlaces(document, places.child(more), answer, event, ['string']);
    for (const [, more] of places.child('also').entries()) yield* checkPlaces(document, more, answer, event, number);
    const form = yield* expressionIn(document, places.child('object', 'asked'), places.value.object?.asked, operations);
    if (form) yield* checkWord(places.child('object', 'is'), listedValues(document, form), `request of ${protocol}`);
    const ends = asked.value.finish?.answer;
    const end = places.value.done && ends ? schemaAt(document, answer.schemas, (ends.list ?? '') + ends.at) : undefined;
    yield* checkWords(places.child('done'), end && listedValues(document, end), answer.name);
    yield* checkSeal(document, places, event);
    yield* checkPlace(document, places.child('answer'), answer, types[name]);
    yield* checkPlace(document, places.child('event'), event, types[name]);
    yield* checkPlace(document, places.child('number'), event, number);
    yield* checkPlace(document, places.child('id'), event, ['string']);
    yield* checkPlace(document, places.child('pieces'), event, types[name]);
    const given = places.child('arguments');
    yield* checkPlace(document, given.child('answer'), answer, ['string', 'object']);
    yield* checkPlace(document, given.child('event'), event, ['string', 'object']);
    yield* checkPlace(document, given.child('whole'), event, ['object']);
    yield* checkCallNumber(document, given, event);
    yield* expressionIn(document, places.child('asked'), places.value.asked, operations);
    yield* expressionIn(document, places.child('most'), places.value.most, operations);
    yield* expressionIn(document, places.child('allowed'), places.value.allowed, operations);
    for (const [, expression] of places.child('elsewhere').entries())
      yield* expressionIn(document, expression, expression.value, operations);
    yield* expressionIn(document, places.child('open', 'asked'), places.value.open?.asked, operations);
    const { whole = [], answer: at } = places.value;
    // What is missing is for the linter to say.
    const described = whole.length > 0 && at?.at ? schemaAt(document, answer.schemas, (at.list ?? '') + at.at) : undefined;
    const words = (described && listedValues(document, described))?.map(String);
    for (const [, word] of [...places.child('whole').entries(), ...places.child('open', 'words').entries()]) {
      if (words && !words.includes(word.value)) yield { place: word, message: `No end is ${word.value}${didYouMean(word.value, words)}` };
    }
  }
  const { answer: inAnswer, event: inEvent } = asked.value.echo ?? {};
  for (const [pointer, rule] of asked.child('echo', 'members').entries()) {
    const expression = typeof rule.value === 'string' ? rule : rule.child('from');
    const described = yield* pointerIn(document, expression.key(), inAnswer + pointer, answer);
    yield* pointerIn(document, expression.key(), inEvent + pointer, event);
    const source = yield* expressionIn(document, expression, expression.value, operations);
    const mismatch = source && described && otherKind(document, source, described);
    if (mismatch) yield { place: expression, message: `${pointer} cannot repeat ${expression.value}: ${mismatch}.` };
  }
}

function* checkPlaces(document: Document, places: Place, answer: Subject, event: Subject, expected?: Type[]): Findings {
  yield* checkPlace(document, places.child('answer'), answer, expected);
  yield* checkPlace(document, places.child('event'), event, expected);
}

/** Where the uses of a tool are, and how many. */
function* checkUse(document: Document, use: Place, answer: Subject, event: Subject): Findings {
  for (const name of ['results', 'failures']) yield* checkPlaces(document, use.child(name), answer, event);
  yield* checkPlaces(document, use.child('counted'), answer, event, number);
}

/** Where values are, and where what they name is. */
function* checkKnown(document: Document, known: Place, answer: Subject, event: Subject, operations: PlacedOperation[]): Findings {
  yield* checkPlaces(document, known, answer, event);
  yield* checkPlaces(document, known.child('own'), answer, event);
  yield* checkRequest(document, known, ['among', 'elsewhere'], operations);
}

/** Places of a request, in lists of these names. */
function* checkRequest(document: Document, rule: Place, names: readonly string[], operations: PlacedOperation[]): Findings {
  const request: Subject = { name: 'request', schemas: operations.flatMap(({ request: schema }) => schema ?? []) };
  for (const name of names) for (const [, place] of rule.child(name).entries()) yield* checkPlace(document, place, request, undefined);
}

/** Where sources are, and the documents of a request. */
function* checkCited(document: Document, cited: Place, answer: Subject, event: Subject, operations: PlacedOperation[]): Findings {
  const request: Subject = { name: 'request', schemas: operations.flatMap(({ request: schema }) => schema ?? []) };
  yield* checkPlaces(document, cited, answer, event, ['object']);
  yield* checkRequest(document, cited, ['documents', 'elsewhere'], operations);
  const { event: told, by, documents: [first] = [] } = cited.value;
  if (!told || !first) return;
  const within = (pointer: string | undefined) => pointer && (told.list ?? '') + told.at + pointer;
  yield* pointerIn(document, cited.child('by'), within(by), event, number);
  for (const [, kind] of cited.child('kinds').entries()) {
    yield* pointerIn(document, kind.child('end'), within(kind.value.end), event, number);
    yield* pointerIn(document, kind.child('words'), within(kind.value.words), event, ['string']);
    const whole = kind.value.in && (first.list ?? '') + first.at + kind.value.in;
    yield* pointerIn(document, kind.child('in'), whole, request, ['string', 'array']);
  }
}

/** The seal stands in the item of the call; which model it is, in the event. */
function* checkSeal(document: Document, places: Place, event: Subject): Findings {
  const { seal, where, event: { list = '' } = {} } = places.value ?? {};
  if (seal === undefined) return;
  yield* pointerIn(document, places.child('seal'), list + seal, event, ['string']);
  if (where) yield* pointerIn(document, places.child('where', 'at'), where.at, event, ['string']);
}

/** Which call a piece belongs to stands beside it, in the innermost item that has it. */
function* checkCallNumber(document: Document, given: Place, event: Subject): Findings {
  const { by, event: { list = '', at = '' } = {} } = given.value ?? {};
  if (by === undefined) return;
  const place: string = list + at;
  yield* pointerIn(document, given.child('by'), place.slice(0, place.lastIndexOf('*') + 1) + by, event, number);
}

function* checkPlace(document: Document, place: Place, subject: Subject, expected: Type[] | undefined): Findings {
  if (place.value === undefined) return;
  const { list = '', at, lacks, older } = place.value;
  if (list !== '') yield* pointerIn(document, place.child('list'), list, subject);
  yield* pointerIn(document, place.child('at'), list + at, subject, expected);
  if (lacks !== undefined) yield* pointerIn(document, place.child('lacks'), list + lacks, subject);
  if (older !== undefined) yield* pointerIn(document, place.child('older'), list + older, subject, expected);
  for (const [pointer, words] of place.child('when').entries()) {
    const described = yield* pointerIn(document, words.key(), list + pointer, subject);
    yield* checkWords(words, described && (listedValues(document, described) ?? truths(document, described)), subject.name);
  }
}

/** What a boolean is in words; nothing where it is, or may be, something else. */
const truths = (document: Document, described: Described): Json[] | undefined =>
  otherType(document, described, ['string', 'number', 'integer', 'object', 'array']) === undefined ? undefined : [true, false];

/** Words that choose are of those that the schema lists, where it lists any. */
function* checkWords(words: Place, listed: readonly Json[] | undefined, subject: string): Findings {
  for (const [, word] of words.entries()) yield* checkWord(word, listed, subject);
}

function* checkWord(word: Place, listed: readonly Json[] | undefined, subject: string): Findings {
  const known = listed?.map(String);
  if (known && !known.includes(String(word.value)))
    yield { place: word, message: `No ${subject} has ${word.value}${didYouMean(String(word.value), known)}` };
}
