/** How deep a value for a schema has to be: endless, where the schema asks for itself. */

import type { Budget } from '../schema/budget.js';
import { isObject, itemsOf, limitOf, listOf, mapOf, namesOf, own, typesOf } from '../schema/keywords.js';
import type { Place, Resources } from '../schema/resources.js';

export class Heights {
  readonly #known = new Map<unknown, number>();
  readonly #open = new Set<unknown>();

  constructor(
    readonly resources: Resources,
    readonly budget: Budget,
  ) {}

  of(place: Place): number {
    const { schema, scope } = place;
    if (!isObject(schema)) return 0;
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    if (this.#open.has(schema) || this.#open.size > 400) return Number.POSITIVE_INFINITY;
    this.budget.spend();
    this.#open.add(schema);
    const inside = (inner: unknown) => this.of(this.resources.inside(scope, inner));
    let height = 0;
    const isEnded = Object.hasOwn(schema, 'const') || Array.isArray(schema.enum) || typesOf(schema)?.includes('null');
    if (!isEnded) {
      const target = typeof schema.$ref === 'string' ? this.resources.follow(place, schema.$ref) : undefined;
      if (target) height = this.of(target);
      for (const part of listOf(schema.allOf)) height = Math.max(height, inside(part));
      for (const branches of [schema.anyOf, schema.oneOf])
        if (Array.isArray(branches) && branches.length > 0) height = Math.max(height, Math.min(...branches.map(inside)));
      const types = typesOf(schema);
      if (!types || types.includes('object')) {
        const properties = mapOf(schema.properties);
        for (const name of namesOf(schema.required))
          height = Math.max(height, 1 + inside(own(properties, name) ?? schema.additionalProperties));
      }
      if ((!types || types.includes('array')) && (limitOf(schema.minItems) ?? 0) > 0) {
        const { first, others } = itemsOf(schema);
        height = Math.max(height, 1 + inside(first[0] ?? others));
      }
    }
    this.#open.delete(schema);
    // What is endless only because of where it was come from is not known.
    if (height < Number.POSITIVE_INFINITY || this.#open.size === 0) this.#known.set(schema, height);
    return height;
  }
}
