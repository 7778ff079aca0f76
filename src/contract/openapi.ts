/** The parts of an OpenAPI 3.1 document that are read here. */
import type { Json } from './prepared/json.js';
import type { TaskRole } from './prepared/task-family.js';

export type Schema = { [keyword: string]: any };

export interface MediaType {
  schema?: Schema;
  'x-charset'?: string;
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
  description?: string;
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
  'x-deprecated-since'?: string;
  'x-error-dialect'?: string;
  'x-stream'?: StreamExtension;
  'x-task'?: { name: string; role: TaskRole; parameter?: string };
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
  blankLines?: number;
}

export interface Docs {
  provenance: string;
  fields?: Record<string, string>;
  notes?: string;
  pages?: DocumentationPage[];
}

export interface DocumentationPage {
  path: string[];
  page?: string;
  modified?: string;
  provenance: string;
}

export interface Document {
  openapi: string;
  info: { title: string; version: string; summary?: string; description?: string; [key: string]: unknown };
  servers?: { url: string; description?: string }[];
  tags?: { name: string; description?: string }[];
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
  /** What the words for a provenance mean. */
  'x-provenance'?: Record<string, string>;
  [extension: `x-${string}`]: any;
}
