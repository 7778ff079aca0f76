/** Runs the cases, and tells what did not hold. */
import fc, { type Arbitrary } from 'fast-check';
import { readResponses } from './http-reader.js';
import { Judge } from './judge.js';
import { isOwnPath, operationsOf, ownOperations, readDescription } from './operations.js';
import { type RawMessage, rawMessage } from './raw-messages.js';
import { type WireRequest, wireRequest } from './requests.js';
import { askFetch, Client, openMock, type Served, sendRaw, servedMock, servedProxy, wrongGateway } from './subjects.js';
import { Accidents, heap, inTime } from './watch.js';
import { type WrongAnswer, wrongAnswer } from './wrong-answers.js';

export const subjects = ['mock', 'fetch', 'proxy'] as const;
export type Subject = (typeof subjects)[number];

export interface FuzzOptions {
  seed: number;
  /** Requests in all, shared out among the subjects. */
  requests: number;
  /** Raw messages in all, likewise. */
  raw: number;
  /** Seconds after which no more are sent, however many there were; absent where it takes as long as it takes. */
  seconds?: number;
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
export const tellFuzz = ({ requests, raw, failures, heap: used }: Omit<FuzzReport, 'heap'> & Partial<FuzzReport>): string =>
  `${requests} requests and ${raw} raw messages, ${failures.length} failed${used ? `; heap ${Math.round(used.early)} MB after a tenth, ${Math.round(used.late)} MB at the end` : ''}`;

/** Megabytes that the heap may be larger at the end than when a tenth was done. */
const mostGrowth = 30;

/** Cases of one go: what fails is made smaller, and the next go begins with other cases. */
const perGo = 500;
const mostFailures = 8;

/** Milliseconds for which a go may go on: to make a case smaller is not worth more. */
const mostOfGo = 300_000;

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

const sizeOf = ({ body }: WireRequest) => body?.length ?? 0;

/** Whether a request asks for an answer that breaks off. */
const asksForCut = ({ headers, target }: WireRequest) => /stream-fault=cut/.test(`${headers.prefer}${target}`);

/** @throws Error where a server tells nothing of itself any more */
async function isAlive(ask: () => Promise<{ status: number } | undefined>): Promise<void> {
  const { status } = (await inTime(0, ask)) ?? {};
  if (status !== 200) throw new Error(`it does not say any more that it is well: ${status}`);
}

const health = (prefix: string): WireRequest => ({
  method: 'GET',
  target: `/${prefix}/health`,
  headers: {},
  body: undefined,
  operation: 'health',
});

export async function fuzz({ seed, requests, raw, seconds, only, tell = () => {} }: FuzzOptions): Promise<FuzzReport> {
  const began = performance.now();
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
  const chosen = subjects.filter((subject) => only === undefined || only === subject);
  const share = (count: number, among: number) => Math.ceil(count / among);
  const mine = share(requests, chosen.length);
  const messages = share(raw, chosen.filter((subject) => subject !== 'fetch').length || 1);
  /** Each in turn gets what is left of the time, by how much is still to be done. */
  let left = requests + raw;
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
    const now = performance.now();
    const until = seconds === undefined ? Number.POSITIVE_INFINITY : now + ((began + seconds * 1000 - now) * count) / left;
    left -= count;
    const before = done;
    for (let go = 0; done - before < count && failures.length < mostFailures && performance.now() < until; go++) {
      const goSeed = seed + go;
      const property = fc.asyncProperty(cases, async (one) => {
        done++;
        if (early === undefined && done > (requests + raw) / 10) early = heap();
        await holds(one);
        await accidents.check();
      });
      const { failed, counterexample, errorInstance, numShrinks } = await fc.check(property, {
        seed: goSeed,
        numRuns: Math.min(perGo, count - done + before),
        interruptAfterTimeLimit: Math.min(until - performance.now(), mostOfGo),
      });
      // A go that is out of time before its first case counts as failed, and has found nothing.
      if (!failed || counterexample === null) continue;
      const [smallest] = counterexample;
      failures.push(
        `${name}, --seed ${goSeed} (made smaller ${numShrinks} times): ${(errorInstance as Error).message}\n${smallest === undefined ? '' : show(smallest as Case)}`,
      );
      tell(failures.at(-1) as string);
    }
    tell(`${name}: ${done - before} cases`);
    return done - before;
  }

