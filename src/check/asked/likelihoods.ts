/** Are the tokens of which an answer tells how likely they were those of its text? */
import { formatPointer } from '../../contract/pointer.js';
import { joinedPieces } from '../order/joined-text.js';
import { shortened } from '../order/shortened.js';
import type { AnswerEnd, FurtherPromise } from './further.js';
import type { Misfit } from './misfit.js';
import type { SaidPlace } from './said.js';

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

/** A character for each byte: a token may be a part of a character only. */
const latin1 = (bytes: Iterable<number>): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const bytesOf = (text: string): string => latin1(new TextEncoder().encode(text));
const bytesIn = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const trimmed = (text: string): string => bytesOf(new TextDecoder().decode(bytesIn(text)).trim());

function latin1Of(token: unknown): string | undefined {
  const { token: text, bytes } = (token ?? {}) as { token?: unknown; bytes?: unknown };
  if (Array.isArray(bytes) && bytes.every((byte) => typeof byte === 'number')) return latin1(bytes);
  return typeof text === 'string' ? bytesOf(text) : undefined;
}
