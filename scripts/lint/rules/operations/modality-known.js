/**
 * Every operation says what kind of thing it is about, one of the root's `x-modalities`.
 * @type {import('../../lib/rule.js').Rule}
 */
export const modalityKnown = () => {
  /** @type {string[]} */
  let modalities = [];
  return {
    Root(root, { resolve }) {
      modalities = resolve(root['x-modalities'] ?? []).node ?? [];
    },
    // Callbacks are left out: nobody calls them here.
    Paths: {
      PathItem: {
        Operation(operation, { location, report }) {
          const modality = operation['x-modality'];
          if (modality === undefined) report({ message: 'The operation has no x-modality.', location: location.key() });
          else if (!modalities.includes(modality)) {
            report({
              message: `x-modalities has no ${modality}; it has ${modalities.join(', ')}.`,
              location: location.child(['x-modality']),
            });
          }
        },
      },
    },
  };
};
