/** Are the words that an answer says rest on sources those of its text? */
import { compilePointer, formatPointer } from '../../../contract/pointer.js';
import type { Misfit } from '../said/misfit.js';
import type { SaidPlace } from '../said/said.js';
import type { AnswerEnd, FurtherPromise } from './further.js';

/** Whether there is a tool that does not have this member, such as a search. */
export function hasToolBut(tools: unknown, member: string): boolean {
  const look = compilePointer(member);
  return Array.isArray(tools) && tools.some((tool) => look(tool) === undefined);
}

/** Words that are remembered. */
const most = 1000;

/** Lines may be broken elsewhere. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

export class Grounded implements FurtherPromise {
  readonly #place: SaidPlace;
  readonly #told: { words: string; pointer: string; event: number }[] = [];

  constructor(place: SaidPlace) {
    this.#place = place;
  }

  gather(piece: unknown, event: number): void {
    this.#place.visit(piece, (words, path) => {
      if (typeof words === 'string' && this.#told.length < most) this.#told.push({ words, pointer: formatPointer(path()), event });
    });
  }

  misfit({ text }: AnswerEnd): Misfit | undefined {
    if (text === undefined || this.#told.length === 0) return undefined;
    const said = inOneLine(text);
    const stray = this.#told.find(({ words }) => !said.includes(inOneLine(words)));
    return stray && { pointer: stray.pointer, event: stray.event, expected: 'must be words of the text', got: stray.words };
  }
}
