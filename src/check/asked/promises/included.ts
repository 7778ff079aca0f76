/** Has an answer what its request wants it to include? */
import { compileExpression, type Evaluate } from '../../../contract/expression.js';
import type { AskedOf } from '../../../contract/prepared/asked.js';
import type { Misfit } from '../said/misfit.js';
import { type SaidPlace, saidPlace } from '../said/said.js';
import type { AnswerEnd, FurtherPromise } from './further.js';

type Rules = NonNullable<AskedOf['included']>[number];

export interface IncludedPlace {
  /** Whether the request wants it. */
  isWanted: Evaluate<boolean>;
  /** What lacks it. */
  lacking: SaidPlace;
  message: string;
}

/** Whether a request asks for something: by `true`, or by a word in a list. */
export function compileWish({ asked, word }: { asked: string; word?: string }): Evaluate<boolean> {
  const look = compileExpression(asked);
  return (request) => {
    const wish = look(request);
    return word === undefined ? wish === true : Array.isArray(wish) && wish.includes(word);
  };
}

export const includedPlaces = (rules: readonly Rules[] = [], form: 'answer' | 'event'): IncludedPlace[] =>
  rules.flatMap(({ message, [form]: place, ...wish }) =>
    place ? [{ isWanted: compileWish(wish), lacking: saidPlace(place), message }] : [],
  );

export class Included implements FurtherPromise {
  readonly #place: IncludedPlace;
  #first: Misfit | undefined;

  constructor(place: IncludedPlace) {
    this.#place = place;
  }

  gather(piece: unknown, event: number): void {
    if (this.#first) return;
    const { lacking, message } = this.#place;
    lacking.visit(piece, (got, path) => {
      this.#first ??= { event, pointer: `/${path().join('/')}`, expected: message, got };
    });
  }

  misfit({ isWhole }: AnswerEnd): Misfit | undefined {
    return isWhole ? this.#first : undefined;
  }
}
