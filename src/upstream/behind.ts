/** What stands behind a mock: recordings first, then a gateway. */

import type { PreparedContract } from '../contract/prepared.js';
import { inTurn } from '../in-turn.js';
import type { MockOptions } from '../mock/engine/options.js';
import type { AnswerSource } from '../mock/engine/state.js';
import type { BehindOptions } from './options.js';

/** With the names of which no recording tells the values. */
type RecordedOptions = BehindOptions & Pick<MockOptions, 'redact'>;

export interface Behind {
  source: AnswerSource;
  /** Waits for recordings to be written. */
  close(): Promise<void>;
}

/**
 * @returns undefined where nothing stands behind the mock; what does is loaded now
 * @throws Error for recordings that are not there or are none, and for a folder that cannot be
 */
export async function openBehind(options: RecordedOptions, contract: PreparedContract): Promise<Behind | undefined> {
  const [replay, upstream] = await Promise.all([openReplay(options, contract), openUpstream(options, contract)]);
  if (!replay && !upstream) return undefined;
  return {
    async source(call) {
      const recorded = await replay?.answer(call);
      if (recorded) return recorded;
      if (upstream) return upstream.answer(call);
      throw await replay?.miss(call);
    },
    async close() {
      await upstream?.close();
    },
  };
}

async function openReplay(options: BehindOptions, contract: PreparedContract) {
  const { replay, replayStrict: strict = false, replaySpeed: speed = 1, upstream } = options;
  if (replay === undefined) return undefined;
  const [{ Library }, { Replay }] = await Promise.all([
    inTurn(() => import('./replay/library.js')),
    inTurn(() => import('./replay/replay.js')),
  ]);
  const library = new Library(contract);
  for (const path of [replay].flat())
    await library.add(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      // What is missing may be recorded now.
      if (upstream === undefined)
        throw new Error(`there are no recordings at ${path}; give a folder of them, a recording (.json) or a HAR file`);
    });
  if (library.size === 0 && upstream === undefined)
    throw new Error(
      `there is no recording of an operation in ${[replay].flat().join(', ')}; record some, by a proxy or from an upstream, or export a HAR file`,
    );
  return new Replay({ library, strict, speed });
}

async function openUpstream({ upstream, record, redact }: RecordedOptions, contract: PreparedContract) {
  if (upstream === undefined) return undefined;
  const [{ Upstream }, { createRecorder }, { withoutFailures }] = await Promise.all([
    inTurn(() => import('./pass-on.js')),
    inTurn(() => import('../recording/recorder.js')),
    inTurn(() => import('../recording/losses.js')),
  ]);
  const recorder =
    record === undefined
      ? undefined
      : await createRecorder(record, contract).catch(({ message }: Error) => {
          throw new Error(`nothing can be recorded in ${record}: ${message}`);
        });
  return new Upstream({
    target: new URL(upstream),
    contract,
    redact,
    ...(recorder && { record: withoutFailures(recorder, (line) => console.error(line)) }),
  });
}
