/** What says the shape of a picture or video: requests and answers have it. */
import type { Document } from '../../lib/document.js';
import type { Findings, Place } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import { expressionIn, pointerIn, type Subject } from './resolve.js';

const ofAnswer = '$response.body#';

/** @param asking operations whose requests it may name @param answer what its pointers are into; absent: nothing */
export function* checkShape(document: Document, shape: Place, asking: readonly PlacedOperation[], answer?: Subject): Findings {
  for (const [word, expressions] of shape.entries()) {
    const types = word === 'seconds' ? (['integer', 'number', 'string'] as const) : (['string'] as const);
    for (const [, at] of expressions.entries()) {
      const text = String(at.value);
      if (answer && text.startsWith(ofAnswer)) yield* pointerIn(document, at, text.slice(ofAnswer.length), answer, types);
      else yield* expressionIn(document, at, text, asking, types);
    }
  }
}

/** Whoever has pictures or videos says what their shape follows from; `{}`: from nothing that is asked. */
export function* missingShape(of: Place, types: readonly unknown[]): Findings {
  const shaped = types.find((type) => /^(?:image|video)\//.test(String(type)));
  if (shaped !== undefined && of.child('shape').value === undefined)
    yield {
      place: of.key(),
      message: `It has ${shaped}, and no shape that says what decides its size, ratio or length; {} where nothing does.`,
    };
}
