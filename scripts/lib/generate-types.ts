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

export async function generateTypes(document: Document): Promise<string> {
  const nodes = await openapiTS(structuredClone(document) as never, {
    // A field with a default stays optional in a request.
    defaultNonNullable: false,
    alphabetize: false,
    transform: (schema) => ('x-open-enum' in schema ? openString : undefined),
  });
  return header + astToString(nodes);
}
