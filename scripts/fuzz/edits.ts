/** Changes of a body: near-valid ones leave most of it as it is. */
import fc, { type Arbitrary } from 'fast-check';
import { hostileSchema, hostileValue, oddNames } from './hostile-values.js';
import { jsonText, RawJson } from './json-text.js';

type Container = Record<string, unknown> | unknown[];

/** One change at one of the places of a body. */
export interface Edit {
  /** Number of the place, counted round. */
  at: number;
  how:
    | { kind: 'set' | 'schema'; value: unknown }
    | { kind: 'remove' | 'wrap' }
    | { kind: 'add'; name: string; value: unknown }
    | { kind: 'repeat'; times: number };
}

export const edit: Arbitrary<Edit> = fc.record({
  at: fc.nat(200),
  how: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('set' as const), value: hostileValue }) },
    { weight: 2, arbitrary: fc.constantFrom({ kind: 'remove' as const }, { kind: 'wrap' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('add' as const),
        name: fc.constantFrom(...oddNames, 'stream', 'tools', 'n', 'unknown'),
        value: hostileValue,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), times: fc.constantFrom(2, 40, 1500) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('schema' as const), value: hostileSchema }) },
  ),
});

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null && !(value instanceof RawJson);

interface Place {
  holder: Container;
  key: string | number;
}

function placesOf(root: Container): Place[] {
  const places: Place[] = [];
  const walk = (holder: Container): void => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key: Array.isArray(holder) ? Number(key) : key });
      const value = (holder as Record<string, unknown>)[key];
      if (isContainer(value) && places.length < 300) walk(value);
    }
  };
  walk(root);
  return places;
}

/** A copy, since a value that is drawn twice would come to lie in itself. */
function copyOf(value: unknown): unknown {
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}

const define = (holder: Container, key: string | number, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });

/** Members under which callers bring their own schemas along. */
const schemaNames = ['parameters', 'input_schema', 'schema', 'responseSchema', 'responseJsonSchema', 'parametersJsonSchema'];

/** Characters of JSON that a repetition comes to at the most. */
const mostRepeated = 4_000_000;

/** A copy of the body with the changes. */
export function edited(body: unknown, edits: readonly Edit[]): unknown {
  // The body itself is a place, too.
  const root = [structuredClone(body)];
  for (const { at, how } of edits) {
    const places = placesOf(root);
    const named = how.kind === 'schema' ? places.filter(({ key }) => schemaNames.includes(String(key))) : [];
    const candidates = named.length > 0 ? named : places;
    const place = candidates[at % candidates.length];
    if (!place) break;
    const { holder, key } = place;
    const value = (holder as Record<string, unknown>)[key];
    if (how.kind === 'set' || how.kind === 'schema') define(holder, key, copyOf(how.value));
    else if (how.kind === 'wrap') define(holder, key, [value]);
    else if (how.kind === 'add') {
      const isObject = isContainer(value) && !Array.isArray(value);
      define(isObject ? value : holder, isObject ? how.name : key, copyOf(how.value));
    } else if (how.kind === 'repeat') {
      const repeated = Array.isArray(value) ? (value[0] ?? value) : value;
      // What was repeated already would be more than anybody sends.
      const times = Math.min(how.times, Math.ceil(mostRepeated / jsonText(repeated).length));
      define(holder, key, Array(times).fill(repeated));
    } else if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }
  return root[0];
}
