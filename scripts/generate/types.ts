/** TypeScript types of the bundle. */
import { createRequire } from 'node:module';
import type { GlobalContext, OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { type Document, resolve, type Schema } from '../lib/document.js';

/** As a CommonJS module it, and the compiler with it, loads in half the time. */
const { astToString, resolveRef, scanDiscriminators, transformSchema }: typeof import('openapi-typescript') = createRequire(
  import.meta.url,
)('openapi-typescript');

const header = '/* Generated from openapi/ by `npm run generate`. Do not edit. */\n\n';

/** `string & {}`: takes any string, yet leaves the known values of the union visible to editors. */
const openString = ts.factory.createIntersectionTypeNode([
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
  ts.factory.createTypeLiteralNode([]),
]);

/** Alternatives that only say which members are needed: types have no words for them, and would take anything instead. */
const isAboutRequired = (branches: unknown): boolean =>
  Array.isArray(branches) && branches.every((branch) => Object.keys(branch).every((key) => key === 'required' || key === 'not'));

function withoutRequiredChoices<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutRequiredChoices) as T;
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).filter(([key, value]) => !(['anyOf', 'oneOf'].includes(key) && isAboutRequired(value)));
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutRequiredChoices(value)])) as T;
}

/** What a caller needs at the member; the rest stands at the type. */
const shown = ['description', 'default', 'deprecated'];

/** Members that refer to a schema say what it says: a comment stands at the member itself, where editors look for it. */
function withCommentsOfReferences<T>(document: Document, node: T): T {
  if (Array.isArray(node)) return node.map((item) => withCommentsOfReferences(document, item)) as T;
  if (node === null || typeof node !== 'object') return node;
  const comment = ($ref: string) =>
    Object.fromEntries(Object.entries(resolve<Schema>(document, { $ref })).filter(([key]) => shown.includes(key)));
  const walk = (value: unknown) => withCommentsOfReferences(document, value);
  const commented = (member: Schema) => (typeof member.$ref === 'string' ? { ...comment(member.$ref), ...member } : walk(member));
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(Object.entries<Schema>(value).map(([name, member]) => [name, commented(member)]))
        : walk(value),
    ]),
  ) as T;
}

/** Lists with objects in them say all of their values; beside a type, openapi-typescript takes the values for schemas. */
function withListsAlone<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withListsAlone) as T;
  if (node === null || typeof node !== 'object') return node;
  const { type, enum: values } = node as Schema;
  if (Array.isArray(values) && [type].flat().includes('object')) return { enum: values } as T;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withListsAlone(value)])) as T;
}

/** What openapi-typescript does unless it is told otherwise. */
const defaults = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: false,
};

/** Without openapi-typescript's own linting and bundling, which take longer than all the rest and have been done. */
export function generateTypes(document: Document): string {
  const description = withCommentsOfReferences(document, withListsAlone(withoutRequiredChoices(document))) as unknown as OpenAPI3;
  const context: Omit<GlobalContext, 'redoc'> = {
    ...defaults,
    // A field with a default stays optional in a request.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(description, {}),
    injectFooter: [],
    inject: undefined,
    postTransform: undefined,
    resolve: ($ref) => resolveRef(description, $ref, defaults),
    // A schema may be `true`, which has no members.
    transform: (schema) => (typeof schema === 'object' && 'x-open-enum' in schema ? openString : undefined),
    transformProperty: undefined,
  };
  // `redoc`, the linter's configuration, is only for linting.
  return header + astToString(transformSchema(description, context as GlobalContext));
}
