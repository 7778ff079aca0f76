/** A reverse proxy between an application and a live gateway that checks what passes, without holding it up. */
import type { IncomingMessage } from 'node:http';
import type { ContractViolation } from '../check/findings/violation.js';
import { createChecker } from '../check/packaged.js';
import { type CheckerOptions, checkerOptions } from '../check/subject.js';
import { refuseNear } from '../contract/errors/near.js';
import { largestJudged } from '../http/body-text.js';
import { close, listen } from '../http/server/listen.js';
import { toListener } from '../http/server/listener.js';
import { NodeRequest, originForm } from '../http/server/node-request.js';
import type { Refuse } from '../http/server/refusal.js';
import { send } from '../http/server/send.js';
import { openServer } from '../http/server/server.js';
import type { Turn } from '../http/server/turn.js';
import { pathInSession } from '../http/session-path.js';
import { visibleError } from '../http/visible-text.js';
import { controlJson, controlRoutes, readiness } from '../journal/control.js';
import type { CoverageReport } from '../journal/coverage.js';
import type { JournalFilter } from '../journal/filter.js';
import { checkFilter } from '../journal/filter-check.js';
import { Journal, type JournalEntry, type JournalRecord } from '../journal/journal.js';
import { refusedRecord } from '../journal/refused.js';
import { checkOptions } from '../options/check-options.js';
import { callback, count, type Kind, names, object } from '../options/kinds.js';
import { limitsOf, type ServerOptions, serverOptions } from '../options/server-limits.js';
import type { Recording } from '../recording/recording.js';
import { redactRecording } from '../recording/redact-recording.js';
import { createControl } from './control.js';
import { leadsTo } from './loop.js';
import { isFileOfMock, ownPath } from './own-path.js';
import { gatewayAt, passUnseen, whyInCircle, whyNoResponse } from './pass-on.js';
import { Passage } from './passage.js';
import { whyUnreachable } from './reach.js';

/** What the proxy stands before, and what it tells. */
export interface ProxyOptions extends CheckerOptions, ServerOptions {
  /** Address of the gateway, such as `https://api-xmodel.nexconn.ai`. */
  target: URL;
  /**
   * Called for each exchange once it is over, with what was found in it, so that its request can be sent again; unless it is given, only the
   * journal knows.
   */
  onExchange?: (record: JournalRecord, found: readonly ContractViolation[]) => void;
  /** Called with each exchange once it is over; keys are taken out. Unless it is given, bodies are not kept. */
  record?: (recording: Recording) => Promise<void>;
  /** Called when a recording could not be kept; unless it is given, nobody is told. */
  onRecordError?: (error: Error) => void;
  /**
   * Names of hosts by which `/__proxy/` may be asked too, and whose pages may, besides those of this machine.
   * @default none
   */
  allowHosts?: readonly string[];
  /**
   * Exchanges that the journal keeps.
   * @default 1000
   */
  journalSize?: number;
}

const proxyOptions = {
  ...checkerOptions,
  ...serverOptions,
  target: object,
  onExchange: callback,
  record: callback,
  onRecordError: callback,
  allowHosts: names,
  journalSize: count('entries', 1),
} satisfies Record<keyof ProxyOptions, Kind>;

/** What passed since the start, in numbers. */
export interface PassedCounts {
  /** Exchanges that are over. */
  exchanges: number;
  /** Those of them with violations. */
  broken: number;
  /** All that was found. */
  violations: number;
}

/** A proxy that checks what passes. */
export interface Proxy {
  /**
   * Listens on a port; 0, which is the default, takes a free one. Without a host, only this machine can call it.
   * @throws Error when the port is taken, or is the one that the proxy is to pass requests on to
   */
  listen(port?: number, host?: string): Promise<{ url: string; port: number }>;
  /** The last exchanges, oldest first; keys are taken out. Those that go on are `open`. */
  journal(filter?: JournalFilter): JournalEntry[];
  /** What the exchanges so far exercised of the contract. */
  coverage(): CoverageReport;
  /** What was found so far, also in exchanges that the journal has forgotten. */
  counts(): PassedCounts;
  /** Drops open connections, and waits for recordings to be kept. */
  close(): Promise<void>;
}

