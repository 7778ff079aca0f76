/** Runs the cases, and tells what did not hold. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc, { type Arbitrary } from 'fast-check';
import { readResponses } from './http-reader.js';
import { Judge } from './judge.js';
import { isOwnPath, operationsOf, ownOperations, readDescription } from './operations.js';
import { type RawMessage, rawMessage } from './raw-messages.js';
import { type WireRequest, wireRequest } from './requests.js';
import { askFetch, Client, openMock, type Served, sendRaw, servedMock, servedProxy, wrongGateway } from './subjects.js';
import { type WrongAnswer, wrongAnswer } from './wrong-answers.js';

export const subjects = ['mock', 'fetch', 'proxy'] as const;
export type Subject = (typeof subjects)[number];

export interface FuzzOptions {
  seed: number;
  /** Requests in all, shared out among the subjects. */
  requests: number;
  /** Raw messages in all, likewise. */
  raw: number;
  only?: Subject | undefined;
  /** Told how far it is. */
  tell?: (line: string) => void;
}

export interface FuzzReport {
  requests: number;
  raw: number;
  /** What did not hold, with the seed and the smallest case that was found. */
  failures: string[];
  /** Megabytes in use when a tenth was done, and at the end. */
  heap: { early: number; late: number };
}

/** In one line. */
export const tellFuzz = ({ requests, raw, failures, heap: { early, late } }: FuzzReport): string =>
  `${requests} requests and ${raw} raw messages, ${failures.length} failed; heap ${Math.round(early)} MB after a tenth, ${Math.round(late)} MB at the end`;

/** Milliseconds of the processor that one answer may take; large bodies aside. */
const mostProcessorTime = 1000;
const largeBody = 1_000_000;

/** Megabytes that the heap may be larger at the end than when a tenth was done. */
const mostGrowth = 30;

/** Cases of one go: what fails is made smaller, and the next go begins with other cases. */
const perGo = 500;
const mostFailures = 8;

const shown = (text: string): string => (text.length > 1500 ? `${text.slice(0, 1500)}… (${text.length} characters)` : text);

const tellRequest = ({ method, target, headers, body }: WireRequest): string =>
  shown(
    `${method} ${target}\n${Object.entries(headers)
      .map(([name, value]) => `  ${name}: ${value}`)
      .join('\n')}\n\n  ${body?.toString() ?? ''}`,
  );
const tellRaw = ({ pieces, isHalfClosed }: RawMessage): string =>
  `${shown(pieces.map((piece) => JSON.stringify(piece.toString('latin1'))).join(' + '))}${isHalfClosed ? ', half-closed' : ''}`;
const tellWrong = ({ bytes, isReset }: WrongAnswer): string =>
  `${shown(JSON.stringify(bytes.toString('latin1')))}${isReset ? ', reset' : ''}`;

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What nobody caught: it would have ended the process. */
class Accidents {
  readonly #found: unknown[] = [];
  readonly #note = (error: unknown) => void this.#found.push(error);

