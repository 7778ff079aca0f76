/** Records the calls of a `fetch` as the proxy records those that pass. */

import type { BodyCheck, ExchangeCheck } from '../check/exchange.js';
import type { CheckedRequest } from '../check/subject.js';
import { inTurn } from '../in-turn.js';
import type { SecretNames } from '../journal/redaction.js';
import type { Recorder } from '../recording/recorder.js';
import { type RecordedResponse, toRecordedBody } from '../recording/recording.js';
import { redactRecording } from '../recording/redact-recording.js';

/** The body of a response on its way to the caller. Exactly one of `end`, `cut` and `cancel` ends it. */
export interface FollowedBody extends Omit<BodyCheck, 'events'> {
  /** The connection broke. */
  cut(): void;
  /** Settles when the recording is written; nothing is where none is made. */
  written: Promise<void> | undefined;
}

export const followed = (check: BodyCheck): FollowedBody => ({
  write: (text) => check.write(text),
  end: () => check.end(),
  cut: () => check.end(),
  cancel: () => check.cancel(),
  written: undefined,
});

/** Follows the body of a response to a call. */
export type FollowBody = (response: Response, check: BodyCheck) => FollowedBody;

/** Begins the recording of a call. */
export type BeginRecording = (exchange: ExchangeCheck, request: Request, checked: CheckedRequest) => FollowBody;

/** @throws Error from the first recording where there can be no such folder */
export function recordCalls(folder: string, secrets: SecretNames): BeginRecording {
  const recorder: Promise<Recorder> = inTurn(() => import('../recording/recorder.js')).then(({ createRecorder }) => createRecorder(folder));
  // Whoever waits for a recording is told.
  recorder.catch(() => {});
  return (exchange, request, { path, query, body }) => {
    const time = new Date();
    const started = performance.now();
    const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
    return (response, check) => {
      const chunks: { at: number; text: string }[] = [];
      const { operation, violations } = exchange;
      const finish = (ended: RecordedResponse['ended']) => {
        const isStream = /^text\/event-stream/.test(response.headers.get('content-type') ?? '');
        const recording = redactRecording(
          {
            time: time.toISOString(),
            ...(operation && { operation }),
            request: {
              method: request.method,
              url: query.size > 0 ? `${path}?${query}` : path,
              headers: Object.fromEntries(request.headers),
              ...toRecordedBody(typeof body === 'string' ? body : undefined, false),
            },
            response: {
              status: response.status,
              headers: Object.fromEntries(response.headers),
              ended,
              ...(isStream ? { chunks } : toRecordedBody(chunks.map(({ text }) => text).join(''), true)),
            },
            duration: elapsed(),
            violations,
          },
          secrets,
        );
        result.written = recorder.then((record) => record(recording));
      };
      const result: FollowedBody = {
        write(text) {
          chunks.push({ at: elapsed(), text });
          check.write(text);
        },
        end() {
          check.end();
          finish('end');
        },
        cut() {
          check.end();
          finish('cut');
        },
        cancel() {
          check.cancel();
          finish('cancel');
        },
        written: undefined,
      };
      return result;
    };
  };
}
