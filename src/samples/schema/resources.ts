/** Where references lead: `$ref`, `$dynamicRef`, `$id`, `$anchor`. Nothing is ever fetched. */
import { parsePointer } from '../../contract/pointer.js';
import type { Budget } from './budget.js';
import { isObject, keysOf, own, type Schema } from './keywords.js';

/** A schema with an identity: the whole, or a part that has an `$id`. */
interface Resource {
  uri: string;
  root: unknown;
  /** Before 2019-09: what stands beside a `$ref` is ignored. */
  isOld: boolean;
}

/** Where a reference leads. */
interface Target {
  resource: Resource;
  schema: unknown;
}

/** The resources that an evaluation went through, innermost first. */
export interface Scope {
  resource: Resource;
  outer: Scope | undefined;
}

/** A schema where it stands. */
export interface Place {
  schema: unknown;
  scope: Scope;
}

/** `http://x/y` and what follows `#`. */
const split = (uri: string): [base: string, fragment: string] => {
  const at = uri.indexOf('#');
  return at === -1 ? [uri, ''] : [uri.slice(0, at), uri.slice(at + 1)];
};

function resolveUri(uri: string, base: string): string | undefined {
  try {
    return new URL(uri, base).href;
  } catch {
    return undefined;
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const old = /draft-0[3-7]/;
const metaSchema = /^https?:\/\/json-schema\.org\/(?:draft-0\d|draft\/[\w-]+)\/schema$/;

/** Stands for the schema of schemas. */
const anySchema: Schema = { type: ['object', 'boolean'] };

const namedSchemas = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies'];
const schemaKeywords = [
  ...['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'contains', 'additionalProperties', 'unevaluatedProperties'],
  ...['propertyNames', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
];

function* subschemas(schema: Schema): Generator<unknown> {
  for (const keyword of namedSchemas) {
    const schemas = own(schema, keyword);
    for (const name of keysOf(schemas)) yield (schemas as Schema)[name];
  }
  for (const keyword of schemaKeywords) {
    const value = own(schema, keyword);
    if (Array.isArray(value)) yield* value;
    else yield value;
  }
}

const firstUri = 'schema:///';

export class Resources {
  readonly #budget: Budget;
  readonly #root: Resource;
  /** Of schemas with an identity. */
  readonly #resources = new Map<Schema, Resource>();
  readonly #targets = new Map<Resource, Map<string, Target | null>>();
  #byUri: Map<string, Resource> | undefined;
  readonly #anchors = new Map<Resource, Map<string, { schema: Schema; isDynamic: boolean }>>();

  constructor(root: unknown, budget: Budget) {
    this.#budget = budget;
    this.#root = this.#resource(root, undefined) ?? {
      uri: firstUri,
      root,
      isOld: isObject(root) && old.test(String(own(root, '$schema'))),
    };
  }

  get start(): Place {
    return { schema: this.#root.root, scope: { resource: this.#root, outer: undefined } };
  }

  /** A schema that stands inside of another. */
  inside(scope: Scope, schema: unknown): Place {
    const resource = isObject(schema) ? this.#resource(schema, scope.resource) : undefined;
    return { schema, scope: resource && resource !== scope.resource ? { resource, outer: scope } : scope };
  }

  /** What the schema refers to; `undefined` where that is not part of the schema. */
  follow({ scope }: Place, ref: string): Place | undefined {
    this.#budget.spend();
    const { resource } = scope;
    let known = this.#targets.get(resource);
    if (!known) {
      known = new Map();
      this.#targets.set(resource, known);
    }
    let target = known.get(ref);
    if (target === undefined) {
      target = this.#find(resource, ref) ?? null;
      known.set(ref, target);
    }
    return target ? this.#enter(scope, target) : undefined;
  }

  #find(resource: Resource, ref: string): Target | undefined {
    if (ref === '#') return { resource, schema: resource.root };
    if (ref.startsWith('#/')) return this.#at(resource, ref.slice(1));
    const uri = ref.startsWith('#') ? resource.uri + ref : resolveUri(ref, resource.uri);
    if (uri === undefined) return undefined;
    const [base, fragment] = split(uri);
    const target = base === resource.uri ? resource : this.#index().get(base);
    if (!target) return metaSchema.test(base) ? { schema: anySchema, resource } : undefined;
    if (fragment === '') return { resource: target, schema: target.root };
    if (fragment.startsWith('/')) return this.#at(target, fragment);
    const anchor = this.#anchor(target, decode(fragment));
    return anchor && { resource: target, schema: anchor.schema };
  }

  /** As `follow`, but an anchor that is dynamic leads to the outermost of its name. */
  followDynamic(place: Place, ref: string): Place | undefined {
    const first = this.follow(place, ref);
    const [, name] = split(ref);
    if (!first || name === '' || name.startsWith('/')) return first;
    if (!this.#anchor(first.scope.resource, decode(name))?.isDynamic) return first;
    let found = first;
    for (let scope: Scope | undefined = place.scope; scope; scope = scope.outer) {
      const anchor = this.#anchor(scope.resource, decode(name));
      if (anchor?.isDynamic) found = this.#enter(place.scope, { resource: scope.resource, schema: anchor.schema });
    }
    return found;
  }

  #enter(scope: Scope, { resource, schema }: Target): Place {
    return { schema, scope: resource === scope.resource ? scope : { resource, outer: scope } };
  }

  /** The schema that a pointer names, and the resource in which it stands. */
  #at(from: Resource, pointer: string): Target | undefined {
    let [schema, resource] = [from.root, from];
    for (const part of parsePointer(decode(pointer))) {
      this.#budget.spend(0.25);
      schema = Array.isArray(schema) ? schema[Number(part)] : isObject(schema) ? own(schema, part) : undefined;
      if (schema === undefined) return undefined;
      resource = this.#resource(schema, resource) ?? resource;
    }
    return { resource, schema };
  }

  /** The resource that begins with this schema. */
  #resource(schema: unknown, outer: Resource | undefined): Resource | undefined {
    if (!isObject(schema)) return undefined;
    const id = own(schema, '$id') ?? (outer?.isOld === false ? undefined : own(schema, 'id'));
    if (typeof id !== 'string' || id.startsWith('#')) return undefined;
    const known = this.#resources.get(schema);
    if (known) return known;
    const dialect = own(schema, '$schema');
    const isOld = typeof dialect === 'string' ? old.test(dialect) : (outer?.isOld ?? false);
    if (isOld && typeof own(schema, '$ref') === 'string') return undefined;
    const uri = resolveUri(id, outer?.uri ?? firstUri);
    if (uri === undefined) return undefined;
    const resource = { uri: split(uri)[0], root: schema, isOld };
    this.#resources.set(schema, resource);
    return resource;
  }

  /** All resources by their address. Asked for by few schemas, so that no other is walked through. */
  #index(): Map<string, Resource> {
    if (this.#byUri) return this.#byUri;
    const index = new Map([[this.#root.uri, this.#root]]);
    this.#byUri = index;
    const queue: [schema: unknown, outer: Resource][] = [[this.#root.root, this.#root]];
    for (const [schema, outer] of queue) {
      if (!isObject(schema)) continue;
      this.#budget.spend();
      const resource = this.#resource(schema, outer) ?? outer;
      if (!index.has(resource.uri)) index.set(resource.uri, resource);
      for (const inner of subschemas(schema)) {
        this.#budget.spend(0.5);
        queue.push([inner, resource]);
      }
    }
    return index;
  }

  #anchor(resource: Resource, name: string): { schema: Schema; isDynamic: boolean } | undefined {
    let anchors = this.#anchors.get(resource);
    if (!anchors) {
      anchors = new Map();
      this.#anchors.set(resource, anchors);
      const queue: unknown[] = [resource.root];
      for (const schema of queue) {
        if (!isObject(schema) || (this.#resource(schema, resource) ?? resource) !== resource) continue;
        this.#budget.spend();
        const { $anchor, $dynamicAnchor, $id } = schema;
        if (typeof $dynamicAnchor === 'string') anchors.set($dynamicAnchor, { schema, isDynamic: true });
        if (typeof $anchor === 'string') anchors.set($anchor, { schema, isDynamic: false });
        if (typeof $id === 'string' && $id.startsWith('#')) anchors.set($id.slice(1), { schema, isDynamic: false });
        for (const inner of subschemas(schema)) {
          this.#budget.spend(0.5);
          queue.push(inner);
        }
      }
    }
    return anchors.get(name);
  }
}
