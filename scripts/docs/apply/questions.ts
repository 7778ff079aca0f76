/** What pages leave open although they were followed: asked once, when it is made. */
import { jsonType, valuesOf } from '../../lib/schema-union.js';
import { schemaPlace } from '../facts/fact.js';
import { parseAddress } from '../locate/address.js';
import type { ContractSources } from '../locate/contract-sources.js';
import { schemasOfPlace, siteOf, siteText } from '../locate/sites.js';
import { jsonOf } from './changes/derived.js';
import { isDone, type PageReading } from './changes/reading.js';
import { pageKey } from './changes/shared.js';
import type { Settled } from './plan.js';

export interface Question {
  page: string;
  what: string;
  asks: string;
}

const lastOf = (place: string): string => place.slice(place.lastIndexOf('/') + 1);
const around = (place: string): string => place.slice(0, place.lastIndexOf('/'));
const quoted = (names: Iterable<string>): string => [...names].map((name) => `\`${name}\``).join(', ');

/** Members of one object of which some are gone and others have come: nobody but a person knows whether one is another by a new name. */
function ofNames(page: string, settled: readonly Settled[]): Question[] {
  const objects = new Map<string, { gone: Set<string>; come: Set<string>; isMade: boolean }>();
  for (const { change, outcome, meant } of settled) {
    const { pointer, before, after, to } = change;
    const place = schemaPlace(pointer);
    const isMember = to === undefined && (before === undefined) !== (after === undefined) && place.includes('/') && lastOf(place) !== '*';
    const isNew = meant?.some(({ kind }) => kind === 'field') || change.kind === 'field';
    if (!isMember || !(isNew || (change.kind === 'example' && after === undefined))) continue;
    const object = objects.get(around(place)) ?? { gone: new Set(), come: new Set(), isMade: false };
    objects.set(around(place), object);
    (after === undefined ? object.gone : object.come).add(lastOf(place));
    object.isMade ||= isDone(outcome);
  }
  return [...objects].flatMap(([place, { gone, come, isMade }]): Question[] =>
    isMade && gone.size > 0 && come.size > 0
      ? [
          {
            page,
            what: `${place}: ${quoted(gone)} gone and ${quoted(come)} new at once`,
            asks: 'taken for members of their own; decide whether one is another by a new name, which clients have to be told',
          },
        ]
      : [],
  );
}

/** A value that an open list does not have: legal, and perhaps one that is to be known. */
function ofValues(sources: ContractSources, { entry, after }: PageReading, settled: readonly Settled[]): Question[] {
  if (after.some(({ kind }) => kind === 'type')) return [];
  const page = pageKey(entry);
  return settled.flatMap(({ change, outcome }): Question[] => {
    const address = parseAddress(change.pointer);
    const value = jsonOf(change.after);
    if (change.kind !== 'example' || change.to !== undefined || typeof value !== 'string' || !isDone(outcome) || !address?.parts) return [];
    const schemas = schemasOfPlace(sources, entry, address.place, address.parts);
    const list = schemas.find((schema) => Array.isArray(schema.enum));
    const { known } = valuesOf(schemas, [jsonType(value)]);
    const origin = list && schemas.some((schema) => schema['x-open-enum']) ? sources.originOf(list) : undefined;
    if (!origin || known.includes(value)) return [];
    const where = siteText(siteOf(sources, { file: origin.file, path: [...origin.path, 'enum'] }));
    return [{ page, what: `\`${value}\` is none of the known values`, asks: `decide whether the open list has to have it (${where})` }];
  });
}

/** @param settled changes of the page, and what became of them */
export function questionsOf(sources: ContractSources, reading: PageReading, settled: readonly Settled[]): Question[] {
  const seen = new Set<string>();
  return [...ofNames(pageKey(reading.entry), settled), ...ofValues(sources, reading, settled)].filter(
    (question) => !seen.has(JSON.stringify(question)) && seen.add(JSON.stringify(question)),
  );
}
