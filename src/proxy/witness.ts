/** What is seen of a response while it passes: it is checked, and kept for a recording. */

import type { BodyCheck, ExchangeCheck } from '../check/exchange.js';
import { brokenOff } from '../check/findings/broken-off.js';
import { type Finding, findingOf } from '../check/findings/violation.js';
import { largestJudged } from '../http/body-text.js';
import { Utf8Reader } from '../http/bytes/utf8.js';
import { decodedBytesSync } from '../http/encoded-body.js';
import { UnreadableBodyError } from '../http/message.js';
import type { JournalRecord } from '../journal/journal.js';
import { KeptPieces } from '../recording/kept-pieces.js';
import type { RecordedResponse } from '../recording/recording.js';

/** Status and headers, whose names are in lower case. */
export type Head = Pick<RecordedResponse, 'status' | 'headers'>;

/** Whether the body is text. */
const isReadable = ({ headers }: Head): boolean => /^text\/|json/.test(headers['content-type'] ?? '');

/** Whether it can be read as it passes. The gateway is asked not to compress; what it compresses all the same is read in the end. */
const isEncoded = ({ headers }: Head): boolean => ![undefined, '', 'identity'].includes(headers['content-encoding']);

export interface WitnessOptions {
  exchange: ExchangeCheck;
  head: Head;
  /** Keep the body, to be recorded. */
  keepsBody: boolean;
  /** Milliseconds since the request was sent. */
  elapsed(): number;
}

export class Witness {
  readonly head: Head;
  readonly #options: WitnessOptions;
  #isReadable: boolean;
  /** What came of a body that is encoded. */
  #encoded: Uint8Array[] | undefined;
  #encodedSize = 0;
  readonly #check: BodyCheck;
  readonly #pieces: KeptPieces;
  readonly #decoder = new Utf8Reader();
  #ended: RecordedResponse['ended'] | undefined;

  constructor(options: WitnessOptions) {
    const { head, exchange } = options;
    this.#options = options;
    this.head = head;
    this.#isReadable = isReadable(head);
    this.#encoded = this.#isReadable && isEncoded(head) ? [] : undefined;
    this.#pieces = new KeptPieces(options.elapsed);
    this.#check = exchange.response(head.status, (name) => head.headers[name]);
  }

  write(piece: Uint8Array): void {
    if (!this.#isReadable) return;
    if (this.#encoded) this.#keepEncoded(this.#encoded, piece);
    else this.#read(piece);
  }

  #read(piece: Uint8Array): void {
    const text = this.#decoder.decode(piece, { stream: true });
    if (this.#options.keepsBody) this.#pieces.add(text);
    this.#check.write(text, this.#decoder.flaw);
  }

  /** What is longer than anything that is judged goes unread. */
  #keepEncoded(encoded: Uint8Array[], piece: Uint8Array): void {
    encoded.push(piece);
    this.#encodedSize += piece.length;
    if (this.#encodedSize <= largestJudged) return;
    this.#isReadable = false;
    this.#encoded = undefined;
  }

  /** Reads what was encoded. @returns why it cannot be */
  #decode(encoded: readonly Uint8Array[]): Finding | undefined {
    try {
      this.#read(decodedBytesSync(Buffer.concat(encoded), (name) => this.head.headers[name], largestJudged));
      return undefined;
    } catch (error) {
      // A length that nobody judges, and an encoding that only others know.
      if (!(error instanceof UnreadableBodyError) || error.status !== 400) {
        this.#isReadable = false;
        return undefined;
      }
      const { expected } = error;
      return findingOf(
        { part: 'response', in: 'header', pointer: '/content-encoding' },
        'content-encoding',
        expected,
        this.head.headers['content-encoding'],
      );
    }
  }

  /** The first end counts. Of a body that was not read, one cannot say that it is all there. */
  end(how: RecordedResponse['ended']): void {
    if (this.#ended) return;
    const broken = this.#encoded && this.#decode(this.#encoded);
    this.#encoded = undefined;
    if (broken && how !== 'cancel') {
      this.#ended = how;
      this.#check.fail(broken);
      return;
    }
    this.#ended = how === 'end' && !this.#isReadable ? 'cancel' : how;
    if (this.#ended === 'cancel') {
      this.#check.cancel();
      return;
    }
    const rest = this.#isReadable ? this.#decoder.decode() : '';
    if (rest !== '') this.#check.write(rest, this.#decoder.flaw);
    this.#check.end(how === 'cut' ? brokenOff : undefined);
  }

  /** How the response went so far, in the words of the journal. */
  get ending(): Pick<JournalRecord, 'events' | 'fault'> {
    const events = this.#isReadable ? this.#check.events() : undefined;
    return { ...(events !== undefined && { events }), ...(this.#ended === 'cut' && { fault: 'cut' }) };
  }

  recorded(): RecordedResponse {
    const { headers } = this.head;
    return { ...this.head, ...this.#pieces.recorded({ ended: this.#ended ?? 'cancel', headers }) };
  }
}
