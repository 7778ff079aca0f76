/** Changes the schemas of responses, as Prism is to see them. */
import type { IHttpOperation } from '@stoplight/types';

export type Members = Record<string, unknown>;

/** Members that hold data, whatever it looks like. */
const data = new Set(['examples', 'default', 'enum', 'const']);

/** @param change is given a copy of each object, the inmost first. Requests are judged as they are described. */
export function changeResponses({ request, ...operation }: IHttpOperation, change: (node: Members) => Members): IHttpOperation {
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== 'object') return node;
    return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, data.has(key) ? value : walk(value)])));
  };
  return { ...(walk(operation) as IHttpOperation), ...(request && { request }) };
}
