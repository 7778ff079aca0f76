/**
 * The mock gateway: a `fetch` without a socket, a server, a test fixture; with recordings or a gateway behind it.
 *
 * @module mock
 */
import { contract as packaged } from '../../compiled/contract.js';
import { isLoopback, onThisMachineOnly } from '../http/loopback.js';
import { type CreateMockOptions as BareOptions, createMockOptions, type Mock, openMock } from '../mock/index.js';
import { checkOptions } from '../options/check-options.js';
import { openBehind } from './behind.js';
import { type BehindOptions, behindOptions, findIdle } from './options.js';

export {
  type Answer,
  type Certificate,
  type ClockStart,
  type ContentAnswer,
  type Conversation,
  type CoverageReport,
  type CoverageRow,
  type DefinedScenario,
  defineScenario,
  type Held,
  type HeldError,
  type HeldRequest,
  type HoldOptions,
  type JournalEntry,
  type JournalFilter,
  type JournalRecord,
  type Listening,
  type MadeAnswer,
  type Mock,
  type MockClock,
  type MockOptions,
  type Scenario,
  ScenarioError,
  type ScenarioFinding,
  type ScenarioHandle,
  type ScenarioSource,
  type Store,
  type StreamFault,
  type Violation,
  type Warning,
  type When,
} from '../mock/index.js';

/** How the mock answers. */
export interface CreateMockOptions extends BareOptions, BehindOptions {}

/**
 * Creates a mock; cheap enough for every test file.
 *
 * @throws TypeError for an option that is not known, of the wrong type or without effect, RangeError for a number out of range, Error when
 * there is no such store, no such recording, or nothing can be recorded, ScenarioError for scenarios that are wrong
 * @example
 * ```ts
 * import { createMock } from 'nexconn-contract/mock';
 *
 * const mock = await createMock({ taskSeconds: 0 });
 * const response = await mock.fetch('http://mock/v1/models'); // without a socket
 * console.log(response.status, mock.journal());
 *
 * const { url } = await mock.listen(); // or as a server, for any client
 * console.log(url);
 * await mock.close();
 * ```
 */
export async function createMock(options: CreateMockOptions = {}): Promise<Mock> {
  const { upstream, record, replay, replayStrict, replaySpeed, ...rest } = checkOptions('createMock', options, {
    ...createMockOptions,
    ...behindOptions,
  });
  const behindThis = { upstream, record, replay, replayStrict, replaySpeed } as BehindOptions;
  const idle = findIdle({ ...behindThis, ...rest });
  if (idle !== undefined) throw new TypeError(`createMock: ${idle}`);
  const behind = await openBehind({ ...behindThis, ...(rest.redact && { redact: rest.redact }) }, rest.contract ?? packaged);
  if (!behind) return openMock(rest);
  const mock = await openMock(rest, behind.source);
  return {
    ...mock,
    listen(port, host) {
      // What is recorded are the words of whoever calls.
      if (record !== undefined && host !== undefined && !isLoopback(host))
        return Promise.reject(new Error(onThisMachineOnly('mock', host)));
      return mock.listen(port, host);
    },
    async close() {
      await mock.close();
      await behind.close();
    },
  };
}
