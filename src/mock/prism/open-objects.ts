/** Response schemas without room for members that nobody described: Prism would make some up, such as `"aliqua_89": true`. */
import type { IHttpOperation } from '@stoplight/types';

export function withoutOpenObjects(operation: IHttpOperation): IHttpOperation {
  const { request, ...rest } = operation;
  return { ...(close(rest) as IHttpOperation), ...(request && { request }) };
}

/** Members that hold data, whatever it looks like. */
const data = new Set(['examples', 'default', 'enum', 'const']);

function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, data.has(key) ? value : close(value)]));
  // A schema for other members says what they are, so they are described.
  if ([copy.type].flat().includes('object') && typeof copy.additionalProperties !== 'object') copy.additionalProperties = false;
  return copy;
}
