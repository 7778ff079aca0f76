/** The passage of one exchange through the proxy. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Checker } from '../check/checker.js';
import type { ExchangeCheck } from '../check/exchange.js';
import type { ContractViolation } from '../check/findings/violation.js';
import type { CheckedRequest } from '../check/subject.js';
import { requestIdOf } from '../contract/headers/request-id.js';
import type { PreparedOperation } from '../contract/prepared.js';
import { largestJudged, unread } from '../http/body-text.js';
import { decodedTextSync } from '../http/encoded-body.js';
import { headerText } from '../http/header-text.js';
import { mediaTypeOf } from '../http/media-type.js';
import { endWithRequest, send } from '../http/server/send.js';
import type { Turn } from '../http/server/turn.js';
import type { JournalRecord } from '../journal/journal.js';
import { type RecordedResponse, type Recording, toRecordedBody } from '../recording/recording.js';
import { joined, listed, passedHeaders } from './headers.js';
import { addressOf, type Gateway, isStatus, passOn, reasonOf, refusal, whyNoResponse } from './pass-on.js';
import { Witness } from './witness.js';

export interface PassageOptions {
  checker: Checker;
  gateway: Gateway;
  /** Keep the bodies of responses, to be recorded. */
  keepBodies: boolean;
  /** Called once the request is on its way, unless the exchange is over by then. */
  begun(passage: Passage): void;
  done(passage: Passage): void;
  /** Called with what went wrong with looking at it, which is a mistake of the proxy's own. */
  failed(error: unknown): void;
}

export class Passage {
  readonly #options: PassageOptions;
  readonly #turn: Turn;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  /** Path and query, as they came. */
  readonly #target: string;
  #parsed: URL | undefined;
  #joined: Record<string, string> | undefined;
  readonly #time = new Date();
  readonly #started = performance.now();
  /** Absent where it is too large to be judged. */
  #requestBody: Buffer[] | undefined = [];
  #requestSize = 0;
  #requestText: CheckedRequest['body'];
  #exchange: ExchangeCheck | undefined;
  #response: Witness | undefined;
  #hasEnded = false;
  #isLeft = false;
  /** Status of a response that is not the gateway's. */
  #refused: number | undefined;
  readonly #telling: NodeJS.Immediate;

