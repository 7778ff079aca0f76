/** Does the text of an answer have the form that its request asks for, end where it asks, and hold no reasoning and no call? */
import { type EndedAnswer, isWhole, saidOf, tellMisfit } from './ended-answer.js';
import { misformed } from './form.js';
import { inShort } from './said/misfit.js';
import type { Gathering } from './said/said.js';

/** Characters that two texts do not have in common by chance, if they are all that there is of both. */
const long = 12;

/** Reasoning comes in its own place, and not where it is declined. */
export function judgeThoughts(answer: EndedAnswer): void {
  if (answer.declined) judgeDeclined(answer, answer.declined);
  const [said] = saidOf(answer, 'text');
  if (!said || typeof said.value !== 'string') return;
  const { never, neverLast, written } = answer.asked;
  const text = answer.pieces?.beginning ?? said.value;
  const isCall = () => written?.test(text) && answer.head.tools.length > 0 && saidOf(answer, 'calls').length === 0;
  if (never?.test(text)) tellMisfit(answer, said, 'must be text without the reasoning, which has a place of its own');
  else if (isCall()) tellMisfit(answer, said, 'must be text without the call, which has a place of its own');
  else if (neverLast?.test(answer.pieces?.last ?? said.value))
    tellMisfit(answer, said, 'must be text without the marks that end it for the model');
  const [thought] = saidOf(answer, 'thoughts');
  if (thought?.value === said.value && thought.event === said.event && said.value.length >= long)
    tellMisfit(answer, said, 'must be the text, not the reasoning again');
}

function judgeDeclined(answer: EndedAnswer, told: Gathering): void {
  const expected = 'must not be there: the request wants no reasoning';
  const [thought] = saidOf(answer, 'thoughts');
  const model = String(answer.asked.model(answer.request));
  const all = answer.form.declined.models.flatMap((models, index) => ((models?.test(model) ?? true) ? told.at(index) : []));
  // What is sealed may be counted.
  const hidden = all.find(({ value }) => (typeof value === 'number' ? value > 0 && saidOf(answer, 'sealed').length === 0 : true));
  if (thought) tellMisfit(answer, thought, expected);
  else if (hidden) answer.tell({ event: hidden.event, pointer: told.pointerOf(hidden), expected, got: hidden.value });
}

export function judgeStop(answer: EndedAnswer): void {
  const [told] = saidOf(answer, 'stop');
  const { stop } = answer.head.wishes;
  if (!told || stop.includes(String(told.value))) return;
  const texts = stop.map((text) => JSON.stringify(text));
  tellMisfit(
    answer,
    told,
    texts.length === 0 ? 'must be null, since the request has no such text' : `must be one of the request's: ${inShort(texts)}`,
  );
}

/** Whether a text of the request may have ended the answer in the middle of its form. Most protocols do not tell. */
function isStopped(answer: EndedAnswer): boolean {
  const { stop, format } = answer.head.wishes;
  if (stop.length === 0) return false;
  if (answer.form.places.stop) return saidOf(answer, 'stop').length > 0;
  const begins = (text: string) =>
    format.kind === 'choice' ? format.texts.some((one) => one.startsWith(text)) : /^\s*(?:[{[]|$)/.test(text);
  return [...(answer.texts?.texts.values() ?? [])].every(({ pieces }) => begins(pieces.text ?? ''));
}

export function judgeTexts(answer: EndedAnswer): void {
  if (!answer.texts) return;
  const { stop, format } = answer.head.wishes;
  const texts = [...answer.texts.texts.values()];
  for (const { pieces, pointer, event } of texts) {
    const found = stop.find((text) => pieces.text?.includes(text));
    if (found !== undefined)
      answer.tell({ event, pointer, expected: `must end before ${JSON.stringify(found)}, as the request asks`, got: pieces.text });
  }
  const hasCall = saidOf(answer, 'calls').length > 0;
  if (format.kind === 'text' || hasCall || !isWhole(answer) || isStopped(answer)) return;
  // Where there are no alternatives, an answer of several blocks is in form as a whole, or in its last.
  const isOne = !answer.asked.rules.choices;
  const joined = texts.map(({ pieces }) => pieces.text ?? '').join('');
  if (isOne && misformed(format, joined, answer.isObject) === undefined) return;
  for (const { pieces, pointer, event } of isOne ? texts.slice(-1) : texts) {
    if (!pieces.text) continue;
    const expected = misformed(format, pieces.text, answer.isObject);
    if (expected !== undefined) answer.tell({ event, pointer, expected, got: pieces.text });
  }
}
