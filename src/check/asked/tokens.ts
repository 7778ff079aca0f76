/** Do the counts of an answer keep to the limit of its request, and to what it says? */
import { type EndedAnswer, hasMedia, isSaid, isWhole, saidOf, tellLack, tellMisfit } from './ended-answer.js';

/** Tokens that mark the end of an answer and say nothing. */
const fewTokens = 5;

export function judgeTokens(answer: EndedAnswer): void {
  const [prompt] = saidOf(answer, 'prompt');
  const isNothing = prompt?.value === 0 && answer.form.further.every((index) => !(Number(answer.said.at(index)[0]?.value) > 0));
  if (isNothing && isWhole(answer)) tellMisfit(answer, prompt, 'must be more than 0, since the request says something');
  const [told] = saidOf(answer, 'tokens');
  const { maxTokens = Number.NaN, choices, stop } = answer.head.wishes;
  if (!told || typeof told.value !== 'number') return;
  if (told.value === 0 && isSaid(answer)) tellMisfit(answer, told, 'must be more than 0, since the answer says something');
  const reasoning = saidOf(answer, 'reasoning')[0]?.value;
  const text = told.value - (typeof reasoning === 'number' ? reasoning : 0);
  const { besides } = answer.form;
  const isEmpty = besides.length > 0 && !isSaid(answer) && besides.every((index) => answer.said.at(index).length === 0);
  // The text that ended it is counted, too.
  if (isEmpty && stop.length === 0 && text >= (answer.asked.rules.tokens.few ?? fewTokens) * choices && isWhole(answer))
    tellMisfit(answer, told, 'must be 0, or nearly so, since the answer says nothing');
  if (!(maxTokens >= 0) || hasMedia(answer)) return;
  if (text > maxTokens * choices) tellMisfit(answer, told, `must be at most ${maxTokens * choices}, the limit of the request`);
}

export function judgeCounted(answer: EndedAnswer): void {
  const { rules, counted } = answer.asked;
  if (counted ? counted(answer.request) !== true : !rules.counted) return;
  const [told] = saidOf(answer, 'counted');
  if (told) {
    const isEarly = counted !== undefined && told.event < (answer.pieces?.latest ?? 0) && isWhole(answer);
    if (isEarly) tellMisfit(answer, told, 'must come with the last of the text, or after it, since it counts all of it');
  } else if (counted) tellLack(answer, 'counted', 'must come in one event, since the request asks for it', undefined);
  // Some vendors leave the sum out where they do not count what an address has.
  else if (isWhole(answer) && saidOf(answer, 'tokens').length === 0)
    tellLack(answer, 'counted', 'must be there, since the answer is whole', undefined);
}
