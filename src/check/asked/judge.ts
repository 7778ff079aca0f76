/** Does an answer, once it is complete, keep what its request asks for? */
import { familyOf, mayBeModel } from './alike/model-name.js';
import { judgeCalls } from './calls.js';
import { strayCitation } from './cited.js';
import { type EndedAnswer, isWhole, saidOf, tellLack, tellMisfit } from './ended-answer.js';
import { unknownValue } from './known.js';
import { judgeStop, judgeTexts, judgeThoughts } from './texts.js';
import { judgeCounted, judgeTokens } from './tokens.js';

export function judgeEnd(answer: EndedAnswer): void {
  judgeModel(answer);
  judgeFinish(answer);
  judgeChoices(answer);
  judgeCalls(answer);
  judgeThoughts(answer);
  judgeAnnotations(answer);
  judgeCited(answer);
  judgeKnown(answer);
  judgeTokens(answer);
  judgeStop(answer);
  judgeTexts(answer);
  judgePromises(answer);
  judgeCounted(answer);
}

function judgeModel(answer: EndedAnswer): void {
  const [told] = saidOf(answer, 'model');
  const asked = answer.asked.model(answer.request);
  if (!told || typeof asked !== 'string' || typeof told.value !== 'string' || told.value === asked) return;
  const { families, without } = answer.asked;
  if (families.has(familyOf(told.value, without)) && !mayBeModel(asked, told.value, without, families))
    tellMisfit(answer, told, `must be the model that was asked for, ${JSON.stringify(asked)}`);
}

/** A whole answer has ended. */
function judgeFinish(answer: EndedAnswer): void {
  const { needed, open } = answer.asked.rules.finish;
  if (answer.isStream) return;
  const [first] = saidOf(answer, 'finish');
  if (needed && !first) tellLack(answer, 'finish', 'must be there, since the answer is whole', undefined);
  if (first && open?.words.includes(String(first.value)) && answer.asked.goesOn?.(answer.request) !== true)
    tellMisfit(answer, first, `must not be ${String(first.value)}, since the request does not ask for it`);
}

function judgeChoices(answer: EndedAnswer): void {
  const choices = saidOf(answer, 'choices');
  const wanted = answer.head.wishes.choices;
  const many = wanted === 1 ? '1 answer was' : `${wanted} answers were`;
  const beyond = choices.find(({ value }) => typeof value === 'number' && value >= wanted);
  if (beyond) tellMisfit(answer, beyond, `must be less than ${wanted}, since ${many} asked for`);
  else if (answer.asked.rules.choices?.exact && choices.length > 0 && choices.length < wanted)
    tellLack(answer, 'choices', `must be ${wanted}, as many as were asked for`, choices.length);
}

function judgeAnnotations(answer: EndedAnswer): void {
  const { length } = saidOf(answer, 'pieces');
  const told = saidOf(answer, 'annotations').length;
  if (told < length && isWhole(answer)) tellLack(answer, 'annotations', `must have ${length} annotations, as many as came before`, told);
}

function judgeCited(answer: EndedAnswer): void {
  const { cited } = answer.asked;
  const stray = cited && strayCitation(saidOf(answer, 'cited'), cited, answer.request.body);
  if (!stray) return;
  const { said, wrong } = stray;
  answer.tell({ ...wrong, event: said.event, pointer: answer.said.pointerOf(said) + wrong.pointer });
}

function judgeKnown(answer: EndedAnswer): void {
  for (const one of answer.form.known) {
    const stray = unknownValue(one, answer.said, answer.request.body);
    if (stray) tellMisfit(answer, stray, one.rule.message);
  }
}

function judgePromises(answer: EndedAnswer): void {
  if (answer.promises.length === 0) return;
  const word = saidOf(answer, 'finish').at(-1)?.value;
  const [text, ...others] = answer.texts?.texts.values() ?? [];
  const end = {
    word: word === undefined ? undefined : String(word),
    isWhole: isWhole(answer),
    hasCall: saidOf(answer, 'calls').length > 0,
    text: others.length > 0 ? undefined : text?.pieces.text,
    hasThoughts: saidOf(answer, 'thoughts').length > 0,
  };
  for (const promise of answer.promises) {
    const misfit = promise.misfit(end);
    if (misfit) answer.tell(misfit);
  }
}
