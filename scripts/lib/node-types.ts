/** The linter's types: what the parts of a source are. */
import type { NormalizedNodeType } from '@redocly/openapi-core';

export type NodeType = NormalizedNodeType;

/** The type of a member or entry; none where there is no value, such as under a merge key, or any value, such as in an example. */
export function childType(type: NodeType, key: string | number, value: unknown): NodeType | undefined {
  if (value === undefined) return undefined;
  const own = Object.hasOwn(type.properties, key) ? type.properties[key] : type.additionalProperties;
  const declared = typeof key === 'number' ? type.items : own;
  const child = typeof declared === 'function' ? declared(value, String(key)) : declared;
  return child?.name === undefined ? undefined : child;
}
