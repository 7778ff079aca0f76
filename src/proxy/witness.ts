/** What is seen of a response while it passes: it is checked, and kept for a recording. */
import type { BodyCheck, ExchangeCheck } from '../check/exchange.js';
import { Utf8Reader } from '../http/bytes/utf8.js';
import type { JournalRecord } from '../journal/journal.js';
import { KeptPieces } from '../recording/kept-pieces.js';
import type { RecordedResponse } from '../recording/recording.js';

/** Status and headers, whose names are in lower case. */
export type Head = Pick<RecordedResponse, 'status' | 'headers'>;

/** Whether the body can be read as it passes. The gateway is asked not to compress; what it compresses all the same goes unread. */
const isReadable = ({ headers }: Head): boolean =>
  /^text\/|json/.test(headers['content-type'] ?? '') && [undefined, 'identity'].includes(headers['content-encoding']);

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
  readonly #isReadable: boolean;
  readonly #check: BodyCheck;
  readonly #pieces: KeptPieces;
  readonly #decoder = new Utf8Reader();
  #ended: RecordedResponse['ended'] | undefined;

  constructor(options: WitnessOptions) {
    const { head, exchange } = options;
    this.#options = options;
    this.head = head;
    this.#isReadable = isReadable(head);
    this.#pieces = new KeptPieces(options.elapsed);
    this.#check = exchange.response(head.status, (name) => head.headers[name]);
  }

  write(piece: Uint8Array): void {
    if (!this.#isReadable) return;
    const text = this.#decoder.decode(piece, { stream: true });
    if (this.#options.keepsBody) this.#pieces.add(text);
    this.#check.write(text, this.#decoder.flaw);
  }

  /** The first end counts. Of a body that was not read, one cannot say that it is all there. */
  end(how: RecordedResponse['ended']): void {
    if (this.#ended) return;
    this.#ended = how === 'end' && !this.#isReadable ? 'cancel' : how;
    if (this.#ended === 'cancel') {
      this.#check.cancel();
      return;
    }
    const rest = this.#isReadable ? this.#decoder.decode() : '';
    if (rest !== '') this.#check.write(rest, this.#decoder.flaw);
    this.#check.end();
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
