/**
 * The words that may stand before a key are words, of a key that stands in a header as it is.
 * @type {import('../../lib/rule.js').Rule}
 */
export const schemeWords = () => ({
  SecurityScheme(scheme, { location, report }) {
    const words = scheme['x-scheme-words'];
    if (words === undefined) return;
    const at = location.child(['x-scheme-words']);
    if (scheme.type !== 'apiKey' || scheme.in !== 'header') {
      report({ message: 'Words before a key are for a scheme of the type apiKey in a header.', location: at.key() });
    }
    for (const [index, word] of words.entries()) {
      // A token of RFC 9110, as the names of authentication schemes are.
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(word)) report({ message: `${JSON.stringify(word)} is no word.`, location: at.child([index]) });
    }
  },
});
