/** Requests to compare judges with: documented ones, and ones broken or bent at one place. */
import { contract } from '../../../compiled/contract.js';
import type { PreparedOperation } from '../../../src/contract/prepared.js';

export interface JudgedRequest {
  operation: PreparedOperation;
  /** What was done to the documented request. */
  change: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

/** Values that break most schemas in one way or another. */
const oddValues: unknown[] = [null, 0, -1, 1e9, 1.5, '', 'odd', 'x'.repeat(3000), true, [], {}, [{}], ['odd'], { odd: 1 }];

/** Every place in a value, as a path of keys. */
function* placesOf(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (path.length > 0) yield path;
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* placesOf(item, [...path, index]);
  else if (value !== null && typeof value === 'object')
    for (const [key, member] of Object.entries(value)) yield* placesOf(member, [...path, key]);
}

function change(body: unknown, path: readonly (string | number)[], edit: (container: any, key: string | number) => void): unknown {
  const copy = structuredClone(body);
  const container = path.slice(0, -1).reduce<any>((node, key) => node[key], copy);
  edit(container, path.at(-1) as string | number);
  return copy;
}

const pathOf = (operation: PreparedOperation, params: Record<string, string> = {}): string =>
  operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'id-1'));

export function* requestsOf(operation: PreparedOperation): Generator<JudgedRequest> {
  for (const { name, request } of operation.examples) {
    const base = {
      operation,
      path: pathOf(operation, request.path),
      query: Object.fromEntries(Object.entries(request.query ?? {}).map(([key, value]) => [key, String(value)])),
      headers: request.headers ?? {},
    };
    const make = (change: string, body: unknown, more: Partial<JudgedRequest> = {}): JudgedRequest => ({
      ...base,
      ...more,
      change: `${name}: ${change}`,
      body,
    });
    yield make('as documented', request.body);
    for (const parameter of operation.parameters.filter((parameter) => parameter.in === 'query')) {
      for (const value of ['odd', '1', '-1', 'true', ''])
        yield make(`${parameter.name}=${value}`, request.body, { query: { ...base.query, [parameter.name]: value } });
    }
    if (request.body === undefined) continue;
    for (const body of [[], {}, 'text', 5]) yield make(`body ${JSON.stringify(body)}`, body);
    yield make('an unknown member', { ...(request.body as object), unknown_member: { a: 1 } });
    for (const place of placesOf(request.body)) {
      const where = place.join('.');
      yield make(
        `without ${where}`,
        change(request.body, place, (container, key) =>
          Array.isArray(container) ? container.splice(Number(key), 1) : delete container[key],
        ),
      );
      for (const value of oddValues) {
        yield make(
          `${where} = ${JSON.stringify(value).slice(0, 20)}`,
          change(request.body, place, (container, key) => {
            container[key] = value;
          }),
        );
      }
    }
  }
}

export const { operations } = contract;
