/** An answer of which no more comes: what is known of it, and how one tells what does not fit. */
import type { ExpressionContext } from '../../contract/expression.js';
import type { ConversationHead } from '../../protocols/index.js';
import type { CallArguments } from './arguments.js';
import type { CompiledAsked, CompiledForm, PlaceName } from './compiled-asked.js';
import type { FurtherPromise } from './promises/further.js';
import type { NewPieces } from './promises/new-pieces.js';
import type { Misfit } from './said/misfit.js';
import type { Gathering, Said, SaidTexts } from './said/said.js';

export interface EndedAnswer {
  readonly asked: CompiledAsked;
  readonly form: CompiledForm;
  readonly request: ExpressionContext;
  readonly isStream: boolean;
  readonly tell: (misfit: Misfit) => void;
  readonly head: ConversationHead;
  readonly said: Gathering;
  readonly texts: SaidTexts | undefined;
  readonly declined: Gathering | undefined;
  readonly arguments: CallArguments | undefined;
  readonly promises: readonly FurtherPromise[];
  readonly pieces: NewPieces | undefined;
  readonly isObject: boolean;
  /** Number of the last event. */
  readonly event: number;
}

/** What it says, of one kind. */
export function saidOf(answer: EndedAnswer, name: PlaceName): readonly Said[] {
  return answer.said.at(answer.form.index[name]);
}

/** Whether anything was said, in words or by a call. */
export function isSaid(answer: EndedAnswer): boolean {
  return saidOf(answer, 'text').length + saidOf(answer, 'calls').length > 0;
}

/** Whether there is a picture or a sound, which takes as many tokens as it takes, whatever the limit is. */
export function hasMedia(answer: EndedAnswer): boolean {
  return answer.form.besides.some((index) => answer.said.at(index).some(({ value }) => typeof value === 'object'));
}

/** Whether the answer ended by itself: nothing of it is missing. */
export function isWhole(answer: EndedAnswer): boolean {
  const { whole } = answer.asked.rules.finish;
  const said = saidOf(answer, 'finish');
  const last = answer.isStream ? said.slice(-1) : said;
  return last.length > 0 && last.every(({ value }) => whole.includes(String(value)));
}

export function tellMisfit(answer: EndedAnswer, said: Said, expected: string): void {
  answer.tell({ event: said.event, pointer: answer.said.pointerOf(said), expected, got: said.value });
}

/** Something is not there: told of the end, at the place where it would be. */
export function tellLack(answer: EndedAnswer, name: PlaceName, expected: string, got: unknown): void {
  const place = answer.form.places[name];
  if (place) answer.tell({ event: Math.max(1, answer.event), pointer: place.pointer, expected, got });
}
