/** The job families: what they say of requests and answers is what their operations have. */
import type { Json } from '../../lib/document.js';
import { didYouMean } from '../report/nearest.js';
import type { Findings } from '../report/place.js';
import { idsOf } from '../schemas/requested.js';
import { schemaAt } from '../schemas/schema-at.js';
import type { Sources } from '../schemas/sources.js';
import { mayBe, otherKind, type Type } from '../schemas/values.js';
import { type Family, familyOf } from './family.js';
import { checkIdTemplate } from './id-template.js';
import { checkMediaType } from './media-type.js';
import { expressionIn, pointerIn, valuesAt } from './resolve.js';
import { checkShape, missingShape } from './shape.js';
import { checkStates } from './task-states.js';

export function* checkTasks(sources: Sources): Findings {
  for (const [name, place] of sources.tables.tasks.entries()) {
    const family = familyOf(sources, name, place);
    yield* checkId(family);
    yield* checkStates(family, sources);
    yield* checkParts(family);
    yield* checkResults(family, sources);
    yield* checkTimes(family);
    yield* checkEchoes(family);
    yield* checkRemix(family);
    yield* checkList(family);
  }
}

/** Who creates a job has to find its id, and who asks after it has to know it again. */
function* checkId({ place, having, document, answer }: Family): Findings {
  const at = place.child('id', 'at');
  const found = yield* pointerIn(document, at, at.value, answer('create', 'remix', 'query'), ['string']);
  const without = found
    ? having('create', 'remix', 'query').filter((operation) => !schemaAt(document, answer.of(operation), at.value))
    : [];
  if (without.length > 0) yield { place: at, message: `The answer of ${idsOf(without)} has no ${at.value}.` };
  const documented = answer('create', 'remix').documented ?? [];
  const ids = documented.flatMap((body) => valuesAt(body, String(at.value)));
  yield* checkIdTemplate(place.child('id', 'template'), { needed: ['user', 'nanoseconds'], documented: ids });
}

const parts: Record<string, Type[] | undefined> = {
  progress: ['integer', 'number'],
  result: undefined,
  error: undefined,
  message: ['string'],
  code: ['string', 'integer'],
};

function* checkParts({ document, place, answer }: Family): Findings {
  for (const [part, types] of Object.entries(parts)) {
    const at = place.child(part);
    if (at.value !== undefined) yield* pointerIn(document, at, at.value, answer('query', 'result'), types);
  }
}

function* checkResults(family: Family, sources: Sources): Findings {
  const { document, place, answer, having } = family;
  const results = answer('create', 'query', 'result');
  for (const [pointer, at] of place.child('media').entries()) {
    yield* pointerIn(document, at.key(), pointer, results, ['string']);
    yield* checkMediaType(at, sources);
  }
  yield* checkSigned(place, results.documented ?? []);
  yield* missingShape(place, Object.values(place.child('media').value ?? {}));
  yield* checkShape(document, place.child('shape'), having('create', 'remix'), results);
  for (const [pointer, at] of place.child('addresses').entries()) {
    yield* pointerIn(document, at.key(), pointer, results, ['string']);
    const own = having('query', 'result', 'list', 'delete').map(({ id }) => id);
    if (own.includes(at.value)) continue;
    const isForeign = sources.operations.some(({ id }) => id === at.value);
    const message = `${at.value} is ${isForeign ? 'of another family, or makes a job' : 'no operation'}`;
    yield { place: at, message: message + didYouMean(String(at.value), own) };
  }
  for (const [, count] of place.child('count').entries()) {
    const list = yield* pointerIn(document, count.child('at'), count.value?.at, results, ['array']);
    yield* expressionIn(document, count.child('from'), count.value?.from, having('create', 'remix'), ['integer', 'number']);
    if (list && count.value?.index !== undefined) {
      const entry = { name: `entry of ${count.value.at}`, schemas: list === 'anything' ? [{}] : list };
      yield* pointerIn(document, count.child('index'), `/*/${count.value.index}`, entry, ['integer', 'number']);
    }
    for (const part of ['less', 'total'])
      if (count.value?.[part] !== undefined)
        yield* pointerIn(document, count.child(part), count.value[part], results, ['integer', 'number']);
  }
  for (const [pointer, at] of place.child('onlyIf').entries()) {
    yield* pointerIn(document, at.key(), pointer, results);
    yield* expressionIn(document, at, at.value, having('create', 'remix'), ['boolean']);
  }
  const url = place.child('callback', 'url');
  if (url.value !== undefined) yield* expressionIn(document, url, url.value, having('create', 'remix'), ['string']);
}

