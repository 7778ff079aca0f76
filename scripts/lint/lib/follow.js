/**
 * Follows a `$ref` that stands in a file, and says where its target stands; anything else stays where it is.
 * @param {import('./rule.js').Node} node
 * @param {string} file
 * @param {import('./rule.js').Resolve} resolve
 * @returns {{ node: import('./rule.js').Node, file: string, pointer?: string }} `pointer`: of the target of a `$ref`
 */
export function follow(node, file, resolve) {
  if (node?.$ref === undefined) return { node, file };
  const { node: target, location } = resolve(node, file);
  return { node: target, file: location?.source.absoluteRef ?? file, pointer: location?.absolutePointer };
}
