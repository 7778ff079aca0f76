/** The orders of streams: the events of a protocol have what is named, and are of the kinds that are. */
import type { Schema } from '../../../lib/document.js';
import { didYouMean } from '../../report/nearest.js';
import type { Findings, Place } from '../../report/place.js';
import { schemaAt } from '../../schemas/schema-at.js';
import type { Sources } from '../../schemas/sources.js';
import { listedValues } from '../../schemas/values.js';
import { pointerIn, type Subject } from '../resolve.js';

type Document = Sources['document'];

/** What the pieces of a part are looked up in. */
interface Pieces extends Subject {
  /** Pointer to them from the event. */
  at: string;
  kinds: readonly string[];
}

export function* checkStreamOrders({ document, tables, operations }: Sources): Findings {
  const streams = operations.flatMap(({ operation }) =>
    operation['x-stream'] ? [{ protocol: String(operation['x-protocol']), event: operation['x-stream'].event as Schema }] : [],
  );
  const protocols = [...new Set(streams.map((stream) => stream.protocol))];
  for (const [protocol, order] of tables['stream-orders'].entries()) {
    const schemas = streams.flatMap((stream) => (stream.protocol === protocol ? [stream.event] : []));
    if (schemas.length === 0) {
      yield { place: order.key(), message: `No stream is of the protocol ${protocol}${didYouMean(protocol, protocols)}` };
      continue;
    }
    const event = { name: `event of ${protocol}`, schemas };
    const described = yield* pointerIn(document, order.child('kind'), order.value.kind, event, ['string']);
    const kinds = ((described && listedValues(document, described)) ?? []).map(String);
    const pieces: Pieces = { ...event, at: '', kinds };
    for (const key of ['anywhere', 'leads']) yield* checkKinds(order.child(key), pieces);
    yield* checkPointers(document, order.child('count'), pieces);
    for (const name of ['rising', 'risingSum']) yield* checkPointers(document, order.child(name), pieces);
    for (const name of ['countsAnew', 'instead']) yield* checkPointers(document, order.child(name), pieces);
    yield* checkPart(document, order, pieces);
  }
}

function* checkPart(document: Document, part: Place, around: Pieces): Findings {
  const own = part.value.at;
  if (own !== undefined) yield* checkPointers(document, part.child('at'), around);
  const pieces: Pieces = { ...around, at: around.at + (own ?? '') };
  for (const key of ['opens', 'mayOpen', 'within', 'closes']) yield* checkKinds(part.child(key), pieces);
  for (const key of ['by', 'first', 'same', 'distinct', 'distinctInSort', 'early', 'says'])
    yield* checkPointers(document, part.child(key), pieces);
  yield* checkPointers(document, part.child('finish', 'at'), pieces);
  yield* checkPointers(document, part.child('sort', 'at'), pieces);
  yield* checkPointers(document, part.child('sort', 'by'), pieces);
  yield* checkFinish(document, part, pieces);
  yield* checkSort(document, part.child('sort'), pieces);
  for (const [, text] of part.child('joined').entries()) {
    for (const key of ['pieces', 'whole']) {
      for (const [kind, pointers] of text.child(key).entries()) {
        if (kind !== '*') yield* checkKind(pointers.key(), kind, pieces);
        yield* checkPointers(document, pointers, pieces);
      }
    }
  }
  const result = part.child('result');
  if (result.value) {
    yield* checkPointers(document, result.child('in'), { ...pieces, at: '' });
    yield* checkPointers(document, result.child('at'), pieces);
    yield* checkPointers(document, result.child('like'), { ...pieces, at: pieces.at + result.value.at });
  }
  for (const [, child] of part.child('parts').entries()) yield* checkPart(document, child, pieces);
}

/** A pointer, or all of a list. */
function* checkPointers(document: Document, place: Place, pieces: Pieces): Findings {
  if (typeof place.value === 'string') yield* pointerIn(document, place, pieces.at + place.value.replace('#', '*'), pieces);
  else for (const [, member] of place.entries()) yield* checkPointers(document, member, pieces);
}

function* checkKinds(place: Place, pieces: Pieces): Findings {
  for (const [, kind] of place.entries()) yield* checkKind(kind, String(kind.value), pieces);
}

function* checkKind(place: Place, kind: string, { name, kinds }: Pieces): Findings {
  if (!kinds.includes(kind)) yield { place, message: `No ${name} is of the kind ${kind}${didYouMean(kind, kinds)}` };
}

/** The words of an end are known, and the parts that it needs are there. */
function* checkFinish(document: Document, part: Place, pieces: Pieces): Findings {
  const finish = part.child('finish');
  if (!finish.value) return;
  const { at } = finish.value;
  const words = at === undefined ? pieces.kinds : wordsAt(document, pieces, at);
  const known = (word: string) => words === undefined || words.includes(word);
  for (const [, word] of finish.child('whole').entries()) {
    if (!known(word.value)) yield { place: word, message: `No end is ${word.value}${didYouMean(word.value, words ?? [])}` };
  }
  const parts: Record<string, { sort?: { takes: object } }> = part.value.parts ?? {};
  for (const key of ['needs', 'excludes']) {
    for (const [word, rule] of finish.child(key).entries()) {
      if (!known(word)) yield { place: rule.key(), message: `No end is ${word}${didYouMean(word, words ?? [])}` };
      const { part: name, sort } = rule.value;
      const sorts = Object.keys(parts[name]?.sort?.takes ?? {});
      if (!parts[name]) yield { place: rule.child('part'), message: `There is no part ${name}${didYouMean(name, Object.keys(parts))}` };
      else if (sort !== undefined && !sorts.includes(sort))
        yield { place: rule.child('sort'), message: `No ${name} is of the sort ${sort}${didYouMean(sort, sorts)}` };
    }
  }
}

/** The sorts of a part, and the words of their pieces, are known. */
function* checkSort(document: Document, sort: Place, pieces: Pieces): Findings {
  if (!sort.value) return;
  const sorts = wordsAt(document, pieces, sort.value.at);
  const words = wordsAt(document, pieces, sort.value.by);
  for (const [name, taken] of sort.child('takes').entries()) {
    if (sorts && !sorts.includes(name)) yield { place: taken.key(), message: `There is no sort ${name}${didYouMean(name, sorts)}` };
    for (const [, word] of taken.entries()) {
      if (words && !words.includes(word.value)) yield { place: word, message: `No piece is ${word.value}${didYouMean(word.value, words)}` };
    }
  }
  for (const [name, seal] of sort.child('seals').entries()) {
    const taken = Object.keys(sort.value.takes);
    if (!taken.includes(name)) yield { place: seal.key(), message: `There is no sort ${name}${didYouMean(name, taken)}` };
    yield* checkPointers(document, seal.child('at'), pieces);
    for (const [pointer, text] of seal.child('where').entries()) yield* pointerIn(document, text.key(), pointer, pieces, ['string']);
  }
}

/** The listed words at a pointer into the pieces; nothing where there is no list. */
function wordsAt(document: Document, { schemas, at }: Pieces, pointer: string): string[] | undefined {
  const described = schemaAt(document, schemas, at + pointer);
  return described && listedValues(document, described)?.map(String);
}
