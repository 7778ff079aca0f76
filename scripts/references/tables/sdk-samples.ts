/** The templates of samples: the operations that they are for exist, and have what the templates name. */
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';
import type { PlacedOperation } from '../schemas/exchange.js';
import type { Sources } from '../schemas/sources.js';
import { expressionIn } from './resolve.js';

/** `{server}`, `{$request.body#/contents}`, … in a template. Other braces are code. */
export const placeholder = /\{(server|key|operationId|input|\$[^{}]*)\}/g;

export function* checkSdkSamples(sources: Sources): Findings {
  const { operations } = sources;
  const titles = new Map<string, Set<string>>();
  for (const [name, client] of sources.tables['sdk-samples'].child('clients').entries()) {
    const { title, setup } = client.value ?? {};
    for (const word of ['{server}', '{key}'])
      if (!String(setup).includes(word)) yield { place: client.child('setup'), message: `${name} is not told ${word}.` };
    const every = client.child('every');
    if (every.value !== undefined) yield* checkTemplate(sources, every, operations);
    for (const [id, call] of client.child('calls').entries()) {
      const operation = operations.find((one) => one.id === id);
      if (!operation) {
        yield {
          place: call.key(),
          message: `${id} is no operation${didYouMean(
            id,
            operations.map((one) => one.id),
          )}`,
        };
        continue;
      }
      yield* checkTemplate(sources, call, [operation]);
      const known = titles.get(id) ?? new Set();
      if (known.has(title)) yield { place: call.key(), message: `${id} has another sample called ${title}.` };
      titles.set(id, known.add(title));
    }
  }
}

/** @param operations those whose requests fill it */
function* checkTemplate({ document }: Sources, template: Place, operations: readonly PlacedOperation[]): Findings {
  // The whole body may be absent, as where an operation takes none.
  for (const [, name = ''] of String(template.value).matchAll(placeholder))
    if (name.startsWith('$') && name !== '$request.body') yield* expressionIn(document, template, name, operations);
}
