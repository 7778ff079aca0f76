/** The servers that are tried: the mock on a socket, the mock as a `fetch`, and the proxy before a mock or a gateway that has gone wrong. */
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { JournalRecord } from '../../src/journal/journal.js';
import { createMock, type Mock } from '../../src/mock/index.js';
import { createProxy } from '../../src/proxy/index.js';
import { keptAlive } from '../../src/proxy/pass-on.js';
import type { Answer } from './judge.js';
import type { RawMessage } from './raw-messages.js';
import type { WireRequest } from './requests.js';
import type { WrongAnswer } from './wrong-answers.js';

/** Milliseconds after which nobody waits for an answer any more. */
const patience = 60_000;

/** A kept journal is a bound of its own, which is tried elsewhere. */
const mockOptions = { taskSeconds: 0, journalSize: 50, eventsPerSecond: 1e6 } as const;

export const openMock = (): Promise<Mock> => createMock(mockOptions);

export interface Served {
  port: number;
  close(): Promise<void>;
}

export async function servedMock(): Promise<Served> {
  const mock = await openMock();
  const { port } = await mock.listen();
  return { port, close: () => mock.close() };
}

/** @returns also the next exchange that the proxy notes as over */
export async function servedProxy(target: number): Promise<Served & { noted(): Promise<JournalRecord> }> {
  let tell: (record: JournalRecord) => void = () => {};
  const proxy = createProxy({
    target: new URL(`http://127.0.0.1:${target}`),
    journalSize: 50,
    record: async () => {},
    onExchange: (record) => tell(record),
  });
  const { port } = await proxy.listen();
  const noted = () =>
    new Promise<JournalRecord>((resolve) => {
      tell = resolve;
    });
  return { port, noted, close: () => proxy.close() };
}

/** A gateway that answers each connection with the bytes that are set. */
export async function wrongGateway(): Promise<Served & { answer: WrongAnswer }> {
  const sockets = new Set<Socket>();
  const gateway = { answer: { bytes: Buffer.alloc(0), isReset: false } };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.once('data', () => {
      const { bytes, isReset } = gateway.answer;
      if (isReset) socket.write(bytes, () => socket.resetAndDestroy());
      else socket.end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(gateway, {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
}

async function readBody(response: IncomingMessage): Promise<{ body: Buffer; isCut: boolean }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of response) pieces.push(piece as Buffer);
    return { body: Buffer.concat(pieces), isCut: false };
  } catch {
    return { body: Buffer.concat(pieces), isCut: true };
  }
}

const joined = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value = '']) => [name, Array.isArray(value) ? value.join(', ') : value]));

/** A client of HTTP that keeps its connections. */
export class Client {
  readonly #agent = keptAlive(Agent, { maxSockets: 4 });

  /** @returns `undefined` where the connection broke before a response came; @throws Error where none came in time */
  send(port: number, { method, target, headers, body, operation }: WireRequest, mayBreak = false): Promise<Answer | undefined> {
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest({
        agent: this.#agent,
        host: '127.0.0.1',
        port,
        method,
        path: target,
        headers: { ...headers, ...(body && { 'content-length': body.length }) },
      });
      const timer = setTimeout(() => {
        reject(new Error(`no answer in ${patience} ms`));
        outgoing.destroy();
      }, patience);
      // What breaks after the answer has begun is told by its body; sent again, it would be an answer that nobody waits for.
      let hasAnswer = false;
      outgoing.on('response', async (response) => {
        hasAnswer = true;
        const { statusCode = 0 } = response;
        const read = await readBody(response);
        clearTimeout(timer);
        resolve({ status: statusCode, headers: joined(response.headers), ...read });
      });
      outgoing.on('upgrade', (_, socket) => {
        clearTimeout(timer);
        socket.destroy();
        reject(new Error('the protocol was changed'));
      });
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer);
        // The server may close a connection that it has not used for a while, just when it is used again.
        if (hasAnswer) return;
        if (outgoing.reusedSocket && error.code === 'ECONNRESET')
          resolve(this.send(port, { method, target, headers, body, operation }, mayBreak));
        else if (mayBreak) resolve(undefined);
        else reject(error);
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** @returns `undefined` for a request that the standard does not let anybody make */
export async function askFetch(
  mock: Mock,
  { method, target, headers, body }: WireRequest,
): Promise<{ answer: Answer; path: string } | undefined> {
  let request: Request;
  try {
    request = new Request(`http://mock${target}`, { method, headers, ...(body && { body: new Uint8Array(body) }) });
  } catch {
    return undefined;
  }
  const { pathname } = new URL(request.url);
  const response = await mock.fetch(request);
  const pieces: Uint8Array[] = [];
  let isCut = false;
  try {
    for await (const piece of response.body ?? []) pieces.push(piece);
  } catch {
    isCut = true;
  }
  return {
    answer: { status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.concat(pieces), isCut },
    path: pathname,
  };
}

/** How long to wait for whatever else comes, once all is sent that may need no answer. */
const pause = 15;

/** What comes back for bytes. */
export function sendRaw(port: number, { pieces, isHalfClosed, responses }: RawMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(received));
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer in ${patience} ms; so far ${JSON.stringify(Buffer.concat(received).toString('latin1').slice(0, 200))}`));
    }, patience);
    socket.on('data', (piece) => received.push(piece));
    socket.on('error', end);
    socket.on('end', end);
    socket.on('close', end);
    const write = (index: number): void => {
      const piece = pieces[index];
      if (socket.destroyed) return;
      if (piece) socket.write(piece, () => setImmediate(write, index + 1));
      else {
        if (isHalfClosed) socket.end();
        if (responses === undefined) setTimeout(end, pause);
      }
    };
    socket.on('connect', () => write(0));
  });
}