/** What says until when an address holds is of an address of media, and some documented one has it. */
function* checkSigned(place: Family['place'], documented: readonly Json[]): Findings {
  const media = Object.keys(place.child('media').value ?? {});
  for (const [pointer, at] of place.child('signed').entries()) {
    const addresses = documented.flatMap((body) => valuesAt(body, pointer)).filter((text) => URL.canParse(String(text)));
    if (!media.includes(pointer)) yield { place: at.key(), message: `${pointer} is no address of media${didYouMean(pointer, media)}` };
    else if (!addresses.some((address) => new URL(String(address)).searchParams.has(String(at.value))))
      yield { place: at, message: `No documented address at ${pointer} has the parameter ${at.value}.` };
  }
}

function* checkTimes({ document, place, answer, having }: Family): Findings {
  const { format, ...times } = place.child('times').value ?? {};
  const types: Type[] = format === 'rfc3339' ? ['string'] : ['integer', 'number'];
  for (const [time, pointer] of Object.entries(times)) {
    yield* pointerIn(document, place.child('times', time), pointer, answer('create', 'remix', 'query', 'result'), types);
  }
  const from = place.child('lifetime', 'from');
  if (from.value !== undefined) yield* expressionIn(document, from, from.value, having('create', 'remix'), ['integer', 'number']);
}

function* checkEchoes({ document, place, answer, having }: Family): Findings {
  const makers = having('create', 'remix');
  for (const [pointer, at] of place.child('echo').entries()) {
    const target = yield* pointerIn(document, at.key(), pointer, answer('create', 'remix', 'query'));
    const from = typeof at.value === 'string' ? at : at.child('from');
    const source = yield* expressionIn(document, from, from.value, makers);
    for (const [, asked] of at.child('unless', 'asked').entries()) yield* expressionIn(document, asked, asked.value, makers);
    const mismatch = source && target && otherKind(document, source, target);
    if (mismatch) yield { place: from, message: `${pointer} cannot repeat ${from.value}: ${mismatch}.` };
    for (const [, except] of at.child('except').entries()) {
      if (source && !mayBe(document, source, except.value))
        yield { place: except, message: `${from.value} is never ${JSON.stringify(except.value)}.` };
    }
  }
  for (const [, at] of place.child('keeps').entries()) yield* pointerIn(document, at, at.value, answer('query'));
  for (const [, at] of place.child('remember').entries()) yield* expressionIn(document, at, at.value, makers);
}

function* checkRemix({ name, document, place, having }: Family): Findings {
  const remix = place.child('remix');
  const remixing = having('remix');
  if (!remix.value) {
    for (const operation of remixing)
      yield { place: operation.place.child('x-task', 'role'), message: `The family ${name} does not say how a job is remixed.` };
    return;
  }
  yield* expressionIn(document, remix.child('source'), remix.value.source, remixing, ['string']);
  const echoed = Object.keys(place.value.echo ?? {});
  for (const [, at] of remix.child('inherit').entries()) {
    if (!echoed.includes(at.value))
      yield { place: at, message: `${at.value} is nothing that the family echoes${didYouMean(String(at.value), echoed)}` };
  }
}

function* checkList({ name, document, place, having, answer }: Family): Findings {
  const list = place.child('list');
  const listing = having('list');
  if (!list.value) {
    for (const operation of listing)
      yield { place: operation.place.child('x-task', 'role'), message: `The family ${name} does not say what a list of jobs is.` };
    return;
  }
  const page = answer('list');
  const items = yield* pointerIn(document, list.child('items'), list.value.items, page, ['array']);
  if (list.value.newestFirst && place.value.times?.created === undefined)
    yield { place: list.child('newestFirst'), message: `The family ${name} does not say when a job was created.` };
  for (const [part, types] of Object.entries({ more: ['boolean'], first: ['string'], last: ['string'] } satisfies Record<string, Type[]>)) {
    const at = list.child(part);
    if (at.value !== undefined) yield* pointerIn(document, at, at.value, page, types);
  }
  for (const [part, types] of Object.entries({ after: ['string'], limit: ['integer'] } satisfies Record<string, Type[]>)) {
    const at = list.child(part);
    if (at.value !== undefined) yield* expressionIn(document, at, at.value, listing, types);
  }
  for (const [parameter, at] of list.child('filter').entries()) {
    yield* expressionIn(document, at.key(), `$request.query.${parameter}`, listing);
    if (items) yield* pointerIn(document, at, at.value, answer('query'));
  }
}
