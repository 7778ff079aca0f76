/** Rules about members, in schemas: what they name is there. */
import type { Schema } from '../../lib/document.js';
import { pointerKeywords } from '../../lib/keywords/answer-keywords.js';
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { Sources } from '../schemas/sources.js';
import { pointerIn, type Subject } from './resolve.js';

type Document = Sources['document'];

/** Keywords whose schemas speak of the members of the schema that they stand in. */
const ofTheSame = ['then', 'else', 'allOf'];

export function* checkMemberRules({ document, components }: Sources): Findings {
  for (const place of components) yield* checkSchema(document, place, place.value);
}

/** @param host the schema whose members the rules are about */
function* checkSchema(document: Document, place: Place, host: Schema): Findings {
  const { value } = place;
  if (value === null || typeof value !== 'object') return;
  const subject: Subject = { name: 'value of the schema', schemas: [host] };
  for (const keyword of pointerKeywords) {
    for (const [pointer, rule] of place.child(keyword).entries()) {
      yield* pointerIn(document, rule.key(), pointer, subject);
      const named = keyword === 'x-sum' ? rule.entries().map(([, addend]) => addend) : keyword === 'x-at-most' ? [rule] : [];
      if (keyword === 'x-media') yield* pointerIn(document, rule.child('type'), rule.value.type, subject, ['string']);
      if (keyword === 'x-joined') yield* pointerIn(document, rule.child('texts'), rule.value.texts, subject, ['string']);
      if (keyword === 'x-distinct' && rule.value !== true)
        yield* pointerIn(document, rule, `${pointer.slice(0, pointer.lastIndexOf('/'))}/${rule.value}`, subject, ['string']);
      if (keyword === 'x-as-many') yield* pointerIn(document, rule, rule.value, subject, ['array']);
      if (keyword === 'x-within') yield* pointerIn(document, rule, rule.value, subject, ['string', 'array']);
      for (const at of named) yield* pointerIn(document, at, at.value, subject, ['integer', 'number']);
    }
  }
  for (const [, rule] of place.child('x-refers').entries()) {
    const places = [
      rule,
      ...['also', 'to', 'unless'].flatMap((key) =>
        rule
          .child(key)
          .entries()
          .map(([, member]) => member),
      ),
    ];
    const { of: other } = rule.value;
    const theirs = other === undefined ? undefined : document.components?.schemas?.[other];
    if (other !== undefined && !theirs)
      yield {
        place: rule.child('of'),
        message: `There is no schema ${other}${didYouMean(other, Object.keys(document.components?.schemas ?? {}))}`,
      };
    const whose = theirs ? { name: `value of ${other}`, schemas: [theirs] } : subject;
    for (const one of places) yield* checkPlace(document, one, whose);
  }
  for (const [key, member] of place.entries()) {
    if (key.startsWith('x-') || key === 'examples' || key === 'discriminator') continue;
    const isSame = ofTheSame.includes(key);
    const schemas = key === 'properties' || Array.isArray(member.value) ? member.entries().map(([, one]) => one) : [member];
    for (const schema of schemas) yield* checkSchema(document, schema, isSame && !schema.value?.properties ? host : schema.value);
  }
}

function* checkPlace(document: Document, place: Place, subject: Subject): Findings {
  const { list = '', at, lacks } = place.value;
  if (lacks !== undefined) yield* pointerIn(document, place.child('lacks'), list + lacks, subject);
  if (list !== '') yield* pointerIn(document, place.child('list'), list, subject);
  yield* pointerIn(document, place.child('at'), list + at, subject);
  for (const [pointer, words] of place.child('when').entries()) yield* pointerIn(document, words.key(), list + pointer, subject);
}
