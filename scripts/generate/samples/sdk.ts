/** Samples by the SDKs of others and by our own client, made of the templates in `openapi/sdk-samples.yaml`. */
import { compileExpression } from '../../../src/contract/expression.js';
import type { PreparedExample } from '../../../src/contract/prepared.js';
import { placeholder } from '../../references/tables/sdk-samples.js';
import { base, host, keyPlaceholder } from './address.js';
import type { Scheme } from './plain-http.js';

/** An SDK as the templates have it. */
export interface SdkClient {
  title: string;
  /** Code before each call. */
  setup: string;
  /** By operation. */
  calls?: Record<string, string>;
  /** For the operations that have no call of their own; absent where there is none for them. */
  every?: string;
}

export const templateFor = ({ setup, calls = {}, every }: SdkClient, operationId: string): string | undefined => {
  const call = calls[operationId] ?? every;
  return call === undefined ? undefined : `${setup}\n${call}`;
};

/** Fills in a template. Values are written as JSON, which is JavaScript. */
export function fillTemplate(template: string, operationId: string, request: PreparedExample['request'], scheme: Scheme): string {
  const { path = {}, query = {}, headers = {}, body } = request;
  const context = {
    path,
    query: new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])),
    header: (name: string) => headers[name],
    body,
  };
  const input = { ...path, ...query, ...(body as object) };
  const values: Record<'server' | 'key' | 'operationId' | 'input', string> = {
    server: `${scheme}://${host}${base}`,
    key: keyPlaceholder,
    operationId,
    input: Object.keys(input).length > 0 ? JSON.stringify(input) : '',
  };
  return template.replace(placeholder, (_, name: string) =>
    name.startsWith('$') ? String(JSON.stringify(compileExpression(name)(context))) : values[name as keyof typeof values],
  );
}
