/** How likely the tokens of an answer were, for who asks for that: made up, and the same for the same text. */
import { hashOf } from '../../contract/chance/random.js';
import type { TokenLikelihood } from '../../protocols/parts/logprobs.js';
import { words } from '../../protocols/parts/pieces.js';
import { countTokens } from '../answer/tokens.js';

/** Of the token that was chosen. */
const leastProbability = 0.6;
const mostProbability = 0.99;

/** The longest piece is less than twice as long. */
const longestPiece = 16;

/** Of one character, nothing is left to halve. */
function halves(text: string): string[] {
  const characters = [...text];
  const middle = Math.ceil(characters.length / 2);
  return characters.length < 2 ? [text] : [characters.slice(0, middle).join(''), characters.slice(middle).join('')];
}

/** The text in as many tokens as it counts: its words, of which the longest are halved, or the shortest put together. */
function tokensOf(text: string): string[] {
  const count = countTokens(text);
  let tokens = words(text);
  for (let length = longestPiece; tokens.length < count && length > 1; length--) {
    let left = count - tokens.length;
    tokens = tokens.flatMap((token) => (token.length >= length && left-- > 0 ? halves(token) : [token]));
  }
  for (let length = 2; tokens.length > count; length++) {
    let left = tokens.length - count;
    const joined: string[] = [];
    for (const token of tokens) {
      const before = joined.at(-1);
      if (before !== undefined && left > 0 && before.length + token.length <= length) {
        joined[joined.length - 1] = before + token;
        left--;
      } else joined.push(token);
    }
    tokens = joined;
  }
  return tokens;
}

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
  const tokens = tokensOf(text);
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
