/** How many tokens a text has. */

/** Of English text, about. */
export const charactersPerToken = 4;

export const countTokens = (text: string | number): number =>
  Math.max(1, Math.ceil((typeof text === 'number' ? text : text.length) / charactersPerToken));
