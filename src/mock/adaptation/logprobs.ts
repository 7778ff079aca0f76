/** How likely the tokens of an answer were, for who asks for that: made up, and the same for the same text. */
import { hashOf } from '../../contract/chance/random.js';
import type { TokenLikelihood } from '../../protocols/parts/logprobs.js';
import { words } from '../../protocols/parts/pieces.js';

/** Of the token that was chosen. */
const leastProbability = 0.6;
const mostProbability = 0.99;

const utf8 = new TextEncoder();

const tokenOf = (token: string, probability: number) => ({
  token,
  logprob: Number(Math.log(probability).toFixed(6)),
  bytes: [...utf8.encode(token)],
});

/**
 * The tokens of a text, each with others that might have stood in its place: such as stand elsewhere in the text.
 * @param most how many of the likeliest are listed for each, the one that was chosen included
 */
export function likelihoods(text: string, most: number): TokenLikelihood[] {
  // A stream has a token in each of its pieces.
  const tokens = words(text);
  const known = [...new Set(tokens)];
  return tokens.map((token, at) => {
    const probability = leastProbability + (mostProbability - leastProbability) * ((hashOf(`${at} ${token}`) % 1000) / 1000);
    const others: string[] = [];
    for (let next = 1; next < known.length && others.length < most - 1; next++) {
      const other = known[(at + next) % known.length] as string;
      if (other !== token) others.push(other);
    }
    const chosen = tokenOf(token, probability);
    // Each is half as likely as the one before, and all together are no more than certain.
    const top = [chosen, ...others.map((other, rank) => tokenOf(other, (1 - probability) / 2 ** (rank + 1)))];
    return { ...chosen, top_logprobs: top.slice(0, most) };
  });
}
