/** The documented exchanges of the contract as requests. */
import { contract } from '../../compiled/contract.js';
import type { PreparedExample, PreparedOperation } from '../../src/contract/prepared.js';

export const documented = contract.operations.flatMap((operation) =>
  operation.examples.map((example) => [`${operation.id} ${example.name}`, operation, example] as const),
);

export function toRequest({ method, path: template }: PreparedOperation, { request }: PreparedExample, base = 'http://mock'): Request {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''));
  const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([name, value]) => [name, String(value)]));
  return new Request(`${base}${path}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...request.headers },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
}