  begin(): void {
    process.on('uncaughtException', this.#note).on('unhandledRejection', this.#note);
  }

  end(): void {
    process.off('uncaughtException', this.#note).off('unhandledRejection', this.#note);
  }

  /** @throws Error where there was one since */
  async check(): Promise<void> {
    await new Promise(setImmediate);
    const [first] = this.#found.splice(0);
    if (first !== undefined) throw new Error(`nobody caught ${first instanceof Error ? first.stack : String(first)}`);
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** @throws Error where too much of the processor was used for one answer */
async function inTime<Result>(size: number, work: () => Promise<Result>): Promise<Result> {
  const before = used();
  const result = await work();
  const spent = used() - before;
  if (spent > mostProcessorTime && size < largeBody) throw new Error(`it took ${Math.round(spent)} ms of the processor`);
  return result;
}

const madeUp = { headers: { prefer: 'dynamic=true' } };

/** Ids of jobs of every family, as the servers give them out. */
async function jobIds(port: number, client: Client): Promise<string[]> {
  const ids = ['x', 'no-such-id'];
  const description = operationsOf(await readDescription());
  for (const { id, method, path, requests } of description) {
    const [documented] = requests;
    if (method !== 'POST' || documented?.body === undefined || path.includes('{')) continue;
    const body = Buffer.from(JSON.stringify(documented.body));
    const prefer = 'events-per-second=1000000, first-event-ms=0';
    const headers = { authorization: 'Bearer any-key', 'content-type': 'application/json', prefer, ...documented.headers };
    const answer = await client.send(port, { method, target: path, headers, body, operation: id });
    for (const [, found] of answer?.body.toString().matchAll(/"(?:\w*id|created_by)":"([^"]{8,})"/g) ?? []) ids.push(found as string);
  }
  return [...new Set(ids)];
}

export async function fuzz({ seed, requests, raw, only, tell = () => {} }: FuzzOptions): Promise<FuzzReport> {
  const description = await readDescription();
  const judge = new Judge(description);
  const operations = [...operationsOf(description), ...operationsOf(description), ...ownOperations];
  const client = new Client();
  const accidents = new Accidents();
  const open: Served[] = [];
  const serve = async <One extends Served>(one: Promise<One>): Promise<One> => {
    const served = await one;
    open.push(served);
    return served;
  };
  const failures: string[] = [];
  let done = 0;
  let early: number | undefined;

  async function check<Case>(
    name: string,
    count: number,
    cases: Arbitrary<Case>,
    show: (one: Case) => string,
    holds: (one: Case) => Promise<void>,
  ): Promise<number> {
    let ran = 0;
    for (let go = 0; ran < count && failures.length < mostFailures; go++) {
      const runs = Math.min(perGo, count - ran);
      const goSeed = seed + go;
      const property = fc.asyncProperty(cases, async (one) => {
        done++;
        if (early === undefined && done > (requests + raw) / 10) early = heap();
        await holds(one);
        await accidents.check();
      });
      const { failed, counterexample, errorInstance, numShrinks } = await fc.check(property, { seed: goSeed, numRuns: runs });
      ran += runs;
      if (!failed) continue;
      const [smallest] = counterexample ?? [];
      failures.push(
        `${name}, --seed ${goSeed} (made smaller ${numShrinks} times): ${(errorInstance as Error).message}\n${smallest === undefined ? '' : show(smallest as Case)}`,
      );
      tell(failures.at(-1) as string);
    }
    tell(`${name}: ${ran} cases`);
    return ran;
  }

  accidents.begin();
  const silenced = console.error;
  try {
    const anyPath = operations.find(({ method, path }) => method === 'GET' && !path.includes('{'))?.path ?? '/';
    const mock = await serve(servedMock());
    const ids = await jobIds(mock.port, client);
    // What makes answers up takes its time to load, once.
    await fetch(`http://127.0.0.1:${mock.port}${anyPath}`, madeUp).then((response) => response.text());
    const cases = wireRequest(operations, ids);
    const chosen = subjects.filter((subject) => only === undefined || only === subject);
    const share = (count: number, among: number) => Math.ceil(count / among);
    const mine = share(requests, chosen.length);
    const messages = share(raw, chosen.filter((subject) => subject !== 'fetch').length || 1);
    let sent = 0;
    let written = 0;
    const sizeOf = ({ body }: WireRequest) => body?.length ?? 0;
    console.error = (...parts: unknown[]) => tell(parts.map(String).join(' ').slice(0, 300));

    const overHttp = (name: string, port: number, count: number) =>
      check(name, count, cases, tellRequest, async (request) => {
        const answer = await inTime(sizeOf(request), () =>
          client.send(port, request, /stream-fault=cut/.test(`${request.headers.prefer}${request.target}`)),
        );
        if (answer) judge.judge(request, answer);
      });
    const overSockets = (name: string, port: number) =>
      check(name, messages, rawMessage, tellRaw, async (message) => {
        const bytes = await inTime(0, () => sendRaw(port, message));
        const { responses } = readResponses(bytes);
        const wrong = responses.find(
          ({ status }) => status >= 500 && !(status === 502 && message.responses === undefined) && status !== 505,
        );
        if (wrong) throw new Error(`nobody asked for ${wrong.status}: ${wrong.body.toString().slice(0, 300)}`);
        if (message.responses !== undefined && responses.length !== message.responses)
          throw new Error(
            `${responses.length} responses instead of ${message.responses}: ${JSON.stringify(bytes.toString('latin1').slice(0, 500))}`,
          );
      });

    if (chosen.includes('mock')) {
      sent += await overHttp('mock', mock.port, mine);
      written += await overSockets('mock, raw', mock.port);
    }
    if (chosen.includes('fetch')) {
      const own = await openMock();
      await own.fetch(`http://mock${anyPath}`, madeUp);
      open.push({ port: 0, close: () => own.close() });
      sent += await check('fetch', mine, cases, tellRequest, async (request) => {
        const asked = await inTime(sizeOf(request), () => askFetch(own, request));
        if (asked) judge.judge({ ...request, target: request.target.replace(/^[^?]*/, asked.path) }, asked.answer);
      });
    }
    if (chosen.includes('proxy')) {
      const before = await serve(servedProxy(mock.port));
      const half = share(mine, 2);
      const called = cases.filter(({ target }) => !isOwnPath(target));
      sent += await check('proxy', half, called, tellRequest, async (request) => {
        const answer = await inTime(sizeOf(request), () =>
          client.send(before.port, request, /stream-fault=cut/.test(`${request.headers.prefer}${request.target}`)),
        );
        if (answer) judge.judge(request, answer);
      });
      written += await overSockets('proxy, raw', before.port);
      const gateway = await serve(wrongGateway());
      const { proxy, port } = await serve(servedProxy(gateway.port));
      const pairs = fc.tuple(called, wrongAnswer);
      sent += await check(
        'proxy, wrong gateway',
        half,
        pairs,
        ([request, answer]) => `${tellRequest(request)}\n  is answered with ${tellWrong(answer)}`,
        async ([request, answer]) => {
          gateway.answer = answer;
          await inTime(sizeOf(request) + answer.bytes.length, () => client.send(port, request, true));
          for (let turn = 0; turn < 200 && proxy.journal().at(-1)?.open; turn++) await new Promise(setImmediate);
          const entry = proxy.journal().at(-1);
          if (entry?.open) throw new Error('the journal has it open still');
          if ((entry?.violations.length ?? 0) > 21) throw new Error(`${entry?.violations.length} findings are told`);
        },
      );
    }
    const late = heap();
    const grown = { early: early ?? late, late };
    if (requests + raw >= 10_000 && grown.late - grown.early > mostGrowth)
      failures.push(`the heap grew from ${Math.round(grown.early)} to ${Math.round(grown.late)} MB`);
    return { requests: sent, raw: written, failures, heap: grown };
  } finally {
    console.error = silenced;
    client.close();
    for (const { close } of open.reverse()) await close();
    accidents.end();
  }
}
