import { posix } from 'node:path';

/**
 * A reference as it is written: to a file with `./` or `../` at its head, which also tells it from a name in a `mapping`.
 * @param {string} ref a reference, or a name
 * @returns {string}
 */
export function refForm(ref) {
  const [, path, fragment = ''] = /^(?!\w+:|\/)([^#]+\.yaml)(#.*)?$/.exec(ref) ?? [];
  if (path === undefined) return ref;
  const plain = posix.normalize(path);
  return `${plain.startsWith('../') ? '' : './'}${plain}${fragment}`;
}
