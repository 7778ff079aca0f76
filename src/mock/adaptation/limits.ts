/** Where an answer ends: before a stop sequence, or when it has as many tokens as it may have. */
import { type AnswerPart, type BuiltContent, partsOf, textOf } from '../../protocols/parts/answer.js';
import type { Wishes } from '../../protocols/parts/conversation.js';
import { charactersPerToken, countTokens } from '../answer/tokens.js';

/** The end of a text that is cut short, which is never in the middle of a character. */
const cut = (text: string, tokens: number): string =>
  text.slice(0, Math.max(0, tokens) * charactersPerToken).replace(/[\uD800-\uDBFF]$/, '');

/** The first stop sequence that occurs in a text, and where. */
function firstStop(text: string, stop: readonly string[]): { sequence: string; at: number } | undefined {
  let first: { sequence: string; at: number } | undefined;
  for (const sequence of stop) {
    const at = text.indexOf(sequence);
    if (at >= 0 && (!first || at < first.at)) first = { sequence, at };
  }
  return first;
}

/** The parts before the first stop sequence in what is said. */
function untilStop(parts: readonly AnswerPart[], stop: readonly string[]): { parts: AnswerPart[]; sequence?: string } {
  const kept: AnswerPart[] = [];
  for (const part of parts) {
    const found = 'text' in part ? firstStop(part.text, stop) : undefined;
    if (!found || !('text' in part)) {
      kept.push(part);
      continue;
    }
    return { parts: found.at > 0 ? [...kept, { text: part.text.slice(0, found.at) }] : kept, sequence: found.sequence };
  }
  return { parts: kept };
}

/** Tokens of a part that the limit counts; a picture does not go by words. */
const tokensOf = (part: AnswerPart): number => {
  if ('toolCall' in part) return countTokens(part.toolCall.name + JSON.stringify(part.toolCall.arguments));
  const text = 'text' in part ? part.text : 'reasoning' in part ? part.reasoning : '';
  return text === '' ? 0 : countTokens(text);
};

/** Below this many tokens nothing is left for reasoning. */
const leastForReasoning = 16;

/** The parts that fit. Reasoning leaves half of the tokens for what is said; calls are made whole or not at all. */
function withinTokens(parts: readonly AnswerPart[], most: number): AnswerPart[] {
  const thought = tokensOf({ reasoning: textOf(parts, 'reasoning') });
  let forReasoning = most < leastForReasoning ? 0 : Math.min(thought, Math.floor(most / 2));
  let left = most - forReasoning;
  return parts.flatMap((part): AnswerPart[] => {
    if ('reasoning' in part) {
      const reasoning = cut(part.reasoning, forReasoning);
      forReasoning -= tokensOf({ reasoning });
      // What is sealed and says nothing costs nothing.
      return reasoning === '' && part.reasoning !== '' ? [] : [{ reasoning }];
    }
    const tokens = tokensOf(part);
    const before = left;
    left -= tokens;
    if (tokens <= before) return [part];
    left = 0;
    return 'text' in part && before > 0 ? [{ text: cut(part.text, before) }] : [];
  });
}

/** What is left, in which pictures that are cut off count nothing. */
function cutTo({ parts, usage }: BuiltContent, left: AnswerPart[]): Pick<BuiltContent, 'parts' | 'usage'> {
  const pictures = partsOf(parts, 'image').length;
  if (!usage?.image || pictures === 0) return { parts: left };
  return { parts: left, usage: { ...usage, image: Math.round((usage.image * partsOf(left, 'image').length) / pictures) } };
}

/** The content as far as the request lets it go, with the end that it then has. */
export function limitContent(content: BuiltContent, { stop, maxTokens }: Pick<Wishes, 'stop' | 'maxTokens'>): BuiltContent {
  const stopped = untilStop(content.parts, stop);
  const most = maxTokens ?? Number.POSITIVE_INFINITY;
  if (stopped.parts.reduce((sum: number, part) => sum + tokensOf(part), 0) > most)
    return { ...content, ...cutTo(content, withinTokens(stopped.parts, Math.floor(most))), finish: 'length' };
  if (stopped.sequence === undefined) return content;
  return { ...content, ...cutTo(content, stopped.parts), finish: 'stop', stopSequence: stopped.sequence };
}
