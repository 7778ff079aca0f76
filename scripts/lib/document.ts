/** The parts of an OpenAPI 3.1 document that the scripts touch. */
import { follow } from '../../src/contract/ref.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Schema = { [key: string]: any };

export interface MediaType {
  schema?: Schema;
  example?: Json;
  examples?: Record<string, { summary?: string; value: Json; [extension: `x-${string}`]: unknown }>;
}

export interface Response {
  $ref?: string;
  description?: string;
  headers?: Record<string, Schema>;
  content?: Record<string, MediaType>;
  'x-error-dialect'?: string | string[];
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema?: Schema;
  [key: string]: unknown;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response>;
  callbacks?: Record<string, unknown>;
  security?: Record<string, string[]>[];
  'x-docs'?: Docs;
  'x-error-dialect'?: string;
  'x-stream'?: StreamExtension;
  'x-task'?: { name: string; role: string };
  'x-protocol'?: string;
  'x-model'?: string;
  'x-modality'?: string;
}

export interface StreamExtension {
  when: string;
  event: { $ref: string };
  framing: 'data' | 'event';
  terminator?: string;
  lineEnd?: 'lf' | 'crlf';
}

export interface Docs {
  provenance: string;
  properties?: Record<string, string>;
  notes?: string;
  pages?: unknown[];
}

export interface Document {
  openapi: string;
  info: { title: string; version: string; [key: string]: unknown };
  security?: Record<string, string[]>[];
  paths: Record<string, { [method: string]: any }>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Response>;
    parameters: Record<string, Parameter>;
    headers: Record<string, Schema>;
    securitySchemes: Record<string, Schema>;
    [kind: string]: Record<string, any>;
  };
  [extension: `x-${string}`]: any;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation of the document, in document order. */
export function* operationsOf(document: Document): Generator<{ path: string; method: string; operation: Operation }> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      if (item[method]) yield { path, method, operation: item[method] as Operation };
    }
  }
}

/**
 * Follows a `$ref` inside the document; anything else is returned as it is.
 * @throws Error when it leads nowhere
 */
export const resolve = <T>(document: Document, node: T | { $ref: string }): T =>
  follow(document, node, (ref) => {
    throw new Error(`The bundle has no ${ref}`);
  });

/** Name of the component that a `$ref` points at. */
export const componentName = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);
