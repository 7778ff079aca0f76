/** TypeScript types of the bundle. */
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { Document } from './document.js';

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

export async function generateTypes(document: Document): Promise<string> {
  const nodes = await openapiTS(withoutRequiredChoices(document) as never, {
    // A field with a default stays optional in a request.
    defaultNonNullable: false,
    alphabetize: false,
    transform: (schema) => ('x-open-enum' in schema ? openString : undefined),
  });
  return header + astToString(nodes);
}
