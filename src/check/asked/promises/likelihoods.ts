/** Are the tokens of which an answer tells how likely they were those of its text, and are no more others told of than were asked for? */
import { compilePointer, formatPointer } from '../../../contract/pointer.js';
import { joinedPieces } from '../../order/joined-text.js';
import { shortened } from '../../order/shortened.js';
import type { Misfit } from '../said/misfit.js';
import type { SaidPlace } from '../said/said.js';
import type { AnswerEnd, FurtherPromise } from './further.js';

/** Gathers the tokens of one answer, of which each names its text and may name the bytes of it. */
export class Likelihoods implements FurtherPromise {
  readonly goesByPieces = true;
  readonly #place: SaidPlace;
  readonly #tokens = joinedPieces();
  /** What the tokens are without the last, since some upstreams tell of the one that ends an answer, too. */
  #butLast = '';
  #isKnown = true;
  #pointer = '';
  #event = 0;

  constructor(place: SaidPlace) {
    this.#place = place;
  }

  gather(piece: unknown, event: number): void {
    this.#place.visit(piece, (token, path) => {
      const text = latin1Of(token);
      if (text === undefined || this.#tokens.text === undefined) this.#isKnown = false;
      if (!this.#isKnown) return;
      this.#butLast = this.#tokens.text ?? '';
      this.#tokens.add(text as string);
      this.#pointer = formatPointer(path());
      this.#event = event;
    });
  }

  misfit({ isWhole, hasCall, text, hasThoughts }: AnswerEnd): Misfit | undefined {
    if (!isWhole || hasCall || hasThoughts || !text || !this.#isKnown || this.#event === 0) return undefined;
    const said = bytesOf(text.trim());
    if ([this.#tokens.text, this.#butLast].some((tokens) => tokens !== undefined && trimmed(tokens) === said)) return undefined;
    const [pointer, event] = [this.#pointer.replace(/\/\d+$/, ''), this.#event];
    const expected = `must be the tokens of the text, ${JSON.stringify(shortened(text))}`;
    return { pointer, event, expected, got: shortened(new TextDecoder().decode(bytesIn(this.#tokens.text ?? ''))) };
  }
}

/** Looks at the others that each token could have been. */
export class Alternatives implements FurtherPromise {
  readonly #place: SaidPlace;
  readonly #in: (token: unknown) => unknown;
  readonly #name: string;
  readonly #most: number;
  #misfit: Misfit | undefined;

  /** @param name where a token tells of others */
  constructor(place: SaidPlace, name: string, most: number) {
    this.#place = place;
    this.#in = compilePointer(name);
    this.#name = name;
    this.#most = most;
  }

  gather(piece: unknown, event: number): void {
    if (this.#misfit) return;
    this.#place.visit(piece, (token, path) => {
      const others = this.#in(token);
      if (this.#misfit || !Array.isArray(others) || others.length <= this.#most) return;
      // Some upstreams add the token itself, where it is less likely than those.
      const [first, ...further] = [...others].sort((one, other) => likelihood(one) - likelihood(other));
      if (further.length <= this.#most && latin1Of(first) === latin1Of(token)) return;
      const expected = `must have at most ${this.#most} items, as many as the request asks for`;
      this.#misfit = { pointer: formatPointer(path()) + this.#name, event, expected, got: others.length };
    });
  }

  misfit(): Misfit | undefined {
    return this.#misfit;
  }
}

const likelihood = (token: unknown): number => Number(Object(token).logprob);

/** A character for each byte: a token may be a part of a character only. */
const latin1 = (bytes: Iterable<number>): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (text: string): string => latin1(new TextEncoder().encode(text));
const bytesIn = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const trimmed = (text: string): string => bytesOf(new TextDecoder().decode(bytesIn(text)).trim());

function latin1Of(token: unknown): string | undefined {
  const { token: text, bytes } = (token ?? {}) as { token?: unknown; bytes?: unknown };
  if (Array.isArray(bytes) && bytes.every((byte) => typeof byte === 'number')) return latin1(bytes);
  // Of a part of a character there is no text, or such a mark.
  return typeof text === 'string' && !/\ufffd|^<0x\w\w>$|\\x[\da-f]{2}/.test(text) ? bytesOf(text) : undefined;
}