  accidents.begin();
  try {
    const anyPath = operations.find(({ method, path }) => method === 'GET' && !path.includes('{'))?.path ?? '/';
    const mock = await serve(servedMock());
    const ids = await jobIds(mock.port, client);
    // What makes answers up takes its time to load, once.
    await fetch(`http://127.0.0.1:${mock.port}${anyPath}`, madeUp).then((response) => response.text());
    const cases = wireRequest(operations, ids);
    let sent = 0;
    let written = 0;

    const overHttp = (name: string, port: number, prefix: string, count: number) =>
      check(name, count, cases, tellRequest, async (request) => {
        const answer = await inTime(sizeOf(request), () => client.send(port, request, asksForCut(request)));
        if (answer) judge.judge(request, answer);
        await isAlive(() => client.send(port, health(prefix)));
      });
    const overSockets = (name: string, port: number, prefix: string) =>
      check(name, messages, rawMessage, tellRaw, async (message) => {
        const bytes = await inTime(0, () => sendRaw(port, message));
        judge.judgeRaw(message, readResponses(bytes).responses);
        await isAlive(() => client.send(port, health(prefix)));
      });

    if (chosen.includes('mock')) {
      sent += await overHttp('mock', mock.port, '__mock', mine);
      written += await overSockets('mock, raw', mock.port, '__mock');
    }
    if (chosen.includes('fetch')) {
      const own = await openMock();
      await own.fetch(`http://mock${anyPath}`, madeUp);
      open.push({ port: 0, close: () => own.close() });
      sent += await check('fetch', mine, cases, tellRequest, async (request) => {
        const asked = await inTime(sizeOf(request), () => askFetch(own, request));
        if (asked) judge.judge({ ...request, target: request.target.replace(/^[^?]*/, asked.path) }, asked.answer);
        await isAlive(() => own.fetch('http://mock/__mock/health'));
      });
    }
    if (chosen.includes('proxy')) {
      const before = await serve(servedProxy(mock.port));
      const half = share(mine, 2);
      sent += await overHttp('proxy', before.port, '__proxy', half);
      written += await overSockets('proxy, raw', before.port, '__proxy');
      const gateway = await serve(wrongGateway());
      const behind = await serve(servedProxy(gateway.port));
      sent += await check(
        'proxy, wrong gateway',
        mine - half,
        fc.tuple(cases, wrongAnswer),
        ([request, answer]) => `${tellRequest(request)}\n  is answered with ${tellWrong(answer)}`,
        async ([request, answer]) => {
          gateway.answer = answer;
          const isOwn = isOwnPath(request.target.split('?', 1)[0] as string);
          const { violations } = await inTime(sizeOf(request) + answer.bytes.length, async () => {
            const noted = behind.noted();
            await client.send(behind.port, request, true);
            return isOwn ? { violations: [] } : noted;
          });
          if (violations.length > 21) throw new Error(`${violations.length} findings are told`);
          await isAlive(() => client.send(behind.port, health('__proxy')));
        },
      );
    }
    const late = heap();
    const grown = { early: early ?? late, late };
    if (requests + raw >= 2000 && grown.late - grown.early > mostGrowth) {
      failures.push(`the heap grew from ${Math.round(grown.early)} to ${Math.round(grown.late)} MB`);
      tell(failures.at(-1) as string);
    }
    return { requests: sent, raw: written, failures, heap: grown };
  } finally {
    client.close();
    for (const { close } of open.reverse()) await close();
    accidents.end();
  }
}
