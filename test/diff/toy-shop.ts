/** Small contracts to compare. */
import type { Document, Operation, Schema } from '../../scripts/lib/document.js';

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });

/** A contract of these schemas and operations. */
export const contractOf = (schemas: Record<string, Schema>, operations: Record<string, Omit<Operation, 'operationId'>> = {}): Document =>
  ({
    openapi: '3.1.0',
    info: { title: 'Toys', version: '1.0.0' },
    paths: Object.fromEntries(Object.entries(operations).map(([id, operation]) => [`/${id}`, { post: { operationId: id, ...operation } }])),
    components: { schemas, responses: {}, parameters: {}, headers: {}, securitySchemes: {} },
  }) as unknown as Document;

/** An operation that takes one schema and gives another. */
export const operationOf = (takes: string, gives: string): Omit<Operation, 'operationId'> => ({
  requestBody: json(ref(takes)),
  responses: { 200: json(ref(gives)) },
});

export { ref };
