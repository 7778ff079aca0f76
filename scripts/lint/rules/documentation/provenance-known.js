/**
 * The words for a provenance are those of the root.
 * @type {import('../../lib/rule.js').Rule}
 */
export const provenanceKnown = () => {
  /** @type {string[]} */
  let words = [];
  return {
    Root(root, { resolve }) {
      words = Object.keys(resolve(root['x-provenance'] ?? {}).node ?? {});
    },
    XDocs({ provenance, fields }, { location, report }) {
      /**
       * @param {unknown} word
       * @param {string[]} path
       */
      const check = (word, path) => {
        // What is no text is found by its type.
        if (typeof word !== 'string' || words.includes(word)) return;
        report({ message: `x-provenance has no ${word}; it has ${words.join(', ')}.`, location: location.child(path) });
      };
      check(provenance, ['provenance']);
      for (const [name, word] of Object.entries(fields ?? {})) check(word, ['fields', name]);
    },
  };
};
