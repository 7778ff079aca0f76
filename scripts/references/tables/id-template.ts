/** The templates of ids: what stands in braces is filled in, and the ids of the documentation look like it. */
import { compileIdTemplate } from '../../../src/contract/id-template.js';
import { didYouMean } from '../report/nearest.js';
import type { Findings, Place } from '../report/place.js';

type IsLike = (id: string, template: string) => boolean;

/** Ids that are read again are made by their template. */
const isMadeBy: IsLike = (id, template) => compileIdTemplate(template).parse(id) !== undefined;

/** Of other ids, only what stands around their made-up part is to be kept. */
export const hasEnds: IsLike = (id, template) => {
  const [, head = '', tail = ''] = /^([^{]*).*?([^}]*)$/s.exec(template) ?? [];
  return id.startsWith(head) && id.endsWith(tail);
};

const placeholders = ['user', 'nanoseconds', 'context'];

/**
 * @param needed placeholders that it cannot do without
 * @param documented ids that it stands for; where there are some, one at least looks like it
 * @param isLike what that means
 */
export function* checkIdTemplate(
  place: Place,
  { needed = [], documented = [], isLike = isMadeBy }: { needed?: readonly string[]; documented?: readonly unknown[]; isLike?: IsLike },
): Findings {
  if (place.value === undefined) return;
  const template = String(place.value);
  const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  for (const name of names) {
    if (!placeholders.includes(name) && !/^hex:\d+$/.test(name)) {
      yield { place, message: `{${name}} is filled in with nothing${didYouMean(name, [...placeholders, 'hex:n'])}` };
    }
  }
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) yield { place, message: `${template} lacks ${missing.map((name) => `{${name}}`).join(' and ')}.` };
  if (documented.length > 0 && !documented.some((id) => isLike(String(id), template))) {
    yield { place, message: `No documented id looks like ${template}; there is ${documented[0]}.` };
  }
}