  constructor(options: PassageOptions, target: string, turn: Turn) {
    const { incoming, outgoing } = turn;
    this.#options = options;
    // What is asked of everything (`*`) has no path.
    this.#target = target.startsWith('/') ? target : `/${target}`;
    this.#turn = turn;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    const { method = 'GET', headers } = incoming;
    turn.askForBody();
    const upstream = passOn(options.gateway, { method, url: target, headers });
    turn.onBroken = (error) => {
      this.#refuse(error.status, error.message);
      upstream.destroy();
    };
    // First what passes, then the look at it: the gateway does not wait for that.
    incoming.pipe(upstream);
    incoming.on('data', (chunk: Buffer) => this.#keep(chunk));
    incoming.on('end', () => this.#look(() => this.#begin()));
    // A gateway may answer, or leave, before it has all: the rest is for nobody.
    upstream.on('close', () => incoming.unpipe(upstream).resume());
    upstream.on('response', (response) => this.#pass(response));
    upstream.on('error', (error: NodeJS.ErrnoException) => this.#fail(error));
    outgoing.on('close', () => {
      // The caller went away: the gateway need not go on.
      if (!outgoing.writableFinished) {
        this.#isLeft = !this.#hasEnded;
        upstream.destroy();
      }
      this.#end('cancel');
    });
    // The gateway does not wait for whoever is told.
    this.#telling = setImmediate(() => this.#look(() => options.begun(this)));
  }

  get #url(): URL {
    this.#parsed ??= new URL(`http://proxy${this.#target}`);
    return this.#parsed;
  }

  get #headers(): Record<string, string> {
    this.#joined ??= joined(this.#incoming.headers);
    return this.#joined;
  }

  /** Whatever goes wrong with looking at an exchange, the exchange goes on. */
  #look(look: () => void): void {
    try {
      look();
    } catch (error) {
      this.#options.failed(error);
    }
  }

  get #milliseconds(): number {
    return Math.round((performance.now() - this.#started) * 10) / 10;
  }

  /** Checks the request, once; a response may come before the request is complete. */
  #begin(): ExchangeCheck {
    if (this.#exchange) return this.#exchange;
    const { method = 'GET', complete } = this.#incoming;
    const text = complete ? this.#body : null;
    this.#exchange = this.#options.checker.begin({
      method,
      path: this.#url.pathname,
      url: addressOf(this.#options.gateway, this.#target),
      query: this.#url.searchParams,
      header: (name) => this.#headers[name],
      headers: () => this.#headers,
      body: text === '' ? undefined : text,
    });
    return this.#exchange;
  }

  /** Keeps a piece of the request, to be judged. What there is no room for passes all the same. */
  #keep(chunk: Buffer): void {
    if (!this.#requestBody) return;
    const declared = Number(this.#incoming.headers['content-length'] ?? 0);
    const before = Math.max(this.#requestSize, declared);
    this.#requestSize += chunk.length;
    const isTooLarge = this.#requestSize > largestJudged;
    if (!isTooLarge && (this.#requestSize <= declared || !this.#turn.hold(this.#requestSize - before))) this.#requestBody.push(chunk);
    else {
      this.#requestBody = undefined;
      this.#turn.free();
    }
  }

  get #body(): CheckedRequest['body'] {
    if (this.#requestText !== undefined || !this.#requestBody) return this.#requestText ?? null;
    try {
      const text = decodedTextSync(Buffer.concat(this.#requestBody), (name) => this.#headers[name], largestJudged);
      if (!this.#incoming.complete) return text;
      this.#requestText = text;
      this.#requestBody = [];
      return text;
    } catch (error) {
      return unread(error);
    }
  }

  #pass(response: IncomingMessage): void {
    try {
      this.#passHead(response);
    } catch (error) {
      this.#options.failed(error);
      response.destroy();
      if (this.#outgoing.headersSent) this.#outgoing.destroy();
      else this.#refuse(502, whyNoResponse('the proxy', this.#options.gateway, error as Error));
    }
  }

  #passHead(response: IncomingMessage): void {
    const exchange = this.#begin();
    const { statusCode: status = 502, statusMessage } = response;
    const witness = new Witness({
      exchange,
      head: { status, headers: joined(response.headers) },
      keepsBody: this.#options.keepBodies,
      elapsed: () => this.#milliseconds,
    });
    this.#response = witness;
    if (!isStatus(status)) {
      this.#refuse(502, whyNoResponse('the proxy', this.#options.gateway, new Error(`it answered with the status ${status}`)));
      this.#end('cut');
      response.destroy();
      return;
    }
    const known = exchange.violations.map(({ message }) => message);
    const passed = passedHeaders(response);
    if (known.length > 0) passed['x-contract-violations'] = headerText(known);
    this.#outgoing.writeHead(status, reasonOf(statusMessage), listed(passed));
    // Whatever waits for the head gets it at once; where the body is here as well, both go in one packet.
    setImmediate(() => this.#outgoing.writableEnded || this.#outgoing.flushHeaders());
    // First what passes, then the look at it: who called does not wait for that.
    response.pipe(this.#outgoing, { end: false });
    response.on('data', (chunk: Buffer) => this.#look(() => witness.write(chunk)));
    response.on('end', () => {
      endWithRequest(this.#turn);
      this.#end('end');
    });
    response.on('error', () => {
      this.#end('cut');
      this.#outgoing.destroy();
    });
  }

  get #operation(): PreparedOperation | undefined {
    const match = this.#options.checker.route(this.#incoming.method ?? 'GET', this.#url.pathname);
    return match.kind === 'operation' ? match.operation.prepared : undefined;
  }

  #fail(error: NodeJS.ErrnoException): void {
    if (!this.#response && !this.#outgoing.destroyed) this.#refuse(502, whyNoResponse('the proxy', this.#options.gateway, error));
  }

  /** Answers in place of a gateway that does not, or not as HTTP has it, or that is not to be asked. */
  #refuse(status: number, message: string): void {
    if (this.#outgoing.headersSent) return;
    this.#refused = status;
    const { contract } = this.#options.checker.parts;
    send(refusal(contract, this.#operation, status, message), this.#turn).catch(() => this.#outgoing.destroy());
  }

  #end(how: RecordedResponse['ended']): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearImmediate(this.#telling);
    this.#look(() => {
      this.#begin();
      this.#response?.end(how);
    });
    this.#look(() => this.#options.done(this));
  }

  /** What was found so far; of each one the request can be sent again. */
  get violations(): readonly ContractViolation[] {
    return this.#begin().violations;
  }

  recording(): Recording {
    const { method = 'GET' } = this.#incoming;
    const { operation, violations } = this.#begin();
    const text = this.#body;
    return {
      time: this.#time.toISOString(),
      ...(operation && { operation }),
      request: {
        method,
        url: this.#target,
        headers: this.#headers,
        ...toRecordedBody(typeof text === 'string' ? text : undefined, false),
      },
      ...(this.#response && { response: this.#response.recorded() }),
      duration: this.#milliseconds,
      violations,
    };
  }

  /** What is known as soon as the request is here. */
  arrival(): JournalRecord {
    const { method = 'GET' } = this.#incoming;
    const operation = this.#operation;
    return {
      time: this.#time.getTime(),
      session: '',
      method,
      path: this.#url.pathname,
      query: this.#url.search.slice(1),
      ...(operation && { operation: operation.id }),
      status: 0,
      mediaType: '',
      violations: [],
      warnings: [],
      duration: 0,
      requestHeaders: this.#headers,
    };
  }

  /** What is known once it is over. */
  record(): JournalRecord {
    const exchange = this.#begin();
    const text = this.#body;
    const { operation, example, violations } = exchange;
    const head = this.#response?.head;
    const requestId = head && requestIdOf(this.#options.checker.parts.contract, (name) => head.headers[name]);
    return {
      ...this.arrival(),
      ...(requestId !== undefined && { requestId }),
      ...(operation && { operation }),
      ...(example && { example }),
      status: this.#refused ?? head?.status ?? (this.#isLeft ? 0 : 502),
      mediaType: mediaTypeOf(head?.headers['content-type']) ?? '',
      violations: [...violations],
      warnings: [...exchange.warnings],
      duration: this.#milliseconds,
      ...this.#response?.ending,
      ...(this.#isLeft && { aborted: true }),
      requestText: typeof text === 'string' && text !== '' ? text : undefined,
    };
  }
}
