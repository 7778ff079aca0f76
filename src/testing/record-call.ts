/** Records the calls of a `fetch` as the proxy records those that pass. */

import type { BodyCheck, ExchangeCheck } from '../check/exchange.js';
import { brokenOff } from '../check/findings/broken-off.js';
import type { Finding } from '../check/findings/violation.js';
import type { ParsedBody } from '../check/parsed-body.js';
import type { Flaw } from '../http/bytes/utf8.js';
import { perTurn } from '../http/per-turn.js';
import { inTurn } from '../in-turn.js';
import type { SecretNames } from '../journal/redaction.js';
import { KeptPieces } from '../recording/kept-pieces.js';
import { withoutFailures } from '../recording/losses.js';
import { type RecordedResponse, type Recording, toRecordedBody } from '../recording/recording.js';
import { redactRecording } from '../recording/redact-recording.js';
import type { Leaving } from './leaving.js';
import { answerTexts } from './reads/answer-texts.js';
import { awaitParsing, Reads, unwatched, watchParsing } from './reads/reads.js';
import type { SentCall } from './sent/sent-call.js';

type Ended = RecordedResponse['ended'];

/** Told how the body ended, or may have ended where it is not over. What it returns is waited for. */
type Finish = (ended: Ended, isOver: boolean) => Promise<void>;

/** The body of a response on its way to the caller. The first of `end`, `cut` and `cancel` ends it; what comes later is not seen. */
export interface FollowedBody extends Pick<BodyCheck, 'write' | 'end' | 'cancel' | 'parsed'> {
  /** Whether anybody wants to see it. It has to be ended in any case. */
  wanted: boolean;
  /** The connection broke. */
  cut(): void;
  /** Its reader may have gone without a word: what has come so far is recorded, and more of it, if there is more, in its place. */
  forgotten(): void;
  /** Settles when the recording is written; nothing is where none is made. */
  written: Promise<void> | undefined;
  /** Called when it has ended. */
  onEnd?: () => void;
}

/** A class, since each call has one. */
class Followed implements FollowedBody {
  written: Promise<void> | undefined;
  onEnd?: () => void;
  readonly wanted: boolean;
  readonly #check: BodyCheck;
  readonly #finish: Finish | undefined;
  #hasBegun = false;
  #hasEnded = false;

  constructor(check: BodyCheck, finish: Finish | undefined, wanted: boolean) {
    this.#check = check;
    this.#finish = finish;
    this.wanted = wanted;
  }

  write(text: string, flaw?: Flaw): void {
    this.#hasBegun = true;
    if (!this.#hasEnded) this.#check.write(text, flaw);
  }

  end(lack?: Finding): void {
    this.#end('end', lack);
  }

  cut(): void {
    this.#end('cut', brokenOff);
  }

  cancel(): void {
    this.#end('cancel');
  }

  forgotten(): void {
    if (!this.#hasEnded && this.#hasBegun) this.#finish?.('cancel', false).catch(() => {});
  }

  parsed(): ParsedBody | undefined {
    return this.#check.parsed();
  }

  #end(how: Ended, lack?: Finding): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.onEnd?.();
    if (how === 'cancel') this.#check.cancel();
    else this.#check.end(lack);
    this.written = this.#finish?.(how, true);
    // Whoever waits for it is told.
    this.written?.catch(() => {});
  }
}

export const followed = (check: BodyCheck, finish?: Finish, wanted = check.judges): FollowedBody => new Followed(check, finish, wanted);

export interface CallRecording {
  /** Follows the body of the response. */
  follow(response: Response, check: BodyCheck, leaving: Leaving): FollowedBody;
  /** No response came, since the caller left or nobody was there. */
  unanswered(): Promise<void>;
}

/** Begins the recording of a call. @param path path and query */
export type BeginRecording = (exchange: ExchangeCheck, path: string, request: SentCall) => CallRecording;

/** What can be kept of a body as text. */
const isText = /^text\/|json/;

/**
 * @param notesReads whether a recording is written anew with what was read of the answer, as it is read
 */
export function recordCalls(folder: string, secrets: SecretNames, notesReads: boolean): BeginRecording {
  const recorder = inTurn(() => import('../recording/recorder.js')).then(({ createFileRecorder }) => createFileRecorder(folder));
  // It is said with the first recording.
  recorder.catch(() => {});
  const record = withoutFailures(
    async (recording: Recording, over?: string) => (await recorder)(recording, over),
    (line) => console.error(`contractFetch, ${folder}: ${line}`),
  );
  if (notesReads) watchParsing();
  return (exchange, path, { method, headers, body, unread }) => {
    const time = new Date();
    const started = performance.now();
    const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
    const write = async (response?: RecordedResponse) => {
      const { operation, violations } = exchange;
      const recording: Recording = {
        time: time.toISOString(),
        ...(operation && { operation }),
        request: {
          method,
          url: path,
          headers: Object.fromEntries(headers),
          ...(unread !== undefined && { unread }),
          ...toRecordedBody(typeof body === 'string' ? body : undefined, false),
        },
        ...(response && { response }),
        duration: elapsed(),
        violations,
      };
      const clean = redactRecording(recording, secrets);
      const known = reads?.pointers.size;
      file = file.then((over) => record(withReads(clean), over));
      await file;
      rewrite = () => {
        file = file.then((name) => (name === undefined ? undefined : record(withReads(clean), name)));
      };
      if (reads && reads.pointers.size !== known) rewriteSoon(undefined);
    };
    /** What is known later is written over it, one after the other. */
    let file: Promise<string | undefined> = Promise.resolve(undefined);
    let rewrite: (() => void) | undefined;
    const rewriteSoon = perTurn(() => rewrite?.());
    const reads = notesReads ? new Reads(() => rewriteSoon(undefined)) : undefined;
    const withReads = (recording: Recording): Recording => (reads ? { ...recording, reads: [...reads.pointers].sort() } : recording);
    return {
      unanswered: () => write(),
      follow({ status, headers }, check, leaving) {
        const pieces = new KeptPieces(elapsed);
        const texts = reads && answerTexts(headers.get('content-type') ?? undefined, (text) => awaitParsing(text, reads));
        const keeping: BodyCheck = {
          ...check,
          write(text, flaw) {
            pieces.add(text);
            unwatched(() => check.write(text, flaw));
            texts?.write(text);
          },
          end: (lack) => unwatched(() => check.end(lack)),
          fail: (why) => unwatched(() => check.fail(why)),
          cancel: () => unwatched(() => check.cancel()),
          // Of what the check has parsed, nobody would notice what is read.
          parsed: () => (reads ? undefined : check.parsed()),
        };
        // Those of a test may have `get` and no more.
        const head = { status, headers: Object.fromEntries(Symbol.iterator in headers ? headers : []) };
        const followedBody = followed(
          keeping,
          (ended, isOver) => {
            if (isOver) stay();
            const body = unwatched(() => pieces.recorded({ ended, headers: head.headers }));
            if (isOver) texts?.end();
            return write({ ...head, ...body });
          },
          isText.test(head.headers['content-type'] ?? ''),
        );
        // Whoever leaves may read no more, not even that there is nothing more.
        const stay = leaving.once(() => followedBody.cancel());
        return followedBody;
      },
    };
  };
}
