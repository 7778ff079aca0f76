/** How likely the tokens of an answer were. */

interface Token {
  token: string;
  /** Natural logarithm of its probability. */
  logprob: number;
  /** In UTF-8. */
  bytes: number[];
}

/** A token, with the likeliest ones at its place. Members as OpenAI's protocols have them. */
export interface TokenLikelihood extends Token {
  top_logprobs: Token[];
}
