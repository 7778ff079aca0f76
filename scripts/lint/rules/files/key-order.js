import { inOrder, keyOrder as orders } from '../../lib/key-order.js';

/**
 * The keys of an object stand in the order of its type. Files that the description does not refer to are for `npm run format -- --check`.
 * @type {import('../../lib/rule.js').Rule}
 */
export const keyOrder = () => {
  /** @type {import('../../lib/rule.js').Visit} */
  const check = (node, { location, report, type }) => {
    const keys = Object.keys(node ?? {});
    const ordered = inOrder(keys, orders[type.name]);
    const index = keys.findIndex((key, index) => key !== ordered[index]);
    const wanted = ordered[index];
    // Keys that are merged in stand nowhere, so such a file is for the command, too.
    if (wanted === undefined || /^ *<<:/m.test(location.source.body)) return;
    report({ message: `${wanted} belongs before ${keys[index]}: run npm run format.`, location: location.child([wanted]).key() });
  };
  // A type is visited where its object is; `ref` where an object refers to that.
  return { ...Object.fromEntries(Object.keys(orders).map((type) => [type, check])), ref: check };
};
