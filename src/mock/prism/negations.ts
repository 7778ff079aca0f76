/**
 * Response schemas without what a value must not be, where they say what it is: Prism takes a `not` for leave to make up a value of any type.
 * The open branch of a union leaves out a few words so; a made-up text is none of them.
 */
import type { IHttpOperation } from '@stoplight/types';

export function withoutNegations({ request, ...operation }: IHttpOperation): IHttpOperation {
  return { ...(positive(operation) as IHttpOperation), ...(request && { request }) };
}

/** Members that hold data, whatever it looks like. */
const data = new Set(['examples', 'default', 'enum', 'const']);

function positive(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(positive);
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).filter(([key, value]) => !(key === 'not' && isSchema(value) && 'type' in node));
  return Object.fromEntries(entries.map(([key, value]) => [key, data.has(key) ? value : positive(value)]));
}

/** A member of that name may also be described, as may any other. */
const isSchema = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && ('enum' in value || 'const' in value || 'type' in value || 'required' in value);
