/** Passes requests on to a gateway, checks what comes back, and records it. Nothing is held up. */
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { asked } from '../../compiled/asked.js';
import { references } from '../../compiled/references.js';
import requestValidators from '../../compiled/request-validators.js';
import responseValidators from '../../compiled/response-validators.js';
import { streamOrders } from '../../compiled/stream-orders.js';
import { Checker } from '../check/checker.js';
import type { ExchangeCheck } from '../check/exchange.js';
import type { PreparedContract } from '../contract/prepared.js';
import { DroppedConnection, type HttpBody, type HttpRequest, type HttpResponse } from '../http/message.js';
import type { Exchange } from '../mock/engine/exchange.js';
import type { Call } from '../mock/engine/state.js';
import { joined, passedHeaders } from '../proxy/headers.js';
import { type Gateway, gatewayAt, isStatus, noResponse, passOn, refusal, whyInCircle } from '../proxy/pass-on.js';
import { Witness } from '../proxy/witness.js';
import { type RecordedResponse, type Recording, toRecordedBody } from '../recording/recording.js';
import { redactRecording } from '../recording/redact-recording.js';

export interface UpstreamOptions {
  target: URL;
  contract: PreparedContract;
  /** Names of which no recording tells the values. */
  redact?: readonly string[] | undefined;
  /** Does not fail. Absent: nothing is recorded. */
  record?: (recording: Recording) => Promise<unknown>;
}

/** One request on its way. */
interface Passing {
  request: HttpRequest;
  url: string;
  text: string | undefined;
  ending: Exchange['ending'];
  check: ExchangeCheck;
  time: Date;
  elapsed(): number;
}

const bodiless = (method: string, status: number): boolean => method === 'HEAD' || status === 204 || status === 304;

export class Upstream {
  readonly #options: UpstreamOptions;
  readonly #gateway: Gateway;
  readonly #checker: Checker;
  readonly #pending = new Set<Promise<unknown>>();

  constructor(options: UpstreamOptions) {
    const { target, contract, redact } = options;
    this.#options = options;
    this.#gateway = gatewayAt(target);
    // Whether there is a key was asked already.
    this.#checker = new Checker(
      { contract, requestValidators, responseValidators, streamOrders, references, asked },
      { auth: false, ...(redact && { redact }) },
      { isCounted: false },
    );
  }

  /** The response of the gateway, with its status, headers and bytes; a 502 where there is none. */
  async answer({ operation, exchange }: Call): Promise<HttpResponse> {
    const { request, text } = exchange;
    const { method, path, query } = request;
    const circle = whyInCircle('the mock', this.#gateway, request.header('via'));
    if (circle) return refusal(this.#options.contract, operation.prepared, circle.status, circle.message);
    const started = performance.now();
    const passing: Passing = {
      request,
      url: query.size > 0 ? `${path}?${query}` : path,
      text,
      ending: exchange.ending,
      check: this.#checker.begin({
        method,
        path,
        query,
        header: (name) => request.header(name),
        headers: () => request.headers(),
        body: text,
      }),
      time: new Date(),
      elapsed: () => Math.round((performance.now() - started) * 10) / 10,
    };
    const outgoing = this.#send(passing);
    try {
      const response = await arrival(outgoing);
      if (!isStatus(response.statusCode ?? 0)) throw new Error(`it answered with the status ${response.statusCode}`);
      // What is found while the body passes stands in the journal, too, which has this list.
      exchange.violations = passing.check.violations;
      return await this.#pass(passing, response);
    } catch (error) {
      // Nobody is there any more to read it.
      if (request.signal?.aborted) exchange.ending.aborted = true;
      return noResponse(this.#options.contract, operation.prepared, 'the mock', this.#gateway, error as Error);
    }
  }

  async close(): Promise<void> {
    this.#gateway.agent.destroy();
    await Promise.all(this.#pending);
  }

  #send({ request, url, text }: Passing): ClientRequest {
    const { method, origin, signal } = request;
    // What a request prefers of the mock is none of the gateway's; its body is text by now.
    const { prefer: _prefer, 'content-encoding': _encoding, 'content-length': _length, ...headers } = request.headers();
    const { host, protocol } = new URL(origin);
    const bytes = text === undefined ? undefined : Buffer.from(text);
    const outgoing = passOn(this.#gateway, {
      method,
      url,
      headers: {
        'x-forwarded-host': host,
        'x-forwarded-proto': protocol.slice(0, -1),
        ...headers,
        ...(bytes && { 'content-length': String(bytes.length) }),
      },
    });
    // The caller went away: the gateway need not go on.
    if (signal?.aborted) outgoing.destroy();
    else signal?.addEventListener('abort', () => outgoing.destroy(), { once: true });
    outgoing.end(bytes);
    return outgoing;
  }

  async #pass(passing: Passing, response: IncomingMessage): Promise<HttpResponse> {
    const { check, elapsed, ending, request } = passing;
    const { statusCode: status = 502 } = response;
    const head = { status, headers: joined(response.headers) };
    const witness = new Witness({ exchange: check, head, keepsBody: this.#options.record !== undefined, elapsed });
    const end = (how: RecordedResponse['ended']) => {
      witness.end(how);
      Object.assign(ending, witness.ending);
      this.#record(passing, witness);
    };
    const body = passed(response, witness, request.signal, end);
    return {
      status,
      headers: joined(passedHeaders(response) as IncomingHttpHeaders),
      body: await this.#given(body, request.method, response),
    };
  }

  /** A body whose length is known beforehand is no stream: it is read first, so that the response can say what is wrong with it. */
  async #given(body: AsyncGenerator<Uint8Array>, method: string, { statusCode = 502, headers }: IncomingMessage): Promise<HttpBody> {
    const isWhole = headers['content-length'] !== undefined;
    if (!isWhole && !bodiless(method, statusCode)) return body;
    const pieces: Uint8Array[] = [];
    let isCut = false;
    try {
      for await (const piece of body) pieces.push(piece);
    } catch (error) {
      if (!(error instanceof DroppedConnection)) throw error;
      isCut = true;
    }
    if (isCut) return broken(pieces);
    return bodiless(method, statusCode) ? null : Buffer.concat(pieces);
  }

  #record({ request, url, text, check, time, elapsed }: Passing, witness: Witness): void {
    const { record } = this.#options;
    if (!record) return;
    const { operation, violations } = check;
    const recording = redactRecording(
      {
        time: time.toISOString(),
        ...(operation && { operation }),
        request: { method: request.method, url, headers: joined(request.headers()), ...toRecordedBody(text, false) },
        response: witness.recorded(),
        duration: elapsed(),
        violations,
      },
      this.#checker.secretNames,
    );
    const writing = record(recording).finally(() => this.#pending.delete(writing));
    this.#pending.add(writing);
  }
}

const arrival = (outgoing: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    outgoing.on('response', resolve);
    // Later ones are told by the response.
    outgoing.on('error', reject);
  });

/**
 * The bytes of a body, as they come.
 * @throws DroppedConnection where the gateway breaks the connection
 */
async function* passed(
  response: IncomingMessage,
  witness: Witness,
  signal: AbortSignal | undefined,
  end: (how: RecordedResponse['ended']) => void,
): AsyncGenerator<Uint8Array> {
  // A reader that goes away stops here.
  let how: RecordedResponse['ended'] = 'cancel';
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      witness.write(piece);
      yield piece;
    }
    how = 'end';
  } catch {
    if (!signal?.aborted) how = 'cut';
    throw new DroppedConnection();
  } finally {
    end(how);
  }
}

async function* broken(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
  throw new DroppedConnection();
}
