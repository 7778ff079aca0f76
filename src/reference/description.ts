/** The parts of the description that the page shows. */
import { follow } from '../contract/ref.js';

export type Schema = { [keyword: string]: any };

export interface Docs {
  provenance: string;
  properties?: Record<string, string>;
  notes?: string;
  pages?: { path: string[]; page?: string; modified?: string; provenance: string }[];
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: unknown;
}

export interface Answer {
  description?: string;
  content?: Record<string, { schema?: Schema; examples?: Record<string, { summary?: string }> }>;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, { schema?: Schema; examples?: Record<string, { summary?: string }> }> };
  responses: Record<string, Answer | { $ref: string }>;
  'x-docs'?: Docs;
  'x-error-dialect'?: string;
  'x-protocol'?: string;
  'x-stream'?: { when: string };
  'x-task'?: { name: string; role: string };
}

export interface Description {
  info: { title: string; version: string; summary?: string; description?: string };
  servers?: { url: string }[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, unknown>>;
  components?: Record<string, Record<string, unknown>>;
}

export interface Entry {
  method: string;
  path: string;
  operation: Operation;
  parameters: Parameter[];
}

/** Follows a reference inside the description; anything else is returned as it is. */
export const resolve = <T>(description: Description, node: T | { $ref: string }): T => follow(description, node, () => undefined as T);

/** All operations, in the order of the description. */
export const entriesOf = (description: Description): Entry[] =>
  Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => typeof operation === 'object' && operation !== null && 'operationId' in operation)
      .map(([method, value]) => {
        const operation = value as Operation;
        const shared = (item.parameters ?? []) as Operation['parameters'];
        const parameters = [...(shared ?? []), ...(operation.parameters ?? [])].map((parameter) =>
          resolve<Parameter>(description, parameter),
        );
        return { method: method.toUpperCase(), path, operation, parameters };
      }),
  );