/** @throws TypeError for an option that is not known or of the wrong type, RangeError for a number out of range */
export function createProxy(options: ProxyOptions): Proxy {
  const given = checkOptions('createProxy', options, proxyOptions);
  const { target, onExchange, record: write, onRecordError, allowHosts: named = [], journalSize = 1000, ...checking } = given;
  const checker = createChecker(checking);
  const journal = new Journal(journalSize, checker.secretNames);
  const gateway = gatewayAt(target);
  const counts: PassedCounts = { exchanges: 0, broken: 0, violations: 0 };
  const routes = controlRoutes(journal, checker.coverage);
  routes.set('violations', new Map([['GET', () => controlJson(counts)]]));
  routes.set('ready', new Map([['GET', async () => readiness(await whyUnreachable(target))]]));
  const allowHosts = [...named];
  const failed = (error: unknown) => console.error(visibleError(error));
  const control = toListener(createControl(routes, allowHosts, failed), 0);
  const pending = new Set<Promise<void>>();
  const open = new Map<Passage, JournalRecord>();

  /** Tells whoever looks on. That they stumble is nothing to the caller. */
  const tell = (record: JournalRecord, found: readonly ContractViolation[]) => {
    try {
      onExchange?.(journal.withoutKeys(record), found);
    } catch (error) {
      failed(error);
    }
  };

  const begun = (passage: Passage): JournalRecord => {
    const entry = journal.open(passage.arrival());
    open.set(passage, entry);
    return entry;
  };

  function keep(passage: Passage): void {
    const entry = open.get(passage) ?? begun(passage);
    open.delete(passage);
    const { duration, ...record } = passage.record();
    journal.update(entry, record);
    journal.complete(entry, { duration });
    counts.exchanges++;
    counts.violations += entry.violations.length;
    if (entry.violations.length > 0) counts.broken++;
    tell(entry, passage.violations);
    const writing = write?.(redactRecording(passage.recording(), checker.secretNames))
      .catch((error: Error) => onRecordError?.(error))
      .finally(() => pending.delete(writing as Promise<void>));
    if (writing) pending.add(writing);
  }

  const passing = { checker, gateway, keepBodies: write !== undefined, begun, done: keep, failed };
  const circle = ({ headers }: IncomingMessage) => whyInCircle('the proxy', gateway, headers.via);

  /** What is not passed on is noted as well, where it is not for the proxy itself. */
  const refuse: Refuse = (refusal, request) => {
    if (request && ownPath(request.path) === undefined) {
      const record = refusedRecord(request, refusal, Date.now());
      journal.add(record);
      tell(record, []);
    }
    // A mock behind it may know the path below the base URL of a session.
    return refuseNear(checker.parts.contract, request && pathInSession(request.path), refusal);
  };

  const answer = (turn: Turn) => {
    const { incoming, outgoing } = turn;
    const url = originForm(incoming.url);
    // Of what is too large to be judged nothing is held.
    const full = turn.hold(Math.min(Number(incoming.headers['content-length'] ?? 0), largestJudged));
    if (ownPath(url) !== undefined) return control(turn);
    const refused = circle(incoming) ?? full;
    if (refused) send(refuse(refused, new NodeRequest(turn, 0)), turn).catch(() => outgoing.destroy());
    else if (isFileOfMock(url)) passUnseen(gateway, url, incoming, outgoing);
    else new Passage(passing, url, turn);
  };

  const server = openServer({
    limits: limitsOf(given),
    refuse,
    serve(turn) {
      try {
        answer(turn);
      } catch (error) {
        // One exchange never ends the process.
        failed(error);
        const refusal = { status: 502, message: whyNoResponse('the proxy', gateway, error as Error) };
        send(refuse(refusal, new NodeRequest(turn, 0)), turn).catch(() => turn.outgoing.destroy());
      }
    },
  });

  return {
    journal: (filter = {}) => journal.list(checkFilter(filter, checker.parts.contract.operations)),
    coverage: () => ({ contract: checker.parts.contract.build, ...checker.coverage.report() }),
    counts: () => ({ ...counts }),
    async listen(port = 0, host = '127.0.0.1') {
      if (await leadsTo(target, { host, port }))
        throw new Error(`the proxy would observe itself: ${target.origin} is where it listens; give it the address of the gateway`);
      // Who names it calls it so.
      allowHosts.push(host);
      return listen(server, port, host);
    },
    async close() {
      await close(server);
      gateway.agent.destroy();
      await Promise.all(pending);
    },
  };
}
