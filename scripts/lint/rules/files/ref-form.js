import { isMap, parseDocument } from 'yaml';
import { refForm as formOf } from '../../lib/ref-form.js';

/** The references with which a line begins. */
const atLineStart = /^[ -]*\$ref: +['"]?([^\s'"]+)/gm;

/** @param {string} pointer */
const pathOf = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/**
 * A reference to a file begins with `./` or `../`, and an object that is nothing else stands in braces, `{ $ref: … }`.
 * @type {import('../../lib/rule.js').Rule}
 */
export const refForm = () => {
  /** @type {Map<string, Set<string | undefined>>} */
  const suspects = new Map();
  return {
    ref(node, { location, report, parent, key }) {
      // A value of a `mapping` is visited as if it were an object.
      const isObject = parent?.[key] !== node.$ref;
      const at = isObject ? location.child(['$ref']) : location;
      const wanted = formOf(node.$ref);
      if (wanted !== node.$ref) report({ message: `${node.$ref} is written ${wanted}: run npm run format.`, location: at });
      if (!isObject || Object.keys(node).length > 1) return;
      const { absoluteRef, body } = location.source;
      const refs = suspects.get(absoluteRef) ?? new Set(Array.from(body.matchAll(atLineStart), ([, ref]) => ref));
      suspects.set(absoluteRef, refs);
      if (!refs.has(node.$ref)) return;
      // Only the text knows whether there are braces; it is read once more where it looks as if there were none.
      const object = parseDocument(body).getIn(pathOf(location.pointer), true);
      if (isMap(object) && !object.flow)
        report({ message: `It is written { $ref: ${node.$ref} }: run npm run format.`, location: at.key() });
    },
  };
};
