/** The body of a request in the form in which two are compared. */
import { parsePointer } from '../../contract/pointer.js';
import type { Json } from '../../contract/prepared/json.js';
import type { VolatileMembers } from '../../contract/prepared.js';

/** What is known of a value and of what is in it. */
interface Place {
  mark?: true | 'id';
  /** By name; `*` is every index. */
  parts: Map<string, Place>;
}

export type Normalize = (body: Json) => Json;

/**
 * Prepares the normal form of an operation's requests: members sorted, without nulls and what differs from run to run, ids as numbers in
 * the order in which they first appear.
 */
export function compileNormalForm(volatile: VolatileMembers = {}): Normalize {
  const root: Place = { parts: new Map() };
  for (const [pointer, mark] of Object.entries(volatile)) {
    let place = root;
    for (const part of parsePointer(pointer)) {
      const next: Place = place.parts.get(part) ?? { parts: new Map() };
      place.parts.set(part, next);
      place = next;
    }
    place.mark = mark;
  }
  return (body) => {
    const ids = new Map<string, string>();
    const numbered = (id: Json): Json => {
      if (typeof id !== 'string') return id;
      const number = ids.get(id) ?? `#${ids.size + 1}`;
      ids.set(id, number);
      return number;
    };
    const normal = (value: Json, place: Place | undefined): Json => {
      if (value === null || typeof value !== 'object') return place?.mark === 'id' ? numbered(value) : value;
      if (Array.isArray(value)) {
        const item = place?.parts.get('*');
        return value.map((entry) => normal(entry, item));
      }
      // A caller may call a member `__proto__`.
      const copy: Record<string, Json> = Object.create(null);
      for (const name of Object.keys(value).sort()) {
        const member = value[name];
        const at = place?.parts.get(name);
        if (member !== null && member !== undefined && at?.mark !== true) copy[name] = normal(member, at);
      }
      return copy;
    };
    return normal(body, root);
  };
}
